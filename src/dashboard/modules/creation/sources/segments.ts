import type { Passage } from '../shapes.ts';

/** A run of the source's text: inside one passage, or between passages; `cited` when the address points at it. */
export interface Segment {
  start: number;
  end: number;
  passage: Passage | undefined;
  cited: boolean;
}

/**
 * Cuts a text at the edges of its passages, of the cited range and of its paragraphs. Passages do not overlap; should
 * two do, the later begins where the earlier ends. Concatenated, the segments are the text again.
 */
export function paragraphsOf(
  text: string,
  passages: Passage[],
  cited: { start: number; end: number } | undefined,
): Segment[][] {
  const sorted = [...passages].sort((one, other) => one.start - other.start);
  const edges = new Set([0, text.length]);
  for (const passage of sorted) {
    edges.add(passage.start);
    edges.add(passage.end);
  }
  if (cited) {
    edges.add(Math.min(cited.start, text.length));
    edges.add(Math.min(cited.end, text.length));
  }
  const breaks = [...text.matchAll(/\n+/g)].map((match) => match.index + match[0].length);
  for (const at of breaks) edges.add(at);
  const cuts = [...edges].filter((at) => at >= 0 && at <= text.length).sort((one, other) => one - other);
  const isBreak = new Set(breaks);
  const paragraphs: Segment[][] = [];
  let paragraph: Segment[] = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const start = cuts[index] ?? 0;
    const end = cuts[index + 1] ?? 0;
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= start) next += 1;
    const passage = sorted[next];
    paragraph.push({
      start,
      end,
      passage: passage && passage.start <= start && passage.end >= end ? passage : undefined,
      cited: cited !== undefined && start >= cited.start && end <= cited.end,
    });
    if (isBreak.has(end) || end === text.length) {
      paragraphs.push(paragraph);
      paragraph = [];
    }
  }
  return paragraphs;
}

/** "#1290-1344" → the range in characters. */
export function rangeOf(hash: string): { start: number; end: number } | undefined {
  const found = /^#?(\d+)-(\d+)$/.exec(hash);
  if (!found) return undefined;
  const start = Number(found[1]);
  const end = Number(found[2]);
  return end > start ? { start, end } : undefined;
}
