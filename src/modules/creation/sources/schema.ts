import { bigint, integer, jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const sources = app.table('sources', {
  ...tenantColumns(),
  expertId: uuid('expert_id'),
  kind: text({ enum: ['paste', 'upload', 'url', 'feed', 'interview', 'audio'] }).notNull(),
  format: text().notNull().default('text'),
  title: text().notNull().default(''),
  author: text(),
  url: text(),
  canonicalUrl: text('canonical_url'),
  siteName: text('site_name'),
  publishedAt: instant('published_at'),
  fileId: uuid('file_id'),
  fileName: text('file_name'),
  mediaType: text('media_type'),
  byteSize: bigint('byte_size', { mode: 'number' }),
  text: text().notNull().default(''),
  textHash: text('text_hash'),
  wordCount: integer('word_count').notNull().default(0),
  language: text(),
  direction: text({ enum: ['ltr', 'rtl'] }),
  status: text({ enum: ['importing', 'ready', 'failed', 'cancelled'] })
    .notNull()
    .default('importing'),
  stages: jsonb().$type<unknown[]>().notNull().default([]),
  problemCode: text('problem_code'),
  problem: text(),
  metadata: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  duplicateOfId: uuid('duplicate_of_id'),
  similarity: real(),
  etag: text(),
  fetchedAt: instant('fetched_at'),
  importedAt: instant('imported_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  deletedAt: instant('deleted_at'),
});

/** A quoted span of a source. Offsets count UTF-16 code units: `text.slice(startOffset, endOffset) === quote`. */
export const passages = app.table('passages', {
  ...tenantColumns(),
  sourceId: uuid('source_id').notNull(),
  position: integer().notNull(),
  kind: text({
    enum: ['heading', 'paragraph', 'sentence', 'list_item', 'utterance', 'table_row', 'code', 'selection'],
  })
    .notNull()
    .default('sentence'),
  startOffset: integer('start_offset').notNull(),
  endOffset: integer('end_offset').notNull(),
  quote: text().notNull(),
  heading: text(),
  speaker: text(),
  timeMs: integer('time_ms'),
  endTimeMs: integer('end_time_ms'),
  page: integer(),
  salience: real(),
  fingerprint: text(),
  duplicateOfId: uuid('duplicate_of_id'),
  embedding: real().array(),
  embeddingModel: text('embedding_model'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
