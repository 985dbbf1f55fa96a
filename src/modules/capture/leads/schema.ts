import {
  bigint,
  boolean,
  char,
  date,
  integer,
  jsonb,
  primaryKey,
  real,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const leads = app.table('leads', {
  ...tenantColumns(),
  email: text().notNull(),
  emailTyped: text('email_typed'),
  firstName: text('first_name'),
  lastName: text('last_name'),
  name: text(),
  company: text(),
  companyDomain: text('company_domain'),
  jobTitle: text('job_title'),
  phone: text(),
  website: text(),
  country: text(),
  language: text(),
  timeZone: text('time_zone'),
  stage: text({ enum: ['captured', 'trial', 'hand_raised', 'video', 'checkout', 'customer'] })
    .notNull()
    .default('captured'),
  stageSince: instant('stage_since').notNull().defaultNow(),
  status: text({ enum: ['new', 'contacted', 'qualified', 'nurturing', 'won', 'lost', 'archived'] })
    .notNull()
    .default('new'),
  priority: text({ enum: ['low', 'medium', 'high'] })
    .notNull()
    .default('medium'),
  ownerId: uuid('owner_id'),
  source: text().notNull().default('gate'),
  firstClickId: uuid('first_click_id'),
  firstLinkId: uuid('first_link_id'),
  firstChannelId: uuid('first_channel_id'),
  firstPostId: uuid('first_post_id'),
  firstReferrer: text('first_referrer'),
  utmSource: text('utm_source'),
  utmMedium: text('utm_medium'),
  utmCampaign: text('utm_campaign'),
  utmTerm: text('utm_term'),
  utmContent: text('utm_content'),
  playbookId: uuid('playbook_id'),
  versionId: uuid('version_id'),
  gateId: uuid('gate_id'),
  stepPosition: integer('step_position'),
  readingId: uuid('reading_id'),
  importId: uuid('import_id'),
  purpose: text(),
  capturedAt: instant('captured_at').notNull().defaultNow(),
  confirmedAt: instant('confirmed_at'),
  lastActivityAt: instant('last_activity_at'),
  lastContactedAt: instant('last_contacted_at'),
  segmentIds: uuid('segment_ids').array().notNull().default([]),
  fitScore: integer('fit_score').notNull().default(0),
  engagementScore: integer('engagement_score').notNull().default(0),
  grade: text(),
  scoredAt: instant('scored_at'),
  conversionLikelihood: real('conversion_likelihood'),
  likelihoodModel: text('likelihood_model'),
  likelihoodReasons: jsonb('likelihood_reasons').$type<unknown[]>().notNull().default([]),
  trialEligible: boolean('trial_eligible'),
  trialEligibilityReason: text('trial_eligibility_reason'),
  trialRequestedAt: instant('trial_requested_at'),
  handRaisedAt: instant('hand_raised_at'),
  readinessScore: real('readiness_score').notNull().default(0),
  readinessUpdatedAt: instant('readiness_updated_at'),
  paymentIntent: text('payment_intent', {
    enum: ['none', 'viewed_offer', 'opened_checkout', 'tried', 'failed', 'paid'],
  })
    .notNull()
    .default('none'),
  paymentIntentAt: instant('payment_intent_at'),
  convertedAt: instant('converted_at'),
  conversionPath: jsonb('conversion_path').$type<unknown[]>().notNull().default([]),
  lifetimeValueMinor: bigint('lifetime_value_minor', { mode: 'number' }).notNull().default(0),
  currency: char({ length: 3 }).notNull().default('EUR'),
  cohortWeek: date('cohort_week', { mode: 'string' }),
  personalisation: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  custom: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  isTrackingAllowed: boolean('is_tracking_allowed').notNull().default(true),
  isSuspect: boolean('is_suspect').notNull().default(false),
  suspectReason: text('suspect_reason'),
  mergedIntoId: uuid('merged_into_id'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** Answers as given, with the question's words at the time. */
export const leadAnswers = app.table('lead_answers', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  submissionId: uuid('submission_id'),
  gateRevisionId: uuid('gate_revision_id'),
  questionId: text('question_id').notNull(),
  questionVersion: integer('question_version').notNull().default(1),
  questionText: text('question_text').notNull(),
  answerValue: text('answer_value').notNull(),
  answerLabel: text('answer_label'),
  answeredAt: instant('answered_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** Recorded permissions; never edited, a withdrawal is a new row. */
export const consents = app.table('consents', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  purpose: text({ enum: ['gate', 'newsletter', 'tracking', 'video', 'outreach', 'calls'] }).notNull(),
  state: text({ enum: ['granted', 'confirmed', 'withdrawn'] }).notNull(),
  textShown: text('text_shown').notNull(),
  textVersion: text('text_version'),
  gateRevisionId: uuid('gate_revision_id'),
  confirmationId: uuid('confirmation_id'),
  method: text({ enum: ['form', 'confirmation', 'unsubscribe', 'import', 'api', 'person'] }).notNull(),
  pageUrl: text('page_url'),
  language: text(),
  ipHash: text('ip_hash'),
  userAgent: text('user_agent'),
  evidence: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  recordedBy: uuid('recorded_by'),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const emailConfirmations = app.table('email_confirmations', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  email: text().notNull(),
  tokenHash: text('token_hash').notNull(),
  purpose: text({ enum: ['address', 'newsletter', 'new_address'] })
    .notNull()
    .default('address'),
  messageId: uuid('message_id'),
  sentAt: instant('sent_at'),
  expiresAt: instant('expires_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  confirmedIpHash: text('confirmed_ip_hash'),
  confirmedUserAgent: text('confirmed_user_agent'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const activities = app.table('activities', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  kind: text().notNull(),
  summary: text().notNull().default(''),
  detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  subjectType: text('subject_type'),
  subjectId: uuid('subject_id'),
  eventId: uuid('event_id'),
  actorId: uuid('actor_id'),
  isMachine: boolean('is_machine').notNull().default(false),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const meetings = app.table('meetings', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  title: text().notNull(),
  state: text({ enum: ['booked', 'held', 'missed', 'cancelled'] })
    .notNull()
    .default('booked'),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  timeZone: text('time_zone'),
  place: text(),
  agenda: text(),
  outcome: text(),
  ownerId: uuid('owner_id'),
  connectionId: uuid('connection_id'),
  externalId: text('external_id'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const notes = app.table('notes', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  body: text().notNull(),
  authorId: uuid('author_id'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  deletedAt: instant('deleted_at'),
});

export const tags = app.table('tags', {
  ...tenantColumns(),
  name: text().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const leadTags = app.table(
  'lead_tags',
  {
    workspaceId: uuid('workspace_id').notNull(),
    leadId: uuid('lead_id').notNull(),
    tagId: uuid('tag_id').notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.tagId] })],
);

export const imports = app.table('imports', {
  ...tenantColumns(),
  kind: text({ enum: ['leads', 'prospects', 'suppressions', 'templates', 'workbook'] }).notNull(),
  fileId: uuid('file_id'),
  fileName: text('file_name'),
  mapping: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  isDryRun: boolean('is_dry_run').notNull().default(false),
  state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] })
    .notNull()
    .default('queued'),
  totalRows: integer('total_rows').notNull().default(0),
  acceptedRows: integer('accepted_rows').notNull().default(0),
  updatedRows: integer('updated_rows').notNull().default(0),
  rejectedRows: integer('rejected_rows').notNull().default(0),
  consentBasis: text('consent_basis'),
  problem: text(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
});

export const importRejections = app.table('import_rejections', {
  ...tenantColumns(),
  importId: uuid('import_id').notNull(),
  rowNumber: integer('row_number').notNull(),
  fields: jsonb().$type<Record<string, unknown>>().notNull(),
  reasonCode: text('reason_code').notNull(),
  reason: text().notNull(),
  fixedAt: instant('fixed_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** That a person was removed everywhere, without saying who. */
export const erasures = app.table('erasures', {
  ...tenantColumns(),
  emailHash: text('email_hash').notNull(),
  askedAt: instant('asked_at').notNull(),
  doneAt: instant('done_at'),
  removed: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  askedBy: uuid('asked_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
