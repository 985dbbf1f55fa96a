import { lexer, type Token, type Tokens } from 'marked';
import { finish, readPlain } from './plain.ts';
import { type Reading, unread } from './reading.ts';
import { liftTimes, looksLikeTranscript, turnOf } from './speakers.ts';
import { decodeEntities, normalise, TextBuilder } from './text.ts';

const FRONT_MATTER = /(^|\n)---[ \t]*\n((?:(?:[\w-]+:|[ \t]+\S|- |#).*\n|\n)+?)---[ \t]*(?=\n|$)/g;
/** Front matter that says something about the method; the rest is the site's business. */
const SAYING =
  /^(?:description|summary|subtitle|excerpt|what|why|goal|outcome|audience|when|who|time|timeRequired|duration|time_required)$/i;

/** Whether plain text is in truth markdown: two headings, or bold and links beside one. */
export function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6}[ \t]+\S/gm)?.length ?? 0;
  const bold = text.match(/\*\*[^*\n]{2,80}\*\*/g)?.length ?? 0;
  const links = text.match(/\]\(\S{1,300}?\)/g)?.length ?? 0;
  return headings >= 2 || bold >= 3 || (headings === 1 && bold + links > 0) || links >= 3;
}

/** Reads markdown into plain text with headings as marks: emphasis, links and site plumbing fall away. */
export function readMarkdown(raw: string, fallbackTitle: string): Reading {
  const text = normalise(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) return unread(fallbackTitle, 'empty');
  if (text.length > 5_000_000) return unread(fallbackTitle, 'too_long');
  const { body, title } = liftFrontMatter(text);
  const builder = new TextBuilder();
  const state: State = { builder, transcript: false };
  try {
    const tokens = lexer(dropPlumbing(body), { gfm: true });
    const paragraphs = tokens.filter((token) => token.type === 'paragraph').map((token) => inline(token));
    state.transcript = looksLikeTranscript(paragraphs);
    for (const token of tokens) addToken(state, token, 0);
  } catch {
    return readPlain(text, fallbackTitle);
  }
  const built = builder.build();
  if (built.text === '') return unread(title ?? fallbackTitle, 'empty');
  return finish(built.text, built.marks, fallbackTitle, title);
}

interface State {
  builder: TextBuilder;
  transcript: boolean;
  speaker?: string;
}

/** Front matter at the start names the document; inside a file that joins several, each becomes a heading. */
function liftFrontMatter(text: string): { body: string; title?: string } {
  let title: string | undefined;
  let count = 0;
  const fronts = text.match(FRONT_MATTER)?.length ?? 0;
  const body = text.replace(FRONT_MATTER, (whole, before: string, block: string) => {
    const fields = frontFields(block);
    if (Object.keys(fields).length === 0) return whole;
    count += 1;
    if (count === 1 && fields.title !== undefined && fronts === 1) title = fields.title;
    const said = new Set<string>();
    for (const [key, value] of Object.entries(fields)) {
      if (SAYING.test(key) && /\s/.test(value) && !repeated(text, value)) said.add(value);
    }
    const heading = fronts > 1 && fields.title !== undefined ? `# ${fields.title}\n\n` : '';
    return `${before}\n${heading}${[...said].join('\n\n')}\n`;
  });
  return title === undefined ? { body } : { body, title };
}

/** Whether a page says its description again in its body. */
function repeated(text: string, value: string): boolean {
  const words = (part: string) =>
    part
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, 60);
  return text
    .split('\n')
    .some((line) => !/^[\w-]+:/.test(line) && words(line).startsWith(words(value).slice(0, 24)));
}

function frontFields(block: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of block.split('\n')) {
    const match = /^([\w-]+):[ \t]*(.*)$/.exec(line);
    if (match?.[1] !== undefined) fields[match[1]] = (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2').trim();
  }
  return fields;
}

/** Comments, directive fences, admonition heads, template tags and attribute lists carry no words. */
function dropPlumbing(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|iframe|svg)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/^[ \t]*:{3,}.*$/gm, '')
    .replace(
      /^[ \t]*!{3,}[ \t]*\w*[ \t]*"?([^"\n]*)"?[ \t]*\n((?:(?: {4}|\t).*(?:\n|$))*)/gm,
      (_, head: string, rest: string) => {
        return `\n${head === '' ? '' : `**${head}**\n\n`}${rest.replace(/^(?: {4}|\t)/gm, '')}\n`;
      },
    )
    .replace(/\{:[^}\n]*\}/g, '')
    .replace(/\{%[^%\n]*%\}/g, '')
    .replace(/\{\{[^}\n]*\}\}/g, '')
    .replace(
      /^[ \t]*<\/?(?:aside|section|div|details|summary|figure|figcaption|center|p|span|br|hr|img|a|small)\b[^>\n]*>[ \t]*$/gim,
      '\n',
    );
}

