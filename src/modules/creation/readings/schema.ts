import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** One reader going through one version. */
export const readings = app.table('readings', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id').notNull(),
  leadId: uuid('lead_id'),
  clickId: uuid('click_id'),
  visitorHash: text('visitor_hash'),
  answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  stepsDone: text('steps_done').array().notNull().default([]),
  lastPosition: integer('last_position').notNull().default(1),
  furthestPosition: integer('furthest_position').notNull().default(1),
  gateOpenedAt: instant('gate_opened_at'),
  startedAt: instant('started_at').notNull(),
  lastReadAt: instant('last_read_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
