import { boolean, integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** What counts as a signal and how much. */
export const signalRules = app.table('signal_rules', {
  ...tenantColumns(),
  key: text().notNull(),
  name: text().notNull(),
  condition: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  weight: real().notNull(),
  halfLifeDays: integer('half_life_days'),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** One weighted observation of one person; never edited. */
export const signals = app.table('signals', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  playbookId: uuid('playbook_id'),
  ruleKey: text('rule_key').notNull(),
  weight: real().notNull(),
  reason: text().notNull(),
  evidence: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  dedupeKey: text('dedupe_key').notNull(),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
