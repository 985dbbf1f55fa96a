import { z } from 'zod';

const Day = z.iso.date();

/** A stretch of time as people name it; days, weeks and months are those of the workspace's zone. */
export const Period = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('named'),
    name: z.enum([
      'today',
      'yesterday',
      'this_week',
      'last_week',
      'this_month',
      'last_month',
      'this_year',
      'last_year',
      'all',
    ]),
  }),
  z.object({
    kind: z.literal('last'),
    n: z.number().int().min(1).max(400),
    unit: z.enum(['days', 'weeks', 'months']),
  }),
  z.object({ kind: z.literal('since'), day: Day }),
  z.object({ kind: z.literal('between'), first: Day, last: Day }),
]);
export type Period = z.output<typeof Period>;

interface Stretch {
  from: Date;
  /** Not itself part of it. */
  to: Date;
}

/** A period on the clock. */
export interface Resolved {
  /** Null for all time. */
  from: Date | null;
  to: Date;
  /** As long a time before it; null where there is none. */
  before: Stretch | null;
  /** To be read after a number: "from 2 to 8 November". */
  words: string;
  /** To be read after the number before: "the week before". */
  beforeWords: string;
}

interface Civil {
  year: number;
  /** 1 to 12; what lies outside rolls over, as do the others. */
  month: number;
  day: number;
  /** Milliseconds since midnight by the clock on the wall. */
  clock: number;
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formats.set(timeZone, made);
  return made;
}

/** Date and clock on the wall of a zone. */
export function civilOf(instant: Date, timeZone: string): Civil {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const clock = ((hour * 60 + minute) * 60 + second) * 1000 + instant.getUTCMilliseconds();
  return { year, month, day, clock };
}

const asIfUtc = ({ year, month, day, clock }: Civil): number => Date.UTC(year, month - 1, day) + clock;

/**
 * The instant at which a wall shows this. Where the clock goes back and shows it twice, the first; where it is
 * skipped, the first instant after.
 */
export function instantOf(civil: Civil, timeZone: string): Date {
  const wanted = asIfUtc(civil);
  const candidates = [wanted - DAY_MS, wanted + DAY_MS].map((near) => {
    const offset = asIfUtc(civilOf(new Date(near), timeZone)) - near;
    return wanted - offset;
  });
  const shown = candidates.filter((at) => asIfUtc(civilOf(new Date(at), timeZone)) === wanted);
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...candidates));
}

const shifted = (civil: Civil, by: { days?: number; months?: number }): Civil => {
  const lastDay = new Date(Date.UTC(civil.year, civil.month + (by.months ?? 0), 0)).getUTCDate();
  const day = by.months ? Math.min(civil.day, lastDay) : civil.day;
  const moved = new Date(Date.UTC(civil.year, civil.month - 1 + (by.months ?? 0), day + (by.days ?? 0)));
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    clock: civil.clock,
  };
};
const midnight = (civil: Civil): Civil => ({ ...civil, clock: 0 });
const dayNamed = (text: string): Civil => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day, clock: 0 };
};

/** Monday of the week. */
const monday = (civil: Civil): Civil => {
  const weekday = (new Date(Date.UTC(civil.year, civil.month - 1, civil.day)).getUTCDay() + 6) % 7;
  return shifted(midnight(civil), { days: -weekday });
};

/**
 * A period on the clock of a zone. Named ones and those since a day follow the calendar; the last so many days end now.
 * @param now the instant up to which anything is known
 */
