import { words } from '#modules/creation';
import { type Intent, intentOf, kinOf, subjectOf } from './terms.ts';
import type { Unit } from './units.ts';

export interface Hit {
  unit: Unit;
  score: number;
  /** Share of what the question is about that this unit and its surroundings speak of, 0 to 1. */
  coverage: number;
  /** The stems of the question that it speaks of. */
  speaksOf: string[];
}

export interface Found {
  intent: Intent;
  /** Share of the question's subject that a step or a paragraph speaks of as a whole. */
  together: Map<string, number>;
  /** Stems of what the question is about; empty for questions such as "What do I do first?". */
  subject: string[];
  /** Best first. */
  hits: Hit[];
}

interface Indexed {
  unit: Unit;
  own: Map<string, number>;
  around: Set<string>;
  length: number;
}

/** Okapi BM25: how fast repetitions stop to count, and how much length counts. */
const K1 = 1.2;
const B = 0.6;
/** A word beside the unit counts less than one in it; a word of the same meaning less than the word itself. */
const AROUND = 0.4;
const KIN = 0.6;
/** Cells of a table read badly as a sentence. */
const ROW = 0.7;
const MOST_HITS = 40;

/** What a question asks for is looked for first where the playbook keeps it. */
const FIELDS: Record<Intent, Unit['field'][]> = {
  why: ['why', 'pain'],
  time: ['time'],
  mistake: ['mistake'],
  example: ['example'],
  needs: ['needs'],
  check: ['check', 'outcome'],
  start: [],
  goal: ['goal', 'outcome'],
  audience: ['audience'],
  how: ['instruction', 'title'],
};

/** Units of one clone, ready to be searched. Pure; built per question set, a few milliseconds for an hour of talk. */
export class Library {
  readonly #units: Indexed[];
  readonly #seen = new Map<string, number>();
  readonly #meanLength: number;

  constructor(units: Unit[]) {
    this.#units = units.map((unit) => {
      const stems = words.stemsOf(unit.text);
      const own = new Map<string, number>();
      for (const stem of stems) own.set(stem, (own.get(stem) ?? 0) + 1);
      return { unit, own, around: new Set(words.stemsOf(unit.context)), length: stems.length };
    });
    for (const { own } of this.#units)
      for (const stem of own.keys()) this.#seen.set(stem, (this.#seen.get(stem) ?? 0) + 1);
    this.#meanLength = this.#units.reduce((sum, { length }) => sum + length, 0) / (this.#units.length || 1);
  }

  /** Rare words say more: inverse document frequency over the units, never below 0. */
  weightOf(stem: string): number {
    const seen = this.#seen.get(stem) ?? 0;
    return Math.log(1 + (this.#units.length - seen + 0.5) / (seen + 0.5));
  }

  knows(stem: string): boolean {
    return this.#seen.has(stem) || [...kinOf(stem)].some((kin) => this.#seen.has(kin));
  }

  search(question: string): Found {
    const intent = intentOf(question);
    const subject = subjectOf(question, intent);
    const wanted = subject.map((stem) => ({ stem, kin: kinOf(stem), weight: this.#weigh(stem) }));
    const all = wanted.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0) return { intent, subject, hits: [], together: new Map() };
    const hits: Hit[] = [];
    for (const { unit, own, around, length } of this.#units) {
      const norm = K1 * (1 - B + (B * length) / this.#meanLength);
      let score = 0;
      let covered = 0;
      const speaksOf: string[] = [];
      for (const { stem, kin, weight } of wanted) {
        const { strength, isOwn } = match(stem, kin, own, around);
        if (strength === 0) continue;
        const times = isOwn ? (own.get(stem) ?? 1) : 1;
        score += weight * strength * ((times * (K1 + 1)) / (times + norm));
        speaksOf.push(stem);
        covered += weight * (strength >= 1 ? 1 : 0.5 + strength / 2);
      }
      if (score === 0) continue;
      const isWanted = FIELDS[intent].includes(unit.field);
      const isSaid = unit.field !== 'passage';
      score *= (isWanted ? 1.5 : 1) * (isSaid ? 1.4 : 1) * (unit.isRow ? ROW : 1) * standing(unit.text);
      hits.push({ unit, score, coverage: covered / all, speaksOf });
    }
    hits.sort((a, b) => b.score - a.score || (a.unit.id < b.unit.id ? -1 : 1));
    const together = new Map<string, number>();
    const groups = Map.groupBy(hits, ({ unit }) => groupOf(unit));
    for (const [group, members] of groups) {
      const spoken = new Set(members.flatMap(({ speaksOf }) => speaksOf));
      const sum = wanted.reduce((total, { stem, weight }) => total + (spoken.has(stem) ? weight : 0), 0);
      together.set(group, sum / all);
    }
    return { intent, subject, hits: hits.slice(0, MOST_HITS), together };
  }

  /** A word that the material never uses weighs as the rarest one; one it knows by another name as that name. */
  #weigh(stem: string): number {
    if (this.#seen.has(stem)) return this.weightOf(stem);
    const known = [...kinOf(stem)].filter((kin) => this.#seen.has(kin));
    return known.length > 0 ? Math.min(...known.map((kin) => this.weightOf(kin))) : this.weightOf(stem);
  }
}

/** A sentence that leans on the one before it, or asks itself something, answers worse alone. */
const LEANING = /^(?:and|but|so|or|that|this|it|they|he|she|those|these|because|then)\b/i;
const standing = (text: string): number =>
  (text.trim().endsWith('?') ? 0.6 : 1) * (LEANING.test(text) ? 0.85 : 1);

/** What is read together: the fields of a step, the sentences of a paragraph or turn. */
export const groupOf = ({ block, step, field }: Unit): string => block ?? step?.id ?? field;

function match(
  stem: string,
  kin: ReadonlySet<string>,
  own: Map<string, number>,
  around: Set<string>,
): { strength: number; isOwn: boolean } {
  if (own.has(stem)) return { strength: 1, isOwn: true };
  for (const other of kin) if (own.has(other)) return { strength: KIN, isOwn: true };
  if (around.has(stem)) return { strength: AROUND, isOwn: false };
  for (const other of kin) if (around.has(other)) return { strength: AROUND * KIN, isOwn: false };
  return { strength: 0, isOwn: false };
}
