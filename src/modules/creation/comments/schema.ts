import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const comments = app.table('comments', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id'),
  stepId: text('step_id'),
  blockId: text('block_id'),
  parentId: uuid('parent_id'),
  body: text().notNull(),
  authorId: uuid('author_id'),
  authorName: text('author_name').notNull().default(''),
  resolvedAt: instant('resolved_at'),
  resolvedBy: uuid('resolved_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const suggestions = app.table('suggestions', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  baseRevision: integer('base_revision').notNull(),
  stepId: text('step_id'),
  field: text(),
  change: jsonb().$type<Record<string, unknown>>().notNull(),
  reason: text().notNull().default(''),
  origin: text({ enum: ['person', 'rule', 'model'] })
    .notNull()
    .default('person'),
  state: text({ enum: ['open', 'accepted', 'declined', 'outdated'] })
    .notNull()
    .default('open'),
  authorId: uuid('author_id'),
  authorName: text('author_name').notNull().default(''),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** The expert's approval of a version. */
export const signOffs = app.table('sign_offs', {
  ...tenantColumns(),
  versionId: uuid('version_id').notNull(),
  expertId: uuid('expert_id'),
  state: text({ enum: ['asked', 'approved', 'changes_asked', 'withdrawn'] })
    .notNull()
    .default('asked'),
  stepMarks: jsonb('step_marks').$type<Record<string, unknown>>().notNull().default({}),
  signedName: text('signed_name'),
  signedEmail: text('signed_email'),
  requestedBy: uuid('requested_by'),
  requestedAt: instant('requested_at').notNull().defaultNow(),
  decidedAt: instant('decided_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
