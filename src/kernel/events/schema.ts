import { integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant } from '#kernel/database';

export const events = app.table(
  'events',
  {
    id: uuid().notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    name: text().notNull(),
    version: integer().notNull().default(1),
    payload: jsonb().notNull(),
    actor: jsonb().notNull(),
    correlationId: text('correlation_id'),
    occurredAt: instant('occurred_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.occurredAt] })],
);

export const eventReceipts = app.table(
  'event_receipts',
  {
    listener: text().notNull(),
    eventId: uuid('event_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.listener, table.eventId] })],
);
