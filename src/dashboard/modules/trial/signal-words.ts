import type { Shape } from '../../api/shapes.ts';
import { plural } from '../../ui/words.ts';

export type HandRaise = Shape<'HandRaise'>;
export type SignalRule = Shape<'SignalRule'>;

/** Steps are many and small: they count as one line. */
const STEP_RULE = 'step_done';

export interface SignalLine {
  points: number;
  text: string;
  /** When it was last seen. */
  at: string;
}

interface Seen {
  rule: string;
  points: number;
  reason: string;
  at: string;
}

/** Signals as lines that add up, the heaviest first, with the steps together. */
export function linesOf(signals: Seen[]): SignalLine[] {
  const steps = signals.filter(({ rule }) => rule === STEP_RULE);
  const lines = signals
    .filter(({ rule }) => rule !== STEP_RULE)
    .map(({ points, reason, at }) => ({ points, text: reason, at }));
  const [first] = steps;
  if (first)
    lines.push({
      points: hundredths(steps.reduce((sum, { points }) => sum + points, 0)),
      text: steps.length === 1 ? first.reason : `Did ${plural(steps.length, 'step')}`,
      at: steps.reduce((last, { at }) => (at > last ? at : last), first.at),
    });
  return lines.sort((one, other) => other.points - one.points);
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** "1 h", "at once": how long after the hand goes up. */
export function delayWords(minutes: number): string {
  if (minutes === 0) return 'at once';
  if (minutes < 60) return `after ${plural(minutes, 'minute')}`;
  if (minutes < 1440) return `after ${plural(Math.round(minutes / 60), 'hour')}`;
  return `after ${plural(Math.round(minutes / 1440), 'day')}`;
}

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** "Four signals count" */
export const countWords = (count: number): string =>
  `${WORDS[count] ?? String(count)} ${count === 1 ? 'signal counts' : 'signals count'}`;
