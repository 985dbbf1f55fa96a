import type { ShownScene } from './scene.ts';

/** A stretch of a video, in milliseconds from its start; `toMs` is not part of it. */
export interface Range {
  fromMs: number;
  toMs: number;
}

/** The parts of a video that were played at least once, in order, none touching another. */
export function unionOf(ranges: Range[], durationMs: number): Range[] {
  const within = ranges
    .map(({ fromMs, toMs }) => ({ fromMs: Math.max(0, fromMs), toMs: Math.min(durationMs, toMs) }))
    .filter(({ fromMs, toMs }) => toMs > fromMs)
    .sort((a, b) => a.fromMs - b.fromMs);
  const union: Range[] = [];
  for (const range of within) {
    const last = union.at(-1);
    if (last && range.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, range.toMs);
    else union.push({ ...range });
  }
  return union;
}

const lengthOf = (ranges: Range[]): number =>
  ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

export interface Watching {
  /** Played parts, merged. */
  seen: Range[];
  furthestMs: number;
  watchedMs: number;
  /** Half of the running time was seen, or the offer was reached. */
  isWatched: boolean;
}

/**
 * What was seen of a video, counted once however often and in whatever order it was played or reported.
 * @param saidSo whether they said on the page without script that they read up to the offer
 */
export function watchingOf(
  ranges: Range[],
  { scenes, durationMs }: { scenes: Pick<ShownScene, 'kind' | 'startMs'>[]; durationMs: number },
  saidSo = false,
): Watching {
  const seen = unionOf(ranges, durationMs);
  const watchedMs = lengthOf(seen);
  const furthestMs = seen.at(-1)?.toMs ?? 0;
  const offerMs = scenes.find(({ kind }) => kind === 'offer')?.startMs;
  const reachedOffer = offerMs !== undefined && seen.some(({ toMs }) => toMs > offerMs);
  return {
    seen,
    furthestMs,
    watchedMs,
    isWatched: saidSo || reachedOffer || (durationMs > 0 && watchedMs * 2 >= durationMs),
  };
}

/** How much of each scene was seen, in milliseconds of its own. */
export function seenByScene(
  seen: Range[],
  scenes: Pick<ShownScene, 'position' | 'title' | 'startMs' | 'durationMs'>[],
): { position: number; title: string; startMs: number; durationMs: number; watchedMs: number }[] {
  return scenes.map(({ position, title, startMs, durationMs }) => ({
    position,
    title,
    startMs,
    durationMs,
    watchedMs: lengthOf(
      seen
        .map(({ fromMs, toMs }) => ({
          fromMs: Math.max(fromMs, startMs),
          toMs: Math.min(toMs, startMs + durationMs),
        }))
        .filter(({ fromMs, toMs }) => toMs > fromMs),
    ),
  }));
}
