import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** A whole workspace as one file, out or in. */
export const archives = app.table('archives', {
  ...tenantColumns(),
  direction: text({ enum: ['export', 'import'] }).notNull(),
  state: text({ enum: ['queued', 'running', 'done', 'failed'] })
    .notNull()
    .default('queued'),
  fileId: uuid('file_id'),
  formatVersion: integer('format_version').notNull().default(1),
  manifest: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  checksum: text(),
  problem: text(),
  askedBy: uuid('asked_by'),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
