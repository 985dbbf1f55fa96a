import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact, NotFound } from '#kernel/http';
import { leads, people } from '#modules/capture';
import type { Answer } from '../clones/answer.ts';
import * as turns from '../clones/queries.ts';
import * as clones from '../clones/service.ts';
import { eligibilityOf } from './eligibility.ts';
import * as queries from './queries.ts';

export class NotEligible extends Fact {
  override readonly status = 403;
  override readonly title = 'The free trial is not open to you yet';
}

export class TrialSpent extends Fact {
  override readonly status = 409;
  override readonly title = 'The free questions are used up';
}

/** A question on its way in. */
export interface Asking {
  playbookId: string;
  leadId: string;
  readingId: string;
  /** Made with the form: sent twice, it is one question. */
  requestKey: string;
  question: string;
  stepPosition: number | null;
}

export interface Reserved {
  clone: turns.CloneRow;
  trial: queries.TrialRow;
  turn: turns.TurnRow;
  /** Whether this call has to answer; else somebody did, or does. */
  isOurs: boolean;
}

/** An answer that takes longer than this was lost with its process. */
const LOST_AFTER_MS = 3 * 60_000;

/**
 * Sets one of a person's free questions aside, before anything is answered. One person's questions come in one after
 * the other, so two windows never get more than the quota.
 * @throws NotFound when there is no published clone, or no such person
 * @throws NotEligible, TrialSpent
 */
export async function reserve(ctx: Context, asking: Asking): Promise<Reserved> {
  const { db, workspace } = ctx;
  const clone = await clones.findPublished(ctx, asking.playbookId);
  if (!clone) throw new NotFound('There is no clone to ask here.');
  const lead = await leads.hold(ctx, asking.leadId);
  if (!lead) throw new NotFound('Pass the gate first.');
  const requestKey = `${asking.readingId}.${asking.requestKey}`;
  const key = { leadId: lead.id, cloneId: clone.id };
  const known = await turns.findTurn(db, workspace.id, { cloneId: clone.id, requestKey });
  let trial = await queries.findTrial(db, workspace.id, key);
  if (known && trial && known.state !== 'failed' && known.state !== 'released')
    return { clone, trial, turn: known, isOurs: false };
  if (!trial) {
    const { holds, reason } = await eligibilityOf(ctx, clone, lead);
    if (!holds) throw new NotEligible(reason);
    trial = await request(ctx, clone, asking, reason);
  }
  await releaseLost(ctx, trial.id);
  const held = await queries.reserve(db, workspace.id, trial.id, ctx.clock.now());
  if (!held)
    throw new TrialSpent(
      trial.reserved > 0
        ? 'Your last free question is being answered.'
        : `All ${trial.quota} free questions are asked. The answers stay on this page.`,
    );
  const turn = known ? await again(ctx, known) : await open(ctx, clone, held, { ...asking, requestKey });
  return { clone, trial: held, turn, isOurs: true };
}

