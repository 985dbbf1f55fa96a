import { boolean, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const segments = app.table('segments', {
  ...tenantColumns(),
  slug: text().notNull(),
  name: text().notNull(),
  description: text().notNull().default(''),
  kind: text({ enum: ['rule', 'hand_picked'] })
    .notNull()
    .default('rule'),
  rule: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  ruleVersion: integer('rule_version').notNull().default(1),
  purpose: text({
    enum: [
      'internal_learning',
      'expert_partnership',
      'audience_building',
      'jv_leads',
      'product_customers',
      'community',
    ],
  }),
  isActive: boolean('is_active').notNull().default(true),
  memberCount: integer('member_count').notNull().default(0),
  countedAt: instant('counted_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

export const segmentMemberships = app.table(
  'segment_memberships',
  {
    workspaceId: uuid('workspace_id').notNull(),
    segmentId: uuid('segment_id').notNull(),
    leadId: uuid('lead_id').notNull(),
    reasons: jsonb().$type<unknown[]>().notNull().default([]),
    joinedAt: instant('joined_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.leadId] })],
);
