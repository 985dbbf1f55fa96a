import type { Proportion } from '../proportion.ts';

export const VERDICTS = ['below', 'on', 'above', 'too_early', 'too_few'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Fewer people than this say nothing about a rate. */
export const FEWEST = 10;

/**
 * What a rate says against its target: below or above only when the interval leaves the target out; on target when it
 * holds it and reaches no further than a quarter of the target to either side; else too early to say.
 */
export function verdictOf(rate: Proportion | null, target: number): Verdict {
  if (!rate || rate.n < FEWEST) return 'too_few';
  if (rate.high < target) return 'below';
  if (rate.low > target) return 'above';
  const reach = target / 4;
  return target - rate.low <= reach && rate.high - target <= reach ? 'on' : 'too_early';
}
