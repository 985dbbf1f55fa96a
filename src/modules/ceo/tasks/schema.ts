import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const tasks = app.table('tasks', {
  ...tenantColumns(),
  type: text().notNull(),
  title: text().notNull(),
  description: text().notNull().default(''),
  input: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  output: jsonb().$type<Record<string, unknown>>(),
  state: text({ enum: ['pending', 'in_progress', 'completed', 'failed', 'unconfirmed', 'cancelled'] })
    .notNull()
    .default('pending'),
  priority: text({ enum: ['low', 'medium', 'high'] })
    .notNull()
    .default('medium'),
  doer: text({ enum: ['machine', 'person'] })
    .notNull()
    .default('machine'),
  assigneeId: uuid('assignee_id'),
  leadId: uuid('lead_id'),
  actionId: uuid('action_id'),
  insightId: uuid('insight_id'),
  subjectType: text('subject_type'),
  subjectId: uuid('subject_id'),
  waitReason: text('wait_reason'),
  runsAt: instant('runs_at'),
  dueAt: instant('due_at'),
  attempts: integer().notNull().default(0),
  error: text(),
  createdBy: uuid('created_by'),
  startedAt: instant('started_at'),
  completedAt: instant('completed_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  deletedAt: instant('deleted_at'),
});

export const taskRuns = app.table('task_runs', {
  ...tenantColumns(),
  taskId: uuid('task_id').notNull(),
  attempt: integer().notNull(),
  state: text({ enum: ['running', 'completed', 'failed', 'unconfirmed', 'stopped'] })
    .notNull()
    .default('running'),
  steps: jsonb().$type<unknown[]>().notNull().default([]),
  output: jsonb().$type<Record<string, unknown>>(),
  error: text(),
  aiRunId: uuid('ai_run_id'),
  correlationId: text('correlation_id'),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
