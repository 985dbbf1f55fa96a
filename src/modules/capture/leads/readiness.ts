import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { insertChanges, listReadiness } from '../scoring/queries.ts';
import * as queries from './queries.ts';
import { STAGES } from './shapes.ts';

/** One part of how ready somebody is to buy. The points of all parts add up to the score. */
export interface ReadinessReason {
  /** Stable name, unique within one person. */
  key: string;
  points: number;
  reason: string;
  evidence: Record<string, unknown>;
  at: Date;
}

/** Less than this is the noise of adding up, not a change. */
const SMALLEST_CHANGE = 0.005;

/**
 * The row of a person, kept from everybody else until the transaction ends. Verbs of later layers that decide about one
 * person begin with it. Undefined when the person is gone.
 */
export const hold = (ctx: Context, leadId: string): Promise<queries.LeadRow | undefined> =>
  queries.lockLead(ctx.db, ctx.workspace.id, leadId);

/**
 * Keeps how ready somebody is to buy, and what changed about it since the last time: the changes of each reason add up
 * to what it is now. Safe to repeat.
 * @param score sum of the points of `reasons`
 */
export async function keepReadiness(
  ctx: Context,
  leadId: string,
  score: number,
  reasons: ReadinessReason[],
): Promise<void> {
  const before = await listReadiness(ctx.db, ctx.workspace.id, leadId);
  const now = ctx.clock.now();
  const wanted = new Map(reasons.map((reason) => [reason.key, reason]));
  let total = [...before.values()].reduce((sum, { points }) => sum + points, 0);
  const changes: Parameters<typeof insertChanges>[2] = [];
  for (const key of new Set([...wanted.keys(), ...before.keys()])) {
    const next = wanted.get(key);
    const was = before.get(key);
    const delta = (next?.points ?? 0) - (was?.points ?? 0);
    if (Math.abs(delta) < SMALLEST_CHANGE) continue;
    total += delta;
    const at = was ? now : (next?.at ?? now);
    changes.push({
      id: newId(),
      leadId,
      score: 'readiness',
      delta,
      total,
      ruleKey: key,
      reason: next?.reason ?? was?.reason ?? key,
      evidence: next?.evidence ?? {},
      model: 'signals',
      occurredAt: at,
      createdAt: at,
    });
  }
  await insertChanges(ctx.db, ctx.workspace.id, changes);
  await queries.updateLead(ctx.db, ctx.workspace.id, leadId, {
    readinessScore: score,
    readinessUpdatedAt: now,
  });
}

/** Who some people are, how ready they are and whether they count as people; in no order. */
export const readinessOf = (ctx: Context, ids: string[]) =>
  queries.listReadyOnes(ctx.db, ctx.workspace.id, ids);

/** Ids of people whose readiness was worked out longest ago, before an instant: what they did counts less every day. */
export const readinessBefore = (ctx: Context, before: Date, limit: number): Promise<string[]> =>
  queries.listReadyBefore(ctx.db, ctx.workspace.id, before, limit);

/** Notes when somebody raised their hand last. */
export const markHandRaised = (ctx: Context, leadId: string, at: Date): Promise<void> =>
  queries.updateLead(ctx.db, ctx.workspace.id, leadId, { handRaisedAt: at, updatedAt: ctx.clock.now() });

/**
 * Moves somebody on in the funnel; nobody moves back by what happens to them. Says `lead.updated` when they moved.
 * @returns whether they moved
 */
export async function advance(
  ctx: Context,
  leadId: string,
  stage: (typeof STAGES)[number],
): Promise<boolean> {
  const lead = await queries.lockLead(ctx.db, ctx.workspace.id, leadId);
  if (!lead || STAGES.indexOf(stage) <= STAGES.indexOf(lead.stage)) return false;
  const now = ctx.clock.now();
  await queries.updateLead(ctx.db, ctx.workspace.id, leadId, { stage, stageSince: now, updatedAt: now });
  await publish(ctx, 'lead.updated', { leadId });
  return true;
}
