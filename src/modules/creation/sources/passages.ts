import type { Mark } from './read/reading.ts';
import { turnLineOf, turnOf } from './read/speakers.ts';
import { sentencesOf } from './sentences.ts';

type PassageKind = 'sentence' | 'heading' | 'item' | 'quote' | 'row';

/** A quotable span of a source: `text.slice(start, end) === quote`, always. */
export interface Passage {
  /** 0-based place in the source. */
  position: number;
  start: number;
  end: number;
  quote: string;
  kind: PassageKind;
  /** The headings above, outermost first. */
  headings: string[];
  /** Number of the paragraph, list item, row or turn the passage stands in. */
  block: number;
  /** Place of the passage in its block: 0 opens it. */
  inBlock: number;
  speaker?: string;
  timeMs?: number;
  page?: number;
  /** Level of a heading, 1-6. */
  level?: number;
  /** For a list item: how deep, and its number when the list is numbered. */
  list?: { depth: number; ordered: boolean; number?: number };
}

const ITEM = /^([ \t]*)([-*•–▪◦‣]|\d{1,3}[.)]|[a-z][.)])[ \t]+/;

/** Cuts a text into passages: sentences of paragraphs, items and turns, headings, quotations and table rows. */
export function passagesOf(text: string, marks: Mark[] = [], language = 'en'): Passage[] {
  const cutter = new Cutter(text, marks, language);
  let at = 0;
  while (at <= text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    cutter.line(at, end);
    at = end + 1;
  }
  cutter.close();
  return cutter.passages;
}

class Cutter {
  readonly passages: Passage[] = [];
  #text: string;
  #language: string;
  #marks: Mark[];
  #nextMark = 0;
  #headingAt: Map<number, Mark>;
  #path: { level: number; text: string }[] = [];
  #headings: string[] = [];
  #now: { speaker?: string; timeMs?: number; page?: number } = {};
  #block = 0;
  #open: { start: number; end: number; kind: PassageKind; list?: NonNullable<Passage['list']> } | undefined;

  constructor(text: string, marks: Mark[], language: string) {
    this.#text = text;
    this.#language = language;
    this.#marks = [...marks].sort((a, b) => a.offset - b.offset);
    this.#headingAt = new Map(
      this.#marks.filter((mark) => mark.heading !== undefined).map((mark) => [mark.offset, mark]),
    );
  }

  line(start: number, end: number) {
    const line = this.#text.slice(start, end);
    if (line.trim() === '') {
      this.close();
      return;
    }
    const from = start + (line.length - line.trimStart().length);
    const heading = this.#headingAt.get(from);
    if (heading !== undefined) {
      this.close();
      this.#heading(from, start + line.trimEnd().length, heading.level ?? 2);
      return;
    }
    const item = ITEM.exec(line);
    if (item !== null && /[\p{L}\p{N}]/u.test(line.slice(item[0].length))) {
      this.close();
      this.#open = {
        start: start + item[0].length,
        end,
        kind: 'item',
        list: listOf(item[1] ?? '', item[2] ?? ''),
      };
      return;
    }
    if (line.startsWith('> ')) {
      this.close();
      this.#open = { start: start + 2, end, kind: 'quote' };
      this.close();
      return;
    }
    if (/ \| |^\| | \|$/.test(line)) {
      this.close();
      this.#open = { start: from, end, kind: 'row' };
      this.close();
      return;
    }
    if (
      turnLineOf(line) !== undefined &&
      this.#marks.some((mark) => mark.offset === from && mark.speaker !== undefined)
    ) {
      this.close();
      return;
    }
    const speech = this.#speechStart(from, end);
    if (speech !== undefined) {
      this.close();
      if (speech < end) this.#open = { start: speech, end, kind: 'sentence' };
      return;
    }
    if (this.#open === undefined) this.#open = { start: from, end, kind: 'sentence' };
    else this.#open.end = end;
  }

  /** Where speech starts in a line that opens with a marked speaker's label. */
  #speechStart(from: number, end: number): number | undefined {
    const marked = this.#markAt(from);
    if (marked?.speaker === undefined) return undefined;
    const turn = turnOf(this.#text.slice(from, end));
    if (turn !== undefined && turn.name === marked.speaker) return from + turn.start;
    const label = `${marked.speaker}: `;
    return this.#text.startsWith(label, from) ? from + label.length : from;
  }

  #markAt(offset: number): Mark | undefined {
    for (let at = this.#nextMark; at < this.#marks.length; at += 1) {
      const mark = this.#marks[at];
      if (mark === undefined || mark.offset > offset) return undefined;
      if (mark.offset === offset && mark.speaker !== undefined) return mark;
    }
    return undefined;
  }

  close() {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const spans =
      open.kind === 'row' || open.kind === 'quote'
        ? [trimmed(this.#text, open.start, open.end)]
        : sentencesOf(this.#text, open.start, open.end, this.#language);
    let inBlock = 0;
    for (const span of spans) {
      if (span.end <= span.start) continue;
      this.#add({
        ...span,
        kind: open.kind,
        inBlock,
        ...(open.list === undefined ? {} : { list: open.list }),
      });
      inBlock += 1;
    }
    this.#block += 1;
  }

  #heading(start: number, end: number, level: number) {
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    this.#headings = this.#path.map((heading) => heading.text);
    this.#add({ start, end, kind: 'heading', inBlock: 0, level });
    this.#path.push({ level, text: this.#text.slice(start, end) });
    this.#headings = this.#path.map((heading) => heading.text);
    this.#block += 1;
  }

  #add(part: Pick<Passage, 'start' | 'end' | 'kind' | 'inBlock'> & Partial<Pick<Passage, 'level' | 'list'>>) {
    for (; this.#nextMark < this.#marks.length; this.#nextMark += 1) {
      const mark = this.#marks[this.#nextMark];
      if (mark === undefined || mark.offset > part.start) break;
      if (mark.speaker !== undefined) this.#now.speaker = mark.speaker;
      if (mark.timeMs !== undefined) this.#now.timeMs = mark.timeMs;
      if (mark.page !== undefined) this.#now.page = mark.page;
    }
    this.passages.push({
      position: this.passages.length,
      quote: this.#text.slice(part.start, part.end),
      headings: this.#headings,
      block: this.#block,
      ...part,
      ...this.#now,
    });
  }
}

function listOf(indent: string, marker: string): NonNullable<Passage['list']> {
  const depth = Math.min(6, Math.floor(indent.replace(/\t/g, '  ').length / 2));
  const number = /^(\d{1,3})/.exec(marker)?.[1];
  const ordered = number !== undefined || /^[a-z]/.test(marker);
  return { depth, ordered, ...(number === undefined ? {} : { number: Number(number) }) };
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const body = text.slice(start, end);
  const lead = body.length - body.trimStart().length;
  return { start: start + lead, end: start + body.trimEnd().length };
}
