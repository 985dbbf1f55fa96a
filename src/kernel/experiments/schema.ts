import { integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const experiments = app.table('experiments', {
  ...tenantColumns(),
  key: text().notNull(),
  name: text().notNull(),
  hypothesis: text(),
  subjectType: text('subject_type'),
  subjectId: uuid('subject_id'),
  unitKind: text('unit_kind', { enum: ['visitor', 'lead', 'prospect', 'order'] })
    .notNull()
    .default('visitor'),
  metric: text(),
  guardrailMetrics: text('guardrail_metrics').array().notNull().default([]),
  salt: text().notNull(),
  trafficShare: real('traffic_share').notNull().default(1),
  minimumEffect: real('minimum_effect'),
  plannedSample: integer('planned_sample'),
  state: text({ enum: ['draft', 'running', 'stopped', 'decided'] })
    .notNull()
    .default('draft'),
  startedAt: instant('started_at'),
  stoppedAt: instant('stopped_at'),
  winnerVariantId: uuid('winner_variant_id'),
  decision: jsonb(),
  decidedBy: uuid('decided_by'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const experimentVariants = app.table('experiment_variants', {
  ...tenantColumns(),
  experimentId: uuid('experiment_id').notNull(),
  key: text().notNull(),
  name: text().notNull(),
  position: integer().notNull().default(0),
  weight: integer().notNull().default(1),
  content: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const exposures = app.table('exposures', {
  ...tenantColumns(),
  experimentId: uuid('experiment_id').notNull(),
  variantId: uuid('variant_id').notNull(),
  unitKind: text('unit_kind').notNull(),
  unitId: text('unit_id').notNull(),
  bucket: integer().notNull(),
  context: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  exposedAt: instant('exposed_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