export function resolve(period: Period, timeZone: string, now: Date): Resolved {
  const here = civilOf(now, timeZone);
  const at = (civil: Civil) => instantOf(civil, timeZone);
  const soFar = new Date(now.getTime() + 1);
  const named = (from: Date, to: Date) => span(from, to, timeZone, now);
  /** A calendar unit that is not over: compared with as much of the one before. */
  const running = (
    first: Civil,
    back: { days?: number; months?: number },
    words: string,
    beforeWords: string,
  ): Resolved => ({
    from: at(first),
    to: soFar,
    before: { from: at(shifted(first, back)), to: new Date(at(shifted(here, back)).getTime() + 1) },
    words,
    beforeWords,
  });
  const whole = (
    first: Civil,
    end: Civil,
    back: { days?: number; months?: number },
    beforeWords: string,
  ): Resolved => ({
    from: at(first),
    to: at(end),
    before: { from: at(shifted(first, back)), to: at(shifted(end, back)) },
    words: named(at(first), at(end)),
    beforeWords,
  });
  const today = midnight(here);
  const week = monday(here);
  const month = { ...today, day: 1 };
  const year = { ...month, month: 1 };
  if (period.kind === 'named')
    switch (period.name) {
      case 'today':
        return running(today, { days: -1 }, 'today', 'yesterday by this time');
      case 'yesterday':
        return {
          ...whole(shifted(today, { days: -1 }), today, { days: -1 }, 'the day before'),
          words: 'yesterday',
        };
      case 'this_week':
        return running(
          week,
          { days: -7 },
          `${named(at(week), soFar)} so far`,
          'in the same time of the week before',
        );
      case 'last_week':
        return whole(shifted(week, { days: -7 }), week, { days: -7 }, 'the week before');
      case 'this_month':
        return running(
          month,
          { months: -1 },
          `${named(at(month), soFar)} so far`,
          'in the same time of the month before',
        );
      case 'last_month':
        return whole(shifted(month, { months: -1 }), month, { months: -1 }, 'the month before');
      case 'this_year':
        return running(
          year,
          { months: -12 },
          `in ${here.year} so far`,
          'in the same time of the year before',
        );
      case 'last_year':
        return {
          ...whole(shifted(year, { months: -12 }), year, { months: -12 }, 'the year before'),
          words: `in ${here.year - 1}`,
        };
      case 'all':
        return { from: null, to: soFar, before: null, words: 'in all', beforeWords: '' };
    }
  if (period.kind === 'last') {
    const { n, unit } = period;
    const one = n === 1 ? unit.slice(0, -1) : `${n} ${unit}`;
    const from =
      unit === 'months'
        ? at(shifted(here, { months: -n }))
        : new Date(now.getTime() - n * (unit === 'weeks' ? 7 : 1) * DAY_MS);
    return { ...stretch(from, soFar), words: `in the last ${one}`, beforeWords: `in the ${one} before` };
  }
  if (period.kind === 'since') {
    const from = at(dayNamed(period.day));
    return {
      ...stretch(from, soFar),
      words: `since ${dayOf(from, timeZone, now)}`,
      beforeWords: 'in as long a time before',
    };
  }
  const [first, last] = [period.first, period.last].sort().map(dayNamed) as [Civil, Civil];
  const [from, to] = [at(first), at(shifted(last, { days: 1 }))];
  return { ...stretch(from, to), words: named(from, to), beforeWords: 'in as long a time before' };
}

function stretch(from: Date, to: Date): Pick<Resolved, 'from' | 'to' | 'before'> {
  const length = to.getTime() - from.getTime();
  return { from, to, before: length > 0 ? { from: new Date(from.getTime() - length), to: from } : null };
}

/** "8 November", with the year where it is not this one. */
function dayOf(instant: Date, timeZone: string, now: Date): string {
  const sameYear = civilOf(instant, timeZone).year === civilOf(now, timeZone).year;
  return instant.toLocaleDateString('en-GB', {
    ...{ timeZone, day: 'numeric', month: 'long' },
    ...(!sameYear && { year: 'numeric' }),
  });
}

/** "from 2 to 8 November", "on 8 November". */
function span(from: Date, to: Date, timeZone: string, now: Date): string {
  const last = new Date(to.getTime() - 1);
  const [first, end] = [dayOf(from, timeZone, now), dayOf(last, timeZone, now)];
  if (first === end) return `on ${first}`;
  const [a, b] = [civilOf(from, timeZone), civilOf(last, timeZone)];
  return `from ${a.year === b.year && a.month === b.month ? a.day : first} to ${end}`;
}

const isoDay = ({ year, month, day }: Civil): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** First day of the day, week or month that a date lies in, as in 2026-11-09. */
export const firstDayOf = (unit: 'day' | 'week' | 'month', civil: Civil): string =>
  isoDay(unit === 'week' ? monday(civil) : unit === 'month' ? { ...civil, day: 1 } : civil);

/** First day of the next one. */
export const nextDay = (unit: 'day' | 'week' | 'month', day: string): string =>
  isoDay(shifted(dayNamed(day), unit === 'month' ? { months: 1 } : { days: unit === 'week' ? 7 : 1 }));
