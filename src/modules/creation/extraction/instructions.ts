import type { CitedText } from '../playbooks/step.ts';
import type { Citer } from './cite.ts';
import { capital, withoutFillers } from './imperative.ts';
import type { Unit } from './signals.ts';
import { METHOD_THRESHOLDS } from './thresholds.ts';
import { stemsOf, type Weights } from './words.ts';

export interface Chosen {
  unit: Unit;
  field: CitedText;
}

/** Words an instruction may keep; longer ones are cut where a clause ends. */
const LONGEST_WORDS = 30;

/** Tidies words for print: no fillers, no remark behind a dash, ends with a stop. */
export function tidy(text: string): string {
  const clean = withoutFillers(text)
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:so|and|but|now(?! that)|because|then)\s+|(?:so|and|but|well|now|okay|ok|yeah|yes|oh|no|also|then|exactly|right|exactly right|quite right)[,.]\s+)+(?=\S)/i,
      '',
    )
    .replace(/([.!?])\s+[-–—]\s+(?=\p{Lu})/gu, '$1 ')
    .replace(/\s+--\s+/g, ', ')
    .replace(/\s+#$/, '')
    .trim();
  const whole = capital(clean);
  return /[.!?…”"’)]$/.test(whole) ? whole : `${whole.replace(/[,;:–—-]+$/, '')}.`;
}

/** Cuts a sentence that runs on, at a clause's end, never in the middle of a thought. */
export function trimSentence(text: string, longest = LONGEST_WORDS): string {
  const words = text.split(/\s+/);
  if (words.length <= longest) return text;
  const reach = words.slice(0, longest).join(' ').length;
  const cuts = [
    ...text
      .slice(0, reach)
      .matchAll(
        /[;:]\s|,\s(?=(?:because|which|so|but|and|as|since|who|where|while|though|although|even|or)\b)|\s[–—]\s/g,
      ),
  ];
  const cut = cuts.reverse().find((match) => match.index >= 24);
  if (cut === undefined) return text;
  const open = text.slice(0, cut.index);
  const quotes = (open.match(/["“”]/g) ?? []).length;
  return quotes % 2 === 1 ? text : `${open.replace(/[\s,;:–—-]+$/, '')}.`;
}

/** Chooses what to do in a step, in the order it was said, without saying a thing twice. */
export function chooseInstructions(
  units: Unit[],
  title: string,
  scope: Set<Unit>,
  weights: Weights,
  citer: Citer,
): Chosen[] {
  const name = new Set(stemsOf(title));
  const ranked = units
    .filter((unit) => unit.imperative !== undefined && unit.strength >= 1.6 && !unit.imperative.negative)
    .filter(
      (unit) =>
        !unit.roles.has('done') &&
        !/^(?:you are done|you're done|thank you)/i.test(unit.passage.quote) &&
        !isQuestion(unit),
    )
    .map((unit) => ({ unit, score: rank(unit, name, scope, weights) }))
    .sort((a, b) => b.score - a.score);
  const chosen: Chosen[] = [];
  for (const { unit } of ranked) {
    if (chosen.length >= METHOD_THRESHOLDS.mostInstructions) break;
    const text = tidy(trimSentence(unit.imperative?.text ?? ''));
    if (
      text.split(/\s+/).length < 3 ||
      unit.stems.size < 2 ||
      (unit.stems.size < 3 && /^\w+ (?:it|them|that|this)\b/i.test(text)) ||
      (says(title, text, weights) > 0.92 && text.length < title.length + 14 && units.length > 1)
    )
      continue;
    const rival = chosen.find((other) => says(other.field.text, text, weights) > 0.72);
    if (rival !== undefined) {
      if (rival.field.citations.length < 3) rival.field.citations.push(...citer.of([unit]));
      continue;
    }
    chosen.push({ unit, field: citer.said(text, [unit]) });
  }
  return chosen.sort(
    (a, b) => a.unit.source - b.unit.source || a.unit.passage.position - b.unit.passage.position,
  );
}

function isQuestion(unit: Unit): boolean {
  return unit.roles.has('question');
}

function rank(unit: Unit, name: Set<string>, scope: Set<Unit>, weights: Weights): number {
  let score = unit.strength + weights.containment(name, unit.stems) * 0.8;
  if (scope.has(unit)) score += 0.7;
  if (unit.passage.inBlock === 0) score += 0.25;
  if (unit.passage.list !== undefined) score += 0.3;
  if (/\d/.test(unit.passage.quote)) score += 0.2;
  if (unit.roles.has('mistake')) score -= 0.6;
  if (/\b(?:he|she|they) (?:said|says|say)\b/i.test(unit.passage.quote)) score -= 0.8;
  return score;
}

/** How much of `b` is already in `a`, by meaning words, 0 to 1. */
export function says(a: string, b: string, weights: Weights): number {
  const one = new Set(stemsOf(a));
  const other = new Set(stemsOf(b));
  if (other.size === 0) return 1;
  return weights.similarity(one, other);
}
