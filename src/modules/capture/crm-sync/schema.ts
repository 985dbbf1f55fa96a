import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const crmMappings = app.table('crm_mappings', {
  ...tenantColumns(),
  connectionId: uuid('connection_id').notNull(),
  object: text().notNull().default('contact'),
  ourField: text('our_field').notNull(),
  theirField: text('their_field').notNull(),
  direction: text({ enum: ['push', 'pull', 'both'] })
    .notNull()
    .default('both'),
  whoWins: text('who_wins', { enum: ['ours', 'theirs', 'newest', 'ask'] })
    .notNull()
    .default('newest'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const crmRecords = app.table('crm_records', {
  ...tenantColumns(),
  connectionId: uuid('connection_id').notNull(),
  leadId: uuid('lead_id').notNull(),
  object: text().notNull().default('contact'),
  externalId: text('external_id').notNull(),
  agreed: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  conflicts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  state: text({ enum: ['synced', 'pending', 'unconfirmed', 'conflict', 'failed'] })
    .notNull()
    .default('synced'),
  problem: text(),
  nextSyncAt: instant('next_sync_at'),
  syncedAt: instant('synced_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const crmSyncRuns = app.table('crm_sync_runs', {
  ...tenantColumns(),
  connectionId: uuid('connection_id').notNull(),
  direction: text({ enum: ['push', 'pull'] }).notNull(),
  state: text({ enum: ['running', 'done', 'failed'] })
    .notNull()
    .default('running'),
  cursor: text(),
  createdCount: integer('created_count').notNull().default(0),
  updatedCount: integer('updated_count').notNull().default(0),
  conflictCount: integer('conflict_count').notNull().default(0),
  failedCount: integer('failed_count').notNull().default(0),
  problem: text(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
