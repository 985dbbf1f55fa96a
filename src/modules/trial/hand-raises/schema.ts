import { boolean, integer, jsonb, real, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** When signals add up to a hand-raise, and what that sets off. */
export const handRaiseRules = app.table('hand_raise_rules', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id'),
  threshold: real().notNull(),
  condition: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  videoTemplateId: uuid('video_template_id'),
  videoDelayMinutes: integer('video_delay_minutes').notNull().default(0),
  rearmAfterDays: integer('rearm_after_days'),
  isActive: boolean('is_active').notNull().default(true),
  updatedBy: uuid('updated_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** A signal as it counted when a hand went up. */
export interface CountedSignal {
  signalId: string;
  ruleKey: string;
  name: string;
  weight: number;
  reason: string;
  at: string;
}

/** The moment signals added up: once per person, until armed again. */
export const handRaises = app.table('hand_raises', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  playbookId: uuid('playbook_id'),
  ruleId: uuid('rule_id'),
  total: real().notNull(),
  threshold: real().notNull(),
  signals: jsonb().$type<CountedSignal[]>().notNull(),
  readinessScore: real('readiness_score').notNull(),
  raisedAt: instant('raised_at').notNull(),
  rearmedAt: instant('rearmed_at'),
  rearmedBy: uuid('rearmed_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
