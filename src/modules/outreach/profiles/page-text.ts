import { parseHTML } from 'linkedom';

/** One piece of a page: a heading, a paragraph, a point of a list. */
export interface Block {
  kind: 'description' | 'heading' | 'paragraph' | 'item' | 'quote';
  text: string;
  /** Place in the page's text. */
  start: number;
}

/** What a person would read on a page. */
export interface PageText {
  title: string;
  siteName: string | null;
  description: string | null;
  language: string | null;
  /** `article` and the like, as the page says of itself. */
  type: string | null;
  blocks: Block[];
  /** The blocks, separated by empty lines: offsets of claims count in it. */
  text: string;
  /** Words of buttons and links that ask to do something. */
  actions: string[];
  links: { url: string; label: string }[];
}

interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
  hasAttribute?(name: string): boolean;
}

const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT HEAD SELECT INPUT TEXTAREA CANVAS VIDEO AUDIO NAV FOOTER PRE CODE DIALOG BUTTON'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGCAPTION FIGURE FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN OL P SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
const MOST_BLOCKS = 600;
const LONGEST_BLOCK = 1_200;

/**
 * Reads the words of a page. Scripts are parsed, never run; what is hidden from people is left out.
 * @param url where the page was found, for its links
 */
export function readPage(html: string, url: string): PageText {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  );
  const meta = (name: string): string | null => {
    const found =
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ??
      document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
    return found ? plain(found) || null : null;
  };
  const found: { kind: Block['kind']; text: string }[] = [];
  const description = meta('description') ?? meta('og:description');
  if (description) found.push({ kind: 'description', text: description });
  const walk = new Walk(found);
  if (document.body) walk.visit(document.body as unknown as DomNode, 'paragraph', 0);
  walk.flush('paragraph');

  const blocks: Block[] = [];
  const seen = new Set<string>();
  let text = '';
  for (const { kind, text: words } of found) {
    if (seen.has(words) || blocks.length >= MOST_BLOCKS) continue;
    seen.add(words);
    const start = text === '' ? 0 : text.length + 2;
    text = text === '' ? words : `${text}\n\n${words}`;
    blocks.push({ kind, text: words, start });
  }
  return {
    title: plain(document.querySelector('title')?.textContent ?? '').slice(0, 300),
    siteName: meta('og:site_name'),
    description,
    language:
      /^[a-z]{2,3}/i.exec(document.documentElement?.getAttribute?.('lang') ?? '')?.[0]?.toLowerCase() ?? null,
    type: meta('og:type'),
    blocks,
    text,
    actions: [...document.querySelectorAll('a, button, input[type=submit]')]
      .map((element) => plain(element.textContent || element.getAttribute('value') || ''))
      .filter((label) => label.length > 1 && label.length < 60)
      .slice(0, 200),
    links: [...document.querySelectorAll('a[href]')]
      .map((element) => ({
        href: element.getAttribute('href') ?? '',
        label: plain(element.textContent ?? ''),
      }))
      .filter(({ href }) => URL.canParse(href, url))
      .map(({ href, label }) => ({ url: new URL(href, url).href, label }))
      .slice(0, 400),
  };
}

class Walk {
  #run = '';
  #found: { kind: Block['kind']; text: string }[];

  constructor(found: { kind: Block['kind']; text: string }[]) {
    this.#found = found;
  }

  flush(kind: Block['kind']): void {
    const text = plain(this.#run).slice(0, LONGEST_BLOCK);
    this.#run = '';
    if (/\p{L}{2}/u.test(text)) this.#found.push({ kind, text });
  }

  visit(node: DomNode, kind: Block['kind'], depth: number): void {
    if (depth > 200) return;
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        this.#run += child.textContent ?? '';
        continue;
      }
      if (child.nodeType !== 1 || isHidden(child)) continue;
      const name = child.nodeName.toUpperCase();
      if (name === 'BR') this.#run += ' ';
      if (SILENT.has(name)) continue;
      if (!BLOCKS.has(name)) {
        this.visit(child, kind, depth + 1);
        continue;
      }
      this.flush(kind);
      const inner = kindOf(name) ?? kind;
      this.visit(child, inner, depth + 1);
      this.flush(inner);
    }
  }
}

function kindOf(name: string): Block['kind'] | null {
  if (/^H[1-6]$/.test(name)) return 'heading';
  if (name === 'LI' || name === 'DT' || name === 'TD' || name === 'TH') return 'item';
  if (name === 'BLOCKQUOTE') return 'quote';
  return name === 'P' ? 'paragraph' : null;
}

// What people cannot see was written for machines.
const isHidden = (node: DomNode): boolean =>
  node.hasAttribute?.('hidden') === true ||
  node.getAttribute?.('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|;|$)/i.test(
    node.getAttribute?.('style') ?? '',
  );

const plain = (text: string): string =>
  text.replaceAll('\u0000', '').toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();
