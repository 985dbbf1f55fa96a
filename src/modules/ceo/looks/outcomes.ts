import type { Context } from '#context';
import { newId } from '#kernel/database';
import { observations } from '#modules/analytics';
import * as queries from './queries.ts';

const WITHIN_DAYS = 7;
const DAY_MS = 86_400_000;
/** How many outcomes a prior is worth: after that many, what was measured counts as much as what was believed. */
const PRIOR_WEIGHT = 10;

/**
 * How sure a detector may be: its prior, giving way to how often it was right. The mean of a beta distribution whose
 * prior weighs ten outcomes (https://en.wikipedia.org/wiki/Beta_distribution#Bayesian_inference).
 */
export function certainty(prior: number, right: number, wrong: number): number {
  return (prior * PRIOR_WEIGHT + right) / (PRIOR_WEIGHT + right + wrong);
}

/** Notes down what will say, in a week, whether writing to these people was right. */
export async function expectAnswer(
  ctx: Context,
  insight: { id: string; detectorKey: string; confidence: number },
  actionId: string,
  leadIds: string[],
): Promise<void> {
  if (leadIds.length === 0) return;
  const now = ctx.clock.now();
  await queries.insertOutcome(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    actionId,
    insightId: insight.id,
    detectorKey: insight.detectorKey,
    confidence: insight.confidence,
    measure: 'somebody was in touch with at least one of them within 7 days',
    detail: { leadIds, since: now.toISOString() },
    dueAt: new Date(now.getTime() + WITHIN_DAYS * DAY_MS),
  });
}

/** Measures what is due and lets the detectors learn from it. @returns how many were measured */
export async function measure(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const due = await queries.listDueOutcomes(ctx.db, ctx.workspace.id, now);
  for (const { id, detectorKey, detail } of due) {
    const heard = await observations.heardFrom(ctx, detail.leadIds, new Date(detail.since));
    const isRight = heard.length > 0;
    await queries.settleOutcome(ctx.db, ctx.workspace.id, id, {
      measured: heard.length,
      isRight,
      measuredAt: now,
    });
    await queries.countOutcome(ctx.db, ctx.workspace.id, detectorKey, isRight);
  }
  return due.length;
}

/** A declined proposal counts against the detector that made it. */
export async function countDecline(ctx: Context, insightId: string): Promise<void> {
  const [insight] = await queries.listInsightsById(ctx.db, ctx.workspace.id, [insightId]);
  if (insight) await queries.countOutcome(ctx.db, ctx.workspace.id, insight.detectorKey, false);
}
