import { integer, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const interviews = app.table('interviews', {
  ...tenantColumns(),
  expertId: uuid('expert_id'),
  playbookId: uuid('playbook_id'),
  sourceId: uuid('source_id'),
  state: text({ enum: ['open', 'finished', 'cancelled'] })
    .notNull()
    .default('open'),
  invitedAt: instant('invited_at'),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const interviewQuestions = app.table('interview_questions', {
  ...tenantColumns(),
  interviewId: uuid('interview_id').notNull(),
  position: integer().notNull(),
  question: text().notNull(),
  why: text().notNull().default(''),
  field: text(),
  skippedAt: instant('skipped_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const interviewAnswers = app.table('interview_answers', {
  ...tenantColumns(),
  questionId: uuid('question_id').notNull(),
  answer: text().notNull().default(''),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
