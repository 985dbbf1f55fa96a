import { number } from '../../ui/words.ts';

/** A sum against its line: the bar is the sum, the tick the line. The words beside it say both. */
export function SumBar({
  total,
  line,
  most: among = 0,
  words = false,
}: {
  total: number;
  line: number;
  /** The largest sum beside it, so that bars can be compared. */
  most?: number;
  words?: boolean;
}) {
  const most = Math.max(total, line, among) * 1.1 || 1;
  return (
    <span className="flex items-center gap-3">
      <span className="relative block h-2 w-full min-w-16 bg-chart-track" aria-hidden>
        <span
          className={total >= line ? 'block h-2 bg-chart-1' : 'block h-2 bg-ink-3'}
          style={{ width: `${(100 * total) / most}%` }}
        />
        <span className="absolute -top-1 h-4 w-0.5 bg-ink" style={{ left: `${(100 * line) / most}%` }} />
      </span>
      <span className={words ? 'shrink-0 text-ink-2 text-xs' : 'sr-only'}>
        <strong className="figures font-strong text-ink text-sm">{number(total)}</strong>, line {number(line)}
      </span>
    </span>
  );
}
