import { bigint, char, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** Each attempt to take money, as the provider names it. */
export const payments = app.table('payments', {
  ...tenantColumns(),
  checkoutId: uuid('checkout_id'),
  orderId: uuid('order_id'),
  provider: text().notNull(),
  providerPaymentId: text('provider_payment_id').notNull(),
  state: text({
    enum: ['created', 'needs_action', 'processing', 'succeeded', 'failed', 'cancelled', 'unconfirmed'],
  }).notNull(),
  stateAsOf: instant('state_as_of').notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  currency: char({ length: 3 }).notNull(),
  method: text(),
  failureCode: text('failure_code'),
  failure: text(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** What the provider told us, once per its own id, kept before it is acted on. `object_id` is the checkout it is about. */
export const paymentEvents = app.table('payment_events', {
  ...tenantColumns(),
  provider: text().notNull(),
  externalId: text('external_id').notNull(),
  type: text().notNull(),
  objectId: text('object_id'),
  payload: jsonb().$type<Record<string, unknown>>().notNull(),
  happenedAt: instant('happened_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  state: text({ enum: ['received', 'handled', 'outdated', 'ignored', 'failed'] })
    .notNull()
    .default('received'),
  problem: text(),
  handledAt: instant('handled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
