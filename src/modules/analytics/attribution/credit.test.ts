import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODELS, sharesOf, split, splitRefund } from './credit.ts';

const sum = (parts: number[]): number => parts.reduce((total, part) => total + part, 0);
const model = fc.constantFrom(...MODELS);
const touches = fc.integer({ min: 1, max: 40 });
const money = fc.integer({ min: 0, max: 5_000_000_00 });

describe('credit', () => {
  it('gives everything to the first, to the last, or shares it', () => {
    expect(sharesOf('first', 3)).toEqual([1, 0, 0]);
    expect(sharesOf('last', 3)).toEqual([0, 0, 1]);
    expect(split(49_000, sharesOf('linear', 3))).toEqual([16_334, 16_333, 16_333]);
    expect(split(1_000, sharesOf('position', 4))).toEqual([400, 100, 100, 400]);
    expect(sharesOf('linear', 0)).toEqual([]);
  });

  it('splits any money among any touches without losing or making a cent', () => {
    fc.assert(
      fc.property(money, touches, model, (amount, count, kind) => {
        const parts = split(amount, sharesOf(kind, count));
        expect(sum(parts)).toBe(amount);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes refunds back exactly, and leaves nothing with any touch once all of it is back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 6 }),
        touches,
        model,
        (refunds, count, kind) => {
          const shares = sharesOf(kind, count);
          const net = split(sum(refunds), shares);
          let before = 0;
          for (const refund of refunds) {
            const back = splitRefund(before, refund, shares);
            expect(sum(back)).toBe(-refund);
            for (const [index, part] of back.entries()) net[index] = (net[index] ?? 0) + part;
            before += refund;
          }
          expect(net.every((left) => left === 0)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
