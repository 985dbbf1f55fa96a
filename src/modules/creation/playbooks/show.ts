import type { Context } from '#context';
import { namesOfUsers } from '#kernel/identity';
import type { ExtractionRow } from '../extraction/queries.ts';
import type { ListedPlaybook } from './queries.ts';
import type { Extraction, PlaybookSummary } from './shapes.ts';
import { Draft } from './step.ts';

const LETTERS: Record<string, string> = {
  goal: 'G',
  order: 'O',
  lean: 'L',
  doable: 'D',
  evidence: 'E',
  next: 'N',
  specific: 'S',
  human: 'H',
  actionable: 'A',
  relevant: 'R',
  proof: 'P',
};

/** Where readers find a playbook once it is published. */
export const publicUrlOf = (ctx: Context, slug: string): string =>
  `${ctx.platform.settings.publicUrl}/p/${ctx.workspace.slug}/${slug}`;

/** An empty draft that a person can begin to write in. */
export const emptyDraft = (title: string): Draft =>
  Draft.parse({ title, methodologyType: 'process', steps: [] });

/** The kept draft as its shape; what an older release kept is completed with the shape's defaults. */
export const readDraft = (kept: Record<string, unknown>, title: string): Draft => {
  const read = Draft.safeParse(kept);
  return read.success ? read.data : emptyDraft(title);
};

export function showSummary(ctx: Context, row: ListedPlaybook, contentHash: string): PlaybookSummary {
  const { playbook, expert, version, scores } = row;
  const steps = Array.isArray(playbook.draft.steps) ? playbook.draft.steps.length : 0;
  return {
    id: playbook.id,
    slug: playbook.slug,
    title: playbook.title,
    expert,
    purpose: playbook.purpose,
    currentVersion: version && {
      id: version.id,
      number: version.number,
      publishedAt: new Date(version.publishedAt).toISOString(),
    },
    draft: {
      revision: playbook.draftRevision,
      steps,
      savedAt: playbook.draftSavedAt?.toISOString() ?? null,
      differs: version?.contentHash !== contentHash,
    },
    lettersBelow: Object.entries(scores ?? {})
      .filter(([, { score, threshold }]) => score < threshold)
      .map(([criterion]) => LETTERS[criterion] ?? criterion),
    publicUrl: version ? publicUrlOf(ctx, playbook.slug) : null,
    updatedAt: playbook.updatedAt.toISOString(),
    archivedAt: playbook.archivedAt?.toISOString() ?? null,
  };
}

export function showExtraction(row: ExtractionRow): Extraction {
  return {
    id: row.id,
    playbookId: row.playbookId,
    state: row.state,
    stages: row.stages as Extraction['stages'],
    passagesFound: row.passagesFound,
    stepsFound: row.stepsFound,
    composer: row.composer,
    model: row.model,
    problem: row.problem ? { code: row.problemCode ?? 'unknown', sentence: row.problem } : null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** The person behind an id, as shapes name them. */
export async function person(
  ctx: Context,
  userId: string | null,
): Promise<{ id: string; name: string } | null> {
  if (!userId) return null;
  const names = await namesOfUsers(ctx, [userId]);
  return { id: userId, name: names.get(userId) ?? 'Somebody who left' };
}
