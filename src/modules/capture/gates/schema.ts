import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const gates = app.table('gates', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  position: integer().notNull().default(3),
  isActive: boolean('is_active').notNull().default(true),
  currentRevisionId: uuid('current_revision_id'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** What a gate asked and said, as published; never edited. */
export const gateRevisions = app.table('gate_revisions', {
  ...tenantColumns(),
  gateId: uuid('gate_id').notNull(),
  number: integer().notNull(),
  position: integer().notNull(),
  questions: jsonb().$type<unknown[]>().notNull(),
  copy: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  consentText: text('consent_text').notNull(),
  consentVersion: text('consent_version').notNull(),
  newsletterText: text('newsletter_text'),
  newsletterVersion: text('newsletter_version'),
  privacyUrl: text('privacy_url'),
  language: text().notNull().default('en'),
  eligibilityRule: jsonb('eligibility_rule').$type<Record<string, unknown>>().notNull().default({}),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const gateSubmissions = app.table('gate_submissions', {
  ...tenantColumns(),
  gateId: uuid('gate_id').notNull(),
  gateRevisionId: uuid('gate_revision_id').notNull(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id').notNull(),
  stepPosition: integer('step_position').notNull(),
  leadId: uuid('lead_id'),
  readingId: uuid('reading_id'),
  email: text(),
  state: text({ enum: ['started', 'completed'] })
    .notNull()
    .default('started'),
  answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  clickId: uuid('click_id'),
  visitorHash: text('visitor_hash'),
  ipHash: text('ip_hash'),
  userAgent: text('user_agent'),
  pageUrl: text('page_url'),
  referrer: text(),
  isSuspect: boolean('is_suspect').notNull().default(false),
  suspectReason: text('suspect_reason'),
  startedAt: instant('started_at').notNull(),
  submittedAt: instant('submitted_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
