import { boolean, integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const scoringRules = app.table('scoring_rules', {
  ...tenantColumns(),
  score: text({ enum: ['fit', 'engagement'] }).notNull(),
  key: text().notNull(),
  name: text().notNull(),
  condition: jsonb().$type<Record<string, unknown>>().notNull(),
  points: integer().notNull(),
  halfLifeDays: integer('half_life_days'),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Why a score is what it is; never edited. */
export const scoreChanges = app.table('score_changes', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  score: text({ enum: ['fit', 'engagement', 'readiness'] }).notNull(),
  delta: real().notNull(),
  total: real().notNull(),
  ruleKey: text('rule_key'),
  reason: text().notNull(),
  evidence: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  model: text().notNull().default('rules'),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
