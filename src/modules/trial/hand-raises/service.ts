import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { publish } from '#kernel/events';
import { Fact, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { leads, segments } from '#modules/capture';
import { playbooks } from '#modules/creation';
import * as signals from '../signals/service.ts';
import type { SignalRule, SignalRuleChange } from '../signals/shapes.ts';

import { reassess } from './jobs.ts';
import * as queries from './queries.ts';
import { rulesOf } from './rules.ts';
import type {
  HandRaise,
  HandRaisePreview,
  HandRaiseQuery,
  HandRaiseRule,
  HandRaiseRuleChange,
} from './shapes.ts';

export { videoWishOf } from './video-wish.ts';

const MOST_SHOWN = 50;
/** People looked at one by one when a rule has a condition. */
const MOST_JUDGED = 500;

export class HandDown extends Fact {
  override readonly status = 409;
  override readonly title = 'This hand is armed again already';
}

/** When signals add up to a raised hand, and what that sets off. */
export async function listRules(ctx: Context): Promise<HandRaiseRule[]> {
  const rows = await rulesOf(ctx);
  const raised = await queries.countRaised(ctx.db, ctx.workspace.id);
  const names = await namesOf(ctx, rows);
  const said = await segments.sayRules(
    ctx,
    rows.map(({ condition }) => condition),
  );
  return rows.map((row, index) => ({
    id: row.id,
    playbook: names(row.playbookId),
    threshold: signals.hundredths(row.threshold),
    condition: said[index] ?? '',
    videoDelayMinutes: row.videoDelayMinutes,
    rearmAfterDays: row.rearmAfterDays,
    isActive: row.isActive,
    raised: raised.get(row.id) ?? 0,
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** One rule, for what a raised hand sets off. @throws NotFound */
export async function getRule(ctx: Context, id: string): Promise<HandRaiseRule> {
  const found = (await listRules(ctx)).find((rule) => rule.id === id);
  if (!found) throw new NotFound('There is no such rule.');
  return found;
}

/**
 * Moves the line or changes what a raised hand sets off. Who is above a new line raises their hand now; what was raised
 * stays raised. @throws NotFound
 */
export async function changeRule(
  ctx: Context,
  id: string,
  change: HandRaiseRuleChange,
): Promise<HandRaiseRule> {
  const row = await queries.updateRule(ctx.db, ctx.workspace.id, id, {
    ...change,
    updatedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    updatedAt: ctx.clock.now(),
  });
  if (!row) throw new NotFound('There is no such rule.');
  await audit(ctx, {
    action: 'hand-raise-rule.changed',
    subject: { type: 'hand-raise-rule', id },
    after: change,
  });
  await reassessLater(ctx);
  return getRule(ctx, id);
}

/** Changes what a signal counts, and looks at everybody again. @throws NotFound */
export async function changeSignalRule(
  ctx: Context,
  id: string,
  change: SignalRuleChange,
): Promise<SignalRule> {
  const rule = await signals.changeRule(ctx, id, change);
  await reassessLater(ctx);
  return rule;
}

const reassessLater = (ctx: Context): Promise<void> =>
  enqueue(
    ctx,
    reassess,
    { workspaceId: ctx.workspace.id, after: null },
    { key: `signals.reassess:${ctx.workspace.id}` },
  );

/** Hands raised, newest first, with the signals as they stood. */
export async function list(
  ctx: Context,
  { leadId, state, cursor, limit }: HandRaiseQuery,
): Promise<Page<HandRaise>> {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [];
  const before = at && id ? { at: instantIn(at), id: String(id) } : undefined;
  const rows = await queries.listRaises(ctx.db, ctx.workspace.id, { leadId, state }, limit + 1, before);
  const show = await shower(ctx, rows);
  return cutPage(rows, limit, (row) => [row.raisedAt.toISOString(), row.id], show);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<HandRaise> {
  const row = await queries.findRaise(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such hand-raise.');
  return (await shower(ctx, [row]))(row);
}

/** Lets the next signal of a person raise their hand again. @throws NotFound, HandDown */
export async function rearm(ctx: Context, id: string): Promise<HandRaise> {
  const found = await queries.findRaise(ctx.db, ctx.workspace.id, id);
  if (!found) throw new NotFound('There is no such hand-raise.');
  const row = await queries.rearm(ctx.db, ctx.workspace.id, id, {
    rearmedAt: ctx.clock.now(),
    rearmedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
  });
  if (!row) throw new HandDown('Their next signal can raise it.');
  await audit(ctx, { action: 'hand-raise.rearmed', subject: { type: 'hand-raise', id } });
  await publish(ctx, 'hand.rearmed', { handRaiseId: id, leadId: row.leadId });
  return get(ctx, id);
}

/** Who would join or leave if the line of the whole workspace stood elsewhere. */
export async function preview(ctx: Context, threshold: number): Promise<HandRaisePreview> {
  const rule = (await rulesOf(ctx)).find(({ isActive, playbookId }) => isActive && playbookId === null);
  const at = ctx.clock.now();
  const below = rule
    ? await queries.listBelow(ctx.db, ctx.workspace.id, { threshold, at, playbookId: null })
    : [];
  const joining = rule ? await whoMay(ctx, rule, below) : [];
  const leaving = await queries.listRaisedBelow(ctx.db, ctx.workspace.id, threshold);
  const raised = [...(await queries.countRaised(ctx.db, ctx.workspace.id)).values()];
  const now = raised.reduce((sum, value) => sum + value, 0);
  const shown = [...joining, ...leaving.slice(0, MOST_SHOWN)];
  const people = await peopleOf(
    ctx,
    shown.map(({ leadId }) => leadId),
  );
  const isPerson = ({ leadId }: queries.Standing) => people.get(leadId)?.isPerson === true;
  const show = ({ leadId, total }: queries.Standing) => {
    const lead = people.get(leadId)?.shown;
    return lead ? [{ lead, total: signals.hundredths(total) }] : [];
  };
  const joins = joining.filter(isPerson);
  return {
    threshold,
    now,
    would: now + joins.length - leaving.length,
    joins: joins.slice(0, MOST_SHOWN).flatMap(show),
    joinCount: joins.length,
    leaves: leaving.slice(0, MOST_SHOWN).flatMap(show),
    leaveCount: leaving.length,
  };
}

async function whoMay(
  ctx: Context,
  { condition }: queries.HandRaiseRuleRow,
  standings: queries.Standing[],
): Promise<queries.Standing[]> {
  if (Object.keys(condition).length === 0) return standings;
  const allowed: queries.Standing[] = [];
  for (const standing of standings.slice(0, MOST_JUDGED)) {
    const [verdict] = await segments.judge(ctx, standing.leadId, [condition]);
    if (verdict?.holds) allowed.push(standing);
  }
  return allowed;
}

async function shower(
  ctx: Context,
  rows: queries.HandRaiseRow[],
): Promise<(row: queries.HandRaiseRow) => HandRaise> {
  const people = await peopleOf(
    ctx,
    rows.map(({ leadId }) => leadId),
  );
  const names = await namesOf(ctx, rows);
  return (row) => {
    const person = people.get(row.leadId);
    if (!person) throw new Error(`The lead of hand-raise ${row.id} is gone.`);
    return {
      id: row.id,
      lead: person.shown,
      playbook: names(row.playbookId),
      total: signals.hundredths(row.total),
      threshold: signals.hundredths(row.threshold),
      readinessScore: person.readiness,
      signals: row.signals.map(({ signalId, ruleKey, name, weight, reason, at }) => ({
        signalId,
        rule: ruleKey,
        name,
        weight,
        reason,
        at,
      })),
      raisedAt: row.raisedAt.toISOString(),
      rearmedAt: row.rearmedAt?.toISOString() ?? null,
    };
  };
}

async function peopleOf(ctx: Context, ids: string[]) {
  const rows = await leads.readinessOf(ctx, [...new Set(ids)]);
  return new Map(
    rows.map(({ id, name, email, company, companyDomain, stage, readinessScore, isSuspect, archivedAt }) => [
      id,
      {
        shown: { id, name: name ?? email, email, company: company ?? companyDomain, stage },
        readiness: signals.hundredths(readinessScore),
        isPerson: !isSuspect && archivedAt === null,
      },
    ]),
  );
}

async function namesOf(ctx: Context, rows: { playbookId: string | null }[]) {
  const names = await playbooks.namesOf(ctx, [
    ...new Set(rows.flatMap(({ playbookId }) => playbookId ?? [])),
  ]);
  return (id: string | null) => {
    const name = id ? names.get(id) : undefined;
    return id && name ? { id, ...name } : null;
  };
}
