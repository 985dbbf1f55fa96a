import type { Context } from '#context';
import { sources } from '#modules/creation';
import type { TurnRow } from '../clones/queries.ts';
import type { Citation } from '../clones/shapes.ts';
import type { Reserved } from './reservations.ts';
import type { PublicAnswer, PublicCitation } from './shapes.ts';

/** A turn as its reader sees it. */
export interface PublicTurn {
  id: string;
  state: TurnRow['state'];
  question: string;
  answer: string | null;
  citations: PublicCitation[];
  composer: string;
}

export async function showPublic(ctx: Context, { trial, turn }: Reserved): Promise<PublicAnswer> {
  const [shown] = await showTurns(ctx, [turn]);
  return {
    turnId: turn.id,
    state: turn.state,
    question: turn.question,
    answer: turn.answer,
    citations: shown?.citations ?? [],
    composer: turn.composer,
    left: Math.max(0, trial.quota - trial.used - trial.reserved),
    quota: trial.quota,
    handRaised: false,
  };
}

/** Turns with the titles of what they rest on. */
export async function showTurns(ctx: Context, rows: TurnRow[]): Promise<PublicTurn[]> {
  const ids = rows.flatMap(({ citations }) => citations.flatMap(({ sourceId }) => sourceId ?? []));
  const titles = await sources.titlesOf(ctx, [...new Set(ids)]);
  return rows.map(({ id, state, question, answer, citations, composer }) => ({
    id,
    state,
    question,
    answer,
    composer,
    citations: citations.map((citation) => showCitation(citation, titles)),
  }));
}

const showCitation = (
  { correctionId: _, ...citation }: Citation,
  titles: Map<string, string>,
): PublicCitation => ({
  ...citation,
  sourceTitle: citation.sourceId ? (titles.get(citation.sourceId) ?? null) : null,
  href: citation.stepPosition ? `#step-${citation.stepPosition}` : null,
});
