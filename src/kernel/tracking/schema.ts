import { date, text } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const visitorSalts = app.table('visitor_salts', {
  ...tenantColumns(),
  day: date().notNull(),
  salt: text().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
