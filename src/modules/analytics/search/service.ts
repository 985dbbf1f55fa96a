import type { Context } from '#context';
import type { Hit } from '../shapes.ts';
import { findHits, type Reach } from './queries.ts';

const LONGEST_SENTENCE = 300;

/** Finds people, playbooks, steps, passages, links and sources by words, as far as the searcher may see them. */
export async function search(ctx: Context, words: string, reach: Reach, limit: number): Promise<Hit[]> {
  const found = await findHits(ctx.db, ctx.workspace.id, words, reach, limit);
  return found.map((hit) => ({ ...hit, sentence: (hit.sentence ?? '').slice(0, LONGEST_SENTENCE) }));
}
