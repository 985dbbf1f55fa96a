import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import { observations } from '#modules/analytics';
import * as config from '../config/service.ts';
import * as outcomes from '../looks/outcomes.ts';
import * as tasks from '../tasks/service.ts';
import { carryOut } from './carry-out.ts';
import { judge } from './policies.ts';
import * as queries from './queries.ts';
import type { ActionItem } from './schema.ts';
import { Action, type ActionQuery, KINDS, type Kind, type NewApproval } from './shapes.ts';
import { show } from './show.ts';

export interface Proposal {
  kind: Kind;
  title: string;
  items: ActionItem[];
  why: string;
  confidence: number | null;
  insightId?: string;
  conversationId?: string;
  /** Given where it asks whatever the policy says. */
  asksBecause?: string;
}

const DECIDE_WITHIN_MS = 7 * 86_400_000;

/**
 * Proposes something and, where the policy allows, does it at once.
 * @returns the action; undefined when the policy says never
 */
export async function propose(ctx: Context, proposal: Proposal): Promise<queries.ActionRow | undefined> {
  const { kind, title, items, why, confidence, insightId, conversationId } = proposal;
  const { actsAbove, stopped } = await config.get(ctx);
  const people = items.filter(({ subjectType }) => subjectType === 'lead').length;
  const judged = await judge(ctx, { kind, people, confidence }, { actsAbove, isStopped: stopped !== null });
  if (judged.mode === 'never') return undefined;
  const verdict = { ...judged, asksBecause: judged.asksBecause ?? proposal.asksBecause ?? null };
  const now = ctx.clock.now();
  const row = await queries.insertAction(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    kind,
    reach: KINDS[kind].reach,
    title,
    items,
    why,
    confidence,
    insightId: insightId ?? null,
    conversationId: conversationId ?? null,
    policyId: verdict.policyId,
    asksBecause: verdict.asksBecause,
    proposedAt: now,
    decideBy: verdict.asksBecause ? new Date(now.getTime() + DECIDE_WITHIN_MS) : null,
    createdAt: now,
    updatedAt: now,
  });
  await publish(ctx, 'action.proposed', { actionId: row.id, kind });
  if (verdict.asksBecause) return row;
  await audit(ctx, {
    action: 'action.ran-alone',
    subject: { type: 'action', id: row.id },
    after: { kind, title },
  });
  return carryOut(ctx, row, []);
}

