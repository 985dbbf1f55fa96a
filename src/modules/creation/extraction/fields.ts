import type { CitedText, Minutes, Step } from '../playbooks/step.ts';
import type { Citer } from './cite.ts';
import { minutesIn } from './durations.ts';
import { capital } from './imperative.ts';
import { type Chosen, says, tidy, trimSentence } from './instructions.ts';
import type { Role, Unit } from './signals.ts';
import type { Anchor } from './skeletons.ts';
import { participleOf, verbHood } from './verbs.ts';
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

const usable = (unit: Unit) => !unit.asked && unit.passage.kind !== 'heading' && unit.passage.kind !== 'row';

function best(work: Workpiece, score: (unit: Unit, at: number) => number): Unit | undefined {
  let found: { unit: Unit; score: number } | undefined;
  work.units.forEach((unit, at) => {
    if (!usable(unit) || work.used.has(unit)) return;
    const value = score(unit, at);
    if (value > 0 && (found === undefined || value > found.score)) found = { unit, score: value };
  });
  return found?.unit;
}

/** The question an answer follows, when it is at most two sentences back. */
function askedBefore(work: Workpiece, at: number): string {
  for (let back = 1; back <= 3; back += 1) {
    const unit = work.units[at - back];
    if (unit?.asked === true) return unit.passage.quote;
  }
  return '';
}

const fitting = (unit: Unit, least: number, most: number) => unit.words >= least && unit.words <= most;

export function whyOf(work: Workpiece): CitedText | undefined {
  const unit = best(work, (candidate, at) => {
    const asked = /^\W*(?:and |so |but )?why\b|what does it do/i.test(askedBefore(work, at));
    if ((!candidate.roles.has('why') && !asked) || candidate.quoted || candidate.stems.size < 3) return 0;
    if (!fitting(candidate, 6, 42) || candidate.roles.has('question') || candidate.strength >= 2.6) return 0;
    const near = 1 / (1 + at * 0.04);
    const strong = /\b(?:because|reason|so that|otherwise|why|important|worth)\b/i.test(candidate.passage.quote) ? 1 : 0.6;
    return strong * near + (asked ? 0.8 : 0) - (candidate.roles.has('example') ? 0.3 : 0) - (/^(?:and|or|but|no)\b/i.test(candidate.passage.quote) ? 0.2 : 0);
  });
  return unit === undefined ? undefined : take(work, [unit]);
}

function take(work: Workpiece, units: Unit[], longest = 40): CitedText {
  for (const unit of units) work.used.add(unit);
  const text = units.map((unit, at) => (at === 0 ? tidy(trimSentence(unit.passage.quote, longest)) : unit.passage.quote.replace(/\s+/g, ' ').trim())).join(' ');
  return work.citer.said(text, units);
}

export function doneWhenOf(work: Workpiece): CitedText | undefined {
  const unit = best(work, (candidate, at) => {
    if (!candidate.roles.has('done') || !fitting(candidate, 5, 60)) return 0;
    return (/\b(?:done|finished|complete)\b/i.test(candidate.passage.quote) ? 2 : 1) - at * 0.002;
  });
  if (unit === undefined) return undefined;
  work.used.add(unit);
  const bare = /\b(?:done|finished|complete|ready|enough)(?: is)? (?:when|once|if)\s+(.{8,})$/is.exec(unit.passage.quote)?.[1];
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
  const tail = (match?.[2] ?? '').replace(/\b(and|then|or) ([a-z]+)\b/g, (whole, link: string, other: string) => {
    const form = verbHood(other) === 'sure' ? participleOf(other) : undefined;
    return form === undefined ? whole : `${link} ${form}`;
  });
  return `You have ${participle}${tail.replace(/[.!]+$/, '')}`;
}

export function outcomeOf(work: Workpiece): CitedText | undefined {
  const stated = work.anchor.columns?.outcome;
  if (stated !== undefined && stated.length > 2) return work.citer.said(`${capital(stated)}.`.replace(/\.\.$/, '.'), [work.anchor.unit]);
  const unit = best(work, (candidate, at) => {
    if (!candidate.roles.has('outcome') || !fitting(candidate, 5, 32) || candidate.roles.has('question') || candidate.roles.has('mistake')) return 0;
    if (/\b(?:you have to|if you|he|she)\b/i.test(candidate.passage.quote)) return 0;
    return 1 + (/\b(?:at the end|so you have|you now have|end up with|result)\b/i.test(candidate.passage.quote) ? 1 : 0) - at * 0.004;
  });
  if (unit !== undefined) return take(work, [unit]);
  const result = doneForm(work.title);
  return result === undefined ? undefined : work.citer.derived(`${result}.`, [work.anchor.unit]);
}

