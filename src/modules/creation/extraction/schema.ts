import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** One run of making a method out of sources. */
export const extractions = app.table('extractions', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id'),
  sourceIds: uuid('source_ids').array().notNull(),
  state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] })
    .notNull()
    .default('queued'),
  stages: jsonb().$type<unknown[]>().notNull().default([]),
  result: jsonb().$type<Record<string, unknown>>(),
  openQuestions: jsonb('open_questions').$type<unknown[]>().notNull().default([]),
  passagesFound: integer('passages_found').notNull().default(0),
  stepsFound: integer('steps_found').notNull().default(0),
  composer: text().notNull().default('built-in'),
  model: text(),
  promptVersion: text('prompt_version'),
  problemCode: text('problem_code'),
  problem: text(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
});
