import { bigint, char, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** An intent to buy, kept whatever happens to the payment. */
export const checkouts = app.table('checkouts', {
  ...tenantColumns(),
  offerId: uuid('offer_id').notNull(),
  priceId: uuid('price_id').notNull(),
  leadId: uuid('lead_id'),
  videoId: uuid('video_id'),
  trialId: uuid('trial_id'),
  playbookId: uuid('playbook_id'),
  versionId: uuid('version_id'),
  clickId: uuid('click_id'),
  state: text({ enum: ['open', 'paying', 'unconfirmed', 'completed', 'failed', 'expired', 'cancelled'] })
    .notNull()
    .default('open'),
  provider: text({ enum: ['stripe', 'test'] }).notNull(),
  providerSessionId: text('provider_session_id'),
  idempotencyKey: text('idempotency_key').notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  discountMinor: bigint('discount_minor', { mode: 'number' }).notNull().default(0),
  taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
  currency: char({ length: 3 }).notNull(),
  email: text(),
  name: text(),
  company: text(),
  country: text(),
  taxId: text('tax_id'),
  billingAddress: jsonb('billing_address').$type<Record<string, unknown>>().notNull().default({}),
  variantAssignments: jsonb('variant_assignments').$type<Record<string, string>>().notNull().default({}),
  failureCode: text('failure_code'),
  failure: text(),
  waitReason: text('wait_reason'),
  nextCheckAt: instant('next_check_at'),
  openedAt: instant('opened_at').notNull(),
  triedAt: instant('tried_at'),
  completedAt: instant('completed_at'),
  expiresAt: instant('expires_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
