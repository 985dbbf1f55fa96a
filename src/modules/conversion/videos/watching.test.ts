import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Range, seenByScene, unionOf, watchingOf } from './watching.ts';

const LENGTH = 300;
const range = fc
  .tuple(fc.integer({ min: -20, max: LENGTH + 20 }), fc.integer({ min: -20, max: LENGTH + 20 }))
  .map(([fromMs, toMs]): Range => ({ fromMs, toMs }));
const ranges = fc.array(range, { maxLength: 30 });

const scenes = [
  { kind: 'hook' as const, position: 1, title: 'Hook', startMs: 0, durationMs: 200 },
  { kind: 'offer' as const, position: 2, title: 'Offer', startMs: 200, durationMs: 100 },
];
const film = { scenes, durationMs: LENGTH };
const lengthOf = (parts: Range[]) => parts.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

describe('what was watched', () => {
  it('counts each moment once, whatever overlaps, repeats, comes backwards or lies outside', () => {
    fc.assert(
      fc.property(ranges, (parts) => {
        const moments = new Set<number>();
        for (const { fromMs, toMs } of parts)
          for (let ms = Math.max(0, fromMs); ms < Math.min(LENGTH, toMs); ms += 1) moments.add(ms);
        const { watchedMs, furthestMs, seen } = watchingOf(parts, film);
        expect(watchedMs).toBe(moments.size);
        expect(furthestMs).toBe(moments.size === 0 ? 0 : Math.max(...moments) + 1);
        expect(lengthOf(seen)).toBe(watchedMs);
      }),
    );
  });

  it('is the same in any order and however often it is reported', () => {
    fc.assert(
      fc.property(
        ranges.chain((parts) =>
          fc.tuple(
            fc.constant(parts),
            fc.shuffledSubarray([...parts, ...parts], { minLength: parts.length * 2 }),
          ),
        ),
        ([parts, shuffled]) => {
          expect(watchingOf(shuffled, film)).toEqual(watchingOf(parts, film));
        },
      ),
    );
  });

  it('only grows with what is reported', () => {
    fc.assert(
      fc.property(ranges, range, (parts, further) => {
        const before = watchingOf(parts, film);
        const after = watchingOf([...parts, further], film);
        expect(after.watchedMs).toBeGreaterThanOrEqual(before.watchedMs);
        expect(after.furthestMs).toBeGreaterThanOrEqual(before.furthestMs);
        if (before.isWatched) expect(after.isWatched).toBe(true);
      }),
    );
  });

  it('adds up over the scenes', () => {
    fc.assert(
      fc.property(ranges, (parts) => {
        const seen = unionOf(parts, LENGTH);
        const sum = seenByScene(seen, scenes).reduce((total, { watchedMs }) => total + watchedMs, 0);
        expect(sum).toBe(lengthOf(seen));
      }),
    );
  });
});

describe('a watched video', () => {
  it('was seen for half of its time, in whichever parts', () => {
    expect(watchingOf([{ fromMs: 0, toMs: 149 }], film).isWatched).toBe(false);
    expect(watchingOf([{ fromMs: 0, toMs: 150 }], film).isWatched).toBe(true);
    expect(
      watchingOf(
        [
          { fromMs: 100, toMs: 200 },
          { fromMs: 0, toMs: 50 },
        ],
        film,
      ).isWatched,
    ).toBe(true);
  });

  it('or was played up to the offer', () => {
    expect(watchingOf([{ fromMs: 190, toMs: 200 }], film).isWatched).toBe(false);
    expect(watchingOf([{ fromMs: 190, toMs: 201 }], film).isWatched).toBe(true);
    expect(watchingOf([{ fromMs: 250, toMs: 251 }], film).isWatched).toBe(true);
  });

  it('or was read, as somebody without script said', () => {
    expect(watchingOf([], film, true)).toEqual({ seen: [], furthestMs: 0, watchedMs: 0, isWatched: true });
  });
});
