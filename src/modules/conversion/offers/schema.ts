import { bigint, boolean, char, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const offers = app.table('offers', {
  ...tenantColumns(),
  slug: text().notNull(),
  name: text().notNull(),
  headline: text().notNull().default(''),
  description: text().notNull().default(''),
  contents: jsonb().$type<unknown[]>().notNull().default([]),
  guarantee: text().notNull().default(''),
  termsUrl: text('terms_url'),
  playbookId: uuid('playbook_id'),
  expertId: uuid('expert_id'),
  purpose: text(),
  state: text({ enum: ['draft', 'active', 'archived'] })
    .notNull()
    .default('draft'),
  grants: jsonb().$type<unknown[]>().notNull().default([]),
  fulfilment: jsonb().$type<unknown[]>().notNull().default([]),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** What an offer costs; a new amount is a new row, so that orders keep the one they were made on. */
export const prices = app.table('prices', {
  ...tenantColumns(),
  offerId: uuid('offer_id').notNull(),
  kind: text({ enum: ['one_time', 'recurring'] })
    .notNull()
    .default('one_time'),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  currency: char({ length: 3 }).notNull(),
  recursEvery: text('recurs_every', { enum: ['week', 'month', 'year'] }),
  label: text().notNull().default(''),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: instant('created_at').notNull().defaultNow(),
});
