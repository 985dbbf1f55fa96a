import type { Citation, CitedText } from '../playbooks/step.ts';
import type { ComposeSource, Unit } from './signals.ts';

/** Makes citations: neighbours in one text become one span, so that a reader sees the words in one piece. */
export class Citer {
  #sources: ComposeSource[];

  constructor(sources: ComposeSource[]) {
    this.#sources = sources;
  }

  of(units: Unit[]): Citation[] {
    const sorted = [...new Set(units)].sort(
      (a, b) => a.source - b.source || a.passage.start - b.passage.start,
    );
    const spans: { source: number; start: number; end: number; passageId?: string }[] = [];
    for (const { source, passage } of sorted) {
      const last = spans.at(-1);
      const text = this.#sources[source]?.text ?? '';
      const near =
        last !== undefined &&
        last.source === source &&
        passage.start >= last.end &&
        passage.start - last.end <= 2;
      if (near && last !== undefined && !text.slice(last.end, passage.start).includes('\n'))
        last.end = passage.end;
      else
        spans.push({
          source,
          start: passage.start,
          end: passage.end,
          ...(passage.id === undefined ? {} : { passageId: passage.id }),
        });
    }
    return spans.map(({ source, start, end, passageId }) => ({
      sourceId: this.#sources[source]?.id ?? '',
      ...(passageId === undefined ? {} : { passageId }),
      start,
      end,
      quote: this.#sources[source]?.text.slice(start, end) ?? '',
    }));
  }

  /** A field in the expert's words. */
  said(text: string, units: Unit[]): CitedText {
    return { text, citations: this.of(units), origin: 'source' };
  }

  /** A field a rule built on cited words. */
  derived(text: string, units: Unit[] = []): CitedText {
    return { text, citations: this.of(units), origin: 'derived' };
  }
}
