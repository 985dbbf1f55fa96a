import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import { claimKinds } from './kinds.ts';

/** One part of long work, as the screens show it. */
export interface Stage {
  key: string;
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  count: number | null;
}

export const siteProfiles = app.table('site_profiles', {
  ...tenantColumns(),
  url: text().notNull(),
  state: text({ enum: ['queued', 'reading', 'ready', 'refused', 'failed'] })
    .notNull()
    .default('queued'),
  stages: jsonb().$type<Stage[]>().notNull().default([]),
  language: text(),
  name: text(),
  summary: text().notNull().default(''),
  tone: text(),
  composer: text().notNull().default('built-in'),
  model: text(),
  problemCode: text('problem_code'),
  problem: text(),
  readAt: instant('read_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const sitePages = app.table('site_pages', {
  ...tenantColumns(),
  profileId: uuid('profile_id').notNull(),
  url: text().notNull(),
  status: integer(),
  title: text().notNull().default(''),
  text: text().notNull().default(''),
  textHash: text('text_hash'),
  problem: text(),
  fetchedAt: instant('fetched_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const profileClaims = app.table('profile_claims', {
  ...tenantColumns(),
  profileId: uuid('profile_id').notNull(),
  pageId: uuid('page_id'),
  kind: text({ enum: claimKinds }).notNull(),
  claim: text().notNull(),
  sentence: text().notNull(),
  url: text().notNull(),
  startOffset: integer('start_offset'),
  endOffset: integer('end_offset'),
  isStruck: boolean('is_struck').notNull().default(false),
  struckBy: uuid('struck_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const customerProfiles = app.table('customer_profiles', {
  ...tenantColumns(),
  profileId: uuid('profile_id'),
  name: text().notNull(),
  description: text().notNull().default(''),
  pains: jsonb().$type<string[]>().notNull().default([]),
  companySize: text('company_size'),
  jobTitles: text('job_titles').array().notNull().default([]),
  industries: text().array().notNull().default([]),
  origin: text({ enum: ['suggested', 'written'] })
    .notNull()
    .default('suggested'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
