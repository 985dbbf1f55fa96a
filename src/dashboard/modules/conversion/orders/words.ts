import type { Shape } from '../../../api/shapes.ts';
import type { Tone } from '../../../ui/chip.tsx';
import { money } from '../../../ui/words.ts';

export type OrderSummary = Shape<'OrderSummary'>;
export type Order = Shape<'Order'>;
export type Refund = Order['refunds'][number];
export type Step = Order['fulfilment'][number];
type Entitlement = Order['entitlements'][number];

export const stateWords: Record<OrderSummary['state'], { label: string; tone: Tone }> = {
  paid: { label: 'Paid', tone: 'ok' },
  part_refunded: { label: 'Partly given back', tone: 'wait' },
  refunded: { label: 'Given back', tone: 'plain' },
  disputed: { label: 'Disputed', tone: 'bad' },
  lost_dispute: { label: 'Dispute lost', tone: 'bad' },
};

export const refundWords: Record<Refund['state'], { label: string; tone: Tone }> = {
  planned: { label: 'Asked for', tone: 'wait' },
  sending: { label: 'On its way', tone: 'wait' },
  unconfirmed: { label: 'Not confirmed yet', tone: 'wait' },
  done: { label: 'Given back', tone: 'ok' },
  failed: { label: 'Refused', tone: 'bad' },
};

const stepKinds: Record<string, string> = {
  grant: 'Access',
  mail: 'Mail with the way in',
  enrol: 'First steps',
  webhook: 'Word to another program',
  invite: 'Invitation',
  task: 'Task',
  revoke: 'Access closed',
};

/** What a step of the fulfilment is called. */
export const stepWord = ({ kind }: Pick<Step, 'kind'>): string => stepKinds[kind] ?? kind;

const paymentWords: Record<string, string> = {
  created: 'begun',
  needs_action: 'waits for the bank’s question',
  processing: 'with the bank',
  succeeded: 'paid',
  failed: 'declined',
  cancelled: 'given up',
  unconfirmed: 'not confirmed yet',
};

export const paymentWord = (state: string): string => paymentWords[state] ?? state;

const providerWords: Record<string, string> = { stripe: 'Stripe', test: 'test checkout' };
export const providerWord = (provider: string): string => providerWords[provider] ?? provider;

/** "€490.00": cents on documents. */
export const exact = (minor: number, currency: string): string => money(minor, currency, true);

/** What an order brought, less what was given back. */
export const netMinor = ({ totalMinor, refundedMinor }: Pick<OrderSummary, 'totalMinor' | 'refundedMinor'>) =>
  totalMinor - refundedMinor;

/** One sum for each currency, the largest first. */
export function sumsOf(
  orders: Pick<OrderSummary, 'totalMinor' | 'refundedMinor' | 'currency'>[],
): { currency: string; minor: number }[] {
  const sums = new Map<string, number>();
  for (const order of orders) sums.set(order.currency, (sums.get(order.currency) ?? 0) + netMinor(order));
  return [...sums].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => b.minor - a.minor);
}

/** What is open to the buyer now. */
export const openRights = (entitlements: Entitlement[], now = Date.now()): Entitlement[] =>
  entitlements.filter(
    ({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now),
  );

/** The one sentence above the record: what is done, what waits, what failed. */
export function standing(order: Pick<Order, 'fulfilment' | 'state'>): {
  title: string;
  step: Step | undefined;
  tone: 'ok' | 'wait' | 'bad';
} {
  const open = order.fulfilment.filter(({ state }) => state !== 'done' && state !== 'cancelled');
  const failed = open.find(({ state }) => state === 'failed');
  const waits = open.find(({ state }) => state !== 'failed');
  const done = order.fulfilment.filter(({ state, kind }) => state === 'done' && kind !== 'revoke');
  const said = [stateWords[order.state].label, ...done.map((step) => doneWords[step.kind] ?? stepWord(step))];
  const lower = (words: string[]) =>
    words.map((word, at) => (at === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1)));
  if (failed)
    return {
      title: `${lower([...said, `${stepWord(failed)} failed`]).join(', ')}.`,
      step: failed,
      tone: 'bad',
    };
  if (waits)
    return {
      title: `${lower([...said, `${stepWord(waits)} waits`]).join(', ')}.`,
      step: waits,
      tone: 'wait',
    };
  return { title: `${lower(said).join(', ')}.`, step: undefined, tone: 'ok' };
}

const doneWords: Record<string, string> = {
  grant: 'access granted',
  mail: 'mail sent',
  enrol: 'first steps laid out',
};
