import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery } from '#kernel/shapes';
import { findExpert } from '../experts/queries.ts';
import { readSourceLater } from './jobs.ts';
import * as queries from './queries.ts';
import type { NewSource, PassageInContext, Source, SourceChange, SourceSummary } from './shapes.ts';
import { showPassages, showSummary } from './show.ts';

export class SourceBusy extends Fact {
  override readonly status = 409;
  override readonly title = 'It is being read';
}

const CONTEXT_CHARACTERS = 280;

/** Sources of the workspace, newest first. */
export async function list(
  ctx: Context,
  { cursor, limit, q, expertId }: PageQuery & { q?: string | undefined; expertId?: string | undefined },
): Promise<Page<SourceSummary>> {
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = createdAt && id ? { createdAt: instantIn(createdAt), id: String(id) } : undefined;
  const rows = await queries.listSources(ctx.db, ctx.workspace.id, { q, expertId, after }, limit + 1);
  return cutPage(rows, limit, ({ source }) => [source.createdAt.toISOString(), source.id], showSummary);
}

/** A file that was kept before its source is written down. */
export interface KeptFile {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
}

/**
 * Writes down a pasted text or an address and has it read by a job; progress shows in its stages.
 * @throws Invalid when there is nothing in the text or the expert is unknown
 */
export async function add(ctx: Context, input: NewSource): Promise<SourceSummary> {
  if (input.kind === 'paste' && input.text.trim() === '') {
    throw new Invalid([{ pointer: '/text', detail: 'There is no text in here. Paste the words.' }]);
  }
  const id = await insert(ctx, {
    kind: input.kind,
    title: input.title ?? '',
    expertId: input.expertId,
    ...(input.kind === 'paste' ? { text: input.text.replaceAll('\u0000', '') } : { url: input.url }),
  });
  return getSummary(ctx, id);
}

/** Writes down an uploaded file that storage already keeps. @throws Invalid */
export async function addFile(ctx: Context, file: KeptFile, expertId?: string): Promise<SourceSummary> {
  const { fileId, name, mediaType, bytes } = file;
  const id = await insert(ctx, {
    kind: 'upload',
    title: '',
    expertId,
    fileId,
    fileName: name,
    mediaType,
    byteSize: bytes,
  });
  return getSummary(ctx, id);
}

interface Fresh {
  kind: 'paste' | 'upload' | 'url';
  title: string;
  expertId?: string | undefined;
  text?: string;
  url?: string;
  fileId?: string;
  fileName?: string;
  mediaType?: string;
  byteSize?: number;
}

async function insert(ctx: Context, { expertId, ...source }: Fresh): Promise<string> {
  if (expertId && !(await findExpert(ctx.db, ctx.workspace.id, expertId))) {
    throw new Invalid([{ pointer: '/expertId', detail: 'There is no such expert.' }]);
  }
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertSource(ctx.db, ctx.workspace.id, {
    id,
    ...source,
    expertId: expertId ?? null,
    status: 'importing',
    stages: [
      { name: source.kind === 'url' ? 'Open the page' : 'Read the text', state: 'waiting', count: null },
    ],
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await audit(ctx, { action: 'source.added', subject: { type: 'source', id }, after: { kind: source.kind } });
  await enqueue(
    ctx,
    readSourceLater,
    { workspaceId: ctx.workspace.id, sourceId: id },
    { key: `source:${id}` },
  );
  return id;
}

/** @throws NotFound */
export async function getSummary(ctx: Context, id: string): Promise<SourceSummary> {
  const row = await queries.findListedSource(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such source.');
  return showSummary(row);
}

/** The whole source with its passages and where each is used. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Source> {
  const summary = await getSummary(ctx, id);
  const row = await getRow(ctx, id);
  const passages = await queries.listPassages(ctx.db, ctx.workspace.id, id);
  const uses = await queries.listUses(ctx.db, ctx.workspace.id, id);
  return {
    ...summary,
    text: row.text,
    author: row.author,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    language: row.language,
    direction: row.direction,
    stages: row.stages as Source['stages'],
    passages: showPassages(passages, uses),
  };
}

/** Renames a source or gives it to an expert. @throws NotFound, Invalid */
export async function change(ctx: Context, id: string, input: SourceChange): Promise<SourceSummary> {
  await getRow(ctx, id);
  if (input.expertId && !(await findExpert(ctx.db, ctx.workspace.id, input.expertId))) {
    throw new Invalid([{ pointer: '/expertId', detail: 'There is no such expert.' }]);
  }
  const given = {
    ...(input.title !== undefined && { title: input.title }),
    ...(input.expertId !== undefined && { expertId: input.expertId }),
  };
  await queries.updateSource(ctx.db, ctx.workspace.id, id, { ...given, updatedAt: ctx.clock.now() });
  await audit(ctx, { action: 'source.changed', subject: { type: 'source', id }, after: given });
  return getSummary(ctx, id);
}

/** Takes a source out of sight; what cites it keeps its quotes. Can be undone. @throws NotFound */
export async function remove(ctx: Context, id: string): Promise<void> {
  await getRow(ctx, id);
  await queries.updateSource(ctx.db, ctx.workspace.id, id, { deletedAt: ctx.clock.now() });
  await audit(ctx, { action: 'source.removed', subject: { type: 'source', id } });
}

/** @throws NotFound */
export async function restore(ctx: Context, id: string): Promise<SourceSummary> {
  await getRow(ctx, id);
  await queries.updateSource(ctx.db, ctx.workspace.id, id, { deletedAt: null });
  await audit(ctx, { action: 'source.restored', subject: { type: 'source', id } });
  return getSummary(ctx, id);
}

/** Reads it again: after a refusal, or because the page behind the address changed. @throws NotFound, SourceBusy */
export async function readAgain(ctx: Context, id: string): Promise<SourceSummary> {
  const row = await getRow(ctx, id);
  if (row.status === 'importing')
    throw new SourceBusy('This source is being read right now. Wait for it to end.');
  await queries.updateSource(ctx.db, ctx.workspace.id, id, {
    status: 'importing',
    problem: null,
    problemCode: null,
  });
  await enqueue(
    ctx,
    readSourceLater,
    { workspaceId: ctx.workspace.id, sourceId: id },
    { key: `source:${id}` },
  );
  return getSummary(ctx, id);
}

/** A passage with the words before and after it. @throws NotFound */
export async function getPassage(ctx: Context, id: string): Promise<PassageInContext> {
  const found = await queries.findPassage(ctx.db, ctx.workspace.id, id);
  if (!found) throw new NotFound('There is no such passage.');
  const { passage, source } = found;
  const { startOffset: start, endOffset: end } = passage;
  return {
    id,
    quote: passage.quote,
    start,
    end,
    speaker: passage.speaker,
    timeMs: passage.timeMs,
    page: passage.page,
    before: source.text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start),
    after: source.text.slice(end, end + CONTEXT_CHARACTERS),
    wordForWord: source.text.slice(start, end) === passage.quote,
    source: { id: source.id, title: source.title, kind: source.kind },
  };
}

/** Titles of sources by id, removed ones too, for layers that quote them. */
export const titlesOf = (ctx: Context, ids: string[]): Promise<Map<string, string>> =>
  queries.listTitles(ctx.db, ctx.workspace.id, ids);

async function getRow(ctx: Context, id: string): Promise<queries.SourceRow> {
  const row = await queries.findSource(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such source.');
  return row;
}
