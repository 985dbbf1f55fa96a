import { bigint, boolean, date, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import type { Plan, Resource } from './plans.ts';

export const organizationPlans = app.table('organization_plans', {
  organizationId: uuid('organization_id').primaryKey(),
  plan: text().$type<Plan>().notNull().default('free'),
  limitsEnforced: boolean('limits_enforced').notNull().default(false),
  limitOverrides: jsonb('limit_overrides')
    .$type<Partial<Record<Resource, number | null>>>()
    .notNull()
    .default({}),
  state: text({ enum: ['active', 'trialing', 'past_due', 'canceled', 'unpaid', 'incomplete'] })
    .notNull()
    .default('active'),
  stripeCustomerId: text('stripe_customer_id'),
  stripeSubscriptionId: text('stripe_subscription_id'),
  stripePriceId: text('stripe_price_id'),
  currentPeriodStart: instant('current_period_start'),
  currentPeriodEnd: instant('current_period_end'),
  cancelAtPeriodEnd: boolean('cancel_at_period_end').notNull().default(false),
  canceledAt: instant('canceled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const usageCounters = app.table(
  'usage_counters',
  {
    organizationId: uuid('organization_id').notNull(),
    resource: text().notNull(),
    month: date().notNull(),
    used: bigint({ mode: 'number' }).notNull().default(0),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.resource, table.month] })],
);

export const usageRecords = app.table('usage_records', {
  ...tenantColumns(),
  organizationId: uuid('organization_id').notNull(),
  resource: text().notNull(),
  quantity: bigint({ mode: 'number' }).notNull(),
  month: date().notNull(),
  subjectType: text('subject_type'),
  subjectId: uuid('subject_id'),
  actorKind: text('actor_kind').notNull().default('system'),
  actorId: text('actor_id'),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
