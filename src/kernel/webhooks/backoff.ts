const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second … failed attempt, as Standard Webhooks suggests; about three days in all. */
const PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

export const MOST_ATTEMPTS = PAUSES_MS.length + 1;

/** An endpoint that has failed for so long, with every attempt used up, is switched off. */
export const DISABLE_AFTER_MS = 3 * 24 * HOUR;

/**
 * When to try again.
 * @param attempts made so far
 * @param askedFor the server's Retry-After; waited for when it is later
 * @param random 0 to 1; spreads what failed together over a tenth of the pause
 * @returns undefined when enough was tried
 */
export function nextAttemptAt(
  attempts: number,
  now: Date,
  askedFor: Date | undefined,
  random: number,
): Date | undefined {
  const pauseMs = PAUSES_MS[attempts - 1];
  if (pauseMs === undefined) return undefined;
  const own = now.getTime() + pauseMs * (1 + random / 10);
  return new Date(Math.max(own, askedFor?.getTime() ?? 0));
}
