import { integer, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import { sendStates } from './kinds.ts';

export const plannedSends = app.table('planned_sends', {
  ...tenantColumns(),
  campaignId: uuid('campaign_id').notNull(),
  campaignProspectId: uuid('campaign_prospect_id').notNull(),
  variantMailId: uuid('variant_mail_id'),
  mailboxId: uuid('mailbox_id'),
  position: integer().notNull(),
  state: text({ enum: sendStates }).notNull().default('planned'),
  earliestAt: instant('earliest_at').notNull(),
  plannedAt: instant('planned_at').notNull(),
  waitCode: text('wait_code'),
  waitReason: text('wait_reason'),
  movesAt: instant('moves_at'),
  messageId: uuid('message_id'),
  attempts: smallint().notNull().default(0),
  claimedBy: text('claimed_by'),
  claimedAt: instant('claimed_at'),
  sentAt: instant('sent_at'),
  problem: text(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
