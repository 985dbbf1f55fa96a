import type { Video } from './words.ts';
import { place } from './words.ts';

interface WatchStripProps {
  seen: Video['seen'];
  durationMs: number;
  /** Where scenes begin. */
  starts?: number[];
}

/** Which parts of a film were played: filled where they were, with a notch where a scene begins. */
export function WatchStrip({ seen, durationMs, starts = [] }: WatchStripProps) {
  const words =
    seen.length === 0
      ? 'Nothing was played'
      : `Played: ${seen.map(({ fromMs, toMs }) => `${place(fromMs)} to ${place(toMs)}`).join(', ')}`;
  const share = (ms: number) => `${(100 * ms) / Math.max(1, durationMs)}%`;
  return (
    <div
      role="img"
      aria-label={words}
      title={words}
      className="relative h-2 overflow-hidden rounded-full bg-chart-track"
    >
      {seen.map(({ fromMs, toMs }) => (
        <span
          key={fromMs}
          className="absolute inset-y-0 bg-accent"
          style={{ left: share(fromMs), width: share(toMs - fromMs) }}
        />
      ))}
      {starts
        .filter((ms) => ms > 0)
        .map((ms) => (
          <span key={ms} className="absolute inset-y-0 w-px bg-surface" style={{ left: share(ms) }} />
        ))}
    </div>
  );
}
