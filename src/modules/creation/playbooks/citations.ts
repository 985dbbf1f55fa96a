import type { Context } from '#context';
import { isId } from '#kernel/database';
import * as queries from './queries.ts';
import { citationsOfStep, type Draft } from './step.ts';

/**
 * Writes the citations of a draft or a version as rows, so that evidence can be joined.
 * A citation whose source or passage is not of this workspace keeps its words and loses the reference.
 */
export async function recordCitations(
  ctx: Context,
  playbookId: string,
  versionId: string | null,
  draft: Draft,
): Promise<void> {
  const { db, workspace } = ctx;
  const found = draft.steps.flatMap((step) => citationsOfStep(step).map((entry) => ({ step, ...entry })));
  const ids = (pick: (citation: (typeof found)[number]['citation']) => string | undefined) => [
    ...new Set(
      found.map(({ citation }) => pick(citation)).filter((id): id is string => id !== undefined && isId(id)),
    ),
  ];
  const knownSources = await queries.listExisting(
    db,
    workspace.id,
    'sources',
    ids((citation) => citation.sourceId),
  );
  const knownPassages = await queries.listExisting(
    db,
    workspace.id,
    'passages',
    ids((citation) => citation.passageId),
  );
  await queries.replaceCitations(
    db,
    workspace.id,
    playbookId,
    versionId,
    found.map(({ step, field, citation }) => ({
      stepId: step.id,
      stepPosition: step.position,
      field,
      sourceId: knownSources.has(citation.sourceId) ? citation.sourceId : null,
      passageId: citation.passageId && knownPassages.has(citation.passageId) ? citation.passageId : null,
      quote: citation.quote,
      startOffset: citation.start,
      endOffset: citation.end,
      createdAt: ctx.clock.now(),
    })),
  );
}
