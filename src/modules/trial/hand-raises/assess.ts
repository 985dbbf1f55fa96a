import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { leads, segments } from '#modules/capture';
import { knownOf } from '../signals/known.ts';
import { observationsOf } from '../signals/observations.ts';
import * as signals from '../signals/service.ts';
import { countedAt, crossingOf, totalAt } from '../signals/sum.ts';
import * as queries from './queries.ts';
import { rulesOf } from './rules.ts';

type Lead = NonNullable<Awaited<ReturnType<typeof leads.hold>>>;
type Signals = signals.CountingSignal[];

const DAY_MS = 86_400_000;

/**
 * Looks at one person: keeps the signals they have given, how ready they are, and the hand they raise when that adds up.
 * Everything follows from the facts and their own instants, so that it can run late, twice, or beside itself.
 */
export async function assess(ctx: Context, leadId: string): Promise<void> {
  const lead = await leads.hold(ctx, leadId);
  if (!lead || lead.archivedAt) return;
  const rules = await signals.rulesOf(ctx);
  const before = await signals.countingOf(ctx, leadId, rules);
  const known = await knownOf(ctx, lead, rules, before);
  const active = rules.filter(({ isActive }) => isActive);
  const isNew = await signals.observe(ctx, leadId, observationsOf(active, known));
  const given = isNew > 0 ? await signals.countingOf(ctx, leadId, rules) : before;
  await keepReadiness(ctx, lead, given);
  if (!lead.isSuspect) await raiseWhenReady(ctx, lead, given, rules);
}

async function keepReadiness(ctx: Context, lead: Lead, given: Signals): Promise<void> {
  if (given.length === 0 && lead.readinessScore === 0) return;
  const now = ctx.clock.now();
  const reasons: leads.ReadinessReason[] = given.map(
    ({ id, ruleKey, dedupeKey, weight, reason, occurredAt }) => ({
      key: `${ruleKey}:${dedupeKey}`,
      points: weight,
      reason,
      evidence: { signalId: id },
      at: occurredAt,
    }),
  );
  const total = totalAt(given, now);
  const whole = given.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0) / 100;
  const faded = signals.hundredths(total - whole);
  if (faded !== 0)
    reasons.push({
      key: 'faded',
      points: faded,
      reason: 'Older signs count less',
      evidence: {},
      at: now,
    });
  await leads.keepReadiness(ctx, lead.id, total, reasons);
}

async function raiseWhenReady(
  ctx: Context,
  lead: Lead,
  given: Signals,
  signalRules: signals.KeptRule[],
): Promise<void> {
  if (given.length === 0) return;
  const rules = (await rulesOf(ctx)).filter(({ isActive }) => isActive);
  const past = await queries.listOfLead(ctx.db, ctx.workspace.id, lead.id);
  const armedSince = await armedSinceOf(ctx, past, rules);
  if (armedSince === 'up') return;
  for (const rule of rules) {
    const theirs = given.filter(
      ({ playbookId }) => rule.playbookId === null || playbookId === null || playbookId === rule.playbookId,
    );
    const drawnAt = newest([changedAt(rule), ...signalRules.map(changedAt)]);
    const crossed = crossingOf(theirs, { threshold: rule.threshold, armedSince, drawnAt });
    const allowed = crossed && (await allowedSince(ctx, lead.id, rule));
    if (!crossed || !allowed) continue;
    const at = allowed > crossed ? allowed : crossed;
    // What faded below the line before the person fitted raises no hand.
    if (totalAt(theirs, at) < rule.threshold) continue;
    await raise(ctx, lead, rule, theirs, at);
    return;
  }
}

/** Since when a hand may go up (again): null from the beginning, `up` while it is up. */
async function armedSinceOf(
  ctx: Context,
  [last]: queries.HandRaiseRow[],
  rules: queries.HandRaiseRuleRow[],
): Promise<Date | null | 'up'> {
  if (!last) return null;
  if (last.rearmedAt) return last.rearmedAt;
  const days = rules.find(({ id }) => id === last.ruleId)?.rearmAfterDays;
  if (!days) return 'up';
  const rearmedAt = new Date(last.raisedAt.getTime() + days * DAY_MS);
  if (rearmedAt > ctx.clock.now()) return 'up';
  const { id: handRaiseId, leadId } = last;
  if (!(await queries.rearm(ctx.db, ctx.workspace.id, handRaiseId, { rearmedAt, rearmedBy: null })))
    return 'up';
  await publish(signals.asOf(ctx, rearmedAt), 'hand.rearmed', { handRaiseId, leadId });
  return rearmedAt;
}

const ALWAYS = new Date(0);

/** Since when a person fits the rule's condition; null while they do not. */
async function allowedSince(
  ctx: Context,
  leadId: string,
  { condition }: queries.HandRaiseRuleRow,
): Promise<Date | null> {
  if (Object.keys(condition).length === 0) return ALWAYS;
  const [verdict] = await segments.judge(ctx, leadId, [condition]);
  return verdict?.holds ? verdict.since : null;
}

async function raise(
  ctx: Context,
  lead: Lead,
  rule: queries.HandRaiseRuleRow,
  given: Signals,
  at: Date,
): Promise<void> {
  const counted = given.filter(({ occurredAt }) => occurredAt <= at);
  const total = totalAt(counted, at);
  const playbookId =
    rule.playbookId ??
    counted.findLast((signal) => signal.playbookId !== null)?.playbookId ??
    lead.playbookId;
  const id = newId();
  const row = await queries.insertRaise(ctx.db, ctx.workspace.id, {
    id,
    leadId: lead.id,
    playbookId,
    ruleId: rule.id,
    total,
    threshold: rule.threshold,
    signals: counted.map((signal) => ({
      signalId: signal.id,
      ruleKey: signal.ruleKey,
      name: signal.name,
      weight: countedAt(signal, at),
      reason: signal.reason,
      at: signal.occurredAt.toISOString(),
    })),
    readinessScore: total,
    raisedAt: at,
    createdAt: ctx.clock.now(),
  });
  if (!row) return;
  const then = signals.asOf(ctx, at);
  await leads.markHandRaised(then, lead.id, at);
  await leads.advance(then, lead.id, 'hand_raised');
  await publish(then, 'hand.raised', { handRaiseId: id, leadId: lead.id, playbookId });
}

/** When a person last changed a rule; null while it stands as it was made. */
const changedAt = ({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }): Date | null =>
  updatedAt > createdAt ? updatedAt : null;

const newest = (instants: (Date | null)[]): Date | null =>
  instants.reduce((latest, instant) => (instant && (!latest || instant > latest) ? instant : latest), null);
