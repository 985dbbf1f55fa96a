import type { CitedText } from '../playbooks/step.ts';
import { capital } from './imperative.ts';
import { tidy } from './instructions.ts';
import type { Unit } from './signals.ts';
import { participleOf, verbHood } from './verbs.ts';
import { askedBefore, best, fitting, take, usable, type Workpiece } from './workpiece.ts';

const firstWord = (unit: Unit) => /^\W*([\p{L}']+)/u.exec(unit.passage.quote)?.[1]?.toLowerCase();

export function whyOf(work: Workpiece): CitedText | undefined {
  const unit = best(work, (candidate, at) => {
    const asked = /^\W*(?:and |so |but )?why\b|what does it do/i.test(askedBefore(work, at));
    if ((!candidate.roles.has('why') && !asked) || candidate.quoted || candidate.stems.size < 3) return 0;
    if (!fitting(candidate, 6, 42) || candidate.roles.has('question') || candidate.strength >= 2.6) return 0;
    const near = 1 / (1 + at * 0.04);
    const strong = /\b(?:because|reason|so that|otherwise|why|important|worth)\b/i.test(
      candidate.passage.quote,
    )
      ? 1
      : 0.6;
    return (
      strong * near +
      (asked ? 0.8 : 0) -
      (candidate.roles.has('example') ? 0.3 : 0) -
      (/^(?:and|or|but|no)\b/i.test(candidate.passage.quote) ? 0.2 : 0)
    );
  });
  if (unit === undefined) return undefined;
  // "I never lost it on this. I lost it on that." says half a thing when it is cut after the first stop.
  const next = work.units[work.units.indexOf(unit) + 1];
  const goesOn =
    next !== undefined &&
    unit.words <= 10 &&
    next.words <= 14 &&
    usable(next) &&
    !work.used.has(next) &&
    next.source === unit.source &&
    next.passage.block === unit.passage.block &&
    next.strength < 1.6 &&
    firstWord(next) === firstWord(unit);
  return take(work, goesOn ? [unit, next] : [unit]);
}

export function doneWhenOf(work: Workpiece): CitedText | undefined {
  const unit = best(work, (candidate, at) => {
    if (!candidate.roles.has('done') || !fitting(candidate, 5, 60)) return 0;
    return (/\b(?:done|finished|complete)\b/i.test(candidate.passage.quote) ? 2 : 1) - at * 0.002;
  });
  if (unit === undefined) return undefined;
  work.used.add(unit);
  const bare = /\b(?:done|finished|complete|ready|enough)(?: is)? (?:when|once|if)\s+(.{8,})$/is.exec(
    unit.passage.quote,
  )?.[1];
  const text = tidy(bare ?? unit.passage.quote);
  return work.citer.said(text, [unit]);
}

/** When the material names no check: the step is done when its blanks are filled; marked as derived. */
export function derivedCheck(work: Workpiece, blanks: number): CitedText {
  const result = doneForm(work.title);
  const lines = blanks === 1 ? 'the line above is filled in' : `the ${blanks} lines above are filled in`;
  return work.citer.derived(`${result ?? 'You can show what you did'}, and ${lines}.`, [work.anchor.unit]);
}

/** "Set your floor price" -> "You have set your floor price"; undefined when the verb is not known. */
export function doneForm(title: string): string | undefined {
  const match = /^([A-Za-z]+)\b(.*)$/s.exec(title);
  const verb = (match?.[1] ?? '').toLowerCase();
  const participle = verbHood(verb) === undefined ? undefined : participleOf(verb);
  if (participle === undefined) return undefined;
  const nested = /^(?:help|let|make|ask|tell|have|get|see|teach|watch)$/.test(verb);
  const tail = (match?.[2] ?? '').replace(
    /\b(and|then|or) ([a-z]+)\b/g,
    (whole, link: string, other: string) => {
      const form = !nested && verbHood(other) === 'sure' ? participleOf(other) : undefined;
      return form === undefined ? whole : `${link} ${form}`;
    },
  );
  return `You have ${participle}${tail.replace(/[.!]+$/, '')}`;
}

export function outcomeOf(work: Workpiece): CitedText | undefined {
  const stated = work.anchor.columns?.outcome;
  if (stated !== undefined && stated.length > 2)
    return work.citer.said(`${capital(stated)}.`.replace(/\.\.$/, '.'), [work.anchor.unit]);
  const unit = best(work, (candidate, at) => {
    if (
      !candidate.roles.has('outcome') ||
      !fitting(candidate, 5, 32) ||
      candidate.roles.has('question') ||
      candidate.roles.has('mistake')
    )
      return 0;
    if (/\b(?:you have to|if you|he|she)\b/i.test(candidate.passage.quote)) return 0;
    return (
      1 +
      (/\b(?:at the end|so you have|you now have|end up with|result)\b/i.test(candidate.passage.quote)
        ? 1
        : 0) -
      at * 0.004
    );
  });
  if (unit !== undefined) return take(work, [unit]);
  const result = doneForm(work.title);
  return result === undefined ? undefined : work.citer.derived(`${result}.`, [work.anchor.unit]);
}

export function exampleOf(work: Workpiece): CitedText | undefined {
  const { units } = work;
  let best: { at: number; score: number } | undefined;
  units.forEach((unit, at) => {
    if (!usable(unit) || work.used.has(unit) || unit.roles.has('question')) return;
    const asked =
      /\b(?:real one|example|look like|for instance|show me|like what)\b/i.test(askedBefore(work, at)) &&
      units[at - 1]?.asked === true;
    if (
      (!unit.roles.has('example') && !asked) ||
      unit.roles.has('limit') ||
      (unit.roles.has('time') && unit.words < 14)
    )
      return;
    if (unit.strength >= 2.6 && !/for (?:example|instance)/i.test(unit.passage.quote)) return;
    const score =
      (asked ? 2 : 0) +
      (/for (?:example|instance)|here's an/i.test(unit.passage.quote) ? 1.5 : 0.8) +
      (unit.roles.has('proof') ? 0.5 : 0) -
      at * 0.003;
    if (best === undefined || score > best.score) best = { at, score };
  });
  if (best === undefined) return undefined;
  const start = units[best.at];
  if (start === undefined) return undefined;
  const told = [start];
  for (let at = best.at + 1; at < units.length && told.length < 4; at += 1) {
    const unit = units[at];
    const words = told.reduce((sum, other) => sum + other.words, 0);
    if (
      unit === undefined ||
      !usable(unit) ||
      work.used.has(unit) ||
      unit.source !== start.source ||
      unit.strength >= 2.4 ||
      words > 55
    )
      break;
    if (unit.passage.block - (told.at(-1)?.passage.block ?? 0) > 1 || unit.roles.has('done')) break;
    told.push(unit);
  }
  return take(work, told, 60);
}

/** For a method told as a story: the expert's own account of how they did it. */
export function accountOf(work: Workpiece): CitedText | undefined {
  const told = work.units.filter(
    (unit) =>
      usable(unit) &&
      !work.used.has(unit) &&
      !unit.quoted &&
      unit.words >= 8 &&
      !/\[unintelligible/.test(unit.passage.quote) &&
      (unit.imperative !== undefined || unit.salience >= 0.3),
  );
  const ranked = [...told]
    .filter((unit) => unit.words <= 75)
    .sort((a, b) => account(b) - account(a))
    .slice(0, 2);
  const kept = told.filter((unit) => ranked.includes(unit));
  return kept.length === 0 ? undefined : take(work, kept, 60);
}

function account(unit: Unit): number {
  return (
    unit.strength + unit.salience + (/\d/.test(unit.passage.quote) ? 0.2 : 0) - (unit.words > 70 ? 0.4 : 0)
  );
}
