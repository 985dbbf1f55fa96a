import { boolean, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const watches = app.table('watches', {
  ...tenantColumns(),
  source: text().notNull(),
  query: text().notNull(),
  feedUrl: text('feed_url'),
  connectionId: uuid('connection_id'),
  playbookId: uuid('playbook_id'),
  isActive: boolean('is_active').notNull().default(true),
  cursor: text(),
  lastCheckedAt: instant('last_checked_at'),
  nextCheckAt: instant('next_check_at'),
  problem: text(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const mentions = app.table('mentions', {
  ...tenantColumns(),
  watchId: uuid('watch_id'),
  source: text().notNull(),
  externalId: text('external_id').notNull(),
  url: text().notNull(),
  author: text(),
  authorUrl: text('author_url'),
  title: text(),
  body: text().notNull().default(''),
  sentence: text(),
  language: text(),
  sentiment: real(),
  mood: text(),
  classifierVersion: text('classifier_version'),
  worth: real(),
  worthReasons: jsonb('worth_reasons').$type<unknown[]>().notNull().default([]),
  state: text({ enum: ['new', 'drafted', 'replied', 'dismissed'] })
    .notNull()
    .default('new'),
  replyDraft: text('reply_draft'),
  replyUrl: text('reply_url'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  saidAt: instant('said_at').notNull(),
  foundAt: instant('found_at').notNull().defaultNow(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
