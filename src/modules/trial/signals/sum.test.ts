import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedAt, crossingOf, totalAt, type Weighted } from './sum.ts';

const START = new Date('2026-09-01T08:00:00Z');
const DAY_MS = 86_400_000;
const day = (days: number) => new Date(START.getTime() + days * DAY_MS);

const signal: fc.Arbitrary<Weighted> = fc.record({
  weight: fc.integer({ min: -2_000, max: 4_000 }).map((hundredths) => hundredths / 100),
  occurredAt: fc.integer({ min: 0, max: 90 * 24 }).map((hours) => day(hours / 24)),
  halfLifeDays: fc.option(fc.integer({ min: 1, max: 60 })),
});
const signals = fc.array(signal, { maxLength: 40 });
const whole = { armedSince: null, drawnAt: null };

describe('what signals add up to', () => {
  it('is the same in any order, exactly', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 0, max: 120 }), (given, days) => {
        const total = totalAt(given, day(days));
        expect(totalAt(given.toReversed(), day(days))).toBe(total);
        expect(
          totalAt(
            given.toSorted((one, other) => one.weight - other.weight),
            day(days),
          ),
        ).toBe(total);
      }),
    );
  });

  it('is what each counts then, added', () => {
    fc.assert(
      fc.property(signals, (given) => {
        const at = day(100);
        const sum = given.reduce((cents, one) => cents + Math.round(countedAt(one, at) * 100), 0);
        expect(Math.round(totalAt(given, at) * 100)).toBe(sum);
      }),
    );
  });

  it('halves with each half-life, and whole for ever without one', () => {
    const fading = { weight: 8, occurredAt: day(0), halfLifeDays: 30 };
    expect([0, 30, 60].map((days) => countedAt(fading, day(days)))).toEqual([8, 4, 2]);
    expect(countedAt({ ...fading, halfLifeDays: null }, day(900))).toBe(8);
  });
});

describe('the line', () => {
  it('is crossed at the first instant that reaches it, and at none before', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 1, max: 200 }), (given, threshold) => {
        const at = crossingOf(given, { threshold, ...whole });
        const instants = given.map(({ occurredAt }) => occurredAt);
        if (at) expect(totalAt(given, at)).toBeGreaterThanOrEqual(threshold);
        for (const instant of instants.filter((one) => at === null || one < at))
          expect(totalAt(given, instant)).toBeLessThan(threshold);
      }),
    );
  });

  it('is crossed at the same instant in whatever order signals are told', () => {
    fc.assert(
      fc.property(
        signals.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          const line = { threshold: 30, ...whole };
          expect(crossingOf(shuffled, line)).toEqual(crossingOf(given, line));
        },
      ),
    );
  });

  it('waits for another signal once a hand was armed again', () => {
    const given = [
      { weight: 40, occurredAt: day(1), halfLifeDays: null },
      { weight: 30, occurredAt: day(2), halfLifeDays: null },
    ];
    const armed = { threshold: 60, armedSince: day(3), drawnAt: null };
    expect(crossingOf(given, armed)).toBe(null);
    const next = { weight: 1, occurredAt: day(5), halfLifeDays: null };
    expect(crossingOf([...given, next], armed)).toEqual(day(5));
  });

  it('holds from when it was drawn: nobody raised their hand before it stood there', () => {
    const given = [{ weight: 40, occurredAt: day(1), halfLifeDays: null }];
    const line = { threshold: 30, armedSince: null };
    expect(crossingOf(given, { ...line, drawnAt: day(9) })).toEqual(day(9));
    const faded = given.map((one) => ({ ...one, halfLifeDays: 2 }));
    expect(crossingOf(faded, { ...line, drawnAt: day(9) })).toBe(null);
    expect(crossingOf(faded, { ...line, drawnAt: day(0) })).toEqual(day(1));
  });
});
