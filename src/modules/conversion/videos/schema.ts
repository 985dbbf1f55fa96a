import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import type { Personalisation, SceneField, ShownScene } from './scene.ts';

/** A five-minute pitch made of timed scenes. `revision` rises with each change. */
export const videoTemplates = app.table('video_templates', {
  ...tenantColumns(),
  name: text().notNull(),
  playbookId: uuid('playbook_id'),
  expertId: uuid('expert_id'),
  offerId: uuid('offer_id'),
  language: text().notNull().default('en'),
  state: text({ enum: ['draft', 'published', 'archived'] })
    .notNull()
    .default('draft'),
  revision: integer().notNull().default(1),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const videoScenes = app.table('video_scenes', {
  ...tenantColumns(),
  templateId: uuid('template_id').notNull(),
  position: integer().notNull(),
  kind: text({ enum: ['hook', 'problem', 'proof', 'method', 'offer', 'ask', 'other'] }).notNull(),
  durationMs: integer('duration_ms').notNull(),
  title: text().notNull().default(''),
  html: text().notNull().default(''),
  narration: text().notNull().default(''),
  audioFileId: uuid('audio_file_id'),
  fields: jsonb().$type<SceneField[]>().notNull().default([]),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** The template made for one person. Its scenes are copied: what they saw stays what they saw. */
export const videos = app.table('videos', {
  ...tenantColumns(),
  templateId: uuid('template_id').notNull(),
  templateRevision: integer('template_revision').notNull(),
  leadId: uuid('lead_id').notNull(),
  handRaiseId: uuid('hand_raise_id'),
  offerId: uuid('offer_id'),
  state: text({ enum: ['preparing', 'ready', 'failed', 'expired'] })
    .notNull()
    .default('preparing'),
  scenes: jsonb().$type<ShownScene[]>().notNull().default([]),
  personalisation: jsonb().$type<Partial<Personalisation>>().notNull().default({}),
  transcript: text().notNull().default(''),
  durationMs: integer('duration_ms').notNull().default(0),
  problem: text(),
  firstWatchedAt: instant('first_watched_at'),
  lastWatchedAt: instant('last_watched_at'),
  furthestMs: integer('furthest_ms').notNull().default(0),
  watchedMs: integer('watched_ms').notNull().default(0),
  watchedAt: instant('watched_at'),
  expiresAt: instant('expires_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** Sent at most once: a row that is unconfirmed is looked up, never sent again. */
export const videoDeliveries = app.table('video_deliveries', {
  ...tenantColumns(),
  videoId: uuid('video_id').notNull(),
  leadId: uuid('lead_id').notNull(),
  messageId: uuid('message_id'),
  state: text({ enum: ['planned', 'sending', 'sent', 'unconfirmed', 'failed', 'cancelled'] })
    .notNull()
    .default('planned'),
  waitReason: text('wait_reason'),
  nextAttemptAt: instant('next_attempt_at'),
  attempts: integer().notNull().default(0),
  claimedAt: instant('claimed_at'),
  sentAt: instant('sent_at'),
  problem: text(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Fact: what was watched. Only the classification and whose it was may change. */
export const watchFacts = app.table('watch_facts', {
  id: uuid().primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  videoId: uuid('video_id').notNull(),
  leadId: uuid('lead_id'),
  sessionKey: text('session_key').notNull(),
  kind: text().notNull(),
  scenePosition: integer('scene_position'),
  fromMs: integer('from_ms'),
  toMs: integer('to_ms'),
  occurredAt: instant('occurred_at').notNull(),
  isBot: boolean('is_bot').notNull().default(false),
  botReason: text('bot_reason'),
  classifierVersion: integer('classifier_version').notNull().default(0),
});
