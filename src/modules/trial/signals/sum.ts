/** What adding up needs of a signal. */
export interface Weighted {
  weight: number;
  occurredAt: Date;
  /** Days after which it counts half; null counts whole for ever. */
  halfLifeDays: number | null;
}

const DAY_MS = 86_400_000;

/** What a signal counts at an instant, in hundredths, so that sums do not depend on their order. */
function hundredthsOf({ weight, occurredAt, halfLifeDays }: Weighted, at: Date): number {
  const days = Math.max(0, at.getTime() - occurredAt.getTime()) / DAY_MS;
  return Math.round(weight * 100 * (halfLifeDays === null ? 1 : 0.5 ** (days / halfLifeDays)));
}

/** What a signal counts at an instant, to the hundredth: its weight, halved by each half-life that has passed. */
export const countedAt = (signal: Weighted, at: Date): number => hundredthsOf(signal, at) / 100;

/** What signals add up to at an instant; later ones do not count yet. The same for any order. */
export const totalAt = (signals: Weighted[], at: Date): number =>
  signals
    .filter(({ occurredAt }) => occurredAt <= at)
    .reduce((sum, signal) => sum + hundredthsOf(signal, at), 0) / 100;

interface Line {
  threshold: number;
  /** Only what happens after this can raise the hand (again). */
  armedSince: Date | null;
  /** When weights or the line were changed last: before this, nobody would have been judged so. */
  drawnAt: Date | null;
}

/**
 * The first instant at which signals reach the line, or null. It follows from the signals' own instants, so it is the
 * same whenever it is worked out.
 */
export function crossingOf(signals: Weighted[], { threshold, armedSince, drawnAt }: Line): Date | null {
  const fresh = signals
    .map(({ occurredAt }) => occurredAt)
    .filter((at) => armedSince === null || at > armedSince)
    .sort((one, other) => one.getTime() - other.getTime());
  if (fresh.length === 0) return null;
  const instants = fresh.filter((at) => drawnAt === null || at > drawnAt);
  if (drawnAt && fresh.some((at) => at <= drawnAt)) instants.unshift(drawnAt);
  return instants.find((at) => totalAt(signals, at) >= threshold) ?? null;
}
