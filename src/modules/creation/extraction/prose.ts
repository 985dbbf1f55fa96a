import { isDeliberate, speaksOfMethod, type Unit } from './signals.ts';
import type { Anchor, Skeleton } from './skeletons.ts';
import { METHOD_THRESHOLDS } from './thresholds.ts';

const ORDINAL = /^(?:and |so |now )?(?:first|second|third|fourth|fifth|sixth|step|rule|number|week|day)/;
const ASKS_FOR_STEP =
  /\b(?:then|next|first|start|begin|after that|and now|how do(?:es)? (?:you|i|we|one)|what do (?:you|i|we) do|walk (?:me|us)|what comes|where do|so (?:now )?i(?:'|’)?(?:ve| have)|what did you do|how did you|how do you)\b/i;

/**
 * How much running text speaks of a way of doing things, in instructions worth one each. Stories score low:
 * they are full of deeds, but nobody did them in order to do them again.
 */
export function methodEvidence(units: Unit[]): { total: number; perThousand: number } {
  let total = 0;
  let words = 0;
  for (const unit of units) {
    if (unit.asked || unit.passage.kind === 'heading') continue;
    words += unit.words;
    if (unit.passage.kind === 'quote' || unit.passage.kind === 'row') continue;
    const { imperative, passage } = unit;
    if (unit.strength >= 2) total += imperative?.form === 'past' ? 0.8 : 1;
    else if (imperative?.form === 'past') total += 0.1;
    else if (unit.strength >= 1.2) total += 0.4;
    if (
      speaksOfMethod(passage.quote) &&
      /\b(?:my|our|this|following|i|we|the same|each)\b/i.test(passage.quote)
    )
      total += 0.4;
  }
  return { total, perThousand: words === 0 ? 0 : (total / words) * 1000 };
}

/** How strongly a sentence opens a step when nothing but speech gives the order. */
function openingScore(units: Unit[], at: number): number {
  const unit = units[at];
  if (unit === undefined || unit.asked || unit.imperative === undefined) return 0;
  const { imperative, passage, sequence } = unit;
  if (passage.kind === 'heading' || passage.kind === 'quote' || passage.kind === 'row') return 0;
  let score = unit.strength;
  if (sequence !== undefined) {
    if (ORDINAL.test(sequence)) score += 1.5;
    else if (/next|final|last/.test(sequence)) score += 1.3;
    else score += 0.7;
    if (imperative.form === 'directive') score += 1;
  } else if (imperative.form === 'directive' && /^(?:after|once) /i.test(passage.quote)) score += 1.5;
  if (passage.inBlock <= 1) score += 0.3;
  const before = units.slice(Math.max(0, at - 3), at).reverse();
  const question = before.find((other) => other.asked);
  if (question !== undefined) {
    score += 0.4;
    if (ASKS_FOR_STEP.test(question.passage.quote)) score += 0.9;
  }
  if (speaksOfMethod(passage.quote)) score += 0.4;
  if (imperative.form === 'past' && isDeliberate(passage.quote)) score += 0.6;
  score += unit.salience * 0.8;
  if (inRunOfMaxims(units, at)) score -= 2.5;
  if (
    /^(?:do|take|have|get|put|give|make|let|go|call|leave|keep) (?:it|that|this|them|those|these|so|one|there|on)\b/i.test(
      imperative.text,
    )
  )
    score -= 1;
  const length = imperative.text.split(' ').length;
  if (length < 3) score -= length < 2 ? 2 : 0.8;
  if (imperative.negative) score -= 0.8;
  if (
    /^(?:thank|welcome|acquire it|say|tell you)\b/i.test(imperative.text) ||
    /["“][^"”]*$/.test(imperative.text.slice(0, 60))
  )
    score -= 1.5;
  if (/\b(?:he|she|him|her)\b/i.test(passage.quote)) score -= 0.4;
  return score;
}

const PLAINLY = 4;

/**
 * The stretch of a text where most is said about how to do it (the maximum-sum run, with the mean as the bar):
 * greetings, biography and thanks stand before and after it.
 */
function densest(scores: number[]): { from: number; to: number } {
  const gains = scores.map((score) => (score >= 1.8 ? score : 0));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
  let best = { from: 0, to: scores.length - 1, sum: 0 };
  let from = 0;
  let sum = 0;
  gains.forEach((gain, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += gain - mean * 0.55;
    if (sum > best.sum) best = { from, to: at, sum };
  });
  // What is plainly the opening of a step ("First, you …") counts wherever it stands.
  const plain = scores.flatMap((score, at) => (score >= PLAINLY ? [at] : []));
  return { from: Math.max(0, Math.min(best.from, ...plain) - 3), to: Math.max(best.to, ...plain) };
}

/** Short paragraphs one under the other are a list without marks: items of a step, not steps. */
function inRunOfMaxims(units: Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.passage.speaker !== undefined || unit.words > 25) return false;
  let run = 0;
  for (let other = Math.max(0, at - 3); other <= at + 3; other += 1) {
    const near = units[other];
    if (
      near !== undefined &&
      near.words <= 25 &&
      near.passage.inBlock === 0 &&
      units[other + 1]?.passage.block !== near.passage.block
    )
      run += 1;
  }
  return run >= 5;
}

/**
 * Finds the steps of a method that is told, not laid out: the sentences that open a step, spread over the
 * text, each with the stretch that follows it.
 */
export function proseSkeleton(units: Unit[]): Skeleton | undefined {
  const scores = units.map((_, at) => openingScore(units, at));
  const dense = densest(scores);
  const candidates = scores
    .map((score, at) => ({ at, score }))
    .filter((candidate) => candidate.score >= 1.8 && candidate.at >= dense.from && candidate.at <= dense.to);
  // Who says "then you clean it" for the steps says "open the drain" for what is in them.
  const declared = candidates.filter(({ at, score }) => score >= PLAINLY && isDeclared(units[at]));
  const ranked = (declared.length >= 6 ? declared : candidates).sort(
    (a, b) => Math.round(b.score * 3) - Math.round(a.score * 3) || a.at - b.at,
  );
  const spoken = units.slice(dense.from, dense.to + 1).filter((unit) => !unit.asked).length;
  const reach = Math.max(2, Math.floor(spoken / (METHOD_THRESHOLDS.mostSteps * 2.6)));
  const taken: { at: number; score: number }[] = [];
  for (const candidate of ranked) {
    if (taken.length >= METHOD_THRESHOLDS.mostSteps) break;
    if (taken.some((other) => Math.abs(other.at - candidate.at) < reach)) continue;
    if (
      taken.some(
        (other) =>
          other.score >= PLAINLY && candidate.score < PLAINLY && sameBreath(units, other.at, candidate.at),
      )
    )
      continue;
    taken.push(candidate);
  }
  taken.sort((a, b) => a.at - b.at);
  const first = units[0];
  if (taken.length < METHOD_THRESHOLDS.fewestAnchors || first === undefined) return undefined;
  const anchors = taken.map((candidate, index): Anchor => {
    const next = taken[index + 1]?.at ?? units.length;
    const from = turnStart(units, candidate.at, taken[index - 1]?.at ?? -1);
    const to =
      next === units.length
        ? Math.min(units.length, candidate.at + 45)
        : turnStart(units, next, candidate.at);
    const unit = units[candidate.at] as Unit;
    return { name: unit.passage.quote, unit, scope: units.slice(from, to), action: true };
  });
  const mean = taken.reduce((sum, candidate) => sum + candidate.score, 0) / taken.length;
  return {
    kind: 'prose',
    source: first.source,
    anchors,
    ordered: true,
    score: Math.min(0.7, (mean / 5) * Math.min(1, taken.length / 6)),
  };
}

/** "Then you choose the machine": a step announced to the listener, in its place in the order. */
function isDeclared(unit: Unit | undefined): boolean {
  if (unit?.imperative?.form !== 'directive') return false;
  return unit.sequence !== undefined || /^(?:after|once) /i.test(unit.passage.quote);
}

/** Whether two sentences stand in one answer, or one paragraph of print: what follows a plain opening details it. */
function sameBreath(units: Unit[], a: number, b: number): boolean {
  const between = units.slice(Math.min(a, b), Math.max(a, b) + 1);
  if (between[0]?.passage.speaker === undefined)
    return between.every((unit) => unit.passage.block === between[0]?.passage.block);
  return !between.some((unit) => unit.asked || unit.passage.speaker !== between[0]?.passage.speaker);
}

/** A step begins with its turn or paragraph: what leads up to the opening sentence belongs to it. */
function turnStart(units: Unit[], at: number, after: number): number {
  let from = at;
  const block = units[at]?.passage.block;
  while (from - 1 > after && units[from - 1]?.passage.block === block && at - from < 3) from -= 1;
  while (from - 1 > after && units[from - 1]?.asked === true && at - from < 5) from -= 1;
  return from;
}
