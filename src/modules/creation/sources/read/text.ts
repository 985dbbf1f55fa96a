import type { Mark } from './reading.ts';

/** Bytes to text: BOMs are obeyed, invalid UTF-8 is taken for Windows-1252 (old transcripts often are). */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * One form for every text: well-formed Unicode in NFC, `\n` line ends, no control characters (PostgreSQL
 * cannot hold U+0000), no soft hyphens or zero-width spaces inside words, no trailing blanks, at most one
 * empty line in a row. Joiners and direction marks stay: scripts need them. Idempotent.
 */
export function normalise(raw: string): string {
  return (
    raw
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g, '')
      .replace(/\f/g, '\n\n')
      .normalize('NFC')
      .replace(/[\u00a0\u202f\u2007]/g, ' ')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Blocks in, one text with marks out: blocks stand one empty line apart, lines of a block on their own line. */
export class TextBuilder {
  #parts: string[] = [];
  #length = 0;
  readonly marks: Mark[] = [];

  get length(): number {
    return this.#length;
  }

  #push(text: string) {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Appends a block and returns the offset where its text starts. Empty blocks are left out. */
  block(text: string, mark?: Omit<Mark, 'offset'>, separator = '\n\n'): number {
    const clean = text.replace(/^\n+|\s+$/g, '');
    if (clean === '') return this.#length;
    if (this.#length > 0) this.#push(separator);
    const offset = this.#length;
    this.#push(clean);
    if (mark !== undefined) this.marks.push({ offset: offset + leadingBlanks(clean), ...mark });
    return offset;
  }

  /** Appends a line to the block before it. */
  line(text: string, mark?: Omit<Mark, 'offset'>): number {
    return this.block(text, mark, '\n');
  }

  heading(text: string, level: number) {
    const clean = text.replace(/\s+/g, ' ').trim();
    if (clean !== '') this.block(clean, { heading: clean, level: Math.min(6, Math.max(1, level)) });
  }

  build(): { text: string; marks: Mark[] } {
    return { text: this.#parts.join(''), marks: this.marks };
  }
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}

/** "2024-11_call with-Anna.v2.txt" reads as "2024-11 call with Anna v2". */
export function titleFromFileName(fileName: string | undefined): string {
  const base = (fileName ?? '').replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  const words = normalise(base)
    .replace(/[_.]+/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? 'Untitled source' : (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 200);
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  copy: '©',
  euro: '€',
};

/** Character references of HTML, the ones that turn up in markdown and subtitles. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code =
        name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    }
    return NAMED[name.toLowerCase()] ?? whole;
  });
}
