import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import type { KeptAnswer } from './kept.ts';

export const conversations = app.table('conversations', {
  ...tenantColumns(),
  title: text().notNull().default(''),
  ownerId: uuid('owner_id'),
  lastMessageAt: instant('last_message_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

export const conversationMessages = app.table('conversation_messages', {
  ...tenantColumns(),
  conversationId: uuid('conversation_id').notNull(),
  role: text({ enum: ['person', 'ceo'] }).notNull(),
  content: text().notNull(),
  query: jsonb().$type<KeptAnswer>(),
  rows: jsonb().$type<KeptAnswer['table']>(),
  rowCount: integer('row_count'),
  refusal: text(),
  composer: text(),
  model: text(),
  aiRunId: uuid('ai_run_id'),
  state: text({ enum: ['answering', 'done', 'stopped', 'failed'] })
    .notNull()
    .default('done'),
  problem: text(),
  authorId: uuid('author_id'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
