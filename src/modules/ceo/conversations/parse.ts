import { questions } from '#modules/analytics';
import { readPeriod, type Today } from './dates.ts';
import { FILLERS, NOT_HELD, SPLIT_WORDS } from './vocabulary.ts';
import type { Way } from './ways.ts';
import { WAYS_OF_BUSINESS } from './ways-of-business.ts';
import { WAYS_OF_PEOPLE } from './ways-of-people.ts';

const WAYS = [...WAYS_OF_PEOPLE, ...WAYS_OF_BUSINESS];

type Question = ReturnType<typeof questions.Question.parse>;
type Stage = questions.Stage;

/** A question as it was understood. `phrase` is what is left to be found among the values of the data. */
export interface Reading {
  measure: questions.MeasureKey;
  split: string | null;
  period: Question['period'] | null;
  filter: Question['filter'];
  phrase: string | null;
  isRaw: boolean;
  quietDays: number;
  stages: Question['stages'];
  /** Said when this is one reading of several. */
  took: string[];
  wantsList: boolean;
}

export type Understood =
  | { kind: 'question'; reading: Reading }
  | { kind: 'not-held'; what: string; closest: Reading }
  | { kind: 'unknown' };

/** Lower case, no punctuation, single spaces: "What's up, by day?" becomes "whats up by day". */
export const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}\-/@.&]+/gu, ' ')
    .replace(/(?<![\p{N}])\.|\.(?![\p{N}])/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const QUIET_DAYS = 7;
const asked: Pick<
  Reading,
  'split' | 'period' | 'filter' | 'phrase' | 'isRaw' | 'quietDays' | 'stages' | 'took' | 'wantsList'
> = {
  split: null,
  period: null,
  filter: null,
  phrase: null,
  isRaw: false,
  quietDays: QUIET_DAYS,
  stages: { from: 'trials', to: 'orders' },
  took: [],
  wantsList: false,
};

/**
 * Understands a question by its words: what is counted, when, split by what. The same words always mean the same.
 * @param previous the question before, which "and last week?" goes on from
 */
export function parse(content: string, today: Today, previous: Reading | null): Understood {
  const text = plainly(content);
  const dated = readPeriod(text, today);
  const raw = readRaw(dated?.rest ?? text);
  const undated = raw.rest;
  const base = { ...asked, period: dated?.period ?? null, isRaw: raw.isRaw };
  const share = readShare(undated, base);
  const way = share ? null : bestWay(undated);
  const notHeld = NOT_HELD.find(({ asks }) => asks.test(undated));
  if (notHeld && !(way && way.score >= 20 && !way.way.took) && !share)
    return {
      kind: 'not-held',
      what: notHeld.what,
      closest: way ? readWay(way, undated, base) : { ...base, measure: notHeld.closest },
    };
  if (/^why\b/.test(text) && (way || share))
    return {
      kind: 'not-held',
      what: 'the data says what happened, not why',
      closest: share?.reading ?? readWay(way as Found, undated, base),
    };
  if (share) return { kind: 'question', reading: finish(share.reading, share.rest) };
  if (way) return { kind: 'question', reading: readWay(way, undated, base) };
  return goOn(undated, base, previous) ?? { kind: 'unknown' };
}

interface Found {
  way: Way;
  score: number;
}

/** The way of asking of which most is found. */
function bestWay(text: string): Found | null {
  let best: Found | null = null;
  for (const way of WAYS) {
    const found = way.all.map((pattern) => pattern.exec(text)?.[0]);
    if (found.some((one) => one === undefined)) continue;
    const score =
      10 * found.length +
      (way.weight ?? 0) +
      found.reduce((sum, one) => sum + Math.min(one?.length ?? 0, 9), 0) / 10;
    if (!best || score > best.score) best = { way, score };
  }
  return best;
}

const everywhere = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'g');

