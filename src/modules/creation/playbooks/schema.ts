import { boolean, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** The product while it is made. `draftRevision` rises with each save. */
export const playbooks = app.table('playbooks', {
  ...tenantColumns(),
  expertId: uuid('expert_id'),
  slug: text().notNull(),
  title: text().notNull(),
  outcome: text().notNull().default(''),
  targetAudience: text('target_audience').notNull().default(''),
  pain: text().notNull().default(''),
  uniqueInsight: text('unique_insight').notNull().default(''),
  methodologyType: text('methodology_type'),
  expertName: text('expert_name').notNull().default(''),
  purpose: text({
    enum: [
      'internal_learning',
      'expert_partnership',
      'audience_building',
      'jv_leads',
      'product_customers',
      'community',
    ],
  })
    .notNull()
    .default('audience_building'),
  segmentIdentifiers: text('segment_identifiers').array().notNull().default([]),
  utmDefaults: jsonb('utm_defaults').$type<Record<string, unknown>>().notNull().default({}),
  language: text().notNull().default('en'),
  draft: jsonb().$type<Record<string, unknown>>().notNull().default({ steps: [] }),
  draftRevision: integer('draft_revision').notNull().default(0),
  draftSavedAt: instant('draft_saved_at'),
  draftSavedBy: uuid('draft_saved_by'),
  gatePosition: integer('gate_position').default(3),
  trialPosition: integer('trial_position').default(7),
  currentVersionId: uuid('current_version_id'),
  rubricId: uuid('rubric_id'),
  templateId: uuid('template_id'),
  themeId: uuid('theme_id'),
  seo: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** What each save left behind. */
export const draftRevisions = app.table('draft_revisions', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  revision: integer().notNull(),
  draft: jsonb().$type<Record<string, unknown>>().notNull(),
  note: text(),
  savedBy: uuid('saved_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const playbookSources = app.table(
  'playbook_sources',
  {
    workspaceId: uuid('workspace_id').notNull(),
    playbookId: uuid('playbook_id').notNull(),
    sourceId: uuid('source_id').notNull(),
    position: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.playbookId, table.sourceId] })],
);

/** An immutable published state; pb_app may change only the retraction. */
export const versions = app.table('versions', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  purpose: text().notNull(),
  language: text().notNull().default('en'),
  content: jsonb().$type<Record<string, unknown>>().notNull(),
  contentHash: text('content_hash').notNull(),
  stepCount: integer('step_count').notNull(),
  gatePosition: integer('gate_position'),
  trialPosition: integer('trial_position'),
  changeNote: text('change_note').notNull().default(''),
  reviewId: uuid('review_id'),
  scores: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  overrideReason: text('override_reason'),
  overrideBy: uuid('override_by'),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at').notNull(),
  retractedAt: instant('retracted_at'),
  retractedReason: text('retracted_reason'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** The steps of each version as rows (a view over its content). */
export const versionSteps = app
  .view('version_steps', {
    workspaceId: uuid('workspace_id'),
    playbookId: uuid('playbook_id'),
    versionId: uuid('version_id'),
    versionNumber: integer('version_number'),
    stepId: text('step_id'),
    position: integer(),
    title: text(),
    behindGate: boolean('behind_gate'),
  })
  .existing();

/** Which passage stands behind which words of a step; `versionId` is null in the draft. */
export const stepCitations = app.table('step_citations', {
  ...tenantColumns(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id'),
  stepId: text('step_id').notNull(),
  stepPosition: integer('step_position').notNull(),
  field: text().notNull(),
  fieldStart: integer('field_start'),
  fieldEnd: integer('field_end'),
  passageId: uuid('passage_id'),
  sourceId: uuid('source_id'),
  quote: text().notNull(),
  startOffset: integer('start_offset').notNull(),
  endOffset: integer('end_offset').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
