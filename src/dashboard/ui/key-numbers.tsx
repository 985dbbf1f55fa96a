import type { ReactNode } from 'react';
import { Interval, type Rate } from './estimate.tsx';
import { OpensRows } from './rows.tsx';
import { percent, range } from './words.ts';

export interface KeyNumber {
  id: string;
  label: string;
  value: ReactNode;
  /** The query of its rows, for `?rows=`. */
  rows?: string;
  note?: ReactNode;
  rate?: Rate;
  /** People solid, machines hatched. */
  split?: { people: number; machines: number; note: ReactNode };
}

/** The strip of numbers on top of a page: value, rate against its target, range. At 390 px each is one line. */
export function KeyNumbers({ numbers, label }: { numbers: KeyNumber[]; label: string }) {
  return (
    <section aria-label={label} className="border-line border-y">
      <dl className="grid phone:grid-flow-col phone:auto-cols-fr max-tablet:overflow-x-auto">
        {numbers.map((item) => (
          <div
            key={item.id}
            className="grid min-w-32 content-start gap-y-1 border-line px-3.5 py-3.5 first:pl-gutter phone:not-first:border-l max-phone:grid-cols-[6rem_1fr_auto_auto] max-phone:items-center max-phone:gap-x-4 max-phone:border-b max-phone:px-4 max-phone:py-2.5"
          >
            <dt className="text-ink-2 text-xs max-phone:text-ink max-phone:text-sm">{item.label}</dt>
            <dd className="figures font-strong text-num tracking-[-0.02em] max-phone:order-4 max-phone:text-right max-phone:text-sm">
              {item.rows ? <OpensRows rows={item.rows}>{item.value}</OpensRows> : item.value}
            </dd>
            {item.rate ? (
              <>
                <dd className="figures text-xs max-phone:order-3 max-phone:text-right">
                  <strong>{percent(item.rate.part, item.rate.of)}</strong>
                  {item.rate.target === undefined ? null : (
                    <span className="text-ink-2 max-phone:hidden">
                      {' '}
                      target {Math.round(100 * item.rate.target)}
                    </span>
                  )}
                </dd>
                <dd className="max-phone:order-2">
                  <Interval rate={item.rate} />
                </dd>
                <dd className="text-2xs text-ink-2 max-phone:hidden">
                  {range(item.rate.low, item.rate.high)} likely
                </dd>
              </>
            ) : null}
            {item.note ? (
              <dd className="text-ink-2 text-xs max-phone:order-2 max-phone:col-span-2">{item.note}</dd>
            ) : null}
            {item.split ? (
              <>
                <dd className="max-phone:hidden">
                  <SplitBar people={item.split.people} machines={item.split.machines} />
                </dd>
                <dd className="text-2xs text-ink-2 max-phone:hidden">{item.split.note}</dd>
              </>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** People solid, machines hatched, in one bar. */
export function SplitBar({ people, machines }: { people: number; machines: number }) {
  const all = Math.max(1, people + machines);
  return (
    <span className="flex h-1.5 w-26 gap-px" role="img" aria-label={`${people} people, ${machines} machines`}>
      <span className="bg-chart-1" style={{ width: `${(100 * people) / all}%` }} />
      <span className="hatched" style={{ width: `${(100 * machines) / all}%` }} />
    </span>
  );
}
