import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const savedViews = app.table('saved_views', {
  ...tenantColumns(),
  area: text().notNull(),
  name: text().notNull(),
  query: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  position: integer().notNull().default(0),
  ownerId: uuid('owner_id'),
  isShared: boolean('is_shared').notNull().default(false),
  updatedBy: uuid('updated_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
