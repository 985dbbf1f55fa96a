import { boolean, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const channels = app.table('channels', {
  ...tenantColumns(),
  kind: text().notNull(),
  name: text().notNull(),
  handle: text(),
  url: text(),
  connectionId: uuid('connection_id'),
  isAssisted: boolean('is_assisted').notNull().default(false),
  rules: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  utmSource: text('utm_source'),
  utmMedium: text('utm_medium'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});
