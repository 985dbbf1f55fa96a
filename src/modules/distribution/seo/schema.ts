import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const seoChecks = app.table('seo_checks', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id').notNull(),
  score: integer().notNull(),
  findings: jsonb().$type<unknown[]>().notNull().default([]),
  checkerVersion: text('checker_version').notNull(),
  checkedAt: instant('checked_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
