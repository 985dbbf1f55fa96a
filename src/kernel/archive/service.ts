import type { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { type Context, type Platform, system, type Workspace } from '#context';
import { audit } from '#kernel/audit';
import { inTransaction, inWorkspace, newId, workspaces } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { work } from '#kernel/running';
import { decodeCursor, encodeCursor } from '#kernel/shapes';
import { files, type Stored } from '#kernel/storage';
import type { Manifest } from './format.ts';
import * as queries from './queries.ts';
import { readManifest, takeIn } from './read.ts';
import type { Archive } from './shapes.ts';
import { writeArchive } from './write.ts';

/** What was exported and imported here, newest first. */
export async function list(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ data: Archive[]; nextCursor: string | null }> {
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listArchives(ctx.db, ctx.workspace.id, { after, limit: limit + 1 });
  const last = rows[limit - 1];
  return {
    data: rows.slice(0, limit).map(show),
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
  };
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Archive> {
  return show(await find(ctx, id));
}

/** Where the bytes of a finished export are. @throws NotFound */
export async function getFile(ctx: Context, id: string): Promise<{ sha256: string; name: string }> {
  const row = await find(ctx, id);
  if (row.direction !== 'export' || row.state !== 'done' || !row.sha256)
    throw new NotFound('This export has no file.');
  const day = row.createdAt.toISOString().slice(0, 10);
  return { sha256: row.sha256, name: `${ctx.workspace.slug}-${day}.tar.gz` };
}

async function find(ctx: Context, id: string): Promise<queries.ArchiveRow> {
  const row = await queries.findArchive(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound();
  return row;
}

/** Notes down that an archive is wanted; the job makes it. @returns its id */
export async function ask(ctx: Context, direction: 'export' | 'import', fileId?: string): Promise<string> {
  const id = newId();
  await queries.insertArchive(ctx.db, {
    id,
    workspaceId: ctx.workspace.id,
    direction,
    fileId: fileId ?? null,
    askedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  });
  await audit(ctx, { action: `workspace.${direction}-asked`, subject: { type: 'archive', id } });
  return id;
}

/** Exports are ours to make as large as they must be. */
const NO_LIMIT = { limitBytes: Number.POSITIVE_INFINITY };

/** Makes the file of an export that was asked for. Safe to repeat. */
export async function runExport(platform: Platform, workspaceId: string, id: string): Promise<void> {
  await shown(platform, workspaceId, id, 'Export of the workspace', async (workspace, progress) => {
    const stored = await platform.storage.put(writeArchive(platform, workspace, progress), NO_LIMIT);
    return (ctx) => keepExport(ctx, id, stored);
  });
}

async function keepExport(ctx: Context, id: string, stored: Stored): Promise<void> {
  const file = await files.keep(ctx, stored, { name: `${ctx.workspace.slug}.tar.gz`, purpose: 'archive' });
  const manifest = await readManifest(await ctx.platform.storage.read(stored.sha256));
  await queries.changeArchive(ctx.db, ctx.workspace.id, id, {
    fileId: file.id,
    checksum: stored.sha256,
    manifest: { ...manifest, people: manifest.people.length },
  });
}

/**
 * Makes the empty workspace that an archive will fill.
 * @param stored the uploaded archive
 * @throws ArchiveUnreadable when it is none
 */
export async function foundFromArchive(
  platform: Platform,
  stored: Stored,
  wanted: { userId: string; organizationId?: string | undefined; name?: string | undefined },
): Promise<{ workspace: Workspace; manifest: Manifest }> {
  const manifest = await readManifest(await platform.storage.read(stored.sha256));
  const { id, slug, name, timeZone, currency } = manifest.workspace;
  const { ids, slugs } = await inTransaction(platform.database.pool, { readOnly: true }, async (db) => {
    const { rows } = await db.$client.query<{ ids: number; slugs: number }>(
      `select (select count(*) from lookup.workspace_by_id($1))::int as ids,
        (select count(*) from lookup.workspace_by_slug($2))::int as slugs`,
      [id, slug],
    );
    return rows[0] ?? { ids: 0, slugs: 0 };
  });
  const workspace = await platform.identity.foundWorkspace({
    ...wanted,
    name: wanted.name ?? name,
    timeZone,
    currency,
    // The same rows keep their ids where nobody has them; a copy beside the original gets new ones.
    ...(ids === 0 && { id }),
    ...(slugs === 0 && slug !== 'sample' && { slug }),
  });
  return { workspace, manifest };
}

/** Fills the workspace from its archive, all or nothing. Safe to repeat. */
export async function runImport(platform: Platform, workspaceId: string, id: string): Promise<void> {
  await shown(platform, workspaceId, id, 'Import of the workspace', async (_workspace, progress) => {
    const entry = { workspaceId, actor: system('archive') };
    const row = await inWorkspace(platform, entry, (ctx) => find(ctx, id));
    const sha256 = row.sha256 ?? '';
    const open = (): Promise<Readable> => platform.storage.read(sha256);
    const manifest = await readManifest(await open());
    const rows = await inWorkspace(platform, entry, async (ctx) => {
      const taken = await takeIn(ctx, { open, manifest, progress });
      const { purpose, settings } = manifest.workspace;
      await ctx.db.update(workspaces).set({ purpose, settings }).where(eq(workspaces.id, ctx.workspace.id));
      return taken;
    });
    return (ctx) =>
      queries.changeArchive(ctx.db, workspaceId, id, { manifest: { ...manifest, rows }, checksum: sha256 });
  });
}

type Progress = (done: number, total: number) => Promise<void>;
const TELL_EVERY_MS = 500;

/** Runs the work once, beside a line on the running screen, and keeps how it ended. */
async function shown(
  platform: Platform,
  workspaceId: string,
  id: string,
  title: string,
  task: (workspace: Workspace, progress: Progress) => Promise<(ctx: Context) => Promise<void>>,
): Promise<void> {
  const inside = <T>(step: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('archive') }, step);
  const begun = await inside(async (ctx) => {
    const row = await queries.findArchive(ctx.db, workspaceId, id);
    if (!row || row.state === 'done') return undefined;
    await queries.changeArchive(ctx.db, workspaceId, id, { state: 'running' });
    const stages = [{ name: 'Rows', state: 'running' as const, done: 0, total: null }];
    const openPath = `/w/${ctx.workspace.slug}/settings/archives`;
    const shownId = await work.begin(ctx, { kind: 'archive', title, openPath, stages });
    return { workspace: ctx.workspace, shownId };
  });
  if (!begun) return;
  let toldAt = 0;
  const progress: Progress = async (done, total) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    await inside((ctx) =>
      work.progress(ctx, begun.shownId, [{ name: 'Rows', state: 'running', done, total }]),
    );
  };
  try {
    const keep = await task(begun.workspace, progress);
    await inside(async (ctx) => {
      await keep(ctx);
      await queries.changeArchive(ctx.db, workspaceId, id, { state: 'done', finishedAt: ctx.clock.now() });
      await work.end(ctx, begun.shownId, { state: 'done' });
    });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await inside(async (ctx) => {
      const finishedAt = ctx.clock.now();
      await queries.changeArchive(ctx.db, workspaceId, id, { state: 'failed', problem, finishedAt });
      await work.end(ctx, begun.shownId, { state: 'failed', problem });
    });
    platform.log.error({ err: error, archive: id }, 'an archive failed');
  }
}

function show(row: queries.ArchiveRow): Archive {
  const tables = (row.manifest.tables ?? {}) as Manifest['tables'];
  return {
    id: row.id,
    direction: row.direction,
    state: row.state,
    rows: row.manifest.tables ? Object.values(tables).reduce((sum, { rows }) => sum + rows, 0) : null,
    sizeBytes: row.sizeBytes,
    checksum: row.checksum,
    problem: row.problem,
    fileUrl: row.direction === 'export' && row.state === 'done' ? `/api/v1/archives/${row.id}/file` : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
