import {
  ChargeObject,
  DisputeObject,
  IntentObject,
  type PaymentEvent,
  RefundObject,
  SessionObject,
} from '#kernel/payments';
import {
  type PaymentState,
  paidByIntent,
  paidBySession,
  paymentIdOf,
  paymentOf,
  refundOf,
  sessionPayment,
  type Told,
  type ToldPaid,
  type ToldPayment,
  type ToldRefund,
} from './told.ts';

export type { Told, ToldPaid } from './told.ts';

/** One thing that the provider told us, as it is kept. */
export interface Kept {
  externalId: string;
  type: string;
  happenedAt: Date;
  object: PaymentEvent['data']['object'];
}

/** An event as `fold` takes it. */
export const keptOf = ({ id, type, created, data }: PaymentEvent): Kept => ({
  externalId: id,
  type,
  happenedAt: new Date(created * 1000),
  object: data.object,
});

const INTENT_STATES: Readonly<Record<string, PaymentState>> = {
  'payment_intent.created': 'created',
  'payment_intent.processing': 'processing',
  'payment_intent.requires_action': 'needs_action',
  'payment_intent.payment_failed': 'failed',
  'payment_intent.canceled': 'cancelled',
  'payment_intent.succeeded': 'succeeded',
};
const RANK: Readonly<Record<PaymentState, number>> = {
  created: 0,
  processing: 1,
  needs_action: 2,
  failed: 3,
  cancelled: 4,
  succeeded: 5,
};
const SESSION_EVENTS = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
]);

/** Whether news of this type changes anything here. */
export const isHeard = (type: string): boolean =>
  type in INTENT_STATES ||
  SESSION_EVENTS.has(type) ||
  type === 'charge.refunded' ||
  /^(refund|charge\.refund)\./.test(type) ||
  type.startsWith('charge.dispute.');

/**
 * Works out where a checkout stands from everything the provider told, in whatever order it came: the result is the
 * same for every order of arrival, and for repetitions. Times are the provider's and whole seconds, so news of the same
 * second is ordered by what can follow what: what is paid stays paid, a refund that failed stays failed.
 */
