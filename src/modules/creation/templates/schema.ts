import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const templates = app.table('templates', {
  ...tenantColumns(),
  key: text().notNull(),
  name: text().notNull(),
  category: text().notNull().default(''),
  outcome: text().notNull().default(''),
  description: text().notNull().default(''),
  content: jsonb().$type<Record<string, unknown>>().notNull(),
  variables: jsonb().$type<unknown[]>().notNull().default([]),
  formatVersion: integer('format_version').notNull().default(1),
  isBuiltIn: boolean('is_built_in').notNull().default(false),
  sourcePlaybookId: uuid('source_playbook_id'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});
