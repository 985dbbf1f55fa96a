import { escapeHtml } from '#kernel/mail';

/** One block of a scene's text. */
interface Block {
  kind: 'p' | 'blockquote' | 'ul';
  lines: string[];
}

const PREFIX = { ul: '- ', blockquote: '> ', p: '' } as const;

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.replaceAll('\r', '').split(/\n[^\S\n]*\n/)) {
    let open: Block | undefined;
    for (const line of paragraph.split('\n').map((raw) => raw.trim())) {
      if (line === '') continue;
      const mark = /^([->]) +(?=\S)/.exec(line)?.[1];
      const kind = mark === '-' ? 'ul' : mark === '>' ? 'blockquote' : 'p';
      const words = mark ? line.replace(/^[->] +/, '') : line;
      if (open?.kind === kind) open.lines.push(words);
      else {
        open = { kind, lines: [words] };
        blocks.push(open);
      }
    }
  }
  return blocks;
}

/** Writes a scene's text as HTML that holds paragraphs, lists and quotes and nothing else: whatever was typed is escaped. */
export function sceneHtml(text: string): string {
  return blocksOf(text)
    .map(({ kind, lines }) => {
      const escaped = lines.map(escapeHtml);
      if (kind === 'ul') return `<ul>${escaped.map((line) => `<li>${line}</li>`).join('')}</ul>`;
      return `<${kind}>${escaped.join('<br>')}</${kind}>`;
    })
    .join('');
}

/** Reads back what `sceneHtml` wrote. */
export function sceneText(html: string): string {
  return [...html.matchAll(/<(p|blockquote|ul)>([\s\S]*?)<\/\1>/g)]
    .map(([, kind = 'p', inner = '']) => {
      const lines =
        kind === 'ul'
          ? [...inner.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => item)
          : inner.split('<br>');
      return lines.map((line) => PREFIX[kind as keyof typeof PREFIX] + plainText(line)).join('\n');
    })
    .join('\n\n');
}

const CHARACTERS: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plainText = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? entity);

const FIELD = /\{\{\s*([a-z][a-z0-9_.-]{0,60})\s*\}\}/g;

/** Names of the fields that stand in a text, each once. */
export const fieldsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, name = '']) => name)),
];

/** Puts values into a text. A field without a value is named by `undefined` and makes the whole text undefined. */
export function fillText(text: string, valueFor: (field: string) => string | undefined): string | undefined {
  let isWhole = true;
  const filled = text.replace(FIELD, (_, field: string) => {
    const value = valueFor(field);
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}

/** Fills a scene's text line by line: a line whose field is unknown is left out, a value of several lines becomes several. */
export function fillLines(text: string, valueFor: (field: string) => string | undefined): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const filled = fillText(line, valueFor);
      if (filled === undefined) return [];
      const mark = /^\s*[->] +/.exec(line)?.[0] ?? '';
      return filled
        .split('\n')
        .map((part, index) => (index === 0 || part.startsWith(mark) ? part : mark + part));
    })
    .join('\n');
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text, without the space between them. */
export function sentencesOf(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}