export async function list(ctx: Context, { cursor, limit, state }: ActionQuery): Promise<Page<Action>> {
  const states = (state ?? '').split(',').flatMap((name) => {
    const known = Action.shape.state.safeParse(name.trim());
    return known.success ? [known.data] : [];
  });
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listActions(ctx.db, ctx.workspace.id, { states, after, limit: limit + 1 });
  const shown = await show(ctx, rows);
  return cutPage(
    shown,
    limit,
    ({ id }) => [id],
    (action) => action,
  );
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Action> {
  return (await show(ctx, [await hold(ctx, id)]))[0] as Action;
}

async function hold(ctx: Context, id: string): Promise<queries.ActionRow> {
  const row = await queries.lockAction(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such action.');
  return row;
}

const DECIDED: Partial<Record<queries.ActionRow['state'], string>> = {
  declined: 'It was declined.',
  undone: 'It was taken back.',
  expired: 'Its time to decide has passed.',
};

function assertOpen(row: queries.ActionRow): void {
  if (row.state !== 'proposed' && row.state !== 'waiting')
    throw new Conflict(DECIDED[row.state] ?? 'It was approved already.');
}

/**
 * Carries an action out, with the words as changed and only for those who were kept. Whoever was heard from since it
 * was drafted is left out.
 * @throws NotFound, Invalid when an item is not of this action, Conflict when it was decided already
 */
export async function approve(ctx: Context, id: string, { items: chosen }: NewApproval): Promise<Action> {
  const row = await hold(ctx, id);
  assertOpen(row);
  const kept = chosen ? pick(row.items, chosen) : row.items;
  if (kept.length === 0)
    throw new Invalid([{ pointer: '/items', detail: 'Keep at least one, or decline the action.' }]);
  const skipped: { name: string; reason: string }[] = [];
  let items = kept;
  if (row.kind === 'send_mail') {
    const heard = new Set(
      await observations.heardFrom(
        ctx,
        kept.map(({ subjectId }) => subjectId),
        row.proposedAt,
      ),
    );
    items = kept.filter(({ subjectId }) => !heard.has(subjectId));
    for (const { subjectId, name } of kept)
      if (heard.has(subjectId))
        skipped.push({ name, reason: 'They were heard from since this was drafted.' });
  }
  await decide(ctx, row, {
    decision: changed(row.items, kept) ? 'changed' : 'approved',
    count: items.length,
  });
  await publish(ctx, 'action.approved', { actionId: id });
  return (await show(ctx, [await carryOut(ctx, { ...row, items }, skipped)]))[0] as Action;
}

function pick(items: ActionItem[], chosen: NonNullable<NewApproval['items']>): ActionItem[] {
  return chosen.map(({ subjectId, title, text }, index) => {
    const item = items.find((candidate) => candidate.subjectId === subjectId);
    if (!item)
      throw new Invalid([
        { pointer: `/items/${index}/subjectId`, detail: 'This person is not part of the action.' },
      ]);
    return { ...item, ...(title !== undefined && { title }), ...(text !== undefined && { text }) };
  });
}

const changed = (before: ActionItem[], after: ActionItem[]): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** Says no, and why: the reason counts against whatever proposed it. @throws NotFound, Conflict */
export async function decline(ctx: Context, id: string, reason: string): Promise<Action> {
  const row = await hold(ctx, id);
  assertOpen(row);
  await decide(ctx, row, { decision: 'declined', reason, count: row.items.length });
  const declined = await queries.changeAction(ctx.db, ctx.workspace.id, id, {
    state: 'declined',
    updatedAt: ctx.clock.now(),
  });
  if (row.insightId) await outcomes.countDecline(ctx, row.insightId);
  await publish(ctx, 'action.declined', { actionId: id });
  return (await show(ctx, [declined]))[0] as Action;
}

async function decide(
  ctx: Context,
  row: queries.ActionRow,
  {
    decision,
    reason,
    count,
  }: { decision: 'approved' | 'declined' | 'changed'; reason?: string; count: number },
): Promise<void> {
  await queries.insertApproval(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    actionId: row.id,
    decision,
    reason: reason ?? null,
    itemCount: count,
    decidedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    policyId: row.policyId,
    decidedAt: ctx.clock.now(),
  });
  await audit(ctx, {
    action: `action.${decision}`,
    subject: { type: 'action', id: row.id },
    ...(reason && { reason }),
  });
}

/**
 * Takes back what an action did, as far as it has not left the house.
 * @throws NotFound, Conflict when nothing of it can be taken back any more
 */
export async function undo(ctx: Context, id: string): Promise<Action> {
  const row = await hold(ctx, id);
  if (row.state === 'undone') throw new Conflict('It was taken back already.');
  if (row.state !== 'done' && row.state !== 'part_done') throw new Conflict('It has done nothing yet.');
  let stopped = 0;
  for (const taskId of row.inverse?.taskIds ?? []) if (await tasks.cancel(ctx, taskId)) stopped += 1;
  if (stopped === 0 && row.kind !== 'note')
    throw new Conflict(
      row.reach === 'outside'
        ? 'Every mail of it has left. A sent mail cannot be taken back.'
        : 'Its tasks are done or cancelled already.',
    );
  const undone = await queries.changeAction(ctx.db, ctx.workspace.id, id, {
    state: 'undone',
    undoneAt: ctx.clock.now(),
    undoneBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    result: { ...row.result, takenBack: stopped },
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, {
    action: 'action.undone',
    subject: { type: 'action', id },
    after: { takenBack: stopped },
  });
  await publish(ctx, 'action.undone', { actionId: id });
  return (await show(ctx, [undone]))[0] as Action;
}