export function fold(kept: Kept[]): Told {
  const news = [...new Map(kept.map((event) => [event.externalId, event])).values()].sort(
    (a, b) => a.happenedAt.getTime() - b.happenedAt.getTime() || compare(a.externalId, b.externalId),
  );
  const intents = new Latest<ToldPayment>(({ state, asOf }) => [
    state === 'succeeded' ? 1 : 0,
    asOf.getTime(),
    RANK[state],
  ]);
  const refunds = new Latest<ToldRefund>(({ state }) => [state === 'pending' ? 0 : state === 'done' ? 1 : 2]);
  const disputes = new Latest<{ id: string; state: 'open' | 'won' | 'lost'; at: Date }>(({ state, at }) => [
    state === 'open' ? 0 : 1,
    at.getTime(),
    state === 'lost' ? 1 : 0,
  ]);
  const paid = new Map<string, ToldPaid>();
  const expiredSessions = new Set<string>();
  const unpaidSessions = new Set<string>();
  // Only the payment itself says how it is paid, whoever of the others speaks last.
  const methods = new Map<string, string>();
  const endedSessions = new Set<string>();

  for (const { externalId, type, happenedAt, object } of news) {
    const intentState = INTENT_STATES[type];
    if (intentState) {
      const intent = IntentObject.parse(object);
      intents.add(intent.id, externalId, paymentOf(intent, intentState, happenedAt));
      if (intent.payment_method_types[0]) methods.set(intent.id, intent.payment_method_types[0]);
      if (intentState === 'succeeded') keepPaid(paid, paidByIntent(intent, happenedAt));
    } else if (SESSION_EVENTS.has(type)) {
      const session = SessionObject.parse(object);
      if (type === 'checkout.session.expired') expiredSessions.add(session.id);
      else if (type === 'checkout.session.async_payment_failed') {
        endedSessions.add(session.id);
        intents.add(paymentIdOf(session), externalId, {
          ...sessionPayment(session, 'failed', happenedAt),
          failureCode: 'async_payment_failed',
          failure: 'The bank did not carry out the payment.',
        });
      } else if (session.payment_status === 'unpaid') {
        unpaidSessions.add(session.id);
        intents.add(paymentIdOf(session), externalId, sessionPayment(session, 'processing', happenedAt));
      } else {
        endedSessions.add(session.id);
        intents.add(paymentIdOf(session), externalId, sessionPayment(session, 'succeeded', happenedAt));
        keepPaid(paid, paidBySession(session, happenedAt));
      }
    } else if (type === 'charge.refunded') {
      for (const refund of ChargeObject.parse(object).refunds?.data ?? [])
        refunds.add(refund.id, externalId, refundOf(refund, happenedAt));
    } else if (/^(refund|charge\.refund)\./.test(type)) {
      const refund = RefundObject.parse(object);
      refunds.add(refund.id, externalId, refundOf(refund, happenedAt));
    } else if (type.startsWith('charge.dispute.')) {
      const dispute = DisputeObject.parse(object);
      const state = /^(won|warning_closed|prevented)$/.test(dispute.status)
        ? 'won'
        : dispute.status === 'lost'
          ? 'lost'
          : 'open';
      disputes.add(dispute.id, externalId, { id: dispute.id, state, at: happenedAt });
    }
  }

  const inTime = [...paid.values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || compare(a.paymentId, b.paymentId),
  );
  const states = disputes.values().map(({ state }) => state);
  return {
    payments: intents.values().map((payment) => ({ ...payment, method: methods.get(payment.id) ?? null })),
    paid: inTime[0] ?? null,
    surplus: inTime.slice(1).map(({ paymentId }) => paymentId),
    isAwaited: [...unpaidSessions].some((id) => !endedSessions.has(id)),
    expiredSessions: [...expiredSessions],
    refunds: refunds.values(),
    dispute: states.includes('lost') ? 'lost' : states.includes('open') ? 'open' : (states[0] ?? null),
    outdated: [...intents.outdated, ...refunds.outdated, ...disputes.outdated],
  };
}

/** Keeps, of what was said about each thing, what counts most; remembers which news lost. */
class Latest<T> {
  readonly #known = new Map<string, { value: T; externalId: string }>();
  readonly outdated: string[] = [];
  constructor(private readonly weigh: (value: T) => number[]) {}

  add(id: string, externalId: string, value: T): void {
    const known = this.#known.get(id);
    const isNewer = !known || heavier(this.weigh(value), this.weigh(known.value));
    if (known) {
      const loser = isNewer ? known : { value, externalId };
      const same = !heavier(this.weigh(known.value), this.weigh(value)) && !isNewer;
      if (!same) this.outdated.push(loser.externalId);
    }
    if (isNewer) this.#known.set(id, { value, externalId });
  }

  values(): T[] {
    return [...this.#known.values()].map(({ value }) => value);
  }
}

const heavier = (a: number[], b: number[]): boolean => {
  const index = a.findIndex((part, place) => part !== b[place]);
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
// Two kinds of news tell of one payment: the earlier gives the time, and whichever knows more gives the rest.
function keepPaid(paid: Map<string, ToldPaid>, next: ToldPaid): void {
  const known = paid.get(next.paymentId);
  if (!known) {
    paid.set(next.paymentId, next);
    return;
  }
  paid.set(next.paymentId, {
    paymentId: next.paymentId,
    at: known.at < next.at ? known.at : next.at,
    totalMinor: Math.max(known.totalMinor, next.totalMinor),
    taxMinor: Math.max(known.taxMinor, next.taxMinor),
    discountMinor: Math.max(known.discountMinor, next.discountMinor),
    currency: known.currency || next.currency,
    isLive: known.isLive || next.isLive,
    email: known.email ?? next.email,
    name: known.name ?? next.name,
  });
}