function readWay({ way }: Found, text: string, base: typeof asked): Reading {
  const reading: Reading = {
    ...base,
    measure: way.measure,
    split: way.split ?? null,
    filter: way.filter ?? null,
    took: way.took ? [way.took] : [],
  };
  const splitting = readSplit(text, reading.measure);
  let rest = splitting.rest;
  for (const pattern of [...way.all, ...(way.beside ? [way.beside] : [])])
    rest = rest.replace(everywhere(pattern), ' ').replace(/\s+/g, ' ');
  return finish({ ...reading, split: splitting.split ?? reading.split }, rest);
}

/** Takes out what every question may say besides, and keeps what is left over as a phrase to look for in the data. */
function finish(reading: Reading, text: string): Reading {
  let rest = text;
  let { quietDays, split } = reading;
  const days = /\b(?:for |longer than |more than |over |at least )*(\d{1,3}) days?\b/.exec(rest);
  if (reading.measure === 'quiet' && days) {
    quietDays = Math.max(1, Math.min(400, Number(days[1])));
    rest = rest.replace(days[0], ' ');
  }
  if (!split) {
    const again = readSplit(rest, reading.measure);
    split = again.split;
    rest = again.rest;
  }
  const left = rest.split(/\s+/).filter((word) => word && !FILLERS.has(word));
  return {
    ...reading,
    quietDays,
    split,
    phrase: left.length > 0 ? left.join(' ') : null,
    wantsList: /^\W*(?:who|which|show|list|what|name)\b/.test(text),
  };
}

/** Whether machines and suspect addresses are asked for as well. */
function readRaw(text: string): { isRaw: boolean; rest: string } {
  const raw = /\b(?:raw|(?:with|including|and) (?:bots|machines)|everything)\b/g;
  const people =
    /\b(?:without|excluding|no) (?:bots|machines)\b|\b(?:real )?(?:people|humans) only\b|\bonly (?:people|humans)\b/g;
  return { isRaw: text.search(raw) >= 0, rest: text.replace(raw, ' ').replace(people, ' ') };
}

function readSplit(text: string, measure: questions.MeasureKey): { split: string | null; rest: string } {
  const { splits } = questions.MEASURES[measure];
  const time =
    /\b(?:(?:per|by|each|every|a) (day|week|month)|(dai|week|month)ly|(?:day|week|month) by (day|week|month))\b/.exec(
      text,
    );
  if (time) {
    const unit = (
      time[1] ??
      time[3] ??
      { dai: 'day', week: 'week', month: 'month' }[time[2] ?? ''] ??
      'week'
    ).trim();
    return { split: unit, rest: text.replace(time[0], ' ') };
  }
  if (splits.channel || splits.place || splits.source) {
    const where =
      /\b(?:(?:and )?from where|where (?:are |do |did |were )?(?:they |people |those )?(?:come |came |coming )?from|where from|came from where|came from)\b/.exec(
        text,
      );
    if (where) {
      const column = ['channel', 'place', 'source'].find((one) => splits[one]) ?? null;
      return { split: column, rest: text.replace(where[0], ' ') };
    }
  }
  for (const [word, columns] of SPLIT_WORDS) {
    const column = columns.find((one) => splits[one]);
    if (!column) continue;
    const found = new RegExp(
      `\\b(?:(?:and )?(?:split |grouped |broken down )?(?:by|per|for each|of each|each|every|which|what|from which|best|top|worst)) ${word.source}\\b`,
    ).exec(text);
    if (found) return { split: column, rest: text.replace(found[0], ' ') };
  }
  return { split: null, rest: text };
}

