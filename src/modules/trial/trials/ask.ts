import type { Actor, Context, Platform, Workspace } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { Unavailable } from '#kernel/http';
import type { Observation } from '#kernel/tracking';
import { type Answer, answer } from '../clones/answer.ts';
import { materialOf } from '../clones/material.ts';
import { type Asking, giveBack, type Reserved, reserve, settle } from './reservations.ts';
import type { PublicAnswer } from './shapes.ts';
import { showPublic } from './show.ts';

interface Entry {
  workspace: Workspace;
  actor: Actor;
  correlationId?: string;
  /** Who asked, without who they are; absent when no browser did. */
  seen?: Observation;
  /** Hears each sentence of a model's answer as soon as it is checked. */
  onSentence?: (sentence: string) => void;
}

/**
 * A reader's question to the clone: set aside in one transaction, answered outside of any, counted in the next. Asked
 * again with the same key it is the same question and the same answer. Nothing counts when nothing was answered.
 * @throws NotFound, NotEligible, TrialSpent
 * @throws Unavailable when the answer failed; the question was given back
 */
export async function ask(platform: Platform, entry: Entry, asking: Asking): Promise<PublicAnswer> {
  const inside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inWorkspace(platform, entry, work);
  const reserved = await inside((ctx) => reserve(ctx, asking));
  if (!reserved.isOurs) return inside((ctx) => showPublic(ctx, reserved));
  const { clone, turn } = reserved;
  const tell = factsOf(platform, entry, reserved, asking.readingId);
  await tell('question_asked');
  let given: Answer;
  let versionId: string;
  try {
    const material = await inside((ctx) => materialOf(ctx, clone));
    if (!material) throw new Error('Nothing is published that the clone could read.');
    versionId = material.versionId;
    given = await answer(platform, material, {
      workspaceId: entry.workspace.id,
      question: turn.question,
      subject: { type: 'clone_turn', id: turn.id },
      ...(entry.correlationId && { correlationId: entry.correlationId }),
      onSentence: entry.onSentence,
    });
  } catch (error) {
    platform.log.error({ err: error, turn: turn.id }, 'a clone did not answer');
    await inside((ctx) => giveBack(ctx, reserved, 'The answer failed.'));
    throw new Unavailable(
      'The answer failed on our side. Your question was not counted; ask again in a moment.',
    );
  }
  const settled = await inside((ctx) => settle(ctx, reserved, given, versionId));
  await tell('answer_shown', { state: given.state, citations: given.citations.length });
  await tell('quota_spent');
  return inside((ctx) => showPublic(ctx, settled));
}

function factsOf(
  platform: Platform,
  { workspace, seen }: Entry,
  { clone, trial, turn }: Reserved,
  readingId: string,
): (kind: 'question_asked' | 'answer_shown' | 'quota_spent', detail?: object) => Promise<void> {
  return (kind, detail = {}) =>
    platform.facts.record('usage_facts', {
      id: newId(),
      workspaceId: workspace.id,
      kind,
      occurredAt: platform.clock.now(),
      quantity: 1,
      leadId: trial.leadId,
      trialId: trial.id,
      cloneId: clone.id,
      turnId: turn.id,
      playbookId: clone.playbookId,
      versionId: turn.versionId,
      readingId,
      detail: JSON.stringify(detail),
      visitorHash: seen?.visitorHash ?? null,
      isBot: seen?.isBot ?? false,
      botReason: seen?.botReason ?? null,
      classifierVersion: seen?.classifierVersion ?? 0,
    });
}
