import {
  BarChart,
  CartesianGrid,
  LabelList,
  Bar as RechartsBar,
  Rectangle,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Bar, BarsProps } from './bars.tsx';

interface ShapeProps {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: Bar;
}

/** The drawing itself; loaded only where a chart stands. */
export default function BarsDrawing({ title, bars, format, axis = format, notes, height = 160 }: BarsProps) {
  const ticks = axisTicks(Math.max(...bars.map((bar) => bar.value), 0));
  return (
    <div role="img" aria-label={title} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={bars}
          margin={{ top: 22, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="20%"
          accessibilityLayer
        >
          <defs>
            <pattern
              id="hatch"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" fill="var(--chart-track)" />
              <line x1="0" y1="0" x2="0" y2="5" stroke="var(--amount-3)" strokeWidth="3" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} syncWithTicks stroke="var(--chart-grid)" />
          <XAxis
            dataKey="label"
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--chart-axis)', fontSize: 11 }}
            interval="equidistantPreserveStart"
          />
          <YAxis
            orientation="right"
            ticks={ticks}
            domain={[0, Math.max(ticks.at(-1) ?? 1, ...bars.map((bar) => bar.value))]}
            tickLine={false}
            axisLine={false}
            width={44}
            tickFormatter={axis}
            tick={{ fill: 'var(--chart-axis)', fontSize: 11 }}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)', opacity: 0.6 }}
            isAnimationActive={false}
            formatter={(value) => format(Number(value))}
            separator=": "
            contentStyle={{
              background: 'var(--inverse)',
              color: 'var(--on-inverse)',
              border: 0,
              borderRadius: 6,
              fontSize: 12,
              padding: '4px 8px',
            }}
            itemStyle={{ color: 'var(--on-inverse)', padding: 0 }}
            labelStyle={{ color: 'var(--on-inverse-2)' }}
          />
          {notes?.slice(0, 3).map((note) => (
            <ReferenceLine
              key={note.text}
              x={bars[note.after]?.label ?? ''}
              position="end"
              stroke="var(--ink-2)"
              strokeDasharray="2 3"
              label={{
                value: note.text,
                position: 'insideTopRight',
                fill: 'var(--ink-2)',
                fontSize: 11,
                offset: 6,
              }}
            />
          ))}
          <RechartsBar
            dataKey="value"
            isAnimationActive={false}
            shape={(shape: ShapeProps) => (
              <Rectangle
                x={shape.x ?? 0}
                y={shape.y ?? 0}
                width={shape.width ?? 0}
                height={shape.height ?? 0}
                radius={[2, 2, 0, 0]}
                fill={
                  shape.payload?.unfinished
                    ? 'url(#hatch)'
                    : shape.payload?.accent
                      ? 'var(--amount-5)'
                      : 'var(--amount-3)'
                }
              />
            )}
          >
            <LabelList
              dataKey={(bar: unknown) => ((bar as Bar).accent ? format((bar as Bar).value) : '')}
              position="top"
              fill="var(--ink)"
              fontSize={11}
              fontWeight={600}
            />
          </RechartsBar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Three to five round steps from zero, none above what is drawn. */
function axisTicks(top: number): number[] {
  if (top <= 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(top / 4));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => top / (factor * power) < 5) ?? 10) * power;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
}
