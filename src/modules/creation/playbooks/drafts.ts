import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { applyPatch, PatchRefused } from '../reviews/apply.ts';
import * as reviews from '../reviews/service.ts';
import { recordCitations } from './citations.ts';
import { renumber } from './content.ts';
import * as queries from './queries.ts';
import { getRow } from './service.ts';
import type { DraftSave, DraftSaved } from './shapes.ts';
import { readDraft } from './show.ts';
import type { Draft } from './step.ts';

/** Somebody saved a newer revision: nothing is lost, both are kept by their owners. */
export class DraftChanged extends Fact {
  override readonly status = 409;
  override readonly title = 'The draft changed meanwhile';
}

/**
 * Saves the draft typed on revision `revision` and reviews it at once.
 * @throws NotFound, DraftChanged when a newer revision exists, Invalid when two steps share an id
 */
export async function save(
  ctx: Context,
  id: string,
  { revision, content, note }: DraftSave,
): Promise<DraftSaved> {
  const row = await getRow(ctx, id, { lock: true });
  if (row.draftRevision !== revision) {
    throw new DraftChanged(
      `The draft is at revision ${row.draftRevision} and yours began at ${revision}. Read it anew, then bring your changes over.`,
      [{ pointer: '/revision', detail: `The newest revision is ${row.draftRevision}.` }],
    );
  }
  const ids = content.steps.map((step) => step.id);
  if (new Set(ids).size !== ids.length) {
    throw new Invalid([
      { pointer: '/content/steps', detail: 'Two steps share an id. Give the copy an id of its own.' },
    ]);
  }
  return store(ctx, row, renumber(content), note);
}

/** Writes a draft over whatever stands there: the composer's result, or a version that is brought back. */
export async function replace(ctx: Context, id: string, content: Draft, note: string): Promise<DraftSaved> {
  return store(ctx, await getRow(ctx, id, { lock: true }), renumber(content), note);
}

/** Applies the change that a finding carries. @throws NotFound, DraftChanged */
export async function applyFix(
  ctx: Context,
  id: string,
  { revision, findingId }: { revision: number; findingId: string },
): Promise<DraftSaved & { content: Draft }> {
  const row = await getRow(ctx, id, { lock: true });
  if (row.draftRevision !== revision) {
    throw new DraftChanged(
      `The draft is at revision ${row.draftRevision}; this finding belongs to ${revision}. Look at the newest review.`,
    );
  }
  const review = await reviews.latest(ctx, id);
  const finding = review.findings.find((candidate) => candidate.id === findingId);
  if (!finding?.apply) throw new NotFound('That finding is gone, or has no change of its own to apply.');
  try {
    const content = renumber(applyPatch(readDraft(row.draft, row.title), finding.apply));
    return { ...(await store(ctx, row, content, finding.fix)), content };
  } catch (error) {
    if (error instanceof PatchRefused) throw new DraftChanged(error.message);
    throw error;
  }
}

async function store(ctx: Context, row: queries.PlaybookRow, content: Draft, note = ''): Promise<DraftSaved> {
  const now = ctx.clock.now();
  const revision = row.draftRevision + 1;
  const savedBy = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  await queries.insertRevision(ctx.db, ctx.workspace.id, {
    playbookId: row.id,
    revision,
    draft: content,
    note,
    savedBy,
    createdAt: now,
  });
  await queries.updatePlaybook(ctx.db, ctx.workspace.id, row.id, {
    draft: content,
    draftRevision: revision,
    draftSavedAt: now,
    draftSavedBy: savedBy,
    title: content.title,
    outcome: content.outcome?.text ?? '',
    targetAudience: content.audience?.text ?? '',
    pain: content.pain?.text ?? '',
    uniqueInsight: content.uniqueInsight?.text ?? '',
    methodologyType: content.methodologyType,
    updatedAt: now,
  });
  await recordCitations(ctx, row.id, null, content);
  await audit(ctx, {
    action: 'draft.saved',
    subject: { type: 'playbook', id: row.id },
    after: { revision, note },
  });
  await notify(ctx, 'draft.saved', { playbookId: row.id });
  const review = await reviews.make(ctx, {
    playbookId: row.id,
    revision,
    draft: content,
    rubricId: row.rubricId,
  });
  return { revision, savedAt: now.toISOString(), review };
}
