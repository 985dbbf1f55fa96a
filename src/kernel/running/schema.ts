import { jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** A named part of longer work, with how far it is. */
export interface WorkStage {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number | null;
}

/** Longer work that a person may leave and find again. */
export const runningWork = app.table('running_work', {
  ...tenantColumns(),
  kind: text().notNull(),
  title: text().notNull(),
  subjectType: text('subject_type'),
  subjectId: uuid('subject_id'),
  state: text({ enum: ['waiting', 'running', 'done', 'failed', 'stopped'] })
    .notNull()
    .default('running'),
  stages: jsonb().$type<WorkStage[]>().notNull().default([]),
  waitReason: text('wait_reason'),
  problem: text(),
  openPath: text('open_path'),
  startedBy: uuid('started_by'),
  stoppedBy: uuid('stopped_by'),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
