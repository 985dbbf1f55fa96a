import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { segments } from '#modules/capture';
import type { Observation } from './observations.ts';
import * as queries from './queries.ts';
import { DEFAULT_RULES, SignalCondition, STEP_RULE, sentenceOf } from './rules.ts';
import type { Signal, SignalQuery, SignalRule, SignalRuleChange } from './shapes.ts';
import { countedAt, type Weighted } from './sum.ts';

/** A rule as it is kept, with its condition read. */
export type KeptRule = Omit<queries.SignalRuleRow, 'condition'> & { condition: SignalCondition };

/** A signal that counts, with the rule that makes it count. */
export interface CountingSignal extends Weighted {
  id: string;
  playbookId: string | null;
  ruleKey: string;
  name: string;
  reason: string;
  dedupeKey: string;
}

/** What counts as a signal in this workspace, off or on; a workspace that has no rules gets those everybody begins with. */
export async function rulesOf(ctx: Context): Promise<KeptRule[]> {
  let rows = await queries.listRules(ctx.db, ctx.workspace.id);
  if (rows.length === 0) {
    const now = ctx.clock.now();
    const rules = DEFAULT_RULES.map((rule) => ({ ...rule, id: newId(), createdAt: now, updatedAt: now }));
    await queries.insertRules(ctx.db, ctx.workspace.id, rules);
    rows = await queries.listRules(ctx.db, ctx.workspace.id);
  }
  return rows.map((row) => ({ ...row, condition: SignalCondition.parse(row.condition) }));
}

/** What counts as a signal, in words and with how often it was seen. */
export async function listRules(ctx: Context): Promise<SignalRule[]> {
  const rules = await rulesOf(ctx);
  const counts = await queries.countByRule(ctx.db, ctx.workspace.id);
  const said = await sentencesOf(ctx, rules);
  return rules.map((rule) => ({
    id: rule.id,
    key: rule.key,
    name: rule.name,
    sentence: said.get(rule.key) ?? '',
    weight: hundredths(rule.weight),
    halfLifeDays: rule.halfLifeDays,
    isActive: rule.isActive,
    observed: counts.get(rule.key)?.signals ?? 0,
    people: counts.get(rule.key)?.people ?? 0,
    updatedAt: rule.updatedAt.toISOString(),
  }));
}

/**
 * Changes what a rule counts. A new weight holds for what is observed from now on: what was observed stays as it was
 * judged. Fading and whether it counts at all hold at once. @throws NotFound
 */
export async function changeRule(ctx: Context, id: string, change: SignalRuleChange): Promise<SignalRule> {
  const row = await queries.updateRule(ctx.db, ctx.workspace.id, id, {
    ...change,
    updatedAt: ctx.clock.now(),
  });
  const shown = row && (await listRules(ctx)).find((rule) => rule.id === id);
  if (!shown) throw new NotFound('There is no such rule.');
  await audit(ctx, { action: 'signal-rule.changed', subject: { type: 'signal-rule', id }, after: change });
  return shown;
}

/**
 * Keeps what was observed of a person, each observation once however often it is told.
 * @returns how many were new
 */
export async function observe(ctx: Context, leadId: string, observations: Observation[]): Promise<number> {
  const now = ctx.clock.now();
  const rows = await queries.insertSignals(
    ctx.db,
    ctx.workspace.id,
    observations.map((observation) => ({ ...observation, id: newId(), leadId, createdAt: now })),
  );
  // Each step is a fact already, and there are many of them: nobody outside needs to be told of it again.
  for (const { id: signalId, ruleKey: rule, occurredAt } of rows.filter(
    ({ ruleKey }) => ruleKey !== STEP_RULE,
  ))
    await publish(asOf(ctx, occurredAt), 'signal.observed', { signalId, leadId, rule });
  return rows.length;
}

/** The same context at the instant of what it tells of, for what is found out later than it happened. */
export const asOf = (ctx: Context, instant: Date): Context => ({ ...ctx, clock: { now: () => instant } });

/** Signals of a person that count, oldest first. */
export async function countingOf(ctx: Context, leadId: string, rules: KeptRule[]): Promise<CountingSignal[]> {
  const active = new Map(rules.filter(({ isActive }) => isActive).map((rule) => [rule.key, rule]));
  const rows = await queries.listSignals(ctx.db, ctx.workspace.id, leadId);
  return rows.flatMap(({ id, playbookId, ruleKey, weight, reason, dedupeKey, occurredAt }) => {
    const rule = active.get(ruleKey);
    if (!rule) return [];
    const { name, halfLifeDays } = rule;
    return [
      {
        id,
        playbookId,
        ruleKey,
        name,
        weight: hundredths(weight),
        reason,
        dedupeKey,
        occurredAt,
        halfLifeDays,
      },
    ];
  });
}

/** Whether a person gave any signal. */
export const gaveAny = async (ctx: Context, leadId: string): Promise<boolean> =>
  (await queries.listNewest(ctx.db, ctx.workspace.id, leadId, 1)).length > 0;

/** Signals, newest first, with what each counts now. */
export async function list(ctx: Context, { leadId, cursor, limit }: SignalQuery): Promise<Page<Signal>> {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [];
  const before = at && id ? { at: instantIn(at), id: String(id) } : undefined;
  const rows = await queries.listNewest(ctx.db, ctx.workspace.id, leadId, limit + 1, before);
  const rules = new Map((await rulesOf(ctx)).map((rule) => [rule.key, rule]));
  const now = ctx.clock.now();
  return cutPage(
    rows,
    limit,
    (row) => [row.occurredAt.toISOString(), row.id],
    (row) => {
      const rule = rules.get(row.ruleKey);
      const weight = hundredths(row.weight);
      const { occurredAt } = row;
      return {
        id: row.id,
        leadId: row.leadId,
        playbookId: row.playbookId,
        rule: row.ruleKey,
        name: rule?.name ?? row.ruleKey,
        weight,
        counts: rule?.isActive ? countedAt({ weight, occurredAt, halfLifeDays: rule.halfLifeDays }, now) : 0,
        reason: row.reason,
        evidence: row.evidence as Signal['evidence'],
        at: occurredAt.toISOString(),
      };
    },
  );
}

/** A `real` comes back with more digits than were kept. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

async function sentencesOf(ctx: Context, rules: KeptRule[]): Promise<Map<string, string>> {
  const asking = rules.flatMap(({ key, condition }) =>
    condition.on === 'answers' ? [{ key, rule: condition.rule }] : [],
  );
  const said = await segments.sayRules(
    ctx,
    asking.map(({ rule }) => rule),
  );
  const answers = new Map(asking.map(({ key }, index) => [key, said[index] ?? '']));
  return new Map(rules.map(({ key, condition }) => [key, sentenceOf(condition, answers.get(key) ?? '')]));
}
