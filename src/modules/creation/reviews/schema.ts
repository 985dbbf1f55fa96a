import { boolean, char, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const rubrics = app.table('rubrics', {
  ...tenantColumns(),
  name: text().notNull(),
  isDefault: boolean('is_default').notNull().default(false),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const rubricCriteria = app.table('rubric_criteria', {
  ...tenantColumns(),
  rubricId: uuid('rubric_id').notNull(),
  key: text().notNull(),
  word: text({ enum: ['GOLDEN', 'SHARP'] }).notNull(),
  letter: char({ length: 1 }).notNull(),
  position: integer().notNull(),
  name: text().notNull(),
  question: text().notNull(),
  weight: numeric({ mode: 'number' }).notNull().default(1),
  threshold: integer().notNull().default(4),
  settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** One scoring of one draft; never edited but for a model's second opinion. */
export const reviews = app.table('reviews', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  draftRevision: integer('draft_revision').notNull(),
  versionId: uuid('version_id'),
  rubricId: uuid('rubric_id'),
  scores: jsonb().$type<Record<string, unknown>>().notNull(),
  lowest: integer().notNull(),
  passed: boolean().notNull(),
  findings: jsonb().$type<unknown[]>().notNull().default([]),
  composer: text().notNull().default('built-in'),
  model: text(),
  secondOpinion: jsonb('second_opinion').$type<Record<string, unknown>>(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
