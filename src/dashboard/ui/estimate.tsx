import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { DotMark, type Tone } from './chip.tsx';
import { number, percent, range } from './words.ts';

export interface Rate {
  /** People who did it, and people who could have. */
  part: number;
  of: number;
  /** 95% interval, 0 to 1. */
  low: number;
  high: number;
  /** 0 to 1. */
  target?: number | undefined;
}

/** Fewer people than this say nothing. */
const tooFew = 10;

/** "below", "above", "on target" or "too early", by the rule of UX §5. */
export function againstTarget(rate: Rate): { words: string; tone: Tone; points: string } {
  const { part, of, low, high, target } = rate;
  const estimate = of > 0 ? part / of : 0;
  const points =
    target === undefined
      ? ''
      : `${estimate < target ? '−' : '+'}${Math.abs(100 * (estimate - target)).toFixed(1)} pts`;
  if (of < tooFew) return { words: 'Too few to tell', tone: 'plain', points: '' };
  if (target === undefined) return { words: '', tone: 'plain', points: '' };
  if (high < target) return { words: 'Below', tone: 'wait', points };
  if (low > target) return { words: 'Above', tone: 'ok', points };
  const narrow = target - low <= target / 4 && high - target <= target / 4;
  return narrow ? { words: 'On target', tone: 'ok', points } : { words: 'Too early', tone: 'plain', points };
}

interface IntervalProps {
  rate: Rate;
  /** Both ends of the scale, 0 to 1; by default the target stands in the middle. */
  scale?: [number, number];
  className?: string;
}

/** Dot: estimate. Bar: 95% interval. Triangle: target. */
export function Interval({ rate, scale, className }: IntervalProps) {
  const { part, of, low, high, target } = rate;
  const estimate = of > 0 ? part / of : 0;
  const [from, to] = scale ?? [0, Math.max(2 * (target ?? 0), high * 1.15, 0.01)];
  const at = (value: number) => `${Math.min(100, Math.max(0, (100 * (value - from)) / (to - from)))}%`;
  const grey = of < tooFew;
  const name = grey
    ? `Too few to tell: ${number(part)} of ${number(of)}`
    : `${percent(part, of)}, likely ${range(low, high)}${target === undefined ? '' : `, target ${Math.round(100 * target)}%`}`;
  return (
    <span role="img" aria-label={name} className={clsx('relative block h-4 w-26', className)}>
      <span className="absolute inset-x-0 top-[9px] h-0.5 bg-chart-track" />
      <span
        className={clsx('absolute top-[7.5px] h-[5px]', grey ? 'bg-chart-machine' : 'bg-amount-3/75')}
        style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
      />
      <span
        className={clsx(
          'absolute top-[6px] size-2 -translate-x-1/2 rounded-full border border-surface',
          grey ? 'bg-ink-off' : 'bg-chart-1',
        )}
        style={{ left: at(estimate) }}
      />
      {target === undefined ? null : (
        <svg
          viewBox="0 0 8 6"
          className="absolute top-0 h-1.5 w-2 -translate-x-1/2 fill-ink-2"
          style={{ left: at(target) }}
          aria-hidden="true"
        >
          <path d="M0 0h8L4 6z" />
        </svg>
      )}
    </span>
  );
}

/** A rate as the interface shows it: interval, percentage, range, what of what. */
export function Estimate({
  label,
  rate,
  scale,
}: {
  label?: ReactNode;
  rate: Rate;
  scale?: [number, number];
}) {
  const grey = rate.of < tooFew;
  return (
    <div className="flex min-h-6 items-center gap-2.5">
      {label ? <span className="w-24 shrink-0">{label}</span> : null}
      <Interval rate={rate} {...(scale ? { scale } : {})} />
      <span className={clsx('figures', grey ? 'text-ink-3' : 'font-strong')}>
        {grey ? 'too few to tell' : percent(rate.part, rate.of)}
      </span>
      <span className="figures text-ink-3 text-xs">
        {grey ? '' : `${range(rate.low, rate.high)}, `}
        {number(rate.part)} of {number(rate.of)}
      </span>
    </div>
  );
}

/** "On target −0.6 pts", with its dot. */
export function AgainstTarget({ rate }: { rate: Rate }) {
  const verdict = againstTarget(rate);
  if (!verdict.words) return null;
  return (
    <DotMark tone={verdict.tone}>
      {verdict.words} <span className="figures text-ink-3 text-xs">{verdict.points}</span>
    </DotMark>
  );
}
