import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arm, armOf, BUCKETS, bucketOf, participationOf } from './assignment.ts';

/** Chi-square of counts against expected shares. */
const chiSquare = (counts: number[], shares: number[], n: number) =>
  counts.reduce((sum, count, i) => sum + (count - n * (shares[i] ?? 0)) ** 2 / (n * (shares[i] ?? 1)), 0);

const assignAll = (arms: Arm[], salt: string, n: number, share = 1) =>
  Array.from({ length: n }, (_, i) => {
    const unit = `unit-${i}`;
    return armOf(arms, bucketOf(salt, unit), participationOf(salt, unit), share);
  });

describe('buckets', () => {
  it('are the documented hash: other programs can compute them', () => {
    // printf 'gate-place:1\0lead-1' | sha256sum gives 48 leading bits; times 10,000 over 2^48.
    expect([
      bucketOf('gate-place:1', 'lead-1'),
      bucketOf('gate-place:1', 'lead-2'),
      bucketOf('', ''),
    ]).toEqual([2349, 9199, 4304]);
  });

  it('are the same every time and in range, whatever the unit', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (salt, unit) => {
        const bucket = bucketOf(salt, unit);
        expect(bucketOf(salt, unit)).toBe(bucket);
        expect(Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS).toBe(true);
      }),
    );
  });

  it('are uniform: twenty stretches of equal size hold equally many of 100,000 units', () => {
    const counts = new Array<number>(20).fill(0);
    for (let i = 0; i < 100_000; i += 1) {
      const stretch = Math.floor((bucketOf('uniform', `visitor-${i}`) / BUCKETS) * 20);
      counts[stretch] = (counts[stretch] ?? 0) + 1;
    }
    // 19 degrees of freedom: 43.8 is passed once in a thousand.
    expect(chiSquare(counts, new Array(20).fill(1 / 20), 100_000)).toBeLessThan(43.8);
  });

  it('of two experiments are independent', () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 40_000; i += 1) {
      const cell =
        (bucketOf('first', `v${i}`) < 5_000 ? 0 : 1) + (bucketOf('second', `v${i}`) < 5_000 ? 0 : 2);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    // 3 degrees of freedom: 16.3 is passed once in a thousand.
    expect(chiSquare(counts, [0.25, 0.25, 0.25, 0.25], 40_000)).toBeLessThan(16.3);
  });
});

describe('arms', () => {
  it('get their share by weight', () => {
    const arms = [
      { key: 'a', weight: 1 },
      { key: 'b', weight: 2 },
      { key: 'c', weight: 7 },
    ];
    const drawn = assignAll(arms, 'weights', 50_000);
    const counts = arms.map(({ key }) => drawn.filter((arm) => arm === key).length);
    // 2 degrees of freedom: 13.8 is passed once in a thousand.
    expect(chiSquare(counts, [0.1, 0.2, 0.7], 50_000)).toBeLessThan(13.8);
  });

  it('always give exactly one arm to who takes part, never one without weight', () => {
    const weights = fc
      .array(fc.nat(100), { minLength: 2, maxLength: 6 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(weights, fc.nat(BUCKETS - 1), (list, bucket) => {
        const arms = list.map((weight, i) => ({ key: `arm-${i}`, weight }));
        const arm = arms.find(({ key }) => key === armOf(arms, bucket, 0));
        expect(arm?.weight).toBeGreaterThan(0);
      }),
    );
  });

  it('keep units where they were when the share of traffic grows', () => {
    const arms = [
      { key: 'a', weight: 1 },
      { key: 'b', weight: 1 },
    ];
    const some = assignAll(arms, 'grow', 10_000, 0.2);
    const more = assignAll(arms, 'grow', 10_000, 0.6);
    expect(some.filter((arm) => arm !== null).length / 10_000).toBeCloseTo(0.2, 1);
    expect(more.filter((arm) => arm !== null).length / 10_000).toBeCloseTo(0.6, 1);
    expect(some.every((arm, i) => arm === null || arm === more[i])).toBe(true);
  });

  it('give nobody anything without traffic or weight', () => {
    expect(assignAll([{ key: 'a', weight: 1 }], 's', 100, 0).every((arm) => arm === null)).toBe(true);
    expect(armOf([{ key: 'a', weight: 0 }], 1, 1)).toBe(null);
    expect(armOf([], 1, 1)).toBe(null);
  });
});
