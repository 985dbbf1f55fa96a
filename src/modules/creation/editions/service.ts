import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import * as queries from './queries.ts';

/** Writes down which editions a version is to have. Safe to repeat. */
export async function plan(ctx: Context, versionId: string): Promise<void> {
  await queries.insertEdition(ctx.db, ctx.workspace.id, {
    versionId,
    kind: 'pdf',
    reach: 'whole',
    createdAt: ctx.clock.now(),
  });
}

/** The file of an edition that is ready. @throws NotFound */
export async function getFile(ctx: Context, id: string): Promise<{ fileId: string }> {
  const row = await queries.findEdition(ctx.db, ctx.workspace.id, id);
  if (!row?.fileId || row.state !== 'ready') throw new NotFound('This edition is not ready yet.');
  return { fileId: row.fileId };
}
