import { boolean, integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const detectors = app.table('detectors', {
  ...tenantColumns(),
  key: text().notNull(),
  name: text().notNull(),
  settings: jsonb().$type<Record<string, number>>().notNull().default({}),
  prior: real().notNull(),
  rightCount: integer('right_count').notNull().default(0),
  wrongCount: integer('wrong_count').notNull().default(0),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const ceoRuns = app.table('ceo_runs', {
  ...tenantColumns(),
  trigger: text({ enum: ['hourly', 'asked', 'event'] }).notNull(),
  state: text({ enum: ['running', 'done', 'failed', 'stopped'] })
    .notNull()
    .default('running'),
  insightsFound: integer('insights_found').notNull().default(0),
  actionsProposed: integer('actions_proposed').notNull().default(0),
  actionsDone: integer('actions_done').notNull().default(0),
  problem: text(),
  startedBy: uuid('started_by'),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** How the rows of an insight were found. */
export interface EvidenceQuery {
  query: string;
  parameters: Record<string, string | number>;
  count: number;
}

export const insights = app.table('insights', {
  ...tenantColumns(),
  runId: uuid('run_id'),
  detectorKey: text('detector_key').notNull(),
  type: text().notNull(),
  title: text().notNull(),
  statement: text().notNull().default(''),
  confidence: real().notNull(),
  prior: real(),
  evidence: jsonb().$type<EvidenceQuery>().notNull(),
  dedupeKey: text('dedupe_key').notNull(),
  state: text({ enum: ['open', 'acted', 'dismissed', 'resolved', 'expired'] })
    .notNull()
    .default('open'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  firstSeenAt: instant('first_seen_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const insightEvidence = app.table('insight_evidence', {
  ...tenantColumns(),
  insightId: uuid('insight_id').notNull(),
  position: integer().notNull(),
  subjectType: text('subject_type').notNull(),
  subjectId: uuid('subject_id').notNull(),
  note: text().notNull().default(''),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const outcomes = app.table('outcomes', {
  ...tenantColumns(),
  actionId: uuid('action_id'),
  insightId: uuid('insight_id'),
  detectorKey: text('detector_key').notNull(),
  confidence: real().notNull(),
  measure: text().notNull(),
  expected: real(),
  measured: real(),
  isRight: boolean('is_right'),
  detail: jsonb().$type<{ leadIds: string[]; since: string }>().notNull(),
  dueAt: instant('due_at').notNull(),
  measuredAt: instant('measured_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
