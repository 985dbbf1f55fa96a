import type { Context } from '#context';
import { experts } from '#modules/creation';
import * as queries from './queries.ts';
import type { OwnShares } from './shapes.ts';

const MOST_ROWS = 500;

/** What orders owe the person who asks, as the expert they are. Who bought stays out of it. */
export async function listOwnShares(ctx: Context): Promise<OwnShares> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const mine = userId ? await experts.idsOfUser(ctx, userId) : [];
  if (mine.length === 0) return { data: [], sums: [] };
  const rows = await queries.listSharesOf(ctx.db, ctx.workspace.id, mine, MOST_ROWS);
  return {
    data: rows.map(({ share, number, what, isTest }) => ({
      id: share.id,
      number,
      what,
      percent: share.percent,
      baseMinor: share.baseMinor,
      shareMinor: share.shareMinor,
      currency: share.currency,
      isTest,
      bookedAt: share.bookedAt.toISOString(),
    })),
    sums: await queries.sumSharesOf(ctx.db, ctx.workspace.id, mine),
  };
}
