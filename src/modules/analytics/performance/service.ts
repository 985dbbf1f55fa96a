import type { Context } from '#context';
import { proportion } from '../proportion.ts';
import type { LinkPerformance, PlaybookPerformance } from '../shapes.ts';
import * as queries from './queries.ts';

/** Fewer readers than this say nothing about a rate. */
const FEWEST_READERS = 10;

/** How each playbook does: readers, leads, the rate between them with its interval, money. */
export async function ofPlaybooks(ctx: Context): Promise<PlaybookPerformance[]> {
  const rows = await queries.listPlaybookPerformance(ctx.db, ctx.workspace.id);
  return rows.map(({ playbookId, readers, leads, moneyMinor }) => ({
    playbookId,
    readers,
    leads,
    emailRate: readers >= FEWEST_READERS ? proportion(leads, readers) : null,
    moneyMinor: Number(moneyMinor),
  }));
}

/** What each link brought. */
export async function ofLinks(ctx: Context): Promise<LinkPerformance[]> {
  const rows = await queries.listLinkPerformance(ctx.db, ctx.workspace.id);
  return rows.map((row) => ({ ...row, moneyMinor: Number(row.moneyMinor) }));
}
