import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihoodOf } from './likelihood.ts';
import {
  type Behaviour,
  closed,
  engagementOf,
  type FitFacts,
  fitOf,
  gradeOf,
  HALF_LIFE_DAYS,
} from './score.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const total = (reasons: { points: number }[]) => reasons.reduce((sum, { points }) => sum + points, 0);

const behaviour: fc.Arbitrary<Behaviour> = fc.record({
  key: fc.uuid(),
  kind: fc.constantFrom('gate', 'confirmed', 'step', 'visit', 'answer', 'newsletter', 'opened'),
  reason: fc.string(),
  at: fc.double({ min: 0, max: 400, noNaN: true }).map(daysAgo),
});
const fitFacts: fc.Arbitrary<FitFacts> = fc.record({
  answers: fc.array(
    fc.record({
      questionId: fc.string(),
      label: fc.string(),
      points: fc.integer({ min: 0, max: 40 }),
      answeredAt: fc.constant(NOW),
    }),
    { maxLength: 5 },
  ),
  company: fc.option(fc.string({ minLength: 1 })),
  companyDomain: fc.option(fc.domain()),
  jobTitle: fc.option(fc.constantFrom('Owner', 'Intern', 'Managing partner')),
  isSuspect: fc.boolean(),
  capturedAt: fc.constant(NOW),
});

describe('scores', () => {
  it('are whole numbers from 0 to 100 that their reasons add up to exactly', () => {
    const check = ({ total: value, reasons }: ReturnType<typeof closed>) => {
      expect(total(reasons)).toBe(value);
      expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
      expect(new Set(reasons.map(({ key }) => key)).size).toBe(reasons.length);
      for (const { points } of reasons) expect(Number.isInteger(points) && points !== 0).toBe(true);
    };
    fc.assert(
      fc.property(fc.array(behaviour, { maxLength: 60 }), (behaviours) =>
        check(engagementOf(behaviours, NOW)),
      ),
    );
    fc.assert(
      fc.property(fitFacts, (facts) => {
        const distinct = {
          ...facts,
          answers: facts.answers.map((answer, index) => ({ ...answer, questionId: `q${index}` })),
        };
        check(fitOf(distinct, NOW));
      }),
    );
  });

  it('never rise by waiting', () => {
    fc.assert(
      fc.property(
        fc.array(behaviour, { maxLength: 40 }),
        fc.integer({ min: 0, max: 200 }),
        (behaviours, days) => {
          const later = new Date(NOW.getTime() + days * 86_400_000);
          expect(engagementOf(behaviours, later).total).toBeLessThanOrEqual(
            engagementOf(behaviours, NOW).total,
          );
        },
      ),
    );
  });

  it('never fall by doing something', () => {
    fc.assert(
      fc.property(fc.array(behaviour, { maxLength: 40 }), behaviour, (behaviours, next) => {
        const done = { ...next, at: NOW };
        expect(engagementOf([...behaviours, done], NOW).total).toBeGreaterThanOrEqual(
          engagementOf(behaviours, NOW).total,
        );
      }),
    );
  });

  it('halve what was done after one half-life', () => {
    const gate: Behaviour = {
      key: 'g',
      kind: 'gate',
      reason: 'Passed the gate after step 3',
      at: daysAgo(HALF_LIFE_DAYS),
    };
    const { total: value, reasons } = engagementOf([gate], NOW);
    expect(value).toBe(10);
    expect(reasons.map(({ points, reason }) => [points, reason])).toEqual([
      [20, 'Passed the gate after step 3'],
      [-10, 'Quiet for 14 days'],
    ]);
  });

  it('say what was cut off at the edge', () => {
    const many = [60, 70].map((points, index) => ({ key: `k${index}`, points, reason: 'r', at: NOW }));
    expect(closed(many, NOW)).toMatchObject({
      total: 100,
      reasons: [{}, {}, { key: 'bounds', points: -30 }],
    });
    expect(closed([{ key: 'k', points: -40, reason: 'r', at: NOW }], NOW)).toMatchObject({
      total: 0,
      reasons: [{}, { points: 40 }],
    });
  });

  it('stop counting more of the same', () => {
    const steps = (count: number): Behaviour[] =>
      Array.from({ length: count }, (_, index) => ({ key: `s${index}`, kind: 'step', reason: '', at: NOW }));
    expect(engagementOf(steps(8), NOW).total).toBe(40);
    expect(engagementOf(steps(30), NOW).total).toBe(40);
  });

  it('become a grade: letter for fit, digit for engagement', () => {
    expect([gradeOf(86, 74), gradeOf(75, 60), gradeOf(74, 59), gradeOf(49, 29), gradeOf(0, 0)]).toEqual([
      'A1',
      'A1',
      'B2',
      'C3',
      'D4',
    ]);
  });
});

describe('the founding heuristic', () => {
  it('adds what the founding document names, and says so', () => {
    const all = likelihoodOf({
      priority: 'high',
      company: 'Studio Halvorn',
      activities: 3,
      source: 'linkedin',
    });
    expect(all).toMatchObject({ value: 0.5, model: 'founding heuristic' });
    expect(all.reasons.map(({ points }) => points)).toEqual([0.2, 0.1, 0.15, 0.05]);
    expect(likelihoodOf({ priority: 'low', company: null, activities: 0, source: null })).toMatchObject({
      value: 0,
      reasons: [],
    });
  });
});
