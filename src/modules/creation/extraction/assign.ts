import type { Unit } from './signals.ts';
import type { Skeleton } from './skeletons.ts';
import { stemsOf, type Weights } from './words.ts';

/**
 * Which step each unit speaks of. Units of the skeleton's own structure are given; a conversation is followed
 * in its order (it mostly walks the method from start to end, looks back now and then); sections of other
 * texts go where their words go. What fits nowhere stays out: better unused than misplaced.
 */
export function assign(
  units: Unit[],
  skeleton: Skeleton,
  titles: string[],
  weights: Weights,
): Map<Unit, number> {
  const places = new Map<Unit, number>();
  skeleton.anchors.forEach((anchor, step) => {
    places.set(anchor.unit, step);
    for (const unit of anchor.scope) if (!places.has(unit)) places.set(unit, step);
  });
  const profiles = titles.map((title) => new Set(stemsOf(title)));
  const bySource = new Map<number, Unit[]>();
  for (const unit of units) {
    const own = bySource.get(unit.source);
    if (own === undefined) bySource.set(unit.source, [unit]);
    else own.push(unit);
  }
  const walks = (own: Unit[]) =>
    profiles.filter((profile) => own.some((unit) => fitOf(unit, profile, weights) >= NAMED)).length >=
    profiles.length / 2;
  for (const own of bySource.values()) {
    if (isSpoken(own) && own[0]?.source !== skeleton.source && walks(own))
      follow(own, profiles, weights, places);
  }
  const rich = profiles.map((stems, step) =>
    enrich(new Set([...stems, ...stemsOf(skeleton.anchors[step]?.columns?.outcome ?? '')]), step, places),
  );
  for (const own of bySource.values()) {
    if (isSpoken(own) && (own[0]?.source === skeleton.source || walks(own))) continue;
    placeSections(isSpoken(own) ? byQuestion(own) : byHeading(own), profiles, rich, weights, places);
  }
  return places;
}

function isSpoken(units: Unit[]): boolean {
  return units.filter((unit) => unit.passage.speaker !== undefined).length > units.length / 2;
}

/** Words that come up again and again in what was assigned to a step join its profile. */
function enrich(stems: Set<string>, step: number, places: Map<Unit, number>): Set<string> {
  const counts = new Map<string, number>();
  for (const [unit, place] of places) {
    if (place !== step) continue;
    for (const word of unit.stems) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 14);
  return new Set([...stems, ...frequent.map(([word]) => word)]);
}

/** How much a unit speaks of a step: the weighted share of the step's name it holds. */
function fitOf(unit: Unit, profile: Set<string>, weights: Weights): number {
  const share = weights.containment(profile, unit.stems);
  const open =
    unit.sequence !== undefined && unit.imperative !== undefined
      ? 0.8
      : unit.imperative !== undefined || unit.asked
        ? 0.3
        : 0;
  if (share < 0.28) return 0;
  // One word in common is a hint; two are a subject.
  let common = 0;
  for (const word of profile) if (unit.stems.has(word)) common += 1;
  const sure = common >= 2 || share > 0.9 ? 1 : 0.3;
  return Math.min(3.4, (share - 0.2) * 4 * (1 + open)) * sure;
}

/** What a sentence must score to count as naming a step. */
const NAMED = 1.9;
const DRIFT = 2.4;
const FORWARD = 1.1;
const SKIP = 0.5;
const BACK = 8;

/** Viterbi over the sentences of a conversation; state 0 is "before and beside the method". */
function follow(units: Unit[], profiles: Set<string>[], weights: Weights, places: Map<Unit, number>) {
  const states = profiles.length + 1;
  let scores = Array.from({ length: states }, (_, state) => (state === 0 ? 0 : -1 - 0.3 * state));
  const back: Uint8Array[] = [];
  for (const unit of units) {
    const next = new Array<number>(states).fill(Number.NEGATIVE_INFINITY);
    const from = new Uint8Array(states);
    for (let to = 0; to < states; to += 1) {
      const profile = profiles[to - 1];
      const emission = profile === undefined ? 0.02 : fitOf(unit, profile, weights);
      for (let state = 0; state < states; state += 1) {
        // A step is entered where its name is said; drifting into it needs far more.
        const entered = state === to || emission >= NAMED ? 0 : DRIFT;
        const value = (scores[state] ?? 0) - moveCost(state, to) - entered + emission;
        if (value > (next[to] ?? 0)) {
          next[to] = value;
          from[to] = state;
        }
      }
    }
    back.push(from);
    scores = next;
  }
  let state = scores.indexOf(Math.max(...scores));
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at];
    if (unit !== undefined && state > 0) places.set(unit, state - 1);
    state = back[at]?.[state] ?? 0;
  }
  dropTrails(units, profiles, weights, places);
  openTurns(units, places);
}

