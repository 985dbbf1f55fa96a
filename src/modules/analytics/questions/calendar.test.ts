import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, instantOf, Period, resolve } from './calendar.ts';

const named = (name: string) => Period.parse({ kind: 'named', name });
const shown = (period: Period, zone: string, now: string) => {
  const { from, to, before, words } = resolve(period, zone, new Date(now));
  return [from?.toISOString(), to.toISOString(), before?.from.toISOString(), before?.to.toISOString(), words];
};

describe('a period', () => {
  it.each([
    // Clocks go forward on 29 March 2026 and back on 25 October 2026 in Berlin.
    ['yesterday', '2026-03-30T08:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['last_week', '2026-03-31T08:00:00Z', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['yesterday', '2026-10-26T08:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['last_month', '2026-11-20T08:00:00Z', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ['today', '2026-10-25T22:30:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T22:30:00.001Z'],
    ['this_week', '2026-10-25T23:30:00Z', '2026-10-25T23:00:00.000Z', '2026-10-25T23:30:00.001Z'],
  ])('%s of Berlin keeps its midnights where the clock changes', (name, now, from, to) => {
    expect(shown(named(name), 'Europe/Berlin', now).slice(0, 2)).toEqual([from, to]);
  });

  it('compares a week that runs with as much of the week before, by the clock on the wall', () => {
    expect(shown(named('this_week'), 'Europe/Berlin', '2026-10-28T11:00:00Z')).toEqual([
      '2026-10-25T23:00:00.000Z',
      '2026-10-28T11:00:00.001Z',
      '2026-10-18T22:00:00.000Z',
      '2026-10-21T10:00:00.001Z',
      'from 26 to 28 October so far',
    ]);
  });

  it('compares a month with the whole month before, however long', () => {
    const [, , from, to] = shown(named('last_month'), 'UTC', '2026-04-10T00:00:00Z');
    expect([from, to]).toEqual(['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']);
  });

  it('begins the day at its first instant where midnight is skipped or shown twice', () => {
    // Cairo skips 24 April 2026, 00:00 to 01:00; Havana shows 1 November 2026, 00:00 to 01:00 twice.
    expect(instantOf({ year: 2026, month: 4, day: 24, clock: 0 }, 'Africa/Cairo').toISOString()).toBe(
      '2026-04-23T22:00:00.000Z',
    );
    expect(instantOf({ year: 2026, month: 11, day: 1, clock: 0 }, 'America/Havana').toISOString()).toBe(
      '2026-11-01T04:00:00.000Z',
    );
  });

  it('says the days it holds, with the year where it is another one', () => {
    const between = Period.parse({ kind: 'between', first: '2025-12-30', last: '2026-01-02' });
    expect(resolve(between, 'Europe/Berlin', new Date('2026-11-20T08:00:00Z')).words).toBe(
      'from 30 December 2025 to 2 January',
    );
  });

  it('finds back every wall clock that exists, in any zone', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const civil = civilOf(instant, zone);
          expect(civilOf(instantOf(civil, zone), zone)).toEqual(civil);
        },
      ),
    );
  });
});
