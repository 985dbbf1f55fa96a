import { lazy, Suspense } from 'react';
import { ChartFrame } from './chart-frame.tsx';

export interface Bar {
  label: string;
  value: number;
  /** Drawn in the accent; at most one. */
  accent?: boolean;
  /** The running period: hatched, "so far". */
  unfinished?: boolean;
  /** A machine part, hatched on top of the people. */
  machines?: number;
}

export interface BarsProps {
  title: string;
  note?: string;
  bars: Bar[];
  /** How a value is written in labels and the table. */
  format: (value: number) => string;
  /** How a value is written on the axis; by default as `format`. */
  axis?: (value: number) => string;
  unit: string;
  /** What we changed: at most three. `after` is the index of the bar it happened after. */
  notes?: { after: number; text: string }[];
  height?: number;
  csvName?: string;
}

const BarsDrawing = lazy(() => import('./bars-drawing.tsx'));

/** How much over time: bars per period from zero, axis on the right, one accent. */
export function Bars(props: BarsProps) {
  const { title, note, bars, format, unit, csvName, height = 160 } = props;
  const table = {
    head: ['Period', unit],
    rows: bars.map((bar) => [`${bar.label}${bar.unfinished ? ', so far' : ''}`, format(bar.value)]),
  };
  return (
    <ChartFrame title={title} {...(note ? { note } : {})} table={table} {...(csvName ? { csvName } : {})}>
      <Suspense fallback={<div style={{ height }} />}>
        <BarsDrawing {...props} />
      </Suspense>
    </ChartFrame>
  );
}
