import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish as publishEvent } from '#kernel/events';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, type Page, type PageQuery } from '#kernel/shapes';
import * as reviews from '../reviews/service.ts';
import { recordCitations } from './citations.ts';
import { hashOf } from './content.ts';
import { replace } from './drafts.ts';
import { followTitle, get, getRow } from './service.ts';
import type { NewVersion, Playbook, Version } from './shapes.ts';
import { person, publicUrlOf, readDraft } from './show.ts';
import { Draft } from './step.ts';
import * as queries from './version-queries.ts';

/** A criterion is below its threshold: publishing needs it mended, or a named person's reason. */
export class ReviewNotPassed extends Fact {
  override readonly status = 409;
  override readonly title = 'The review stands in the way';
}

export class NothingToPublish extends Fact {
  override readonly status = 409;
  override readonly title = 'There is nothing to publish';
}

/**
 * Freezes the draft as the next version and shows it to readers.
 * @throws NotFound
 * @throws NothingToPublish when there is no step, or the draft is what is published already
 * @throws ReviewNotPassed while a criterion is below its threshold and no reason is given
 */
export async function publish(
  ctx: Context,
  id: string,
  { note, overrideReason }: NewVersion,
): Promise<Version> {
  const row = await getRow(ctx, id, { lock: true });
  const content = readDraft(row.draft, row.title);
  if (content.steps.length === 0)
    throw new NothingToPublish(
      'A playbook needs a step before it can be published. Write one, or take one from a source.',
    );
  const contentHash = hashOf(content);
  const last = await queries.findNewest(ctx.db, ctx.workspace.id, id);
  if (
    last?.contentHash === contentHash &&
    last.gatePosition === row.gatePosition &&
    last.trialPosition === row.trialPosition
  ) {
    throw new NothingToPublish(`Version ${last.number} says exactly this. Change something first.`);
  }
  const review = await reviews.make(ctx, {
    playbookId: id,
    revision: row.draftRevision,
    draft: content,
    rubricId: row.rubricId,
  });
  if (!review.passed && !overrideReason) {
    const below = review.scores.filter((score) => score.score < score.threshold);
    throw new ReviewNotPassed(
      `${below.map((score) => `${score.name} is ${score.score}, publishing needs ${score.threshold}.`).join(' ')} Mend it, or publish with a reason that stays visible.`,
      below.map((score) => ({ pointer: `/review/${score.criterion}`, detail: score.evidence })),
    );
  }
  const versionId = newId();
  const number = (last?.number ?? 0) + 1;
  const now = ctx.clock.now();
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  await queries.insertVersion(ctx.db, ctx.workspace.id, {
    id: versionId,
    playbookId: id,
    number,
    title: content.title,
    purpose: row.purpose,
    language: row.language,
    content: { ...content, expertName: row.expertName },
    contentHash,
    stepCount: content.steps.length,
    gatePosition: row.gatePosition,
    trialPosition: row.trialPosition,
    changeNote: note,
    reviewId: review.id,
    scores: Object.fromEntries(
      review.scores.map(({ criterion, score, threshold }) => [criterion, { score, threshold }]),
    ),
    overrideReason: review.passed ? null : (overrideReason ?? null),
    overrideBy: review.passed ? null : userId,
    publishedBy: userId,
    publishedAt: now,
    createdAt: now,
  });
  await recordCitations(ctx, id, versionId, content);
  if (!last) await followTitle(ctx, row, content.title);
  await queries.setCurrentVersion(ctx.db, ctx.workspace.id, id, versionId, now);
  await audit(ctx, {
    action: 'playbook.published',
    subject: { type: 'playbook', id },
    after: { number, overrideReason: overrideReason ?? null },
  });
  await publishEvent(ctx, 'playbook.published', { playbookId: id, versionId, number });
  return getVersion(ctx, versionId);
}

/** Versions of a playbook, newest first. @throws NotFound */
export async function list(ctx: Context, id: string, { cursor, limit }: PageQuery): Promise<Page<Version>> {
  const playbook = await getRow(ctx, id);
  const [number] = cursor ? decodeCursor(cursor, 1) : [];
  const rows = await queries.listVersions(
    ctx.db,
    ctx.workspace.id,
    id,
    limit + 1,
    number === undefined ? undefined : Number(number),
  );
  const shown = await Promise.all(rows.map((row) => show(ctx, row, playbook)));
  return cutPage(
    shown,
    limit,
    (version) => [version.number],
    (version) => version,
  );
}

/** @throws NotFound */
export async function getVersion(ctx: Context, versionId: string): Promise<Version & { content: Draft }> {
  const row = await queries.findVersion(ctx.db, ctx.workspace.id, versionId);
  if (!row) throw new NotFound('There is no such version.');
  const playbook = await getRow(ctx, row.playbookId);
  return { ...(await show(ctx, row, playbook)), content: Draft.parse(row.content) };
}

/** Brings a version back as the draft; what stood there stays among the revisions. @throws NotFound, Invalid */
export async function restore(ctx: Context, id: string, versionId: string): Promise<Playbook> {
  await getRow(ctx, id);
  const version = await queries.findVersion(ctx.db, ctx.workspace.id, versionId);
  if (!version || version.playbookId !== id) {
    throw new Invalid([{ pointer: '/versionId', detail: 'This playbook has no such version.' }]);
  }
  await replace(ctx, id, Draft.parse(version.content), `Version ${version.number} brought back`);
  return get(ctx, id);
}

/** The passages that a step of a version rests on, each once, and the version's number. */
export async function evidenceOf(
  ctx: Context,
  versionId: string,
  stepPosition: number,
): Promise<{ number: number; stepTitle: string | null; passages: queries.Evidence[] } | null> {
  const version = await queries.findVersion(ctx.db, ctx.workspace.id, versionId);
  if (!version) return null;
  const step = Draft.parse(version.content).steps.find(({ position }) => position === stepPosition);
  return {
    number: version.number,
    stepTitle: step?.title ?? null,
    passages: await queries.listEvidence(ctx.db, ctx.workspace.id, versionId, stepPosition),
  };
}

/** Steps that readers of some playbooks see now, in order, with the place of each playbook's trial. */
export const currentStepsOf = (ctx: Context, playbookIds: string[]): Promise<queries.CurrentStep[]> =>
  queries.listCurrentSteps(ctx.db, ctx.workspace.id, playbookIds);

interface Owner {
  slug: string;
  currentVersionId: string | null;
}

async function show(ctx: Context, row: queries.VersionRow, playbook: Owner): Promise<Version> {
  const editions = await queries.listEditions(ctx.db, ctx.workspace.id, row.id);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    note: row.changeNote,
    publishedAt: row.publishedAt.toISOString(),
    publishedBy: await person(ctx, row.publishedBy),
    scores: Object.fromEntries(
      Object.entries(row.scores as Record<string, { score: number }>).map(([name, { score }]) => [
        name,
        score,
      ]),
    ),
    overrideReason: row.overrideReason,
    stepCount: row.stepCount,
    gatePosition: row.gatePosition,
    isCurrent: playbook.currentVersionId === row.id,
    publicUrl: publicUrlOf(ctx, playbook.slug),
    editions: editions.map(({ id, kind, reach, state, problem }) => ({
      kind,
      reach,
      state,
      problem,
      url: state === 'ready' ? `/api/v1/editions/${id}/file` : null,
    })),
  };
}
