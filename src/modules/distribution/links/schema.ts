import { boolean, integer, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const links = app.table('links', {
  ...tenantColumns(),
  slug: text().notNull(),
  title: text().notNull().default(''),
  targetKind: text('target_kind', { enum: ['playbook', 'url'] }).notNull(),
  playbookId: uuid('playbook_id'),
  targetUrl: text('target_url'),
  purpose: text({
    enum: [
      'internal_learning',
      'expert_partnership',
      'audience_building',
      'jv_leads',
      'product_customers',
      'community',
    ],
  }),
  channelId: uuid('channel_id'),
  postId: uuid('post_id'),
  relationshipId: uuid('relationship_id'),
  utmSource: text('utm_source'),
  utmMedium: text('utm_medium'),
  utmCampaign: text('utm_campaign'),
  utmTerm: text('utm_term'),
  utmContent: text('utm_content'),
  expiresAt: instant('expires_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** Every slug a link ever had; a trigger on `links` writes it. */
export const linkSlugs = app.table('link_slugs', {
  slug: text().primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  linkId: uuid('link_id').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  retiredAt: instant('retired_at'),
});

/** Fact. Only the classification may change. */
export const clicks = app.table('clicks', {
  ...tenantColumns(),
  linkId: uuid('link_id').notNull(),
  occurredAt: instant('occurred_at').notNull(),
  visitorHash: text('visitor_hash').notNull(),
  userAgent: text('user_agent'),
  referrer: text(),
  method: text().notNull().default('GET'),
  isBot: boolean('is_bot').notNull().default(false),
  botReason: text('bot_reason'),
  classifierVersion: integer('classifier_version').notNull().default(0),
});

/** Fact. Only the classification and who it was may change. */
export const pageViews = app.table('page_views', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id').notNull(),
  occurredAt: instant('occurred_at').notNull(),
  visitorHash: text('visitor_hash').notNull(),
  clickId: uuid('click_id'),
  readingId: uuid('reading_id'),
  leadId: uuid('lead_id'),
  path: text().notNull().default(''),
  referrer: text(),
  userAgent: text('user_agent'),
  utmSource: text('utm_source'),
  utmMedium: text('utm_medium'),
  utmCampaign: text('utm_campaign'),
  utmTerm: text('utm_term'),
  utmContent: text('utm_content'),
  isBot: boolean('is_bot').notNull().default(false),
  botReason: text('bot_reason'),
  classifierVersion: integer('classifier_version').notNull().default(0),
});

/** Fact. Only the classification and who it was may change. */
export const stepEvents = app.table('step_events', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id').notNull(),
  stepId: text('step_id'),
  stepPosition: integer('step_position'),
  kind: text().notNull(),
  occurredAt: instant('occurred_at').notNull(),
  visitorHash: text('visitor_hash').notNull(),
  clickId: uuid('click_id'),
  readingId: uuid('reading_id'),
  leadId: uuid('lead_id'),
  isBot: boolean('is_bot').notNull().default(false),
  botReason: text('bot_reason'),
  classifierVersion: integer('classifier_version').notNull().default(0),
});
