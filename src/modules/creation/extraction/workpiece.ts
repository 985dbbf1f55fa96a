import type { CitedText } from '../playbooks/step.ts';
import type { Citer } from './cite.ts';
import { type Chosen, tidy, trimSentence } from './instructions.ts';
import type { Unit } from './signals.ts';
import type { Anchor } from './skeletons.ts';
import type { Weights } from './words.ts';

/** Everything known of one step while its fields are filled. */
export interface Workpiece {
  title: string;
  anchor: Anchor;
  /** All units of the step, source by source, in reading order. */
  units: Unit[];
  chosen: Chosen[];
  weights: Weights;
  citer: Citer;
  /** Units whose words already stand in a field. */
  used: Set<Unit>;
}

/** Whether a unit may stand in a field: said by the expert, no heading, no table row. */
export const usable = (unit: Unit) =>
  !unit.asked && unit.passage.kind !== 'heading' && unit.passage.kind !== 'row';

/** The unused unit that scores highest, if any scores at all. */
export function best(work: Workpiece, score: (unit: Unit, at: number) => number): Unit | undefined {
  let found: { unit: Unit; score: number } | undefined;
  work.units.forEach((unit, at) => {
    if (!usable(unit) || work.used.has(unit)) return;
    const value = score(unit, at);
    if (value > 0 && (found === undefined || value > found.score)) found = { unit, score: value };
  });
  return found?.unit;
}

/** The question an answer follows, when it is at most two sentences back. */
export function askedBefore(work: Workpiece, at: number): string {
  for (let back = 1; back <= 3; back += 1) {
    const unit = work.units[at - back];
    if (unit?.asked === true) return unit.passage.quote;
  }
  return '';
}

export const fitting = (unit: Unit, least: number, most: number) => unit.words >= least && unit.words <= most;

/** Puts units into a field, in their own words, and marks them as used. */
export function take(work: Workpiece, units: Unit[], longest = 40): CitedText {
  for (const unit of units) work.used.add(unit);
  const text = units
    .map((unit, at) =>
      at === 0
        ? tidy(trimSentence(unit.passage.quote, longest))
        : unit.passage.quote.replace(/\s+/g, ' ').trim(),
    )
    .join(' ');
  return work.citer.said(text, units);
}
