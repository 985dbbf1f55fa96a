import { boolean, integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import type { Citation, TestResult } from './shapes.ts';

export const clones = app.table('clones', {
  ...tenantColumns(),
  expertId: uuid('expert_id'),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id'),
  name: text().notNull(),
  state: text({ enum: ['draft', 'published', 'paused'] })
    .notNull()
    .default('draft'),
  greeting: text().notNull().default(''),
  instructions: text().notNull().default(''),
  freeUses: integer('free_uses').notNull().default(3),
  eligibilityRule: jsonb('eligibility_rule').$type<Record<string, unknown>>().notNull().default({}),
  passingRate: real('passing_rate').notNull().default(0.9),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** One question and its answer; `leadId` is null when a member tried the clone. */
export const cloneTurns = app.table('clone_turns', {
  ...tenantColumns(),
  cloneId: uuid('clone_id').notNull(),
  trialId: uuid('trial_id'),
  leadId: uuid('lead_id'),
  versionId: uuid('version_id'),
  /** Of readers: `<reading>.<key of the form>`, so that a device sees only what was asked on it. */
  requestKey: text('request_key').notNull(),
  question: text().notNull(),
  answer: text(),
  state: text({ enum: ['reserved', 'answered', 'not_in_material', 'failed', 'released'] })
    .notNull()
    .default('reserved'),
  isCounted: boolean('is_counted').notNull().default(true),
  isGrounded: boolean('is_grounded'),
  citations: jsonb().$type<Citation[]>().notNull().default([]),
  composer: text().notNull().default('built-in'),
  model: text(),
  aiRunId: uuid('ai_run_id'),
  rating: text({ enum: ['useful', 'not_useful'] }),
  problem: text(),
  reservedAt: instant('reserved_at').notNull(),
  answeredAt: instant('answered_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const cloneQuestions = app.table('clone_questions', {
  ...tenantColumns(),
  cloneId: uuid('clone_id').notNull(),
  question: text().notNull(),
  expected: text({ enum: ['answer', 'refuse'] })
    .notNull()
    .default('answer'),
  expectedAnswer: text('expected_answer'),
  passageIds: uuid('passage_ids').array().notNull().default([]),
  correctionId: uuid('correction_id'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** What the expert would have said instead. */
export const cloneCorrections = app.table('clone_corrections', {
  ...tenantColumns(),
  cloneId: uuid('clone_id').notNull(),
  turnId: uuid('turn_id'),
  question: text().notNull(),
  wrongAnswer: text('wrong_answer'),
  rightAnswer: text('right_answer').notNull(),
  correctedBy: uuid('corrected_by'),
  correctedAt: instant('corrected_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

export const cloneTestRuns = app.table('clone_test_runs', {
  ...tenantColumns(),
  cloneId: uuid('clone_id').notNull(),
  state: text({ enum: ['running', 'passed', 'failed', 'stopped'] })
    .notNull()
    .default('running'),
  questions: integer().notNull().default(0),
  grounded: integer().notNull().default(0),
  refusedRightly: integer('refused_rightly').notNull().default(0),
  results: jsonb().$type<TestResult[]>().notNull().default([]),
  composer: text().notNull().default('built-in'),
  model: text(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
