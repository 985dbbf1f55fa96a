import { expect, it } from 'vitest';
import { exactInterval } from './interval.ts';

it('gives the exact intervals of the textbooks', () => {
  // Clopper and Pearson's own example and the rule of three.
  const tenth = exactInterval(1, 10, 0.95);
  expect(tenth.low).toBeCloseTo(0.0025286, 6);
  expect(tenth.high).toBeCloseTo(0.4450161, 6);
  expect(exactInterval(0, 100, 0.95).high).toBeCloseTo(0.0362167, 6);
  expect(exactInterval(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
  expect(exactInterval(7, 7, 0.95).high).toBe(1);
});

it('is symmetric and narrows with more people', () => {
  const few = exactInterval(6, 15, 0.999);
  const mirrored = exactInterval(9, 15, 0.999);
  expect(few.low).toBeCloseTo(1 - mirrored.high, 9);
  const many = exactInterval(600, 1_500, 0.999);
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 5);
  expect(few.low < 0.4 && few.high > 0.4).toBe(true);
});
