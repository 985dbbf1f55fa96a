import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** The right that a purchase grants. */
export const entitlements = app.table('entitlements', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  orderId: uuid('order_id'),
  orderLineId: uuid('order_line_id'),
  kind: text({ enum: ['playbook', 'edition', 'clone', 'file', 'community', 'call', 'other'] }).notNull(),
  subjectId: uuid('subject_id'),
  label: text().notNull().default(''),
  usesAllowed: integer('uses_allowed'),
  usesTaken: integer('uses_taken').notNull().default(0),
  grantedAt: instant('granted_at').notNull(),
  expiresAt: instant('expires_at'),
  revokedAt: instant('revoked_at'),
  revokedReason: text('revoked_reason'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** The steps that grant it, each with its trigger, its state and why it waits. */
export const fulfilmentSteps = app.table('fulfilment_steps', {
  ...tenantColumns(),
  orderId: uuid('order_id').notNull(),
  position: integer().notNull(),
  kind: text({ enum: ['grant', 'mail', 'enrol', 'webhook', 'invite', 'task', 'revoke'] }).notNull(),
  triggerEvent: text('trigger_event').notNull().default('payment.completed'),
  settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  state: text({ enum: ['planned', 'running', 'done', 'unconfirmed', 'failed', 'cancelled'] })
    .notNull()
    .default('planned'),
  waitReason: text('wait_reason'),
  nextAttemptAt: instant('next_attempt_at'),
  attempts: integer().notNull().default(0),
  result: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  problem: text(),
  doneAt: instant('done_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const onboardings = app.table('onboardings', {
  ...tenantColumns(),
  orderId: uuid('order_id').notNull(),
  leadId: uuid('lead_id').notNull(),
  checklist: jsonb().$type<unknown[]>().notNull().default([]),
  state: text({ enum: ['started', 'finished', 'stalled', 'stopped'] })
    .notNull()
    .default('started'),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