/** Where a talk has left the subject of its last step for long, what follows is no part of it. */
function dropTrails(units: Unit[], profiles: Set<string>[], weights: Weights, places: Map<Unit, number>) {
  let since = 0;
  let current = -1;
  for (const unit of units) {
    const step = places.get(unit);
    const profile = step === undefined ? undefined : profiles[step];
    if (step === undefined || profile === undefined) continue;
    if (step !== current || weights.containment(profile, unit.stems) >= 0.28) since = 0;
    else since += 1;
    current = step;
    if (since > LONGEST_TRAIL) places.delete(unit);
  }
}

const LONGEST_TRAIL = 40;

function moveCost(from: number, to: number): number {
  if (from === to) return 0;
  if (to === 0) return 9;
  if (from === 0) return 1 + 0.05 * to;
  return to > from ? FORWARD + SKIP * (to - from - 1) : BACK + 0.1 * (from - to);
}

/** What is asked, and the first words of a turn before its step is named, belong to the step that follows. */
function openTurns(units: Unit[], places: Map<Unit, number>) {
  const before = new Map(places);
  for (let at = 0; at + 1 < units.length; at += 1) {
    const unit = units[at];
    const next = units[at + 1];
    if (unit === undefined || next === undefined) continue;
    const step = before.get(next);
    if (step === undefined || before.get(unit) === step) continue;
    const opens = (part: Unit) =>
      part.passage.block === next.passage.block && part.passage.inBlock <= 2 && next.passage.inBlock <= 3;
    for (let back = at; back >= 0 && back > at - 4; back -= 1) {
      const part = units[back];
      if (part === undefined || !(part.asked || opens(part))) break;
      places.set(part, step);
    }
  }
}

/** Sections whose words point to one step go there whole; a single sentence that names a step goes alone. */
function placeSections(
  sections: { title: string; units: Unit[] }[],
  names: Set<string>[],
  profiles: Set<string>[],
  weights: Weights,
  places: Map<Unit, number>,
) {
  for (const { title, units } of sections) {
    const section = units.filter((unit) => !places.has(unit));
    const heading = new Set(stemsOf(title));
    const words = new Set(section.flatMap((unit) => [...unit.stems]));
    const best = bestOf(
      profiles.map((profile, step) => sectionFit(heading, words, profile, names[step] ?? profile, weights)),
    );
    if (title !== '' && best !== undefined && best.value >= 0.3 && section.length <= 60) {
      for (const unit of section) places.set(unit, best.step);
      continue;
    }
    for (const unit of section) {
      if (unit.asked || unit.passage.kind === 'heading') continue;
      const alone = bestOf(names.map((name) => weights.similarity(name, unit.stems)));
      const needed = unit.strength >= 2 ? 0.3 : 0.55;
      if (alone !== undefined && alone.value >= needed) places.set(unit, alone.step);
    }
  }
}

function byHeading(units: Unit[]): { title: string; units: Unit[] }[] {
  const sections = new Map<string, { title: string; units: Unit[] }>();
  for (const unit of units) {
    const key = unit.passage.headings.join('>');
    const section = sections.get(key) ?? { title: unit.passage.headings.at(-1) ?? '', units: [] };
    section.units.push(unit);
    sections.set(key, section);
  }
  return [...sections.values()];
}

/** A conversation that jumps: each question with its answer is a section of its own. */
function byQuestion(units: Unit[]): { title: string; units: Unit[] }[] {
  const sections: { title: string; units: Unit[] }[] = [];
  let asking = false;
  for (const unit of units) {
    const last = sections.at(-1);
    if (last === undefined || (unit.asked && !asking))
      sections.push({ title: unit.passage.quote, units: [unit] });
    else last.units.push(unit);
    asking = unit.asked;
  }
  return sections;
}

function sectionFit(
  heading: Set<string>,
  words: Set<string>,
  profile: Set<string>,
  name: Set<string>,
  weights: Weights,
): number {
  const byHeading = heading.size === 0 ? 0 : weights.similarity(heading, name);
  const byName = weights.containment(name, words);
  const byWords = weights.similarity(profile, words);
  return byHeading * 0.6 + byName * 0.15 + byWords * 0.6;
}

function bestOf(values: number[]): { step: number; value: number } | undefined {
  let best: { step: number; value: number } | undefined;
  values.forEach((value, step) => {
    if (best === undefined || value > best.value) best = { step, value };
  });
  return best;
}
