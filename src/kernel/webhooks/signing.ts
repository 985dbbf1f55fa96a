import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** `whsec_` and 32 random bytes in base64, as Standard Webhooks wants it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What a secret is sealed for: it opens in its own row only. */
export const secretContext = (endpointId: string): string => `webhook:${endpointId}`;

/**
 * The headers of one attempt (Standard Webhooks).
 * @param id the same for every attempt at one delivery, so that receivers can drop repetitions
 * @param secrets the current one first; while a secret is being replaced, the one before as well
 */
export function signedHeaders(id: string, at: Date, body: string, secrets: string[]): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
