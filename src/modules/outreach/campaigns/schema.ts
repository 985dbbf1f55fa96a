import { bigint, boolean, integer, jsonb, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import type { Stage } from '../profiles/schema.ts';
import type { SendWindow } from '../sends/zone.ts';
import type { MailChecks } from './checks.ts';
import { angles, campaignStates } from './kinds.ts';

/** What a campaign's owner may set. */
export interface CampaignSettings {
  trackOpens?: boolean;
  trackClicks?: boolean;
  stopForCompany?: boolean;
  postalAddress?: string;
  senderName?: string;
}

const tally = (name?: string) =>
  (name ? bigint(name, { mode: 'number' }) : bigint({ mode: 'number' })).notNull().default(0);

export const campaigns = app.table('campaigns', {
  ...tenantColumns(),
  name: text().notNull(),
  url: text().notNull().default(''),
  targetAudience: text('target_audience').notNull().default(''),
  siteProfileId: uuid('site_profile_id'),
  customerProfileId: uuid('customer_profile_id'),
  experimentId: uuid('experiment_id'),
  engine: text({ enum: ['native', 'instantly'] })
    .notNull()
    .default('native'),
  status: text({ enum: campaignStates }).notNull().default('draft'),
  stages: jsonb().$type<Stage[]>().notNull().default([]),
  statusReason: text('status_reason'),
  settings: jsonb().$type<CampaignSettings>().notNull().default({}),
  sendWindow: jsonb('send_window').$type<Partial<SendWindow>>().notNull().default({}),
  sent: tally(),
  opened: tally(),
  clicked: tally(),
  replied: tally(),
  bounced: tally(),
  unsubscribed: tally(),
  countedAt: instant('counted_at'),
  launchedBy: uuid('launched_by'),
  launchedAt: instant('launched_at'),
  pausedAt: instant('paused_at'),
  finishedAt: instant('finished_at'),
  problem: text(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

export const variants = app.table('variants', {
  ...tenantColumns(),
  campaignId: uuid('campaign_id').notNull(),
  position: integer().notNull(),
  angle: text({ enum: angles }).notNull(),
  name: text().notNull().default(''),
  weight: real().notNull().default(1),
  isActive: boolean('is_active').notNull().default(true),
  experimentVariantId: uuid('experiment_variant_id'),
  composer: text().notNull().default('built-in'),
  model: text(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const variantMails = app.table('variant_mails', {
  ...tenantColumns(),
  variantId: uuid('variant_id').notNull(),
  position: integer().notNull(),
  delayDays: integer('delay_days').notNull().default(0),
  subject: text().notNull(),
  body: text().notNull(),
  checks: jsonb().$type<MailChecks>().notNull().default({ findings: [], words: 0, readingGrade: 0 }),
  revision: integer().notNull().default(1),
  editedBy: uuid('edited_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const variantClaims = app.table('variant_claims', {
  ...tenantColumns(),
  variantMailId: uuid('variant_mail_id').notNull(),
  claimId: uuid('claim_id'),
  words: text().notNull(),
  startOffset: integer('start_offset'),
  endOffset: integer('end_offset'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const campaignLists = app.table(
  'campaign_lists',
  {
    workspaceId: uuid('workspace_id').notNull(),
    campaignId: uuid('campaign_id').notNull(),
    listId: uuid('list_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.listId] })],
);

export const campaignProspects = app.table('campaign_prospects', {
  ...tenantColumns(),
  campaignId: uuid('campaign_id').notNull(),
  prospectId: uuid('prospect_id').notNull(),
  email: text().notNull(),
  variantId: uuid('variant_id'),
  mailboxId: uuid('mailbox_id'),
  state: text({ enum: ['planned', 'active', 'finished', 'stopped', 'held'] })
    .notNull()
    .default('planned'),
  lastPosition: integer('last_position').notNull().default(0),
  stoppedCode: text('stopped_code'),
  stoppedReason: text('stopped_reason'),
  stoppedAt: instant('stopped_at'),
  contactedAt: instant('contacted_at'),
  openedAt: instant('opened_at'),
  clickedAt: instant('clicked_at'),
  repliedAt: instant('replied_at'),
  replyKind: text('reply_kind'),
  bouncedAt: instant('bounced_at'),
  unsubscribedAt: instant('unsubscribed_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** One thing that preflight looked at. */
export interface PreflightCheck {
  key: string;
  state: 'good' | 'warning' | 'red';
  finding: string;
  fix: string | null;
  standIn: boolean;
}

export const preflights = app.table('preflights', {
  ...tenantColumns(),
  campaignId: uuid('campaign_id').notNull(),
  passed: boolean().notNull(),
  checks: jsonb().$type<PreflightCheck[]>().notNull(),
  heldBack: integer('held_back').notNull().default(0),
  ranBy: uuid('ran_by'),
  ranAt: instant('ran_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