/** The first question: from here on the person tries the clone. */
async function request(
  ctx: Context,
  clone: turns.CloneRow,
  { leadId, stepPosition }: Asking,
  eligibilityReason: string,
): Promise<queries.TrialRow> {
  const id = newId();
  const now = ctx.clock.now();
  const { id: cloneId, playbookId, versionId, freeUses: quota } = clone;
  await queries.insertTrial(ctx.db, ctx.workspace.id, {
    id,
    leadId,
    cloneId,
    playbookId,
    versionId,
    stepPosition,
    eligibilityReason,
    quota,
    requestedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  await people.markTrialRequested(ctx, leadId, now);
  await leads.advance(ctx, leadId, 'trial');
  await publish(ctx, 'trial.requested', { trialId: id, leadId, cloneId, playbookId });
  const trial = await queries.findTrial(ctx.db, ctx.workspace.id, { id });
  if (!trial) throw new Error('A trial is gone in its own transaction.');
  return trial;
}

async function open(
  ctx: Context,
  clone: turns.CloneRow,
  trial: queries.TrialRow,
  { leadId, requestKey, question }: Asking,
): Promise<turns.TurnRow> {
  const id = newId();
  const now = ctx.clock.now();
  await turns.insertTurn(ctx.db, ctx.workspace.id, {
    id,
    cloneId: clone.id,
    trialId: trial.id,
    leadId,
    requestKey,
    question,
    reservedAt: now,
    createdAt: now,
  });
  return getTurn(ctx, id);
}

/** A question that failed is asked again under its own key. */
async function again(ctx: Context, turn: turns.TurnRow): Promise<turns.TurnRow> {
  await turns.reopenTurn(ctx.db, ctx.workspace.id, turn.id, ctx.clock.now());
  return getTurn(ctx, turn.id);
}

/** Keeps the answer and counts the question as used. An answer that comes after its question was given up is dropped. */
export async function settle(
  ctx: Context,
  { trial, turn, clone }: Reserved,
  answer: Answer,
  versionId: string,
): Promise<Reserved> {
  const { db, workspace } = ctx;
  const now = ctx.clock.now();
  const isGrounded = answer.state === 'answered';
  const ended = await turns.endTurn(db, workspace.id, turn.id, {
    state: answer.state,
    answer: answer.text,
    citations: answer.citations,
    isGrounded,
    composer: answer.composer,
    model: answer.model,
    aiRunId: answer.aiRunId,
    versionId,
    answeredAt: now,
  });
  const used = ended ? await queries.use(db, workspace.id, trial.id, now) : undefined;
  if (used) {
    const ids = { trialId: trial.id, leadId: trial.leadId, cloneId: clone.id };
    await publish(ctx, 'clone.answered', { turnId: turn.id, ...ids, isGrounded });
    if (used.state === 'spent' && used.used === used.quota) await publish(ctx, 'trial.spent', ids);
  }
  return {
    clone,
    trial: used ?? trial,
    turn: await getTurn(ctx, turn.id),
    isOurs: true,
  };
}

/** Gives the question back: nothing was answered, so nothing counts. */
export async function giveBack(
  ctx: Context,
  { trial, turn }: Pick<Reserved, 'trial' | 'turn'>,
  problem: string,
  state: 'failed' | 'released' = 'failed',
): Promise<void> {
  const ended = await turns.endTurn(ctx.db, ctx.workspace.id, turn.id, {
    state,
    problem,
    answeredAt: ctx.clock.now(),
  });
  if (ended) await queries.release(ctx.db, ctx.workspace.id, trial.id, ctx.clock.now());
}

/** Gives back what a process that stopped had set aside. */
async function releaseLost(ctx: Context, trialId: string): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - LOST_AFTER_MS);
  for (const turn of await turns.listForgotten(ctx.db, ctx.workspace.id, before, trialId)) {
    const trial = await queries.findTrial(ctx.db, ctx.workspace.id, { id: trialId });
    if (trial) await giveBack(ctx, { trial, turn }, 'The program stopped while it answered.', 'released');
  }
}

/** Gives back, in a whole workspace, what processes that stopped had set aside. @returns how many questions */
export async function releaseAllLost(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - LOST_AFTER_MS);
  const lost = await turns.listForgotten(ctx.db, ctx.workspace.id, before);
  for (const turn of lost) {
    const trial = turn.trialId
      ? await queries.findTrial(ctx.db, ctx.workspace.id, { id: turn.trialId })
      : undefined;
    if (trial) await giveBack(ctx, { trial, turn }, 'The program stopped while it answered.', 'released');
  }
  return lost.length;
}

async function getTurn(ctx: Context, id: string): Promise<turns.TurnRow> {
  const turn = await turns.findTurn(ctx.db, ctx.workspace.id, { id });
  if (!turn) throw new NotFound('There is no such question.');
  return turn;
}
