import type { Citation } from '../shapes.ts';
import { keyOfCitation } from './fields.ts';

/** Words of a text that a citation says too. */
export interface Span {
  start: number;
  end: number;
  key: string;
}

interface Word {
  start: number;
  end: number;
  said: string;
}

/** Fewer words in common than this are chance. */
const fewest = 3;

/**
 * Where the words of a text stand in the passages it cites: the longest common runs of words, so that yellow always
 * means "the source says this", also after somebody has reworded the rest. Each citation also gets the place of its
 * number: behind its last run, or at the end of the text when nothing is said in the same words.
 */
export function citedSpans(
  text: string,
  citations: Citation[],
): { spans: Span[]; numbers: { at: number; key: string }[] } {
  const words = wordsOf(text);
  const taken = new Array<boolean>(words.length).fill(false);
  const spans: Span[] = [];
  const numbers: { at: number; key: string }[] = [];
  for (const citation of citations) {
    const key = keyOfCitation(citation);
    const own = commonRuns(words, wordsOf(citation.quote), taken).map(([from, to]): Span => {
      for (let at = from; at <= to; at += 1) taken[at] = true;
      return { start: opened(text, words[from]?.start ?? 0), end: closed(text, words[to]?.end ?? 0), key };
    });
    spans.push(...own);
    numbers.push({ key, at: own.length > 0 ? Math.max(...own.map((span) => span.end)) : text.length });
  }
  return { spans: spans.sort((one, other) => one.start - other.start), numbers };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*%?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    said: match[0].toLowerCase().replaceAll('’', "'"),
  }));
}

/** The longest run first, then what is left of it and right of it. */
function commonRuns(words: Word[], quote: Word[], taken: boolean[]): [number, number][] {
  const least = Math.min(fewest, words.length);
  const found: [number, number][] = [];
  const search = (from: number, to: number) => {
    if (to - from < least) return;
    let best = { length: 0, end: 0 };
    let above = new Array<number>(quote.length + 1).fill(0);
    for (let at = from; at < to; at += 1) {
      const row = new Array<number>(quote.length + 1).fill(0);
      for (let column = 1; column <= quote.length; column += 1) {
        if (taken[at] || words[at]?.said !== quote[column - 1]?.said) continue;
        const length = (above[column - 1] ?? 0) + 1;
        row[column] = length;
        if (length > best.length) best = { length, end: at };
      }
      above = row;
    }
    if (best.length < least || best.length === 0) return;
    const start = best.end - best.length + 1;
    found.push([start, best.end]);
    search(from, start);
    search(best.end + 1, to);
  };
  search(0, words.length);
  return found.sort((one, other) => one[0] - other[0]);
}

const opened = (text: string, start: number): number =>
  /[“"‘'(]/.test(text[start - 1] ?? '') ? start - 1 : start;

function closed(text: string, end: number): number {
  let at = end;
  while (at < text.length && /[.!?”"’')…]/.test(text[at] ?? '')) at += 1;
  return at;
}
