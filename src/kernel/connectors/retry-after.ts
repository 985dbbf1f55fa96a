const LONGEST_REST_MS = 24 * 3_600_000;

/**
 * Reads a Retry-After header (RFC 9110 §10.2.3: seconds or a date).
 * @returns when to come back, at most a day ahead, or undefined when the header says nothing usable
 */
export function readRetryAfter(value: string | null | undefined, now: Date): Date | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  if (!Number.isFinite(ms)) return undefined;
  return new Date(now.getTime() + Math.min(Math.max(ms, 0), LONGEST_REST_MS));
}

/** Exponential backoff with full jitter on its upper half: 0.5-1 s, 1-2 s, 2-4 s … */
export function backoffMs(
  attempt: number,
  firstMs = 1_000,
  longestMs = 60_000,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  return Math.round(ceiling * (0.5 + random() / 2));
}
