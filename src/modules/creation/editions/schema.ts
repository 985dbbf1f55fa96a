import { bigint, boolean, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** A file made from a version. */
export const editions = app.table('editions', {
  ...tenantColumns(),
  versionId: uuid('version_id').notNull(),
  kind: text({ enum: ['pdf', 'html', 'workbook', 'markdown', 'epub'] }).notNull(),
  reach: text({ enum: ['before_gate', 'whole'] })
    .notNull()
    .default('whole'),
  themeId: uuid('theme_id'),
  state: text({ enum: ['queued', 'rendering', 'ready', 'failed'] })
    .notNull()
    .default('queued'),
  fileId: uuid('file_id'),
  byteSize: bigint('byte_size', { mode: 'number' }),
  contentHash: text('content_hash'),
  problem: text(),
  createdAt: instant('created_at').notNull().defaultNow(),
  finishedAt: instant('finished_at'),
});

export const brandThemes = app.table('brand_themes', {
  ...tenantColumns(),
  name: text().notNull(),
  logoFileId: uuid('logo_file_id'),
  colors: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  typePair: text('type_pair').notNull().default('newsreader-plex'),
  footer: text().notNull().default(''),
  isDefault: boolean('is_default').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
