import { detectLanguage } from './language.ts';
import { type Mark, problem, type Reading, unread } from './reading.ts';
import { liftTimes, looksLikeTranscript, turnLineOf, turnOf } from './speakers.ts';
import { normalise, TextBuilder } from './text.ts';

const LIST_ITEM = /^[ \t]*(?:[-*•–]|\d{1,3}[.)]|[a-z][.)])[ \t]+\S/;
const MARKUP_HEADING = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/;
const STEP_HEADING =
  /^(?:step|part|phase|stage|chapter|section|rule)\s+(?:\d{1,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\b[.:)–—-]?/i;

/** Whether a line that stands alone between empty lines is a heading, and of which level. */
function plainHeading(line: string): { text: string; level: number } | undefined {
  const marked = MARKUP_HEADING.exec(line);
  if (marked !== null) return { text: marked[2] ?? '', level: (marked[1] ?? '#').length };
  const text = line.trim();
  const words = text.split(/\s+/);
  if (text.length > 90 || words.length > 12 || text.length < 3 || !/\p{L}{2}/u.test(text)) return undefined;
  if (STEP_HEADING.test(text) && !/[.!?;,]$/.test(text)) return { text, level: 2 };
  if (LIST_ITEM.test(line) || /[.!?;,…”"|]$/.test(text) || /^[“"(|[>]/.test(text) || /:$/.test(text))
    return undefined;
  if (words.length >= 2 && /\p{Lu}/u.test(text) && text === text.toUpperCase()) return { text, level: 2 };
  const content = words.filter((word) => word.length > 3);
  const capitals = content.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (content.length > 0 && words.length <= 9 && capitals === content.length) return { text, level: 2 };
  return /^\p{Lu}/u.test(text) && words.length >= 2 && words.length <= 8 ? { text, level: 3 } : undefined;
}

/** Whether the paragraphs of a text were broken at a fixed width, so that its line ends mean nothing. */
function isHardWrapped(paragraphs: string[]): boolean {
  const inner: number[] = [];
  for (const paragraph of paragraphs.slice(0, 400)) {
    const lines = paragraph.split('\n');
    if (lines.length < 2 || lines.some((line) => LIST_ITEM.test(line))) continue;
    for (const line of lines.slice(0, -1)) inner.push(line.length);
  }
  if (inner.length < 4) return false;
  inner.sort((a, b) => a - b);
  const middle = inner[Math.floor(inner.length / 2)] ?? 0;
  const low = inner[Math.floor(inner.length / 10)] ?? 0;
  return middle >= 45 && middle <= 110 && low >= middle * 0.6;
}

/** Joins lines broken at a width; a word cut by a hyphen at the line's end is put together again. */
export function unwrap(paragraph: string): string {
  return paragraph.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1').replace(/[ \t]*\n[ \t]*/g, ' ');
}

/** Reads text as people paste it: paragraphs, lists, headings without markup, transcripts. */
export function readPlain(raw: string, fallbackTitle: string): Reading {
  const text = normalise(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) return unread(fallbackTitle, 'empty');
  if (text.length > 5_000_000) return unread(fallbackTitle, 'too_long');
  const lines = text.split('\n');
  const builder = new TextBuilder();
  if (looksLikeTranscript(lines)) addTurns(builder, lines);
  else addParagraphs(builder, text);
  const built = builder.build();
  return finish(built.text, built.marks, fallbackTitle);
}

export function finish(text: string, marks: Mark[], fallbackTitle: string, givenTitle?: string): Reading {
  const top = marks.find(
    (mark) => (mark.heading?.length ?? 0) > 5 && (mark.level ?? 9) <= 2 && mark.offset < 200,
  );
  const long = top?.heading;
  const language = detectLanguage(text);
  return {
    text,
    title: (givenTitle ?? long ?? fallbackTitle).slice(0, 200),
    marks: [...marks].sort((a, b) => a.offset - b.offset),
    ...(language === undefined ? {} : { language }),
    ...(text === '' ? { problem: problem('empty') } : {}),
  };
}

function addParagraphs(builder: TextBuilder, text: string) {
  const paragraphs = text.split(/\n\n/);
  const wrapped = isHardWrapped(paragraphs);
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('\n');
    const first = lines[0] ?? '';
    const heading = plainHeading(first);
    const alone = lines.length === 1 || MARKUP_HEADING.test(first);
    if (heading !== undefined && alone) {
      builder.heading(heading.text, heading.level);
      if (lines.length > 1) builder.block(lines.slice(1).join('\n'));
    } else if (wrapped && !lines.some((line) => LIST_ITEM.test(line) || line.includes(' | '))) {
      builder.block(unwrap(paragraph));
    } else {
      builder.block(paragraph);
    }
  }
}

/** Adds a transcript: one block per paragraph of speech, with marks for who speaks and when. */
function addTurns(builder: TextBuilder, lines: string[]) {
  let speaker: string | undefined;
  let open = false;
  for (const line of lines) {
    if (line.trim() === '') {
      open = false;
      continue;
    }
    const heading = MARKUP_HEADING.exec(line);
    if (heading !== null) {
      builder.heading(heading[2] ?? '', (heading[1] ?? '#').length);
      open = false;
      continue;
    }
    const alone = turnLineOf(line);
    const turn = alone === undefined ? turnOf(line) : undefined;
    if (alone !== undefined) {
      speaker = alone.name;
      builder.block(line.trim(), {
        speaker,
        ...(alone.timeMs === undefined ? {} : { timeMs: alone.timeMs }),
      });
      open = false;
      continue;
    }
    if (turn !== undefined) speaker = turn.name;
    const label = turn === undefined ? '' : `${turn.name}: `;
    const speech = liftTimes(turn === undefined ? line.trim() : line.slice(turn.start));
    if (label === '' && speech.text.trim() === '') continue;
    const mark = {
      ...(speaker === undefined ? {} : { speaker }),
      ...(turn?.timeMs === undefined ? {} : { timeMs: turn.timeMs }),
    };
    const joined = open && turn === undefined;
    const offset = joined ? builder.line(speech.text) : builder.block(label + speech.text, mark);
    for (const time of speech.marks) {
      builder.marks.push({ ...time, offset: Math.min(offset + label.length + time.offset, builder.length) });
    }
    open = true;
  }
}
