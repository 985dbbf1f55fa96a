import { bigint, boolean, char, date, integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** A purchase: who, what, when, and the path that led there, copied because they must never change. */
export const orders = app.table('orders', {
  ...tenantColumns(),
  number: integer().notNull(),
  checkoutId: uuid('checkout_id'),
  leadId: uuid('lead_id'),
  offerId: uuid('offer_id'),
  kind: text({ enum: ['purchase', 'upsell', 'renewal'] })
    .notNull()
    .default('purchase'),
  state: text({ enum: ['paid', 'part_refunded', 'refunded', 'disputed', 'lost_dispute'] })
    .notNull()
    .default('paid'),
  subtotalMinor: bigint('subtotal_minor', { mode: 'number' }).notNull(),
  discountMinor: bigint('discount_minor', { mode: 'number' }).notNull().default(0),
  taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
  totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
  refundedMinor: bigint('refunded_minor', { mode: 'number' }).notNull().default(0),
  currency: char({ length: 3 }).notNull(),
  email: text().notNull(),
  name: text(),
  billing: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  playbookId: uuid('playbook_id'),
  versionId: uuid('version_id'),
  expertId: uuid('expert_id'),
  purpose: text(),
  firstTouchAt: instant('first_touch_at'),
  conversionSeconds: bigint('conversion_seconds', { mode: 'number' }),
  conversionPath: jsonb('conversion_path').$type<unknown[]>().notNull().default([]),
  variantAssignments: jsonb('variant_assignments').$type<Record<string, string>>().notNull().default({}),
  cohortWeek: date('cohort_week', { mode: 'string' }),
  provider: text().notNull(),
  providerPaymentId: text('provider_payment_id'),
  isTest: boolean('is_test').notNull().default(false),
  bookedAt: instant('booked_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const orderLines = app.table('order_lines', {
  ...tenantColumns(),
  orderId: uuid('order_id').notNull(),
  position: integer().notNull(),
  offerId: uuid('offer_id'),
  priceId: uuid('price_id'),
  description: text().notNull(),
  quantity: integer().notNull().default(1),
  unitMinor: bigint('unit_minor', { mode: 'number' }).notNull(),
  discountMinor: bigint('discount_minor', { mode: 'number' }).notNull().default(0),
  taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
  totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const refunds = app.table('refunds', {
  ...tenantColumns(),
  orderId: uuid('order_id').notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  currency: char({ length: 3 }).notNull(),
  reason: text().notNull().default(''),
  state: text({ enum: ['planned', 'sending', 'unconfirmed', 'done', 'failed'] })
    .notNull()
    .default('planned'),
  revokesAccess: boolean('revokes_access').notNull().default(true),
  providerRefundId: text('provider_refund_id'),
  idempotencyKey: text('idempotency_key').notNull(),
  problem: text(),
  askedBy: uuid('asked_by'),
  doneAt: instant('done_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** What an expert was promised. */
export const shareAgreements = app.table('share_agreements', {
  ...tenantColumns(),
  expertId: uuid('expert_id').notNull(),
  offerId: uuid('offer_id'),
  playbookId: uuid('playbook_id'),
  percent: real().notNull(),
  basis: text({ enum: ['net_of_tax', 'total'] })
    .notNull()
    .default('net_of_tax'),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at'),
  agreedBy: uuid('agreed_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** What an order owes an expert, or a refund takes back (negative). */
export const revenueShares = app.table('revenue_shares', {
  ...tenantColumns(),
  orderId: uuid('order_id').notNull(),
  refundId: uuid('refund_id'),
  agreementId: uuid('agreement_id'),
  expertId: uuid('expert_id').notNull(),
  baseMinor: bigint('base_minor', { mode: 'number' }).notNull(),
  percent: real().notNull(),
  shareMinor: bigint('share_minor', { mode: 'number' }).notNull(),
  currency: char({ length: 3 }).notNull(),
  payoutId: uuid('payout_id'),
  bookedAt: instant('booked_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
