import { bigint, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const auditEntries = app.table('audit_entries', {
  ...tenantColumns(),
  actorKind: text('actor_kind').notNull(),
  actorId: text('actor_id'),
  actorName: text('actor_name').notNull().default(''),
  action: text().notNull(),
  subjectType: text('subject_type').notNull(),
  subjectId: text('subject_id'),
  before: jsonb(),
  after: jsonb(),
  reason: text(),
  correlationId: text('correlation_id'),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const auditChain = app.table('audit_chain', {
  ...tenantColumns(),
  sequence: bigint({ mode: 'number' }).notNull(),
  entryId: uuid('entry_id').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
