import type { IntentObject, RefundObject, SessionObject } from '#kernel/payments';

export type PaymentState = 'created' | 'processing' | 'needs_action' | 'failed' | 'cancelled' | 'succeeded';

export interface ToldPayment {
  id: string;
  state: PaymentState;
  asOf: Date;
  amountMinor: number;
  currency: string;
  method: string | null;
  failureCode: string | null;
  failure: string | null;
}

export interface ToldRefund {
  id: string;
  /** Our own row, when we asked for it. */
  ourId: string | null;
  state: 'pending' | 'done' | 'failed';
  amountMinor: number;
  reason: string;
  problem: string | null;
  at: Date;
}

/** The money of one order, and when it arrived. */
export interface ToldPaid {
  paymentId: string;
  at: Date;
  totalMinor: number;
  taxMinor: number;
  discountMinor: number;
  currency: string;
  isLive: boolean;
  email: string | null;
  name: string | null;
}

/** What follows from everything that was told about one checkout. */
export interface Told {
  payments: ToldPayment[];
  /** Null while nothing was paid. The first when there are several. */
  paid: ToldPaid | null;
  /** Payments beyond the first: the buyer paid twice. */
  surplus: string[];
  /** The buyer is done, the bank is not. */
  isAwaited: boolean;
  expiredSessions: string[];
  refunds: ToldRefund[];
  dispute: 'open' | 'won' | 'lost' | null;
  /** External ids of news that newer news had overtaken. */
  outdated: string[];
}

export const paymentIdOf = (session: SessionObject): string => session.payment_intent ?? session.id;

export function paymentOf(intent: IntentObject, state: PaymentState, asOf: Date): ToldPayment {
  const failed = state === 'failed' ? intent.last_payment_error : null;
  return {
    id: intent.id,
    state,
    asOf,
    amountMinor: intent.amount,
    currency: intent.currency.toUpperCase(),
    method: null,
    failureCode: failed ? (failed.decline_code ?? failed.code ?? 'declined') : null,
    failure: failed ? (failed.message ?? 'The bank declined.') : null,
  };
}

export const sessionPayment = (session: SessionObject, state: PaymentState, asOf: Date): ToldPayment => ({
  id: paymentIdOf(session),
  state,
  asOf,
  amountMinor: session.amount_total ?? 0,
  currency: (session.currency ?? '').toUpperCase(),
  method: null,
  failureCode: null,
  failure: null,
});

export const paidByIntent = (intent: IntentObject, at: Date): ToldPaid => ({
  paymentId: intent.id,
  at,
  totalMinor: intent.amount_received ?? intent.amount,
  taxMinor: 0,
  discountMinor: 0,
  currency: intent.currency.toUpperCase(),
  isLive: intent.livemode,
  email: null,
  name: null,
});

export const paidBySession = (session: SessionObject, at: Date): ToldPaid => ({
  paymentId: paymentIdOf(session),
  at,
  totalMinor: session.amount_total ?? 0,
  taxMinor: session.total_details?.amount_tax ?? 0,
  discountMinor: session.total_details?.amount_discount ?? 0,
  currency: (session.currency ?? '').toUpperCase(),
  isLive: session.livemode,
  email: session.customer_details?.email ?? null,
  name: session.customer_details?.name ?? null,
});

export function refundOf(refund: RefundObject, at: Date): ToldRefund {
  const state =
    refund.status === 'succeeded'
      ? 'done'
      : refund.status === 'failed' || refund.status === 'canceled'
        ? 'failed'
        : 'pending';
  return {
    id: refund.id,
    ourId: refund.metadata?.refund_id ?? null,
    state,
    amountMinor: refund.amount,
    reason: (refund.reason ?? '').replaceAll('_', ' '),
    problem:
      state === 'failed'
        ? `The bank did not take it back${refund.failure_reason ? `: ${refund.failure_reason.replaceAll('_', ' ')}` : ''}.`
        : null,
    at,
  };
}
