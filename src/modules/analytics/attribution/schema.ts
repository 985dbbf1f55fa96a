import { bigint, boolean, integer, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** One row per fact that counts for attribution. */
export const touches = app.table('touches', {
  ...tenantColumns(),
  leadId: uuid('lead_id'),
  visitorHash: text('visitor_hash'),
  kind: text({
    enum: [
      'click',
      'view',
      'gate',
      'mail_click',
      'reply',
      'clone',
      'video',
      'meeting',
      'mention',
      'import',
      'other',
    ],
  }).notNull(),
  subjectType: text('subject_type').notNull(),
  subjectId: uuid('subject_id').notNull(),
  channelGroup: text('channel_group').notNull().default('unknown'),
  channelId: uuid('channel_id'),
  linkId: uuid('link_id'),
  postId: uuid('post_id'),
  clickId: uuid('click_id'),
  campaignId: uuid('campaign_id'),
  playbookId: uuid('playbook_id'),
  versionId: uuid('version_id'),
  referrer: text(),
  utmSource: text('utm_source'),
  utmMedium: text('utm_medium'),
  utmCampaign: text('utm_campaign'),
  utmTerm: text('utm_term'),
  utmContent: text('utm_content'),
  isBot: boolean('is_bot').notNull().default(false),
  classifierVersion: integer('classifier_version').notNull().default(0),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** A person's touches in order, up to an order or until now. */
export const journeys = app.table('journeys', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  orderId: uuid('order_id'),
  touchIds: uuid('touch_ids').array().notNull(),
  touchCount: integer('touch_count').notNull(),
  firstTouchAt: instant('first_touch_at'),
  endedAt: instant('ended_at'),
  seconds: bigint({ mode: 'number' }),
  computedAt: instant('computed_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** Which share of an order's or refund's money a touch earned; what no touch earned is a row without touch. */
export const attributions = app.table('attributions', {
  ...tenantColumns(),
  orderId: uuid('order_id').notNull(),
  refundId: uuid('refund_id'),
  model: text({ enum: ['first', 'last', 'linear', 'position', 'time_decay', 'data_driven'] }).notNull(),
  modelVersion: integer('model_version').notNull().default(1),
  touchId: uuid('touch_id'),
  share: real().notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  currency: text().notNull(),
  unattributedReason: text('unattributed_reason'),
  channelGroup: text('channel_group').notNull().default('unattributed'),
  linkId: uuid('link_id'),
  postId: uuid('post_id'),
  playbookId: uuid('playbook_id'),
  versionId: uuid('version_id'),
  purpose: text(),
  bookedAt: instant('booked_at').notNull(),
  computedAt: instant('computed_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
