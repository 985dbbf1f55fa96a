import type { Skeleton } from './skeletons.ts';
import type { Unit } from './signals.ts';
import { stemsOf, type Weights } from './words.ts';

/**
 * Which step each unit speaks of. Units of the skeleton's own structure are given; a conversation is followed
 * in its order (it mostly walks the method from start to end, looks back now and then); sections of other
 * texts go where their words go. What fits nowhere stays out: better unused than misplaced.
 */
export function assign(units: Unit[], skeleton: Skeleton, titles: string[], weights: Weights): Map<Unit, number> {
  const places = new Map<Unit, number>();
  skeleton.anchors.forEach((anchor, step) => {
    places.set(anchor.unit, step);
    for (const unit of anchor.scope) if (!places.has(unit)) places.set(unit, step);
  });
  const profiles = titles.map((title, step) => {
    const stems = new Set(stemsOf(title));
    for (const word of stemsOf(skeleton.anchors[step]?.columns?.outcome ?? '')) stems.add(word);
    return stems;
  });
  const bySource = new Map<number, Unit[]>();
  for (const unit of units) {
    const own = bySource.get(unit.source);
    if (own === undefined) bySource.set(unit.source, [unit]);
    else own.push(unit);
  }
  for (const own of bySource.values()) {
    if (isSpoken(own) && own[0]?.source !== skeleton.source) follow(own, profiles, weights, places);
  }
  const rich = profiles.map((stems, step) => enrich(stems, step, places));
  for (const own of bySource.values()) {
    const spoken = isSpoken(own);
    if (spoken && own[0]?.source === skeleton.source) continue;
    if (!spoken) placeSections(own, profiles, rich, weights, places);
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
  const frequent = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1]).slice(0, 14);
  return new Set([...stems, ...frequent.map(([word]) => word)]);
}

/** How much a unit speaks of a step: the weighted share of the step's name it holds. */
function fit(unit: Unit, profile: Set<string>, weights: Weights): number {
  const share = weights.containment(profile, unit.stems);
  const open = unit.sequence !== undefined && unit.imperative !== undefined ? 0.8 : unit.imperative !== undefined || unit.asked ? 0.3 : 0;
  return share < 0.28 ? 0 : (share - 0.2) * 4 * (1 + open);
}

const FORWARD = 1.1;
const SKIP = 0.5;
const BACK = 2.6;

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
      const emission = profile === undefined ? 0.02 : fit(unit, profile, weights);
      for (let state = 0; state < states; state += 1) {
        const value = (scores[state] ?? 0) - moveCost(state, to) + emission;
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
  openTurns(units, places);
}

function moveCost(from: number, to: number): number {
  if (from === to) return 0;
  if (to === 0) return 3;
  if (from === 0) return 1 + 0.05 * to;
  return to > from ? FORWARD + SKIP * (to - from - 1) : BACK + 0.1 * (from - to);
}

/** What is asked, and what is said before in the same breath, belongs to the step that follows from it. */
function openTurns(units: Unit[], places: Map<Unit, number>) {
  for (let at = units.length - 2; at >= 0; at -= 1) {
    const unit = units[at];
    const next = units[at + 1];
    if (unit === undefined || next === undefined) continue;
    const step = places.get(next);
    if (step === undefined || places.get(unit) === step) continue;
    const sameTurn = unit.passage.speaker === next.passage.speaker && next.passage.block - unit.passage.block <= 1 && !unit.asked;
    if (unit.asked && next !== undefined && !next.asked) places.set(unit, step);
    else if (sameTurn && next.passage.inBlock > 0 && unit.words < 30) places.set(unit, step);
  }
}

/** Sections whose words point to one step go there whole; a single sentence that names a step goes alone. */
function placeSections(units: Unit[], names: Set<string>[], profiles: Set<string>[], weights: Weights, places: Map<Unit, number>) {
  const sections = new Map<string, Unit[]>();
  for (const unit of units) {
    if (places.has(unit)) continue;
    const key = unit.passage.headings.join('>');
    sections.set(key, [...(sections.get(key) ?? []), unit]);
  }
  for (const section of sections.values()) {
    const heading = new Set(stemsOf(section[0]?.passage.headings.at(-1) ?? ''));
    const words = new Set(section.flatMap((unit) => [...unit.stems]));
    const best = bestOf(profiles.map((profile, step) => sectionFit(heading, words, profile, names[step] ?? profile, weights)));
    if (best !== undefined && best.value >= 0.3 && section.length <= 60) {
      for (const unit of section) places.set(unit, best.step);
      continue;
    }
    for (const unit of section) {
      if (unit.asked || unit.passage.kind === 'heading') continue;
      const alone = bestOf(names.map((name) => weights.similarity(name, unit.stems)));
      const needed = unit.strength >= 2 ? 0.4 : 0.55;
      if (alone !== undefined && alone.value >= needed) places.set(unit, alone.step);
    }
  }
}

function sectionFit(heading: Set<string>, words: Set<string>, profile: Set<string>, name: Set<string>, weights: Weights): number {
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
