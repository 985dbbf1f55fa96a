import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { finish } from './plain.ts';
import { type Reading, unread } from './reading.ts';
import { normalise, TextBuilder } from './text.ts';

/** The little of the DOM that is walked here. */
interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL BODY HTML'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT HEAD BUTTON SELECT INPUT TEXTAREA CANVAS VIDEO AUDIO'.split(
    ' ',
  ),
);

/**
 * Reads a web page: the main text by Readability, its headings and lists kept. Scripts are parsed, never run.
 * Takes about 50 ms per 100 kB: pages over 300 kB belong in a worker.
 */
export function readHtml(raw: string, fallbackTitle: string): Reading {
  if (raw.length > 20_000_000) return unread(fallbackTitle, 'too_long');
  const { document } = parseHTML(
    /<html[\s>]/i.test(raw) ? raw : `<!doctype html><html><body>${raw}</body></html>`,
  );
  const pageTitle = pageTitleOf(document as unknown as ParentLike);
  const author = metaOf(document as unknown as ParentLike, ['author', 'article:author']);
  const lang = /^[a-z]{2,3}/i
    .exec(document.documentElement?.getAttribute?.('lang') ?? '')?.[0]
    ?.toLowerCase();
  let reading = fromMarkup(raw, fallbackTitle, pageTitle);
  try {
    const whole = reading.text.length;
    const article = new Readability(document as never, { charThreshold: 200 }).parse();
    if (article?.content != null) {
      const main = fromMarkup(article.content, fallbackTitle, pageTitle ?? (article.title || undefined));
      // A page that is all article loses nothing; a list of links that Readability guts keeps its body.
      if (main.text.length > 200 || main.text.length > whole * 0.4) reading = main;
    }
  } catch {
    // Pages that break Readability are read whole.
  }
  if (!/[\p{L}\p{N}]/u.test(reading.text)) return unread(pageTitle ?? fallbackTitle, 'empty', EMPTY_PAGE);
  if (lang !== undefined && reading.language === undefined) reading.language = lang;
  if (author !== undefined) reading.author = author;
  return reading;
}

const EMPTY_PAGE =
  'This page has no text of its own; it may be built by script. It is kept. Paste the text instead.';

interface ParentLike {
  querySelector(
    selector: string,
  ): { textContent: string | null; getAttribute(name: string): string | null } | null;
}

function metaOf(document: ParentLike, names: string[]): string | undefined {
  for (const name of names) {
    const value =
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ??
      document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
    const clean = normalise(value ?? '').replace(/\s+/g, ' ');
    if (clean !== '' && !/^https?:/.test(clean)) return clean.slice(0, 200);
  }
  return undefined;
}

function pageTitleOf(document: ParentLike): string | undefined {
  const given = metaOf(document, ['og:title', 'twitter:title']);
  const clean = normalise(
    given ?? document.querySelector('title')?.textContent ?? document.querySelector('h1')?.textContent ?? '',
  );
  const flat = clean.replace(/\s+/g, ' ');
  // "Article | Site" names the site last, when what stands before is long enough to be a title.
  const cut = /^(.{12,}?)\s+[|–—»·]\s+[^|–—»·]{2,40}$/.exec(flat)?.[1] ?? flat;
  return cut === '' ? undefined : cut.slice(0, 200);
}

/** Walks markup into text with marks; also used for what DOCX becomes. */
export function fromMarkup(markup: string, fallbackTitle: string, title?: string): Reading {
  const { document } = parseHTML(`<!doctype html><html><body>${bodyOf(markup)}</body></html>`);
  const builder = new TextBuilder();
  const walk = new Walk(builder);
  walk.visit(document.body as unknown as DomNode, 0);
  walk.flush();
  const built = builder.build();
  if (built.text === '') return { text: '', title: title ?? fallbackTitle, marks: [] };
  return finish(built.text, built.marks, fallbackTitle, title);
}

function bodyOf(markup: string): string {
  const body = /<body[^>]*>([\s\S]*?)(?:<\/body\s*>|$)/i.exec(markup);
  return body?.[1] ?? markup;
}

class Walk {
  #run = '';
  #builder: TextBuilder;

