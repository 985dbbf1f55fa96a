import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import { experts } from '#modules/creation';
import * as queries from './queries.ts';
import type { Clone } from './shapes.ts';
import { showAll } from './show.ts';

/** The clones made from the material of the person who asks. */
export async function listOwn(ctx: Context): Promise<Clone[]> {
  return showAll(ctx, await ownRows(ctx));
}

/** Refuses whoever asks for somebody else's clone, as if it did not exist. @throws NotFound */
export async function assertOwn(ctx: Context, cloneId: string): Promise<void> {
  if (!(await ownRows(ctx)).some(({ id }) => id === cloneId))
    throw new NotFound('There is no such clone of yours.');
}

async function ownRows(ctx: Context): Promise<queries.CloneRow[]> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  if (!userId) return [];
  const mine = new Set(await experts.idsOfUser(ctx, userId));
  return (await queries.listClones(ctx.db, ctx.workspace.id)).filter(
    ({ expertId }) => expertId !== null && mine.has(expertId),
  );
}
