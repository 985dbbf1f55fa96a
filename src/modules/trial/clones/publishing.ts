import type { Context } from '#context';
import { publish } from '#kernel/events';
import * as queries from './queries.ts';

/** Publishes a draft whose test run has passed, without anybody asking. */
export async function publishItself(ctx: Context, id: string): Promise<void> {
  const row = await queries.findClone(ctx.db, ctx.workspace.id, { id });
  if (row?.state === 'draft') await letOut(ctx, row, null);
}

/** Lets readers meet the clone; says so once. */
export async function letOut(
  ctx: Context,
  { id, playbookId, state }: queries.CloneRow,
  by: string | null,
): Promise<void> {
  if (state === 'published') return;
  const now = ctx.clock.now();
  await queries.updateClone(ctx.db, ctx.workspace.id, id, {
    state: 'published',
    publishedAt: now,
    publishedBy: by,
    updatedAt: now,
  });
  await publish(ctx, 'clone.published', { cloneId: id, playbookId });
}
