import { boolean, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const prospectLists = app.table('prospect_lists', {
  ...tenantColumns(),
  name: text().notNull(),
  origin: text({ enum: ['paste', 'csv', 'xlsx', 'segment', 'search', 'api'] })
    .notNull()
    .default('paste'),
  totalLeads: integer('total_leads').notNull().default(0),
  heldBack: integer('held_back').notNull().default(0),
  grade: text(),
  gradeReasons: jsonb('grade_reasons').$type<string[]>().notNull().default([]),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

export const prospects = app.table('prospects', {
  ...tenantColumns(),
  listId: uuid('list_id').notNull(),
  leadId: uuid('lead_id'),
  email: text().notNull(),
  emailTyped: text('email_typed'),
  firstName: text('first_name'),
  lastName: text('last_name'),
  company: text(),
  companyDomain: text('company_domain'),
  jobTitle: text('job_title'),
  phone: text(),
  website: text(),
  country: text(),
  timeZone: text('time_zone'),
  fields: jsonb().$type<Record<string, string>>().notNull().default({}),
  state: text({ enum: ['new', 'ready', 'held', 'removed'] })
    .notNull()
    .default('new'),
  heldCode: text('held_code'),
  heldReason: text('held_reason'),
  checks: jsonb().$type<Record<string, string>>().notNull().default({}),
  suppressionId: uuid('suppression_id'),
  rowNumber: integer('row_number'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const domainLookups = app.table(
  'domain_lookups',
  {
    workspaceId: uuid('workspace_id').notNull(),
    domain: text().notNull(),
    acceptsMail: boolean('accepts_mail'),
    hosts: text().array().notNull().default([]),
    isDisposable: boolean('is_disposable').notNull().default(false),
    problem: text(),
    lookedUpAt: instant('looked_up_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.domain] })],
);
