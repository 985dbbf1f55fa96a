import { jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const experts = app.table('experts', {
  ...tenantColumns(),
  name: text().notNull(),
  slug: text().notNull(),
  trade: text().notNull().default(''),
  bio: text().notNull().default(''),
  email: text(),
  websiteUrl: text('website_url'),
  timeZone: text('time_zone'),
  photoFileId: uuid('photo_file_id'),
  userId: uuid('user_id'),
  voice: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  profiles: jsonb().$type<unknown[]>().notNull().default([]),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});
