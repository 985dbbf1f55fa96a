import type { Context } from '#context';
import { playbooks, readings } from '#modules/creation';

type Content = readings.Published['content'];
type Citation = Content['titleCitations'][number];

/** A span of the expert's material, letter for letter. */
export interface Quote {
  text: string;
  sourceTitle: string;
  stepPosition: number;
  passageId: string | null;
}

/** What a published playbook gives to a video. */
export interface Material {
  playbookId: string;
  expertId: string | null;
  versionId: string;
  content: Content;
  expertName: string;
  quote: Quote | null;
}

/** The published state of a playbook, or undefined while there is none. */
export async function findMaterial(ctx: Context, playbookId: string): Promise<Material | undefined> {
  const playbook = await playbooks.getRow(ctx, playbookId);
  if (!playbook.currentVersionId) return undefined;
  const published = await readings.getPublishedVersion(ctx, playbook.currentVersionId);
  const { content, expert, citedSources, versionId } = published;
  return {
    playbookId,
    expertId: playbook.expertId,
    versionId,
    content,
    expertName: expert.name,
    quote: quoteOf(content, (id) => citedSources.get(id)?.title),
  };
}

const SHORTEST = 40;
const LONGEST = 320;

/**
 * The sentence that speaks best for a playbook: what a worked example, a reason or an outcome rests on, rather with a
 * figure in it than without, and of a length that can be read from a picture.
 */
export function quoteOf(
  { steps }: Pick<Content, 'steps'>,
  titleOf: (sourceId: string) => string | undefined,
): Quote | null {
  const candidates = steps.flatMap(({ position, workedExample, why, outcome, citations }) =>
    [
      ...(workedExample?.citations ?? []).map((citation) => ({ citation, worth: 3 })),
      ...(why?.citations ?? []).map((citation) => ({ citation, worth: 2 })),
      ...(outcome?.citations ?? []).map((citation) => ({ citation, worth: 1 })),
      ...citations.map((citation) => ({ citation, worth: 0 })),
    ].map(({ citation, worth }) => ({ citation, position, worth: worth + figureIn(citation) })),
  );
  const fitting = candidates.filter(({ citation: { quote } }) => {
    const { length } = quote.trim();
    return length >= SHORTEST && length <= LONGEST;
  });
  const [best] = fitting.toSorted((a, b) => b.worth - a.worth || a.position - b.position);
  if (!best) return null;
  const { citation, position } = best;
  return {
    text: citation.quote,
    sourceTitle: titleOf(citation.sourceId) || 'the expert’s material',
    stepPosition: position,
    passageId: citation.passageId ?? null,
  };
}

const figureIn = ({ quote }: Citation): number => (/\d/.test(quote) ? 2 : 0);
