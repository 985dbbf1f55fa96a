import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const sequences = app.table('sequences', {
  ...tenantColumns(),
  name: text().notNull(),
  kind: text({ enum: ['welcome', 'nurture', 'trial', 'onboarding', 'upsell', 'other'] })
    .notNull()
    .default('nurture'),
  state: text({ enum: ['draft', 'active', 'paused', 'archived'] })
    .notNull()
    .default('draft'),
  trigger: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  stopRules: jsonb('stop_rules').$type<Record<string, unknown>>().notNull().default({}),
  sendWindow: jsonb('send_window').$type<Record<string, unknown>>().notNull().default({}),
  pausedReason: text('paused_reason'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const sequenceSteps = app.table('sequence_steps', {
  ...tenantColumns(),
  sequenceId: uuid('sequence_id').notNull(),
  position: integer().notNull(),
  delayMinutes: integer('delay_minutes').notNull().default(0),
  condition: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  subject: text().notNull(),
  html: text().notNull(),
  text: text().notNull(),
  experimentId: uuid('experiment_id'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const enrollments = app.table('enrollments', {
  ...tenantColumns(),
  sequenceId: uuid('sequence_id').notNull(),
  leadId: uuid('lead_id').notNull(),
  state: text({ enum: ['active', 'finished', 'stopped', 'failed'] })
    .notNull()
    .default('active'),
  position: integer().notNull().default(0),
  nextAt: instant('next_at'),
  waitReason: text('wait_reason'),
  stoppedReason: text('stopped_reason'),
  enrolledBy: uuid('enrolled_by'),
  enrolledAt: instant('enrolled_at').notNull(),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
