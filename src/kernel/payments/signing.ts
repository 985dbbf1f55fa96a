import { createHmac } from 'node:crypto';
import Stripe from 'stripe';
import { ForgedEvent } from './problems.ts';

/** Oldest signature that counts. */
const TOLERANCE_SECONDS = 300;

/**
 * The header that Stripe sends: HMAC-SHA256 over `<seconds>.<body>`, in hexadecimal, keyed with the whole secret.
 * @param at when it is signed
 */
export function sign(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${signature}`;
}

/**
 * Which of several secrets signed this body, so that one can be replaced while the other still holds.
 * @returns the index of the secret
 * @throws ForgedEvent
 */
export function signerOf(body: Buffer, header: string | undefined, secrets: string[], now: Date): number {
  if (!header) throw new ForgedEvent('The header Stripe-Signature is missing.');
  const index = secrets.findIndex((secret) => {
    try {
      return Stripe.webhooks.signature?.verifyHeader(
        body,
        header,
        secret,
        TOLERANCE_SECONDS,
        undefined,
        now.getTime(),
      );
    } catch {
      return false;
    }
  });
  if (index < 0)
    throw new ForgedEvent('No secret of ours made this signature, or it is older than five minutes.');
  return index;
}