/** The words of inline content, without its markup. */
function inline(token: Token): string {
  if (token.type === 'image') return '';
  if (token.type === 'br') return '\n';
  if (token.type === 'html') return stripTags(token.raw);
  if (token.type === 'codespan') return decodeEntities((token as Tokens.Codespan).text);
  if ('tokens' in token && token.tokens !== undefined && token.tokens.length > 0) {
    return token.tokens.map(inline).join('');
  }
  return 'text' in token && typeof token.text === 'string' ? decodeEntities(token.text) : '';
}

function stripTags(html: string): string {
  return decodeEntities(html.replace(/<[^>]{0,2000}>/g, ' ').replace(/[ \t]{2,}/g, ' '));
}

const flat = (text: string) => normalise(text).replace(/\s+/g, ' ');

function addToken(state: State, token: Token, depth: number) {
  const { builder } = state;
  switch (token.type) {
    case 'heading':
      builder.heading(flat(inline(token)), (token as Tokens.Heading).depth);
      break;
    case 'paragraph':
    case 'text':
      addParagraph(state, inline(token));
      break;
    case 'blockquote':
      for (const part of (token as Tokens.Blockquote).tokens) {
        if (part.type === 'list') addToken(state, part, depth);
        else if (part.type === 'heading') builder.heading(flat(inline(part)), (part as Tokens.Heading).depth);
        else addQuote(builder, part);
      }
      break;
    case 'list':
      addList(state, token as Tokens.List, depth);
      break;
    case 'table':
      addTable(builder, token as Tokens.Table);
      break;
    case 'code':
      builder.block((token as Tokens.Code).text.replace(/\n{2,}/g, '\n'));
      break;
    case 'html':
      for (const part of stripTags(token.raw).split(/\n\s*\n/)) addParagraph(state, part);
      break;
    default:
  }
}

function addQuote(builder: TextBuilder, token: Token) {
  const text = flat(inline(token));
  if (text !== '') builder.block(`> ${text}`);
}

function addParagraph(state: State, raw: string) {
  const text = flat(raw);
  if (text === '') return;
  if (!state.transcript) {
    const { builder } = state;
    builder.block(text);
    return;
  }
  const turn = turnOf(text);
  if (turn !== undefined) state.speaker = turn.name;
  const label = turn === undefined ? '' : `${turn.name}: `;
  const speech = liftTimes(turn === undefined ? text : text.slice(turn.start));
  const mark = {
    ...(state.speaker === undefined ? {} : { speaker: state.speaker }),
    ...(turn?.timeMs === undefined ? {} : { timeMs: turn.timeMs }),
  };
  const offset = state.builder.block(label + speech.text, mark);
  for (const time of speech.marks) {
    state.builder.marks.push({
      ...time,
      offset: Math.min(offset + label.length + time.offset, state.builder.length),
    });
  }
}

function addList(state: State, list: Tokens.List, depth: number) {
  let number = typeof list.start === 'number' ? list.start : 1;
  list.items.forEach((item, index) => {
    const prefix = `${'  '.repeat(depth)}${list.ordered ? `${number}.` : '-'} `;
    number += 1;
    const own = item.tokens.filter((token) => token.type === 'text' || token.type === 'paragraph');
    const nested = item.tokens.filter((token) => token.type !== 'text' && token.type !== 'paragraph');
    const text = own
      .map((token) => flat(inline(token)))
      .filter((part) => part !== '')
      .join(' ');
    const line = text === '' ? '' : prefix + text;
    if (line !== '') {
      if (index === 0 && depth === 0) state.builder.block(line);
      else state.builder.line(line);
    }
    for (const token of nested) {
      if (token.type === 'list') addList(state, token as Tokens.List, depth + 1);
      else addToken(state, token, depth + 1);
    }
  });
}

function addTable(builder: TextBuilder, table: Tokens.Table) {
  const row = (cells: Tokens.TableCell[]) =>
    cells.map((cell) => flat(cell.tokens.map(inline).join(''))).join(' | ');
  builder.block(row(table.header));
  for (const cells of table.rows) {
    const line = row(cells);
    if (line.replace(/[|\s]/g, '') !== '') builder.line(line);
  }
}
