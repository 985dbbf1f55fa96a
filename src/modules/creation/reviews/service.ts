import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { NotFound } from '#kernel/http';
import { findPlaybook, listPlaybookSources } from '../playbooks/queries.ts';
import { readDraft } from '../playbooks/show.ts';
import type { Draft } from '../playbooks/step.ts';
import { loadMaterial } from '../sources/material.ts';
import { CRITERIA, type Finding } from './findings.ts';
import * as queries from './queries.ts';
import { reviewDraft } from './review.ts';
import { DEFAULT_RUBRIC, type Rubric } from './rubric.ts';
import type { Review } from './shapes.ts';

interface Subject {
  playbookId: string;
  revision: number;
  draft: Draft;
  rubricId: string | null;
}

interface KeptScore {
  score: number;
  threshold: number;
  name: string;
  evidence: string;
  findings: number;
}

const GOLDEN = new Set<string>(['goal', 'order', 'lean', 'doable', 'evidence', 'next']);
const DEFAULT_THRESHOLD = 4;

/** Scores a draft by the built-in rules and keeps the review. Scores are kept over time; a review is never edited. */
export async function make(
  ctx: Context,
  { playbookId, revision, draft, rubricId }: Subject,
): Promise<Review> {
  const rubric = rubricOf(await queries.findOwnCriteria(ctx.db, ctx.workspace.id, rubricId));
  const thresholds = new Map(rubric.criteria.map(({ key, threshold }) => [key, threshold]));
  const known = await listPlaybookSources(ctx.db, ctx.workspace.id, playbookId);
  const { sources } = await loadMaterial(
    ctx,
    known.map((source) => source.id),
  );
  const made = reviewDraft(draft, { rubric, sources });
  const scores = Object.fromEntries(
    made.scores.map(({ criterion, score, name, evidence, findings }): [string, KeptScore] => [
      criterion,
      { score, threshold: thresholds.get(criterion) ?? DEFAULT_THRESHOLD, name, evidence, findings },
    ]),
  );
  const row: queries.ReviewRow = {
    id: newId(),
    workspaceId: ctx.workspace.id,
    playbookId,
    draftRevision: revision,
    versionId: null,
    rubricId,
    scores,
    lowest: Math.min(...Object.values(scores).map(({ score }) => score)),
    passed: Object.values(scores).every(({ score, threshold }) => score >= threshold),
    findings: made.findings,
    composer: 'built-in',
    model: null,
    secondOpinion: null,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  };
  await queries.insertReview(ctx.db, ctx.workspace.id, row);
  await publish(ctx, 'playbook.reviewed', { playbookId, reviewId: row.id });
  return show(row);
}

/** The built-in rubric with what the workspace changed in it. */
function rubricOf(own: Map<string, queries.OwnCriterion>): Rubric {
  const criteria = DEFAULT_RUBRIC.criteria.map((criterion) => {
    const changed = own.get(criterion.key);
    if (!changed) return criterion;
    const settings = { ...criterion.settings, ...(changed.settings as typeof criterion.settings) };
    return { ...criterion, threshold: changed.threshold, settings };
  });
  return { ...DEFAULT_RUBRIC, criteria };
}

/** The newest review; made now when the draft was never reviewed. @throws NotFound */
export async function latest(ctx: Context, playbookId: string): Promise<Review> {
  const row = await queries.findLatestReview(ctx.db, ctx.workspace.id, playbookId);
  if (row) return show(row);
  const playbook = await findPlaybook(ctx.db, ctx.workspace.id, playbookId);
  if (!playbook) throw new NotFound('There is no such playbook.');
  return make(ctx, {
    playbookId,
    revision: playbook.draftRevision,
    draft: readDraft(playbook.draft, playbook.title),
    rubricId: playbook.rubricId,
  });
}

function show(row: queries.ReviewRow): Review {
  const kept = row.scores as Record<string, KeptScore>;
  // jsonb keeps no order of keys; the letters are read in the order of the two words.
  const scores = CRITERIA.flatMap((criterion) =>
    kept[criterion] ? [[criterion, kept[criterion]] as const] : [],
  ).map(([criterion, score]) => ({
    criterion,
    word: GOLDEN.has(criterion) ? ('GOLDEN' as const) : ('SHARP' as const),
    letter: score.name[0]?.toUpperCase() ?? '',
    ...score,
  }));
  return {
    id: row.id,
    draftRevision: row.draftRevision,
    createdAt: row.createdAt.toISOString(),
    composer: row.composer,
    passed: row.passed,
    lowest: row.lowest,
    blockedBy: scores
      .filter(({ score, threshold }) => score < threshold)
      .sort((a, b) => a.score - b.score)
      .map(({ criterion }) => criterion),
    scores,
    findings: row.findings as Finding[],
  };
}
