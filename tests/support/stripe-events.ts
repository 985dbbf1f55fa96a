import { createHash } from 'node:crypto';
import { sign } from '#kernel/payments';
import type { TestHouse } from './harness.ts';

export const WEBHOOK_SECRET = 'whsec_of_this_test';

/** An event as Stripe writes it. Its id follows from what it says, so the same twice is a repetition. */
export function eventOf(type: string, object: object, at: Date | string, id?: string) {
  const created = Math.floor(new Date(at).getTime() / 1000);
  const content = JSON.stringify([type, object, created]);
  return {
    id: id ?? `evt_${createHash('sha256').update(content).digest('hex').slice(0, 24)}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created,
    livemode: false,
    type,
    data: { object },
  };
}

interface Sending {
  secret?: string;
  /** When it is signed; now by the house's clock. */
  at?: Date;
  signature?: string;
}

/** Sends an event over the wire, signed unless told otherwise. @returns the status of the answer */
export async function sendEvent(house: TestHouse, event: object, options: Sending = {}): Promise<number> {
  const body = JSON.stringify(event, null, 2);
  const { secret = WEBHOOK_SECRET, at = house.clock.now() } = options;
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/webhooks/stripe',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': options.signature ?? sign(body, secret, at),
    },
    payload: body,
  });
  return answer.statusCode;
}
