import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proportion } from './proportion.ts';

it('gives the interval that Wilson’s formula gives for 20 of 100', () => {
  const found = proportion(20, 100);
  expect(found?.low).toBeCloseTo(0.1334, 4);
  expect(found?.high).toBeCloseTo(0.2888, 4);
});

it('says nothing about nobody', () => {
  expect(proportion(0, 0)).toBeNull();
});

it('always holds the share, stays within 0 and 1, and narrows as people are added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (n, wanted) => {
      const successes = Math.min(wanted, n);
      const one = proportion(successes, n);
      const ten = proportion(successes * 10, n * 10);
      if (!one || !ten) throw new Error('there were people');
      expect(one.low).toBeGreaterThanOrEqual(0);
      expect(one.high).toBeLessThanOrEqual(1);
      expect(one.low).toBeLessThanOrEqual(one.value + 1e-12);
      expect(one.high).toBeGreaterThanOrEqual(one.value - 1e-12);
      expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
    }),
  );
});
