import { bigint, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const posts = app.table('posts', {
  ...tenantColumns(),
  channelId: uuid('channel_id').notNull(),
  playbookId: uuid('playbook_id'),
  versionId: uuid('version_id'),
  linkId: uuid('link_id'),
  title: text().notNull().default(''),
  body: text().notNull().default(''),
  media: jsonb().$type<unknown[]>().notNull().default([]),
  hashtags: text().array().notNull().default([]),
  state: text({
    enum: ['draft', 'proposed', 'scheduled', 'publishing', 'published', 'unconfirmed', 'failed', 'cancelled'],
  })
    .notNull()
    .default('draft'),
  scheduledAt: instant('scheduled_at'),
  timeZone: text('time_zone'),
  waitReason: text('wait_reason'),
  nextAttemptAt: instant('next_attempt_at'),
  attempts: integer().notNull().default(0),
  claimedAt: instant('claimed_at'),
  publishedAt: instant('published_at'),
  outsideKey: text('outside_key'),
  externalId: text('external_id'),
  externalUrl: text('external_url'),
  problem: text(),
  composer: text(),
  approvedBy: uuid('approved_by'),
  approvedAt: instant('approved_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const postMetrics = app.table('post_metrics', {
  ...tenantColumns(),
  postId: uuid('post_id').notNull(),
  measuredAt: instant('measured_at').notNull(),
  views: bigint({ mode: 'number' }),
  likes: bigint({ mode: 'number' }),
  replies: bigint({ mode: 'number' }),
  shares: bigint({ mode: 'number' }),
  score: bigint({ mode: 'number' }),
  createdAt: instant('created_at').notNull().defaultNow(),
});
