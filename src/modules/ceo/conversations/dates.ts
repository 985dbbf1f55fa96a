import type { questions } from '#modules/analytics';

type Period = ReturnType<typeof questions.Period.parse>;

/** Today in the workspace's zone. */
export interface Today {
  year: number;
  month: number;
  day: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const month = `(?:${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)`;
const date = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}(?: \\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?(?: \\d{4})?|(?:last )?(?:${WEEKDAYS.join('|')})|yesterday|today)`;
const NUMBERS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  twelve: 12,
};

const iso = (year: number, monthNumber: number, day: number): string | null => {
  const made = new Date(Date.UTC(year, monthNumber - 1, day));
  if (made.getUTCMonth() !== monthNumber - 1 || made.getUTCDate() !== day || year < 2000 || year > 2200)
    return null;
  return made.toISOString().slice(0, 10);
};
const monthNumber = (name: string): number => MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;

/** A day as people write it, in the past where the year is left out. */
function dayOf(text: string, today: Today): string | null {
  const at = (back: number) =>
    new Date(Date.UTC(today.year, today.month - 1, today.day - back)).toISOString().slice(0, 10);
  if (text === 'today') return at(0);
  if (text === 'yesterday') return at(1);
  const exact = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (exact) return iso(Number(exact[1]), Number(exact[2]), Number(exact[3]));
  const weekday = WEEKDAYS.indexOf(text.replace('last ', ''));
  if (weekday >= 0) {
    const here = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7;
    const back = (here - weekday + 7) % 7;
    return at(back === 0 && text.startsWith('last ') ? 7 : back);
  }
  const named = new RegExp(`${month}`).exec(text)?.[0];
  const numbers = [...text.matchAll(/\d+/g)].map(Number);
  const [day, year] = numbers;
  if (!named || !day) return null;
  const found = iso(year ?? today.year, monthNumber(named), day);
  if (year || !found) return found;
  return found > at(0) ? iso(today.year - 1, monthNumber(named), day) : found;
}

function whole(name: string, year: number | undefined, today: Today): Period {
  const number = monthNumber(name);
  const in_ = year ?? (number > today.month ? today.year - 1 : today.year);
  const last = new Date(Date.UTC(in_, number, 0)).getUTCDate();
  return { kind: 'between', first: iso(in_, number, 1) ?? '', last: iso(in_, number, last) ?? '' };
}

const count = (text: string): number => NUMBERS[text] ?? Number(text);

type Reader = [RegExp, (match: RegExpExecArray, today: Today) => Period | null];
const words = Object.keys(NUMBERS).join('|');
const READERS: Reader[] = [
  [
    new RegExp(
      `\\b(?:between|from) (\\d{1,2})(?:st|nd|rd|th)? (?:and|to|until|till) (\\d{1,2}(?:st|nd|rd|th)? (${month})(?: \\d{4})?)\\b`,
    ),
    ([, from = '', to = '', name = ''], today) => {
      const last = dayOf(to, today);
      const first = last ? iso(Number(last.slice(0, 4)), monthNumber(name), Number(from)) : null;
      return first && last ? { kind: 'between', first, last } : null;
    },
  ],
  [
    new RegExp(`\\b(?:between|from) (${date}) (?:and|to|until|till) (${date})\\b`),
    ([, a = '', b = ''], today) => {
      const [first, last] = [dayOf(a, today), dayOf(b, today)];
      return first && last ? { kind: 'between', first, last } : null;
    },
  ],
  [
    new RegExp(`\\b(?:since|starting|from) (${date})\\b`),
    ([, text = ''], today) => {
      const day = dayOf(text, today);
      return day ? { kind: 'since', day } : null;
    },
  ],
  [
    new RegExp(`\\bsince (${month})\\b`),
    ([, name = ''], today) => {
      const period = whole(name, undefined, today);
      return period.kind === 'between' ? { kind: 'since', day: period.first } : null;
    },
  ],
  [
    new RegExp(
      `\\b(?:in |over |during |within |for )?(?:the )?(?:last|past|previous) (\\d{1,3}|${words}) (day|week|month)s?\\b`,
    ),
    ([, n = '', unit = 'day']) => {
      const number = count(n);
      return number >= 1 && number <= 400 ? { kind: 'last', n: number, unit: `${unit}s` as 'days' } : null;
    },
  ],
  [/\btoday\b/, () => ({ kind: 'named', name: 'today' })],
  [/\byesterday\b/, () => ({ kind: 'named', name: 'yesterday' })],
  [
    /\b(?:(?:in|over|during|for) )?(?:the )?(this|current|last|past|previous) (week|month|year)\b/,
    ([, which = '', unit = '']) => ({
      kind: 'named',
      name: `${/this|current/.test(which) ? 'this' : 'last'}_${unit}` as 'this_week',
    }),
  ],
  [
    new RegExp(`\\b(?:in|during|for) (${month})(?: (\\d{4}))?\\b`),
    ([, name = '', year], today) => whole(name, year ? Number(year) : undefined, today),
  ],
  [
    new RegExp(`\\b(?:on )?(${date})\\b`),
    ([, text = ''], today) => {
      const day = dayOf(text, today);
      return day ? { kind: 'between', first: day, last: day } : null;
    },
  ],
  [
    /\b(?:in|during) (20\d{2})\b/,
    ([, year = '']) => ({ kind: 'between', first: `${year}-01-01`, last: `${year}-12-31` }),
  ],
  [
    /\b(?:all time|ever|so far|in total|overall|altogether|in all|of all)\b/,
    () => ({ kind: 'named', name: 'all' }),
  ],
];

/** Finds when a question is about. @returns the period and the text without it; undefined when it names none */
export function readPeriod(text: string, today: Today): { period: Period; rest: string } | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const period = read(match, today);
    if (period) return { period, rest: text.replace(match[0], ' ') };
  }
  return undefined;
}
