import type { Minutes } from '../playbooks/step.ts';
import { minutesIn } from './durations.ts';
import type { Unit } from './signals.ts';
import { askedBefore, type Workpiece } from './workpiece.ts';

/** Minutes as the material states them; else by rule: five, and four per instruction, five per blank. */
export function minutesOf(work: Workpiece, blanks: number): Minutes {
  const column = work.anchor.columns?.minutes;
  const stated =
    column === undefined ? undefined : (minutesIn(column) ?? (Number.parseInt(column, 10) || undefined));
  if (stated !== undefined && stated <= 1440)
    return { value: stated, citations: work.citer.of([work.anchor.unit]), origin: 'source' };
  const named = minutesIn(work.title);
  if (named !== undefined && column === undefined)
    return { value: named, citations: work.citer.of([work.anchor.unit]), origin: 'source' };
  let found: { unit: Unit; value: number; score: number } | undefined;
  work.units.forEach((unit, at) => {
    if (unit.asked || !unit.roles.has('time')) return;
    const value = minutesIn(unit.passage.quote);
    if (value === undefined) return;
    const { quote } = unit.passage;
    let score =
      /\b(?:takes?|you need|need (?:\w+ )?(?:minutes|hours?)|give (?:it|yourself)|allow|whole (?:thing|setting)|set aside|at most|for all of this|altogether)\b/i.test(
        quote,
      )
        ? 2
        : 0;
    if (/how long|time\b/i.test(askedBefore(work, at))) score += 2;
    if (
      /^\W*(?:that's |that is |it's |it is )?(?:about |around )?[\w-]+(?: an)?[\s-](?:minutes?|hours?)\b/i.test(
        quote,
      )
    )
      score += 1;
    if (
      /\b(?:late|every|after|within|per|lost|earned|stopped|stood|waited|longer than|ago|before|euros)\b/i.test(
        quote,
      )
    )
      score -= 1;
    if (value < 5) score -= 1;
    if (score >= 1.5 && (found === undefined || score > found.score)) found = { unit, value, score };
  });
  if (found !== undefined)
    return { value: found.value, citations: work.citer.of([found.unit]), origin: 'source' };
  const estimate = 5 + work.chosen.length * 4 + blanks * 5;
  return { value: Math.min(90, Math.ceil(estimate / 5) * 5), citations: [], origin: 'derived' };
}
