import { integer, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** A lead's free allowance of a clone: what is reserved and what was used never exceed the quota together. */
export const trials = app.table('trials', {
  ...tenantColumns(),
  leadId: uuid('lead_id').notNull(),
  cloneId: uuid('clone_id').notNull(),
  playbookId: uuid('playbook_id').notNull(),
  versionId: uuid('version_id'),
  stepPosition: integer('step_position'),
  state: text({ enum: ['open', 'spent', 'expired', 'closed'] })
    .notNull()
    .default('open'),
  eligibilityReason: text('eligibility_reason').notNull(),
  quota: integer().notNull(),
  reserved: integer().notNull().default(0),
  used: integer().notNull().default(0),
  requestedAt: instant('requested_at').notNull(),
  firstUsedAt: instant('first_used_at'),
  lastUsedAt: instant('last_used_at'),
  spentAt: instant('spent_at'),
  expiresAt: instant('expires_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
