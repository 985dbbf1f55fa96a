import type { Mark } from './reading.ts';

/** "00:12:33", "12:33", "01:02:03,456" to milliseconds; undefined when it is no time. */
export function parseTime(text: string): number | undefined {
  const match = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(fraction.padEnd(3, '0') || 0)
  );
}

const TIME = String.raw`(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:[.,]\d{1,3})?`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?: (?:\p{Lu}|de |van |von |der |du |la )[\p{L}\p{M}.'’-]{0,24}){0,3}(?: \([^()\n]{1,30}\))?`;
const TURN = new RegExp(
  String.raw`^[ \t]*(?:>>\s*)?(?:[[(]?(?<before>${TIME})[\])]?\s*[-–—]?\s*)?(?<name>${NAME}|Q|A|\p{Lu}{2,24}(?: \p{Lu}{2,24}|(?: \d{1,2})){0,2}|(?:Speaker|Person|Guest|Host)[ _]?\d{1,2})(?:\s*[[(](?<after>${TIME})[\])])?\s*:[ \t]*(?=\S|$)`,
  'u',
);
const NAME_LINE = new RegExp(
  String.raw`^[ \t]*(?<name>${NAME}|(?:Speaker|Person) \d{1,2})[ \t]+[[(]?(?<time>${TIME})[\])]?[ \t]*$`,
  'u',
);
const TIME_LINE = new RegExp(
  String.raw`^[ \t]*[[(]?(?<time>${TIME})[\])]?[ \t]+(?<name>${NAME}|(?:Speaker|Person) \d{1,2})[ \t]*$`,
  'u',
);
const INLINE_TIME = new RegExp(String.raw`\\?[[(](${TIME})\\?[\])][ \t]?`, 'g');

/** Words that stand before a colon without being anybody's name. */
const NO_NAME = new Set(
  'note notes example tip warning step summary outcome goal goals why how what when where who tools tool inputs input output date time title subject question answer result results important remember caution for todo http https before after pros cons and or but then next first second third finally day week part chapter section rule phase monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);

export interface Turn {
  name: string;
  timeMs?: number;
  /** Where speech starts in the line. */
  start: number;
}

/** "Anna Berg: So the first…", "[00:12] ANNA:", "Anna (00:12):", "Q:". */
export function turnOf(line: string): Turn | undefined {
  const match = TURN.exec(line);
  const name = match?.groups?.name;
  if (match === null || name === undefined) return undefined;
  const first = name.split(/[ \d(]/)[0]?.toLowerCase() ?? '';
  if (NO_NAME.has(first)) return undefined;
  const time = match.groups?.before ?? match.groups?.after;
  const timeMs = time === undefined ? undefined : parseTime(time);
  return { name: name.trim(), start: match[0].length, ...(timeMs === undefined ? {} : { timeMs }) };
}

/** A line that holds a name and a time and nothing else, as meeting recorders print it. */
export function turnLineOf(line: string): Omit<Turn, 'start'> | undefined {
  const groups = (NAME_LINE.exec(line) ?? TIME_LINE.exec(line))?.groups;
  if (groups?.name === undefined || groups.time === undefined) return undefined;
  const timeMs = parseTime(groups.time);
  return { name: groups.name, ...(timeMs === undefined ? {} : { timeMs }) };
}

/**
 * Whether lines look like a transcript: speakers that come back, on a fair share of the blocks.
 * A memo with "Note:" and "Outcome:" is none.
 */
export function looksLikeTranscript(lines: string[]): boolean {
  const names = new Map<string, number>();
  let filled = 0;
  let turns = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    filled += 1;
    const name = (turnOf(line) ?? turnLineOf(line))?.name;
    if (name === undefined) continue;
    turns += 1;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const returning = [...names.values()].filter((count) => count >= 2).length;
  const share = filled === 0 ? 0 : turns / filled;
  if (returning >= 2) return share > 0.12;
  return returning === 1 && turns >= 3 && share > 0.3;
}

/** Takes bracketed time codes out of running speech and gives them back as marks. */
export function liftTimes(text: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let out = '';
  let from = 0;
  for (const match of text.matchAll(INLINE_TIME)) {
    const timeMs = parseTime(match[1] ?? '');
    if (timeMs === undefined) continue;
    out += text.slice(from, match.index);
    marks.push({ offset: out.length, timeMs });
    from = match.index + match[0].length;
  }
  return { text: out + text.slice(from), marks };
}