const STAGE_WORDS: [RegExp, Stage | 'readers'][] = [
  [/\b(?:readers?|visitors?|reading|visits?)\b/, 'readers'],
  [/\b(?:leads?|(?:e ?)?mails?|gates?|address(?:es)?|sign ?ups?)\b/, 'emails'],
  [/\b(?:trials?|clones?)\b/, 'trials'],
  [/\b(?:hands?|hand ?raises?)\b/, 'hands'],
  [/\b(?:videos?|films?)\b/, 'videos'],
  [
    /\b(?:purchas(?:e|es|ed|ing)|orders?|ordered|sales?|buy|buys|bought|buyers?|customers?|pay|paid|checkout)\b/,
    'orders',
  ],
];

/** "conversion from trial to purchase", "what share of leads start a trial". */
function readShare(text: string, base: typeof asked): { reading: Reading; rest: string } | null {
  const cue =
    /\b(?:conversion(?: rates?)?|convert(?:s|ed|ing)?|what (?:share|part|fraction|percentage|percent|proportion)|(?:share|percentage|percent|proportion|rate) of|how many (?:percent|of (?:the|our|those))|rate)\b/;
  if (!cue.test(text) || /\bopen rate\b|\bbounce rate\b/.test(text)) return null;
  const named = STAGE_WORDS.map(([pattern, stage]) => ({ stage, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ stage }) => stage);
  let rest = text.replace(everywhere(cue), ' ');
  for (const [pattern] of STAGE_WORDS) rest = rest.replace(everywhere(pattern), ' ');
  rest = rest.replace(
    /\b(?:start(?:s|ed)?|become|became|becomes|turn(?:s|ed)?|leave|left|raise|raised|watch|watched|became|free|the way|rate|their)\b/g,
    ' ',
  );
  const readers = { ...base, measure: 'reader_rate' as const };
  const share = (from: Stage, to: Stage, took?: string): { reading: Reading; rest: string } => ({
    reading: { ...base, measure: 'conversion', stages: { from, to }, took: took ? [took] : [] },
    rest,
  });
  const [first, second] = named;
  if (first === 'readers') {
    const took =
      second && second !== 'emails'
        ? [`I took that for readers who left an address: further on, readers are people.`]
        : [];
    return { reading: { ...readers, took }, rest };
  }
  if (first && second && second !== 'readers') {
    const order: Stage[] = ['emails', 'trials', 'hands', 'videos', 'orders'];
    return order.indexOf(first) <= order.indexOf(second) ? share(first, second) : share(second, first);
  }
  if (first === 'orders' || !first)
    return share('emails', 'orders', 'I took conversion for the way from an e-mail left to an order.');
  const next: Record<Stage, Stage> = {
    emails: 'trials',
    trials: 'orders',
    hands: 'orders',
    videos: 'orders',
    orders: 'orders',
  };
  return share(
    first,
    next[first],
    `I took that for the way from ${STAGE_NAMES[first]} to ${STAGE_NAMES[next[first]]}.`,
  );
}

/** A stage as it stands in a sentence. */
export const STAGE_NAMES: Record<Stage, string> = {
  emails: 'e-mail left',
  trials: 'trial',
  hands: 'raised hand',
  videos: 'video watched',
  orders: 'purchase',
};

/** "And last week?", "by playbook?": the question before, with what is new. */
function goOn(text: string, base: typeof asked, previous: Reading | null): Understood | null {
  if (!previous) return null;
  const { split, rest } = readSplit(text.replace(/\b(?:and|what about|how about)\b/g, ' '), previous.measure);
  const left = rest.split(/\s+/).filter((word) => word && !FILLERS.has(word));
  const goesOn = /^(?:and|or|only|just|by|per|from|in|what about|how about)\b/.test(text.trim());
  const isNew = base.period !== null || split !== null || (goesOn && left.length > 0);
  if (!isNew || left.length > (goesOn ? 3 : 0)) return null;
  return {
    kind: 'question',
    reading: {
      ...previous,
      period: base.period ?? previous.period,
      split: split ?? previous.split,
      phrase: left.length > 0 ? left.join(' ') : null,
      filter: left.length > 0 ? null : previous.filter,
      took: [],
    },
  };
}
