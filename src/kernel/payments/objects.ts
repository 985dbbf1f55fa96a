import { z } from 'zod';

// What we read of the provider's objects, and nothing more: whatever else they hold is kept as it came. Fields that
// newer or older versions of the API leave out may be absent.

const Metadata = z.record(z.string(), z.string()).nullish();
/** An id, or the object itself where the provider expanded it. */
const Ref = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((value) => value ?? null);

export const SessionObject = z.object({
  id: z.string(),
  object: z.literal('checkout.session'),
  status: z.enum(['open', 'complete', 'expired']).nullish(),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  payment_intent: Ref,
  amount_total: z.number().int().nullish(),
  currency: z.string().length(3).nullish(),
  total_details: z
    .object({ amount_discount: z.number().int().default(0), amount_tax: z.number().int().default(0) })
    .nullish(),
  customer_details: z.object({ email: z.string().nullish(), name: z.string().nullish() }).nullish(),
  customer_email: z.string().nullish(),
  customer: Ref,
  url: z.string().nullish(),
  expires_at: z.number().int().nullish(),
  livemode: z.boolean().default(false),
  metadata: Metadata,
});
export type SessionObject = z.output<typeof SessionObject>;

export const IntentObject = z.object({
  id: z.string(),
  object: z.literal('payment_intent'),
  status: z.string(),
  amount: z.number().int(),
  amount_received: z.number().int().nullish(),
  currency: z.string().length(3),
  livemode: z.boolean().default(false),
  payment_method_types: z.array(z.string()).default([]),
  last_payment_error: z
    .object({
      code: z.string().nullish(),
      decline_code: z.string().nullish(),
      message: z.string().nullish(),
    })
    .nullish(),
  metadata: Metadata,
});
export type IntentObject = z.output<typeof IntentObject>;

export const RefundObject = z.object({
  id: z.string(),
  object: z.literal('refund'),
  amount: z.number().int().positive(),
  currency: z.string().length(3),
  status: z.string().nullish(),
  reason: z.string().nullish(),
  failure_reason: z.string().nullish(),
  created: z.number().int(),
  payment_intent: Ref,
  metadata: Metadata,
});
export type RefundObject = z.output<typeof RefundObject>;

export const ChargeObject = z.object({
  id: z.string(),
  object: z.literal('charge'),
  amount_refunded: z.number().int(),
  payment_intent: Ref,
  /** Only where it was asked for. */
  refunds: z.object({ data: z.array(RefundObject) }).nullish(),
  metadata: Metadata,
});
export type ChargeObject = z.output<typeof ChargeObject>;

export const DisputeObject = z.object({
  id: z.string(),
  object: z.literal('dispute'),
  amount: z.number().int(),
  status: z.string(),
  reason: z.string().nullish(),
  payment_intent: Ref,
  metadata: Metadata,
});
export type DisputeObject = z.output<typeof DisputeObject>;

/** What the provider says happened, signed. */
export const PaymentEvent = z.object({
  id: z.string().min(1).max(255),
  object: z.literal('event'),
  type: z.string().min(1).max(255),
  /** Seconds since 1970. */
  created: z.number().int().min(0).max(253_402_300_799),
  livemode: z.boolean().default(false),
  data: z.object({ object: z.looseObject({ id: z.string().optional(), metadata: Metadata }) }),
});
export type PaymentEvent = z.output<typeof PaymentEvent>;

/** Metadata that ties an object of the provider to a checkout of ours. */
export const Tie = z.object({ workspace_id: z.uuid(), checkout_id: z.uuid() });
export type Tie = z.output<typeof Tie>;
