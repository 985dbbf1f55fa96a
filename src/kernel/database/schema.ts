import { jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Schema of every tenant table. */
export const app = pgSchema('app');

/** Columns that every tenant table begins with. */
export const tenantColumns = () => ({
  id: uuid().primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
});

/** `timestamptz`, read as Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const workspaces = app.table('workspaces', {
  id: uuid().primaryKey(),
  organizationId: uuid('organization_id'),
  slug: text().notNull(),
  name: text().notNull(),
  kind: text({ enum: ['normal', 'sample', 'system'] })
    .notNull()
    .default('normal'),
  purpose: text(),
  timeZone: text('time_zone').notNull().default('UTC'),
  currency: text().notNull().default('EUR'),
  settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  archivedAt: instant('archived_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
