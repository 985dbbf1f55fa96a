import { z } from 'zod';
import { Id, Instant, PageQuery, Prose } from '#kernel/shapes';

export const OrderState = z.enum(['paid', 'part_refunded', 'refunded', 'disputed', 'lost_dispute']);

export const OrderQuery = PageQuery.extend({
  q: z.string().trim().max(200).optional().describe('part of a name or e-mail, or a number'),
  state: OrderState.optional(),
  leadId: Id.optional().describe('orders of one person'),
  offerId: Id.optional().describe('orders of one offer'),
});
export type OrderQuery = z.output<typeof OrderQuery>;

const Named = z.object({ id: Id, name: z.string() });

export const OrderSummary = z
  .object({
    id: Id,
    number: z.number().int(),
    state: OrderState,
    offer: Named.nullable(),
    lead: Named.nullable(),
    email: z.string(),
    totalMinor: z.number().int(),
    refundedMinor: z.number().int(),
    currency: z.string(),
    isTest: z.boolean(),
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    bookedAt: Instant,
  })
  .meta({ id: 'OrderSummary' });
export type OrderSummary = z.output<typeof OrderSummary>;

export const Refund = z
  .object({
    id: Id,
    amountMinor: z.number().int(),
    currency: z.string(),
    reason: z.string(),
    state: z.enum(['planned', 'sending', 'unconfirmed', 'done', 'failed']),
    revokesAccess: z.boolean(),
    waitReason: z.string().nullable().describe('why it is not done yet, or why it failed'),
    doneAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Refund' });
export type Refund = z.output<typeof Refund>;

export const Order = OrderSummary.extend({
  name: z.string().nullable(),
  billing: z.object({
    company: z.string().nullable(),
    country: z.string().nullable(),
    taxId: z.string().nullable(),
  }),
  subtotalMinor: z.number().int(),
  discountMinor: z.number().int(),
  taxMinor: z.number().int(),
  expert: Named.nullable(),
  purpose: z.string().nullable(),
  versionId: Id.nullable(),
  firstTouchAt: Instant.nullable(),
  conversionSeconds: z.number().int().nullable().describe('from the first touch to the payment'),
  lines: z.array(
    z.object({
      description: z.string(),
      quantity: z.number().int(),
      unitMinor: z.number().int(),
      discountMinor: z.number().int(),
      taxMinor: z.number().int(),
      totalMinor: z.number().int(),
    }),
  ),
  payments: z.array(
    z.object({
      id: Id,
      provider: z.string(),
      providerPaymentId: z.string(),
      state: z.string(),
      amountMinor: z.number().int(),
      currency: z.string(),
      failure: z.string().nullable(),
      asOf: Instant,
    }),
  ),
  refunds: z.array(Refund),
  refundableMinor: z.number().int().describe('what may still be given back'),
  entitlements: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      label: z.string(),
      grantedAt: Instant,
      expiresAt: Instant.nullable(),
      revokedAt: Instant.nullable(),
      revokedReason: z.string().nullable(),
    }),
  ),
  fulfilment: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      trigger: z.string(),
      state: z.enum(['planned', 'running', 'done', 'unconfirmed', 'failed', 'cancelled']),
      waitReason: z.string().nullable(),
      problem: z.string().nullable(),
      nextAttemptAt: Instant.nullable(),
      doneAt: Instant.nullable(),
    }),
  ),
  path: z.array(z.object({ at: Instant, kind: z.string(), label: z.string(), href: z.string().nullable() })),
  checkout: z.object({ id: Id, state: z.string(), provider: z.string(), openedAt: Instant }).nullable(),
  share: z
    .object({
      expert: Named,
      percent: z.number(),
      baseMinor: z.number().int(),
      shareMinor: z.number().int().describe('what is owed after refunds'),
    })
    .nullable(),
}).meta({ id: 'Order' });
export type Order = z.output<typeof Order>;

export const NewRefund = z
  .object({
    amountMinor: z.number().int().min(1).optional().describe('default: everything that is left'),
    reason: Prose(500).default(''),
    revokesAccess: z
      .boolean()
      .default(true)
      .describe('whether a refund of everything closes what was bought'),
  })
  .meta({ id: 'NewRefund' });
export type NewRefund = z.output<typeof NewRefund>;

export const QueuedMail = z.object({ messageId: Id, state: z.string() }).meta({ id: 'QueuedMail' });

export const OwnShares = z
  .object({
    data: z
      .array(
        z.object({
          id: Id,
          number: z.number().int().describe('of the order'),
          what: z.string().nullable(),
          percent: z.number(),
          baseMinor: z.number().int(),
          shareMinor: z.number().int().describe('negative where money was given back'),
          currency: z.string(),
          isTest: z.boolean(),
          bookedAt: Instant,
        }),
      )
      .describe('newest first, 500 at most'),
    sums: z
      .array(z.object({ currency: z.string(), minor: z.number().int() }))
      .describe('over everything, also beyond the rows'),
  })
  .meta({ id: 'OwnShares' });
export type OwnShares = z.output<typeof OwnShares>;
