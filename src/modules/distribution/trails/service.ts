import type { Context } from '#context';
import * as queries from './queries.ts';

/** Page views and step events of one person, oldest first. Machines are marked by the rows' own columns. */
export interface Trail {
  views: queries.ViewRow[];
  steps: queries.StepEventRow[];
}

const MOST = 2_000;

/** What a known person looked at and did on public pages. */
export async function trailOf(ctx: Context, leadId: string): Promise<Trail> {
  return {
    views: await queries.listViewsOfLead(ctx.db, ctx.workspace.id, leadId, MOST),
    steps: await queries.listStepEventsOfLead(ctx.db, ctx.workspace.id, leadId, MOST),
  };
}

/**
 * Facts of known people after one fact, in the order of their ids, for followers. Ids are in the order in which facts
 * happened, not in which they were committed: a follower looks again at what is younger than its own patience.
 */
export const knownAfter = (
  ctx: Context,
  facts: 'page_views' | 'step_events',
  { after, limit }: { after: string; limit: number },
): Promise<{ id: string; leadId: string }[]> =>
  queries.listKnownAfter(ctx.db, ctx.workspace.id, facts, after, limit);

/** Ties what a visitor did before the gate to the person they turned out to be. */
export const recognise = (
  ctx: Context,
  strange: queries.Strange,
  known: { leadId: string; readingId: string | null },
): Promise<void> => queries.nameStranger(ctx.db, ctx.workspace.id, strange, known);

/** Cuts the tie between facts and a person. @returns how many facts had it */
export const forget = (ctx: Context, leadId: string): Promise<number> =>
  queries.forgetLead(ctx.db, ctx.workspace.id, leadId);
