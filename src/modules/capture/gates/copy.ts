import type { GateCopy } from './shapes.ts';

interface Behind {
  /** Step that the gate stands after. */
  position: number;
  /** Step that the trial stands after; the promise reaches as far as that. */
  trialPosition: number | null;
  lastPosition: number;
}

/** Which steps the gate promises: up to the trial, or to the end where there is none behind it. */
export function promised({ position, trialPosition, lastPosition }: Behind): { from: number; to: number } {
  const to =
    trialPosition !== null && trialPosition > position ? Math.min(trialPosition, lastPosition) : lastPosition;
  return { from: position + 1, to };
}

const stepsInWords = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `Step ${from}` : `Steps ${from} to ${to}`;

/** What a gate says, computed from the steps behind it; what a person wrote stands as written. */
export function gateCopy(behind: Behind, written: Partial<GateCopy>, questions: number): GateCopy {
  const range = promised(behind);
  const steps = stepsInWords(range);
  const isOne = range.from === range.to;
  const count =
    questions === 1
      ? 'one question'
      : `${['no', 'one', 'two', 'three', 'four', 'five'][questions] ?? questions} questions`;
  return {
    headline: written.headline || `${steps} ${isOne ? 'is next. Want it?' : 'are next. Want them?'}`,
    promise:
      written.promise ||
      `Leave your e-mail and answer ${count}. ${steps} ${isOne ? 'opens' : 'open'} at once, and what you filled in comes with you.`,
    button: written.button || `Open ${steps.toLowerCase()}`,
  };
}
