/** Words that end in a full stop without ending a sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|e\.g|i\.e|viz|cf|approx|ca|no|No|Fig|fig|vol|pp|p|ed|eds|al|Inc|Ltd|Co|Corp|dept|est|min|max|incl|resp|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|z\.B|bzw|usw|[A-Z])\.$/;
const MAY_END = /^(?:etc|al|Inc|Ltd|Co|Corp|no|No|min|max|p)\.$/;
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (found === undefined) {
    found = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, found);
  }
  return found;
}

export interface Span {
  start: number;
  end: number;
}

/**
 * Splits `text.slice(from, to)` into sentences by Unicode's rules (UAX 29), then puts back together what an
 * abbreviation, an initial or a trailing ellipsis tore. Spans hold no blanks at either end and never overlap.
 */
export function sentencesOf(text: string, from = 0, to = text.length, language = 'en'): Span[] {
  const body = text.slice(from, to);
  const spans: Span[] = [];
  for (const { segment, index } of segmenter(language).segment(body)) {
    const lead = segment.length - segment.trimStart().length;
    const clean = segment.trim();
    if (clean === '') continue;
    const start = from + index + lead;
    const end = start + clean.length;
    const before = spans.at(-1);
    if (before !== undefined && belongsTogether(text.slice(before.start, before.end), clean))
      before.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

function belongsTogether(before: string, next: string): boolean {
  const tail = before.slice(-16);
  if (ABBREVIATION.test(tail)) {
    const word = /\S+$/.exec(tail)?.[0] ?? '';
    return !(MAY_END.test(word) && /^[\p{Lu}“"]/u.test(next));
  }
  if (/(?:\.\.\.|…)$/.test(tail) && /^[\p{Ll}]/u.test(next)) return true;
  return !/[\p{L}\p{N}]/u.test(next);
}
