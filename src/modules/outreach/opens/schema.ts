import { boolean, integer, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const messageOpens = app.table('message_opens', {
  ...tenantColumns(),
  messageId: uuid('message_id').notNull(),
  occurredAt: instant('occurred_at').notNull(),
  ipHash: text('ip_hash'),
  network: text(),
  userAgent: text('user_agent'),
  isBot: boolean('is_bot').notNull().default(false),
  botReason: text('bot_reason'),
  classifierVersion: integer('classifier_version').notNull().default(0),
});

export const messageClicks = app.table('message_clicks', {
  ...tenantColumns(),
  messageId: uuid('message_id').notNull(),
  url: text().notNull(),
  linkId: uuid('link_id'),
  occurredAt: instant('occurred_at').notNull(),
  method: text().notNull().default('GET'),
  ipHash: text('ip_hash'),
  network: text(),
  userAgent: text('user_agent'),
  isBot: boolean('is_bot').notNull().default(false),
  botReason: text('bot_reason'),
  classifierVersion: integer('classifier_version').notNull().default(0),
});