/** Minutes as the material states them; else by rule: five, and four per instruction, five per blank. */
export function minutesOf(work: Workpiece, blanks: number): Minutes {
  const column = work.anchor.columns?.minutes;
  const stated = column === undefined ? undefined : (minutesIn(column) ?? (Number.parseInt(column, 10) || undefined));
  if (stated !== undefined && stated <= 1440) return { value: stated, citations: work.citer.of([work.anchor.unit]), origin: 'source' };
  let found: { unit: Unit; value: number; score: number } | undefined;
  work.units.forEach((unit, at) => {
    if (unit.asked || !unit.roles.has('time')) return;
    const value = minutesIn(unit.passage.quote);
    if (value === undefined) return;
    const { quote } = unit.passage;
    let score = /\b(?:takes?|you need|need (?:\w+ )?(?:minutes|hours?)|give (?:it|yourself)|allow|whole (?:thing|setting)|set aside|at most|for all of this|altogether)\b/i.test(quote) ? 2 : 0;
    if (/how long|time\b/i.test(askedBefore(work, at))) score += 2;
    if (/^\W*(?:that's |that is |it's |it is )?(?:about |around )?[\w-]+(?: an)?[\s-](?:minutes?|hours?)\b/i.test(quote)) score += 1;
    if (/\b(?:late|every|after|within|per|lost|earned|stopped|stood|waited|longer than|ago|before|euros)\b/i.test(quote)) score -= 1;
    if (score >= 1.5 && (found === undefined || score > found.score)) found = { unit, value, score };
  });
  if (found !== undefined) return { value: found.value, citations: work.citer.of([found.unit]), origin: 'source' };
  const estimate = 5 + work.chosen.length * 4 + blanks * 5;
  return { value: Math.min(90, Math.ceil(estimate / 5) * 5), citations: [], origin: 'derived' };
}

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
    const short = unit.words < 9 && next !== undefined && usable(next) && !work.used.has(next) && next.passage.block - unit.passage.block <= 1;
    const field = take(work, short ? [unit, next] : [unit]);
    if (!found.some((other) => says(other.text, field.text, work.weights) > 0.7)) found.push(field);
  }
  return found;
}

function mistakeScore(work: Workpiece, unit: Unit, at: number): number {
  const { quote } = unit.passage;
  if (!usable(unit) || work.used.has(unit) || unit.quoted || unit.roles.has('question') || !fitting(unit, 4, 45)) return 0;
  if (/\b(?:not have to|n[o']t need to|don(?:'|’)t have to|(?:i|we) (?:do not|don(?:'|’)t|did not|didn(?:'|’)t|never|would not)|not an? )\b/i.test(quote) && !/\bmistakes?\b/i.test(quote)) return 0;
  if (unit.strength >= 2.2 && unit.imperative?.negative !== true && !/\bavoid\b/i.test(quote)) return 0;
  const asked = /\b(?:goes? wrong|mistake|get wrong)\b/i.test(askedBefore(work, at)) && work.units[at - 1]?.asked === true;
  const named = /\bmistakes?\b|\btrap\b|\bgoes wrong\b/i.test(unit.passage.quote);
  const negative = unit.imperative?.negative === true && unit.stems.size >= 2;
  if (!asked && !named && !negative && !unit.roles.has('mistake')) return 0;
  return (named ? 2 : 0) + (asked ? 2 : 0) + (negative ? 1.4 : 0) + (unit.roles.has('mistake') ? 0.5 : 0) - (unit.roles.has('example') ? 0.4 : 0) - (/^(?:it|this|that)\b/i.test(quote) ? 0.4 : 0);
}

