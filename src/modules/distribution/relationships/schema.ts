import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const relationships = app.table('relationships', {
  ...tenantColumns(),
  expertId: uuid('expert_id'),
  playbookId: uuid('playbook_id'),
  name: text().notNull(),
  email: text(),
  trade: text().notNull().default(''),
  profiles: jsonb().$type<unknown[]>().notNull().default([]),
  audienceSize: integer('audience_size'),
  stage: text({
    enum: [
      'identified',
      'studied',
      'featured',
      'notified',
      'engaged',
      'permission_asked',
      'permission_granted',
      'co_promoting',
      'partner',
      'declined',
      'dormant',
    ],
  })
    .notNull()
    .default('identified'),
  stageSince: instant('stage_since').notNull().defaultNow(),
  nextStep: text('next_step'),
  dueAt: instant('due_at'),
  permissionScope: text('permission_scope'),
  permissionExpiresAt: instant('permission_expires_at'),
  ownerId: uuid('owner_id'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

/** Each move with its proof; never edited. */
export const relationshipTransitions = app.table('relationship_transitions', {
  ...tenantColumns(),
  relationshipId: uuid('relationship_id').notNull(),
  fromStage: text('from_stage'),
  toStage: text('to_stage').notNull(),
  evidenceKind: text('evidence_kind').notNull(),
  evidence: text().notNull(),
  evidenceUrl: text('evidence_url'),
  evidenceFileId: uuid('evidence_file_id'),
  movedBy: uuid('moved_by'),
  occurredAt: instant('occurred_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
