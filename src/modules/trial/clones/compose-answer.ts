import { words } from '#modules/creation';
import { type Found, groupOf, type Hit } from './retrieve.ts';
import type { StepName, Unit } from './units.ts';

/** One sentence or two of an answer, and what it rests on. */
export interface Said {
  text: string;
  unit: Unit;
}

/** What the built-in composer says: only words that stand in the material, and nothing when they do not. */
export interface Composed {
  inMaterial: boolean;
  /** Said before the quotes; names the step, claims nothing else. */
  opening: string;
  said: Said[];
  /** The step that comes nearest, also when there is no answer. */
  closest: StepName | null;
}

/** Least share of the question's subject that the answer must speak of; below it silence is the honest answer. */
const LEAST_COVERAGE = 0.58;
/** Or this much in the best sentence, where its step or paragraph speaks of nearly everything. */
const LEAST_ALONE = 0.38;
const LEAST_TOGETHER = 0.78;
/** Weaker than this beside the best hit, a unit only distracts. */
const LEAST_BESIDE = 0.55;
/** What stands in another step than the best hit has to be nearly as good. */
const LEAST_FROM_ELSEWHERE = 0.8;
const MOST_SAID = 3;
/** An answer shorter than this takes the next sentence of the same breath along. */
const ENOUGH_CHARACTERS = 170;
const SAME_WORDS = 0.6;
/** A step whose title says what the question says is the answer as a whole. */
const TITLE_COVERAGE = 0.75;

/**
 * Answers from what was found, in the expert's words.
 * @param units all units of the clone, in reading order
 */
export function composeAnswer(found: Found, units: Unit[]): Composed {
  if (found.subject.length === 0) return composeGeneral(found, units);
  const fits = (hit: Hit) =>
    hit.coverage >= LEAST_COVERAGE ||
    (hit.coverage >= LEAST_ALONE && (found.together.get(groupOf(hit.unit)) ?? 0) >= LEAST_TOGETHER);
  const best = found.hits.find(fits);
  const closest = stepNear(best ? [best] : found.hits);
  if (!best) return { inMaterial: false, opening: '', said: [], closest };
  const title = found.hits.find(({ unit, coverage }) => unit.field === 'title' && coverage >= TITLE_COVERAGE);
  if (found.intent === 'how' && title?.unit.step && title.score >= best.score * LEAST_BESIDE)
    return wholeStep(title.unit.step, units);
  const chosen = choose(
    best,
    found.hits.filter((hit) => hit.unit.field !== 'title' && fits(hit)),
  );
  // As it stands in the playbook, the step of the best hit first.
  const lead = chosen[0]?.unit.step?.id;
  const rank = ({ unit }: Hit) => (unit.step?.id === lead ? 0 : 1_000_000) + units.indexOf(unit);
  const ordered =
    lead && chosen[0]?.unit.block === null ? [...chosen].sort((a, b) => rank(a) - rank(b)) : chosen;
  const said = ordered.flatMap((hit) => breath(hit.unit, units, chosen.length));
  const kept = withoutRepeats(said).slice(0, MOST_SAID);
  return { inMaterial: true, opening: openingFor(kept), said: kept, closest };
}

/** Questions that are about nothing in particular: where to begin, what it is for, whom it is for. */
function composeGeneral({ intent }: Found, units: Unit[]): Composed {
  const first = units.find(({ step }) => step?.position === 1)?.step ?? null;
  const only = (...fields: Unit['field'][]) => units.filter(({ field }) => fields.includes(field));
  const say = (some: Unit[], opening = ''): Composed =>
    some.length > 0
      ? {
          inMaterial: true,
          opening,
          said: some.slice(0, MOST_SAID).map((unit) => ({ unit, text: unit.text })),
          closest: some[0]?.step ?? first,
        }
      : { inMaterial: false, opening: '', said: [], closest: first };
  if (intent === 'start' && first) return wholeStep(first, units);
  if (intent === 'goal') return say(only('goal', 'pain'));
  if (intent === 'time') return say(units.filter(({ field, step }) => field === 'time' && !step));
  if (intent === 'needs') return say(only('needs'));
  if (intent === 'audience') return say(only('audience', 'pain'));
  return { inMaterial: false, opening: '', said: [], closest: first };
}

/** A step as an answer: how it begins, in its own order. */
function wholeStep(step: StepName, units: Unit[]): Composed {
  const own = units.filter((unit) => unit.step?.id === step.id && unit.block === null);
  const instructions = own.filter(({ field }) => field === 'instruction');
  const rest = own.filter(({ field }) => field === 'why' || field === 'outcome' || field === 'title');
  const said = withoutRepeats(
    (instructions.length > 0 ? instructions : rest).map((unit) => ({ unit, text: unit.text })),
  ).slice(0, MOST_SAID);
  return { inMaterial: said.length > 0, opening: nameOf(step), said, closest: step };
}

function choose(best: Hit, hits: Hit[]): Hit[] {
  const first = best.unit.field === 'title' ? (hits[0] ?? best) : best;
  const chosen = [first];
  for (const hit of hits) {
    if (chosen.length >= MOST_SAID) break;
    const isNear = first.unit.step === null || hit.unit.step?.id === first.unit.step.id;
    const least = first.score * (isNear ? LEAST_BESIDE : LEAST_FROM_ELSEWHERE);
    if (chosen.includes(hit) || hit.score < least) continue;
    if (chosen.some(({ unit }) => isSame(unit, hit.unit))) continue;
    chosen.push(hit);
  }
  return chosen;
}

/** A lone short sentence of a talk is finished with what came right after it. */
function breath(unit: Unit, units: Unit[], others: number): Said[] {
  const said = [{ unit, text: unit.text }];
  if (unit.block === null || others > 2) return said;
  let length = unit.text.length;
  for (let place = unit.place + 1; length < ENOUGH_CHARACTERS && said.length < MOST_SAID; place += 1) {
    const next = units.find((other) => other.block === unit.block && other.place === place);
    if (!next) break;
    said.push({ unit: next, text: next.text });
    length += next.text.length;
  }
  return said;
}

function withoutRepeats(said: Said[]): Said[] {
  return said.filter(
    ({ unit }, index) => !said.slice(0, index).some((earlier) => isSame(earlier.unit, unit)),
  );
}

/** Whether two units say the same: one stands in the other's passage, or they share most of their words. */
function isSame(one: Unit, other: Unit): boolean {
  if (one.id === other.id) return true;
  if (
    one.span &&
    other.span &&
    one.span.sourceId === other.span.sourceId &&
    one.span.start < other.span.end &&
    one.span.end > other.span.start
  )
    return true;
  const left = new Set(words.stemsOf(one.text));
  const right = new Set(words.stemsOf(other.text));
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared / Math.min(left.size || 1, right.size || 1) > SAME_WORDS;
}

function openingFor(said: Said[]): string {
  const step = said[0]?.unit.step;
  return step && said[0]?.unit.field !== 'passage' ? nameOf(step) : '';
}

/** How an answer names the step it comes from. */
export const nameOf = ({ position, title }: StepName): string => `That is step ${position}, “${title}”.`;

const stepNear = (hits: Hit[]): StepName | null => hits.find(({ unit }) => unit.step)?.unit.step ?? null;
