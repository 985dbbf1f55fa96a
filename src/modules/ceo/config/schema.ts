import { boolean, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant } from '#kernel/database';

/** What the CEO is told to be, one row a workspace. */
export const ceoConfigs = app.table('ceo_configs', {
  workspaceId: uuid('workspace_id').primaryKey(),
  personality: text().notNull().default(''),
  goals: jsonb().$type<string[]>().notNull().default([]),
  industry: text().notNull().default(''),
  voice: text().notNull().default(''),
  language: text().notNull().default('en'),
  isHourly: boolean('is_hourly').notNull().default(true),
  actsAbove: real('acts_above').notNull().default(0.75),
  stoppedAt: instant('stopped_at'),
  stoppedBy: uuid('stopped_by'),
  stoppedReason: text('stopped_reason'),
  updatedBy: uuid('updated_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
