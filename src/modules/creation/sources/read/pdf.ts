import { getDocumentProxy } from 'unpdf';
import { finish, unwrap } from './plain.ts';
import { problem, type Reading, unread } from './reading.ts';
import { normalise, TextBuilder } from './text.ts';

interface Line {
  text: string;
  size: number;
  y: number;
  page: number;
}

interface TextItem {
  str: string;
  transform: number[];
  height: number;
  hasEOL: boolean;
}

/** Reads a PDF's text page by page (about 5 ms a page: more than 20 pages belong in a worker). */
export async function readPdf(bytes: Uint8Array, fallbackTitle: string): Promise<Reading> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return unread(
      fallbackTitle,
      name === 'PasswordException' ? 'encrypted' : 'broken',
      name === 'PasswordException' ? undefined : BROKEN,
    );
  }
  try {
    const lines: Line[] = [];
    let silent = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const found = linesOf(content.items as unknown[], number);
      if (found.reduce((sum, line) => sum + line.text.length, 0) < 20) silent += 1;
      lines.push(...found);
      page.cleanup();
    }
    const words = lines.reduce((sum, line) => sum + (line.text.match(/\p{L}{2,}/gu)?.length ?? 0), 0);
    const title = await titleOf(pdf);
    if (words < 3 * Math.min(pdf.numPages, 3)) return unread(title ?? fallbackTitle, 'no_text');
    const reading = assemble(dropRunningHeads(lines, pdf.numPages), fallbackTitle, title);
    if (silent > 0 && silent >= pdf.numPages * 0.1) {
      reading.problem = problem(
        'part_read',
        `${silent} of ${pdf.numPages} pages hold no text, only pictures. The rest is read.`,
      );
    }
    return reading;
  } catch {
    return unread(fallbackTitle, 'broken', BROKEN);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const BROKEN = 'This PDF is damaged and cannot be opened. It is kept. Export it again, or paste the text.';

async function titleOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string | undefined> {
  const meta = await pdf.getMetadata().catch(() => undefined);
  const info = meta?.info as { Title?: unknown } | undefined;
  const title = typeof info?.Title === 'string' ? normalise(info.Title).replace(/\s+/g, ' ') : '';
  return title.length > 3 && !/^(?:untitled|microsoft word|document\d*|.*\.(?:docx?|indd|tex))\b/i.test(title)
    ? title.slice(0, 200)
    : undefined;
}

function linesOf(items: unknown[], page: number): Line[] {
  const lines: Line[] = [];
  let current: Line | undefined;
  for (const raw of items) {
    const item = raw as Partial<TextItem>;
    if (typeof item.str !== 'string' || item.transform === undefined) continue;
    const y = item.transform[5] ?? 0;
    const size = item.height || Math.abs(item.transform[3] ?? 0);
    if (current !== undefined && Math.abs(current.y - y) > Math.max(2, current.size * 0.5))
      current = undefined;
    if (current === undefined) {
      if (item.str.trim() === '') continue;
      current = { text: '', size, y, page };
      lines.push(current);
    }
    current.text += item.str;
    if (item.str.trim() !== '') current.size = Math.max(current.size, size);
    if (item.hasEOL === true) current = undefined;
  }
  return lines
    .map((line) => ({ ...line, text: normalise(line.text).replace(/\s+/g, ' ') }))
    .filter((line) => line.text !== '');
}

/** Headers, footers and page numbers come back on most pages at the top or the bottom; they are no text. */
function dropRunningHeads(lines: Line[], pages: number): Line[] {
  const shape = (text: string) => text.replace(/\d+/g, '#');
  const edges = new Map<number, Set<Line>>();
  for (let page = 1; page <= pages; page += 1) {
    const own = lines.filter((line) => line.page === page);
    edges.set(page, new Set([...own.slice(0, 2), ...own.slice(-2)]));
  }
  const counts = new Map<string, number>();
  for (const set of edges.values()) {
    for (const key of new Set([...set].map((line) => shape(line.text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return lines.filter((line) => {
    if (edges.get(line.page)?.has(line) !== true) return true;
    if (/^(?:page )?[\divxlc]{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i.test(line.text)) return false;
    return pages < 3 || (counts.get(shape(line.text)) ?? 0) < Math.max(3, pages * 0.5);
  });
}

function assemble(lines: Line[], fallbackTitle: string, title?: string): Reading {
  const sizes = lines
    .flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 20) }, () => line.size))
    .sort((a, b) => a - b);
  const body = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const builder = new TextBuilder();
  const leading = commonLeading(lines);
  let paragraph: string[] = [];
  let page = 0;
  let before: Line | undefined;
  const close = () => {
    if (paragraph.length > 0) builder.block(unwrap(paragraph.join('\n')));
    paragraph = [];
  };
  for (const line of lines) {
    const heading = line.size > body * 1.15 && line.text.length < 120 && !/[.,;]$/.test(line.text);
    const item = /^(?:[•◦▪‣–-]|\d{1,2}[.)])\s/.test(line.text);
    const gap = before !== undefined && before.page === line.page ? before.y - line.y : 0;
    const turned = page !== line.page;
    const flows = turned && /[\p{Ll},]$/u.test(before?.text ?? '') && /^\p{Ll}/u.test(line.text);
    if (heading || item || (turned && !flows) || gap > leading * 1.4 || gap < -1) close();
    if (turned && !flows)
      builder.marks.push({ offset: builder.length === 0 ? 0 : builder.length + 2, page: line.page });
    page = line.page;
    if (heading) {
      const joined =
        before !== undefined &&
        before.size === line.size &&
        builder.marks.at(-1)?.heading === before.text &&
        gap > 0 &&
        gap < line.size * 1.6;
      if (joined && before !== undefined) {
        const mark = builder.marks.at(-1);
        builder.block(line.text, undefined, ' ');
        if (mark?.heading !== undefined) mark.heading = `${mark.heading} ${line.text}`;
      } else builder.heading(line.text, line.size > body * 1.6 ? 1 : line.size > body * 1.3 ? 2 : 3);
    } else paragraph.push(item ? line.text.replace(/^[•◦▪‣–]/, '-') : line.text);
    before =
      heading && before !== undefined ? { ...line, text: builder.marks.at(-1)?.heading ?? line.text } : line;
  }
  close();
  const built = builder.build();
  return finish(built.text, built.marks, fallbackTitle, title);
}

function commonLeading(lines: Line[]): number {
  const gaps: number[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const gap = (lines[at - 1]?.y ?? 0) - (lines[at]?.y ?? 0);
    if (gap > 2 && gap < 60) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.4)] ?? 14;
}
