import { LRUCache } from 'lru-cache';

/** Notices visitors that ask faster than a person can. */
export interface Bursts {
  /**
   * Notes one request.
   * @param at in milliseconds
   * @returns whether this visitor is now over the limit
   */
  note(visitorHash: string, at: number): boolean;
}

const WINDOW_MS = 10_000;
const MOST_IN_WINDOW = 20;

/** Sliding window per visitor: the times of the last requests, oldest overwritten first. */
export function buildBursts(mostInWindow = MOST_IN_WINDOW, windowMs = WINDOW_MS): Bursts {
  const seen = new LRUCache<string, { times: Float64Array; next: number }>({ max: 20_000 });
  return {
    note(visitorHash, at) {
      let ring = seen.get(visitorHash);
      if (!ring) {
        ring = { times: new Float64Array(mostInWindow).fill(Number.NEGATIVE_INFINITY), next: 0 };
        seen.set(visitorHash, ring);
      }
      // The slot about to be overwritten holds the request `mostInWindow` requests ago.
      const oldest = ring.times[ring.next] ?? Number.NEGATIVE_INFINITY;
      ring.times[ring.next] = at;
      ring.next = (ring.next + 1) % mostInWindow;
      return at - oldest < windowMs;
    },
  };
}
