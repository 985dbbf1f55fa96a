import { ChartFrame } from './chart-frame.tsx';
import type { Rate } from './estimate.tsx';
import { number, percent, range } from './words.ts';

interface IntervalPlotProps {
  title: string;
  note?: string;
  arms: { label: string; rate: Rate }[];
  target?: number;
  csvName?: string;
}

const inks = [
  'var(--chart-1)',
  'var(--chart-4)',
  'var(--chart-2)',
  'var(--chart-5)',
  'var(--chart-3)',
  'var(--chart-6)',
];

/** Which is better, and by how much: estimate and 95% range of each, on one scale from zero. */
export function IntervalPlot({ title, note, arms, target, csvName }: IntervalPlotProps) {
  const top = niceTop(Math.max(...arms.map((arm) => arm.rate.high), target ?? 0, 0.01));
  const ticks = Array.from({ length: 8 }, (_, at) => (top * at) / 7);
  const at = (value: number) => `${(100 * value) / top}%`;
  const table = {
    head: ['Arm', 'Rate', 'Likely range', 'Of'],
    rows: arms.map(({ label, rate }) => [
      label,
      percent(rate.part, rate.of),
      range(rate.low, rate.high, 1),
      `${number(rate.part)} of ${number(rate.of)}`,
    ]),
  };
  return (
    <ChartFrame title={title} {...(note ? { note } : {})} table={table} {...(csvName ? { csvName } : {})}>
      <div role="img" aria-label={title} className="grid grid-cols-[6rem_1fr_3.5rem_5.5rem] gap-x-3">
        {arms.map(({ label, rate }, row) => (
          <div key={label} className="col-span-full grid h-8.5 grid-cols-subgrid items-center">
            <span className="truncate font-medium">{label}</span>
            <span className="relative h-full">
              {ticks.map((tick) => (
                <span
                  key={tick}
                  className="absolute inset-y-0 border-chart-grid border-l"
                  style={{ left: at(tick) }}
                />
              ))}
              <span
                className="absolute top-1/2 h-1.5 -translate-y-1/2 border-x-2"
                style={{
                  left: at(rate.low),
                  width: at(rate.high - rate.low),
                  background: `color-mix(in oklab, ${inks[row % inks.length]} 35%, transparent)`,
                  borderColor: inks[row % inks.length],
                }}
              />
              <span
                className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-surface"
                style={{ left: at(rate.of ? rate.part / rate.of : 0), background: inks[row % inks.length] }}
              />
              {target === undefined ? null : (
                <span
                  className="absolute inset-y-0 border-ink-2 border-l border-dashed"
                  style={{ left: at(target) }}
                />
              )}
            </span>
            <span className="figures text-right font-strong">{percent(rate.part, rate.of)}</span>
            <span className="figures text-right text-ink-2 text-xs">
              {number(rate.part)} of {number(rate.of)}
            </span>
          </div>
        ))}
        <span className="relative col-start-2 h-4 text-2xs text-chart-axis">
          {ticks.map((tick, index) => (
            <span key={tick} className="figures absolute -translate-x-1/2" style={{ left: at(tick) }}>
              {Math.round(1000 * tick) / 10}
              {index === ticks.length - 1 ? '%' : ''}
            </span>
          ))}
        </span>
      </div>
    </ChartFrame>
  );
}

/** The next seventh that is round in percent. */
function niceTop(high: number): number {
  const step = (100 * high) / 7;
  const power = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 2, 5, 10].find((factor) => factor * power >= step) ?? 10;
  return (nice * power * 7) / 100;
}
