import { boolean, date, jsonb, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import { matches, replyKinds } from './kinds.ts';

export const threads = app.table('threads', {
  ...tenantColumns(),
  mailboxId: uuid('mailbox_id'),
  campaignId: uuid('campaign_id'),
  campaignProspectId: uuid('campaign_prospect_id'),
  leadId: uuid('lead_id'),
  email: text().notNull(),
  name: text(),
  subject: text().notNull().default(''),
  state: text({ enum: ['open', 'snoozed', 'done'] })
    .notNull()
    .default('open'),
  kind: text(),
  certainty: real(),
  needsLook: boolean('needs_look').notNull().default(false),
  snoozedUntil: instant('snoozed_until'),
  assigneeId: uuid('assignee_id'),
  lastReplyAt: instant('last_reply_at'),
  lastMessageAt: instant('last_message_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const replies = app.table('replies', {
  ...tenantColumns(),
  threadId: uuid('thread_id'),
  mailboxId: uuid('mailbox_id'),
  messageId: uuid('message_id'),
  rfcMessageId: text('rfc_message_id').notNull(),
  inReplyTo: text('in_reply_to'),
  rfcReferences: text('rfc_references').array().notNull().default([]),
  fromEmail: text('from_email').notNull(),
  fromName: text('from_name'),
  toEmail: text('to_email'),
  subject: text().notNull().default(''),
  text: text().notNull().default(''),
  newText: text('new_text').notNull().default(''),
  html: text(),
  matchedBy: text('matched_by', { enum: matches }),
  kind: text({ enum: replyKinds }).notNull().default('other'),
  certainty: real(),
  reasons: jsonb().$type<string[]>().notNull().default([]),
  classifier: text(),
  classifierVersion: text('classifier_version'),
  kindSetBy: uuid('kind_set_by'),
  returnsOn: date('returns_on'),
  language: text(),
  receivedAt: instant('received_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const threadMessages = app.table(
  'thread_messages',
  {
    workspaceId: uuid('workspace_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    messageId: uuid('message_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.messageId] })],
);