export function exampleOf(work: Workpiece): CitedText | undefined {
  const { units } = work;
  let best: { at: number; score: number } | undefined;
  units.forEach((unit, at) => {
    if (!usable(unit) || work.used.has(unit) || unit.roles.has('question')) return;
    const asked = /\b(?:real one|example|look like|for instance|show me|like what)\b/i.test(askedBefore(work, at)) && units[at - 1]?.asked === true;
    if ((!unit.roles.has('example') && !asked) || unit.roles.has('limit') || (unit.roles.has('time') && unit.words < 14)) return;
    if (unit.strength >= 2.6 && !/for (?:example|instance)/i.test(unit.passage.quote)) return;
    const score = (asked ? 2 : 0) + (/for (?:example|instance)|here's an/i.test(unit.passage.quote) ? 1.5 : 0.8) + (unit.roles.has('proof') ? 0.5 : 0) - at * 0.003;
    if (best === undefined || score > best.score) best = { at, score };
  });
  if (best === undefined) return undefined;
  const start = units[best.at];
  if (start === undefined) return undefined;
  const told = [start];
  for (let at = best.at + 1; at < units.length && told.length < 4; at += 1) {
    const unit = units[at];
    const words = told.reduce((sum, other) => sum + other.words, 0);
    if (unit === undefined || !usable(unit) || work.used.has(unit) || unit.source !== start.source || unit.strength >= 2.4 || words > 55) break;
    if (unit.passage.block - (told.at(-1)?.passage.block ?? 0) > 1 || unit.roles.has('done')) break;
    told.push(unit);
  }
  return take(work, told, 60);
}

/** For a method told as a story: the expert's own account of how they did it. */
export function accountOf(work: Workpiece): CitedText | undefined {
  const told = work.units.filter((unit) => usable(unit) && !work.used.has(unit) && !unit.quoted && unit.words >= 8 && (unit.imperative !== undefined || unit.salience >= 0.3));
  const ranked = [...told].sort((a, b) => account(b) - account(a)).slice(0, 3);
  const kept = told.filter((unit) => ranked.includes(unit));
  return kept.length === 0 ? undefined : take(work, kept, 60);
}

function account(unit: Unit): number {
  return unit.strength + unit.salience + (/\d/.test(unit.passage.quote) ? 0.2 : 0) - (unit.words > 70 ? 0.4 : 0);
}

const TOOL =
  /\b(?:(?:an?|your|the|one|ordinary|paper|cheap|kitchen|pocket|school|infrared|paint|shared|simple|blank) ){0,3}(spreadsheet|notebook|calendar|template|checklist|worksheet|timer|whiteboard|sticky notes?|index cards?|pen|pencil|phone|calculator|thermometer|camera|tape|tags?|padlock|planner|inbox|sent folder|call list|stop ?watch|flip ?chart|form|diary|scissors|card|red ink|memorandum book|little book|sheet of paper)\b/gi;

/** Things to have at hand, as the material names them. */
export function toolsOf(work: Workpiece): CitedText[] {
  const found = new Map<string, CitedText>();
  for (const unit of work.units) {
    if (!usable(unit) || unit.words > 60 || (unit.strength < 1.5 && !work.used.has(unit))) continue;
    for (const match of unit.passage.quote.matchAll(TOOL)) {
      const noun = (match[1] ?? '').toLowerCase();
      const name = match[0].toLowerCase().replace(/^(?:(?:an?|your|the|one) )+/, '');
      if (found.size < 4 && !found.has(noun)) found.set(noun, work.citer.said(capital(name), [unit]));
    }
  }
  return [...found.values()];
}

const INPUT = /\b(?:you(?:'ll|’ll| will)? need|take|bring|gather|collect|open|have ready|get out|start (?:with|from)|use|look at|read)\s+((?:the|your|an?|one|two|three|their|each|last|all)\s[^.;:?!,]{3,60}?)(?=[.;:?!,]|\s(?:and (?:write|read|put|go|let|then|ask|look|underline|draw|hang|for|multiply|mark|circle|say|see|it|one|each)|with|to|so|from|that|which|where|in|on|for|before|because|while|until|when|if|once|as|without|beside|aloud|back)\b|$)/i;

/** What the reader must have before they start. */
export function inputsOf(work: Workpiece, before: Step | undefined): CitedText[] {
  const found: CitedText[] = [];
  for (const unit of work.units) {
    if (!usable(unit) || unit.strength < 1.6 || found.length >= 2) continue;
    const noun = INPUT.exec(unit.passage.quote)?.[1]?.trim();
    if (noun === undefined || /\b(?:it|them|this|that|me|him|her|one you|first|look|time|minutes|hours?|care|note|step)\b/i.test(noun)) continue;
    const text = capital(noun.replace(/^(?:my|our)\b/i, 'your'));
    if (!found.some((other) => says(other.text, text, work.weights) > 0.6)) found.push(work.citer.said(text, [unit]));
  }
  if (before !== undefined && found.length < 2) {
    found.push(work.citer.derived(`What you wrote down in step ${before.position}`));
  }
  return found;
}

/** How many units of the step play a role; used to ask for what is missing. */
export function has(work: Workpiece, role: Role): boolean {
  return work.units.some((unit) => usable(unit) && unit.roles.has(role));
}
