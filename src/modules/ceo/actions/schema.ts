import { integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const policies = app.table('policies', {
  ...tenantColumns(),
  actionKind: text('action_kind').notNull(),
  reach: text({ enum: ['inside', 'outside'] }).notNull(),
  mode: text({ enum: ['alone', 'ask', 'never'] }).notNull(),
  limits: jsonb().$type<{ maxPeople?: number | undefined }>().notNull().default({}),
  setBy: uuid('set_by'),
  setAt: instant('set_at').notNull(),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** One thing an action does to one subject, word for word. */
export interface ActionItem {
  subjectType: 'lead' | 'workspace';
  subjectId: string;
  name: string;
  title: string;
  text: string;
}

/** What takes an action back. */
export interface Inverse {
  taskIds: string[];
  messageIds: string[];
}

export const actions = app.table('actions', {
  ...tenantColumns(),
  insightId: uuid('insight_id'),
  conversationId: uuid('conversation_id'),
  policyId: uuid('policy_id'),
  kind: text().notNull(),
  reach: text({ enum: ['inside', 'outside'] }).notNull(),
  title: text().notNull(),
  items: jsonb().$type<ActionItem[]>().notNull().default([]),
  plan: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  inverse: jsonb().$type<Inverse>(),
  why: text().notNull().default(''),
  asksBecause: text('asks_because'),
  confidence: real(),
  state: text({
    enum: [
      'proposed',
      'waiting',
      'approved',
      'declined',
      'running',
      'done',
      'part_done',
      'failed',
      'unconfirmed',
      'undone',
      'expired',
    ],
  })
    .notNull()
    .default('proposed'),
  waitReason: text('wait_reason'),
  runsAt: instant('runs_at'),
  decideBy: instant('decide_by'),
  undoUntil: instant('undo_until'),
  reserved: jsonb().$type<Record<string, number>>().notNull().default({}),
  result: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  problem: text(),
  proposedAt: instant('proposed_at').notNull(),
  ranAt: instant('ran_at'),
  undoneAt: instant('undone_at'),
  undoneBy: uuid('undone_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const approvals = app.table('approvals', {
  ...tenantColumns(),
  actionId: uuid('action_id').notNull(),
  decision: text({ enum: ['approved', 'declined', 'changed'] }).notNull(),
  reason: text(),
  edits: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  itemCount: integer('item_count'),
  decidedBy: uuid('decided_by'),
  policyId: uuid('policy_id'),
  decidedAt: instant('decided_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
