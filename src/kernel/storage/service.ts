import type { Context } from '#context';
import { newId } from '#kernel/database';
import { FileMissing } from './errors.ts';
import { type FileRow, findFile, insertFile, markDeleted } from './queries.ts';
import type { Stored } from './storage.ts';

/**
 * Makes stored bytes a file of the workspace.
 * @param stored what `platform.storage.put` gave, before this transaction began
 */
export async function keep(
  ctx: Context,
  stored: Stored,
  options: { name: string; purpose?: string },
): Promise<FileRow> {
  return insertFile(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    ...stored,
    name: fileName(options.name),
    purpose: options.purpose ?? 'upload',
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  });
}

/** @throws FileMissing also when the file belongs to another workspace */
export async function get(ctx: Context, id: string): Promise<FileRow> {
  const row = await findFile(ctx.db, ctx.workspace.id, id);
  if (!row) throw new FileMissing();
  return row;
}

/** Takes the file out of the workspace; its bytes stay until no workspace names them. */
export async function remove(ctx: Context, id: string): Promise<void> {
  if (!(await markDeleted(ctx.db, ctx.workspace.id, id, ctx.clock.now()))) throw new FileMissing();
}

/** The last part of whatever path was sent, without control characters, at most 200 characters. */
export function fileName(sent: string): string {
  const last = sent.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const clean = [...last]
    .filter((c) => c >= ' ' && c !== '\u007f')
    .join('')
    .trim();
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean.slice(0, 200);
}
