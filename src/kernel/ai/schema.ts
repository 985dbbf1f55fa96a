import { bigint, date, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const aiBudgets = app.table('ai_budgets', {
  ...tenantColumns(),
  monthlyLimitMinor: bigint('monthly_limit_minor', { mode: 'number' }).notNull(),
  currency: text().notNull().default('USD'),
  updatedBy: uuid('updated_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const aiSpend = app.table('ai_spend', {
  ...tenantColumns(),
  month: date().notNull(),
  currency: text().notNull().default('USD'),
  reservedMicros: bigint('reserved_micros', { mode: 'number' }).notNull().default(0),
  spentMicros: bigint('spent_micros', { mode: 'number' }).notNull().default(0),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const aiRuns = app.table('ai_runs', {
  ...tenantColumns(),
  task: text().notNull(),
  taskVersion: integer('task_version').notNull(),
  promptVersion: text('prompt_version').notNull(),
  promptHash: text('prompt_hash'),
  inputHash: text('input_hash').notNull(),
  subjectType: text('subject_type'),
  subjectId: uuid('subject_id'),
  state: text({ enum: ['reserved', 'completed', 'fell_back', 'refused', 'failed', 'unconfirmed'] }).notNull(),
  maker: text().notNull(),
  provider: text(),
  model: text(),
  output: jsonb(),
  reason: text(),
  error: text(),
  attempts: integer().notNull().default(0),
  tokensIn: integer('tokens_in').notNull().default(0),
  tokensOut: integer('tokens_out').notNull().default(0),
  reservedMicros: bigint('reserved_micros', { mode: 'number' }).notNull().default(0),
  costMicros: bigint('cost_micros', { mode: 'number' }).notNull().default(0),
  currency: text().notNull().default('USD'),
  durationMs: integer('duration_ms'),
  correlationId: text('correlation_id'),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
