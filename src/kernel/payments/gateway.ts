import type { IntentObject, RefundObject, SessionObject } from './objects.ts';

/** stripe, or test: the labelled stand-in that speaks through the same webhook. */
export type Provider = 'stripe' | 'test';

/** What a buyer is asked to pay, once. */
export interface SessionRequest {
  workspaceId: string;
  checkoutId: string;
  /** The same key with the same words gives the same session. */
  idempotencyKey: string;
  name: string;
  description: string;
  amountMinor: number;
  currency: string;
  email: string;
  successUrl: string;
  cancelUrl: string;
}

export interface RefundRequest {
  workspaceId: string;
  checkoutId: string;
  refundId: string;
  idempotencyKey: string;
  /** The provider's payment. */
  paymentId: string;
  amountMinor: number;
  currency: string;
  /** When it was asked for. */
  at: Date;
}

/**
 * The calls we make to a payment provider. None may be made inside a transaction.
 * Every one throws PaymentsDown (ask again) or PaymentRefused (no use).
 */
export interface Gateway {
  openSession(request: SessionRequest): Promise<SessionObject>;
  /** Closes a page for paying. Refused when it was paid meanwhile. */
  endSession(id: string): Promise<SessionObject>;
  findSession(id: string): Promise<SessionObject>;
  findIntent(id: string): Promise<IntentObject>;
  refund(request: RefundRequest): Promise<RefundObject>;
  /** Every refund of one payment, also those made elsewhere. */
  listRefunds(paymentId: string): Promise<RefundObject[]>;
}
