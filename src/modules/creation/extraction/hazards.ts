import type { CitedText } from '../playbooks/step.ts';
import { says } from './instructions.ts';
import type { Unit } from './signals.ts';
import { askedBefore, fitting, take, usable, type Workpiece } from './workpiece.ts';

/** What goes wrong in a step: named mistakes, answers to "what goes wrong", and what not to do. At most three. */
export function mistakesOf(work: Workpiece): CitedText[] {
  const found: CitedText[] = [];
  const ranked = work.units
    .map((unit, at) => ({ unit, at, score: mistakeScore(work, unit, at) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .sort((a, b) => a.at - b.at);
  for (const { unit, at } of ranked) {
    if (work.used.has(unit)) continue;
    const next = work.units[at + 1];
    const short =
      unit.words < 9 &&
      next !== undefined &&
      usable(next) &&
      !work.used.has(next) &&
      next.passage.block - unit.passage.block <= 1;
    const field = take(work, short ? [unit, next] : [unit]);
    if (!found.some((other) => says(other.text, field.text, work.weights) > 0.7)) found.push(field);
  }
  return found;
}

function mistakeScore(work: Workpiece, unit: Unit, at: number): number {
  const { quote } = unit.passage;
  if (
    !usable(unit) ||
    work.used.has(unit) ||
    unit.quoted ||
    unit.roles.has('question') ||
    !fitting(unit, 4, 45)
  )
    return 0;
  if (
    /\b(?:not have to|n[o']t need to|don(?:'|’)t have to|(?:i|we) (?:do not|don(?:'|’)t|did not|didn(?:'|’)t|never|would not)|not an? )\b/i.test(
      quote,
    ) &&
    !/\bmistakes?\b/i.test(quote)
  )
    return 0;
  if (unit.strength >= 2.2 && unit.imperative?.negative !== true && !/\bavoid\b/i.test(quote)) return 0;
  const asked =
    /\b(?:goes? wrong|mistake|get wrong)\b/i.test(askedBefore(work, at)) &&
    work.units[at - 1]?.asked === true;
  const named = /\bmistakes?\b|\btrap\b|\bgoes wrong\b/i.test(unit.passage.quote);
  const negative = unit.imperative?.negative === true && unit.stems.size >= 2;
  if (!asked && !named && !negative && !unit.roles.has('mistake')) return 0;
  return (
    (named ? 2 : 0) +
    (asked ? 2 : 0) +
    (negative ? 1.4 : 0) +
    (unit.roles.has('mistake') ? 0.5 : 0) -
    (unit.roles.has('example') ? 0.4 : 0) -
    (/^(?:it|this|that)\b/i.test(quote) ? 0.4 : 0)
  );
}