  constructor(builder: TextBuilder) {
    this.#builder = builder;
  }

  flush(prefix = '', tight = false) {
    const text = normalise(this.#run)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/[ \t]{2,}/g, ' ');
    this.#run = '';
    if (text === '') return false;
    if (tight) this.#builder.line(prefix + text.replace(/\n/g, ' '));
    else this.#builder.block(prefix + (prefix === '' ? text : text.replace(/\n/g, ' ')));
    return true;
  }

  visit(node: DomNode, depth: number) {
    if (depth > 200) {
      this.#run += node.textContent ?? '';
      return;
    }
    for (const child of node.childNodes) this.#child(child, depth + 1);
  }

  #child(node: DomNode, depth: number) {
    if (node.nodeType === 3) {
      this.#run += (node.textContent ?? '').replace(/\s+/g, ' ');
      return;
    }
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    if (name === 'BR') {
      this.#run += '\n';
      return;
    }
    if (!BLOCKS.has(name)) {
      this.visit(node, depth);
      return;
    }
    this.flush();
    if (/^H[1-6]$/.test(name)) {
      this.#builder.heading(normalise(node.textContent ?? ''), Number(name[1]));
    } else if (name === 'UL' || name === 'OL') {
      this.#list(node, name === 'OL', 0, depth);
    } else if (name === 'PRE') {
      this.#builder.block(normalise(node.textContent ?? '').replace(/\n{2,}/g, '\n'));
    } else if (name === 'TABLE') {
      this.#table(node, depth);
    } else if (name === 'BLOCKQUOTE') {
      this.#quote(node, depth);
    } else {
      this.visit(node, depth);
      this.flush();
    }
  }

  #quote(node: DomNode, depth: number) {
    for (const child of node.childNodes) {
      if (child.nodeType === 1 && BLOCKS.has(child.nodeName.toUpperCase())) {
        this.flush('> ');
        if (/^(P|DIV)$/i.test(child.nodeName)) {
          this.visit(child, depth + 1);
          this.flush('> ');
        } else this.#child(child, depth + 1);
      } else this.#child(child, depth + 1);
    }
    this.flush('> ');
  }

  #list(node: DomNode, ordered: boolean, level: number, depth: number) {
    let number = Number(node.getAttribute?.('start') ?? '1') || 1;
    let first = level === 0;
    for (const item of node.childNodes) {
      if (item.nodeName.toUpperCase() !== 'LI' || depth > 200) continue;
      const prefix = `${'  '.repeat(level)}${ordered ? `${number}.` : '-'} `;
      number += 1;
      let written = false;
      const write = () => {
        if (this.flush(written ? '  '.repeat(level + 1) : prefix, !first)) {
          written = true;
          first = false;
        }
      };
      for (const child of item.childNodes) {
        const name = child.nodeName.toUpperCase();
        if (name === 'UL' || name === 'OL') {
          write();
          this.#list(child, name === 'OL', level + 1, depth + 1);
        } else if (child.nodeType === 1 && BLOCKS.has(name) && name !== 'P' && name !== 'DIV') {
          write();
          this.#child(child, depth + 1);
        } else if (name === 'P' || name === 'DIV') {
          this.#run += ' ';
          this.visit(child, depth + 1);
          this.#run += ' ';
        } else this.#child(child, depth + 1);
      }
      write();
    }
  }

  #table(node: DomNode, depth: number) {
    let first = true;
    const rows = (parent: DomNode, level: number) => {
      for (const child of parent.childNodes) {
        if (child.nodeName.toUpperCase() !== 'TR') {
          if (child.nodeType === 1 && level < 20) rows(child, level + 1);
          continue;
        }
        const cells = [...child.childNodes].filter((cell) => /^T[DH]$/i.test(cell.nodeName));
        const words = cells.map((cell) => normalise(cell.textContent ?? '').replace(/\s+/g, ' '));
        if (words.every((word) => word === '')) continue;
        if (first || words.length === 1) this.#builder.block(words.join(' | '));
        else this.#builder.line(words.join(' | '));
        first = false;
      }
    };
    rows(node, depth);
  }
}
