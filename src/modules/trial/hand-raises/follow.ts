import type { Context } from '#context';
import { leads } from '#modules/capture';
import { trails } from '#modules/distribution';
import { findCursor, listLeadIds, moveCursor } from '../signals/queries.ts';
import { listRaisedBefore, listRules } from './queries.ts';

const FOLLOWER = 'trial.signals';
const FACTS = ['page_views', 'step_events'] as const;
const PAGE = 1_000;
const PIECE = 100;
const DAY_MS = 86_400_000;
/** Readiness that is older than this is worked out again. */
const STALE_MS = 20 * 3_600_000;
const MOST_DUE = 200;
/**
 * How long a fact may take from its id to its commit. Ids are in order of time, commits are not: what is younger than
 * this behind the cursor is looked at again, and looking twice changes nothing.
 */
export const PATIENCE_MS = 2 * 60_000;

export interface Seen {
  leadIds: Set<string>;
  /** The last fact seen, by table. */
  cursors: { table: (typeof FACTS)[number]; lastId: string }[];
}

/** Who did something since the last look, and how far the look went. */
export async function look(ctx: Context): Promise<Seen> {
  const seen: Seen = { leadIds: new Set(), cursors: [] };
  for (const table of FACTS) {
    const cursor = await findCursor(ctx.db, ctx.workspace.id, FOLLOWER, table);
    let after = patiently(cursor);
    let lastId = cursor;
    for (;;) {
      const facts = await trails.knownAfter(ctx, table, { after, limit: PAGE });
      for (const { leadId } of facts) seen.leadIds.add(leadId);
      const last = facts.at(-1);
      if (last && (lastId === null || last.id > lastId)) lastId = last.id;
      if (!last || facts.length < PAGE) break;
      after = last.id;
    }
    if (lastId) seen.cursors.push({ table, lastId });
  }
  return seen;
}

/** Keeps how far a look went, once everybody it found has been looked at. */
export async function moveOn(ctx: Context, cursors: Seen['cursors']): Promise<void> {
  const at = ctx.clock.now();
  for (const { table, lastId } of cursors)
    await moveCursor(ctx.db, ctx.workspace.id, FOLLOWER, table, { lastId, at });
}

/** People over whom time has passed: what they did counts less now, or their hand may go up again. */
export async function dueOf(ctx: Context): Promise<string[]> {
  const now = ctx.clock.now().getTime();
  const faded = await leads.readinessBefore(ctx, new Date(now - STALE_MS), MOST_DUE);
  const rearmed: string[] = [];
  for (const { id, isActive, rearmAfterDays } of await listRules(ctx.db, ctx.workspace.id)) {
    if (!isActive || rearmAfterDays === null) continue;
    const before = new Date(now - rearmAfterDays * DAY_MS);
    rearmed.push(...(await listRaisedBefore(ctx.db, ctx.workspace.id, id, before, MOST_DUE)));
  }
  return [...new Set([...faded, ...rearmed])];
}

/** The next people who ever gave a signal, in the order of their ids. */
export const nextPiece = (ctx: Context, after: string | null): Promise<string[]> =>
  listLeadIds(ctx.db, ctx.workspace.id, after ?? undefined, PIECE);

/** An id just before every fact that may have been committed after the cursor passed it. */
function patiently(cursor: string | null): string {
  const madeAt = cursor ? Number.parseInt(cursor.replaceAll('-', '').slice(0, 12), 16) : 0;
  const time = Math.max(0, madeAt - PATIENCE_MS)
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
