import { boolean, customType, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import type { Actor } from '#context';
import { app, instant, tenantColumns } from '#kernel/database';

export const streams = ['transactional', 'marketing', 'outreach'] as const;
/** Kinds of mail that never mix: own sender, own server, own suppression. */
export type Stream = (typeof streams)[number];

export const messageStates = [
  'queued',
  'sending',
  'sent',
  'held',
  'failed',
  'bounced',
  'unconfirmed',
  'cancelled',
] as const;
export type MessageState = (typeof messageStates)[number];

export const suppressionReasons = [
  'unsubscribe',
  'hard_bounce',
  'complaint',
  'manual',
  'erasure',
  'reply',
  'import',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

export type Transport = 'catcher' | 'smtp';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const messages = app.table('messages', {
  ...tenantColumns(),
  stream: text({ enum: streams }).notNull(),
  kind: text().notNull(),
  toEmail: text('to_email').notNull(),
  toName: text('to_name'),
  fromEmail: text('from_email').notNull(),
  fromName: text('from_name'),
  replyTo: text('reply_to'),
  subject: text().notNull(),
  html: text(),
  text: text().notNull(),
  headers: jsonb().$type<Record<string, string>>().notNull().default({}),
  rfcMessageId: text('rfc_message_id').notNull(),
  inReplyTo: text('in_reply_to'),
  dedupeKey: text('dedupe_key'),
  secret: boolean().notNull().default(false),
  leadId: uuid('lead_id'),
  enrollmentId: uuid('enrollment_id'),
  sequenceStepId: uuid('sequence_step_id'),
  campaignId: uuid('campaign_id'),
  variantId: uuid('variant_id'),
  prospectId: uuid('prospect_id'),
  mailboxId: uuid('mailbox_id'),
  state: text({ enum: messageStates }).notNull().default('queued'),
  reasonCode: text('reason_code'),
  reason: text(),
  sendAt: instant('send_at').notNull(),
  nextAttemptAt: instant('next_attempt_at'),
  attempts: integer().notNull().default(0),
  claimedAt: instant('claimed_at'),
  transport: text({ enum: ['catcher', 'smtp'] }),
  smtpCode: integer('smtp_code'),
  smtpResponse: text('smtp_response'),
  sentAt: instant('sent_at'),
  bouncedAt: instant('bounced_at'),
  correlationId: text('correlation_id'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const messageAttempts = app.table('message_attempts', {
  ...tenantColumns(),
  messageId: uuid('message_id').notNull(),
  number: integer().notNull(),
  transport: text({ enum: ['catcher', 'smtp'] }).notNull(),
  outcome: text({ enum: ['accepted', 'refused', 'deferred', 'not-reached', 'unknown'] }),
  smtpCode: integer('smtp_code'),
  response: text(),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const suppressions = app.table('suppressions', {
  ...tenantColumns(),
  stream: text({ enum: ['all', ...streams] }).notNull(),
  email: text(),
  emailHash: text('email_hash').notNull(),
  reason: text({ enum: suppressionReasons }).notNull(),
  detail: text(),
  messageId: uuid('message_id'),
  leadId: uuid('lead_id'),
  actor: jsonb().$type<Actor>().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  liftedAt: instant('lifted_at'),
  liftedBy: jsonb('lifted_by').$type<Actor>(),
});

export const unsubscribeTokens = app.table('unsubscribe_tokens', {
  ...tenantColumns(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id').notNull(),
  stream: text({ enum: ['marketing', 'outreach'] }).notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  usedAt: instant('used_at'),
});

/** One header line as it stood in the mail. */
export interface HeaderLine {
  name: string;
  value: string;
}

export interface AttachmentNote {
  name: string;
  mediaType: string;
  sizeBytes: number;
}

export const caughtMails = app.table('caught_mails', {
  ...tenantColumns(),
  messageId: uuid('message_id'),
  rfcMessageId: text('rfc_message_id').notNull(),
  fromAddress: text('from_address').notNull(),
  toAddresses: text('to_addresses').array().notNull(),
  subject: text().notNull().default(''),
  preview: text().notNull().default(''),
  text: text().notNull().default(''),
  html: text(),
  headers: jsonb().$type<HeaderLine[]>().notNull().default([]),
  attachments: jsonb().$type<AttachmentNote[]>().notNull().default([]),
  raw: bytea().notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  receivedAt: instant('received_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export type MessageRow = typeof messages.$inferSelect;
export type NewMessage = typeof messages.$inferInsert;
export type AttemptRow = typeof messageAttempts.$inferSelect;
export type SuppressionRow = typeof suppressions.$inferSelect;
export type CaughtMailRow = typeof caughtMails.$inferSelect;
