import { Citer } from '../extraction/cite.ts';
import { tidy, trimSentence } from '../extraction/instructions.ts';
import { type ComposeSource, type Role, type Unit, unitsOf } from '../extraction/signals.ts';
import { stemsOf, Weights } from '../extraction/words.ts';
import type { Citation, CitedText, Draft, Step } from '../playbooks/step.ts';
import { citationsOfDraft } from '../playbooks/step.ts';

/** The expert's material as checks use it: to hold quotes against it, and to find what a step could still cite. */
export class Material {
  #units: Unit[];
  #weights = new Weights();
  #citer: Citer;
  #texts: Map<string, string>;
  #sources: ComposeSource[];
  #taken: { sourceId: string; start: number; end: number }[];

  constructor(sources: ComposeSource[], draft: Draft) {
    this.#sources = sources;
    this.#units = unitsOf(sources).filter(
      (unit) =>
        !unit.asked &&
        !unit.roles.has('question') &&
        unit.passage.kind !== 'heading' &&
        unit.passage.kind !== 'row',
    );
    for (const unit of this.#units) this.#weights.add(unit.stems);
    this.#citer = new Citer(sources);
    this.#texts = new Map(sources.map((source) => [source.id, source.text]));
    this.#taken = citationsOfDraft(draft).map(({ citation }) => citation);
  }

  /** Whether a citation stands in its source word for word at its offsets. */
  holds(citation: Citation): boolean {
    return this.#texts.get(citation.sourceId)?.slice(citation.start, citation.end) === citation.quote;
  }

  /** The passage closest in words to a text, from `least` likeness up. */
  closest(text: string, least: number): { citation: Citation; likeness: number } | undefined {
    const stems = new Set(stemsOf(text));
    let best: { unit: Unit; likeness: number } | undefined;
    for (const unit of this.#units) {
      const likeness = this.#weights.similarity(stems, unit.stems);
      if (likeness >= least && (best === undefined || likeness > best.likeness)) best = { unit, likeness };
    }
    const citation = best === undefined ? undefined : this.#citer.of([best.unit])[0];
    return citation === undefined || best === undefined ? undefined : { citation, likeness: best.likeness };
  }

  /**
   * An unused passage that could serve a step in a role: near what the step cites, or about the same words.
   * Undefined rather than far-fetched.
   */
  fieldFor(step: Step, role: Role): CitedText | undefined {
    const spans = step.instructions.flatMap((instruction) => instruction.citations).concat(step.citations);
    const about = new Set(
      stemsOf([step.title, ...step.instructions.map((instruction) => instruction.text)].join(' ')),
    );
    let best: { unit: Unit; score: number } | undefined;
    for (const unit of this.#units) {
      if (
        !unit.roles.has(role) ||
        unit.words < 7 ||
        unit.words > 45 ||
        unit.strength >= 2.4 ||
        this.#isTaken(unit)
      )
        continue;
      const sourceId = this.#sources[unit.source]?.id;
      const gap = Math.min(
        ...spans
          .filter((span) => span.sourceId === sourceId)
          .map((span) => Math.abs(span.start - unit.passage.start)),
        1e9,
      );
      const near = gap < 1500 ? 0.5 * (1 - gap / 1500) : 0;
      const score = near + this.#weights.similarity(about, unit.stems);
      if (score >= 0.34 && (best === undefined || score > best.score)) best = { unit, score };
    }
    return best === undefined
      ? undefined
      : this.#citer.said(tidy(trimSentence(best.unit.passage.quote, 40)), [best.unit]);
  }

  /** An unused passage anywhere that plays a role, for the draft's own fields. */
  fieldAnywhere(pattern: RegExp): CitedText | undefined {
    const unit = this.#units.find(
      (candidate) =>
        pattern.test(candidate.passage.quote) &&
        candidate.words >= 6 &&
        candidate.words <= 40 &&
        candidate.strength < 2,
    );
    return unit === undefined
      ? undefined
      : this.#citer.said(tidy(trimSentence(unit.passage.quote, 40)), [unit]);
  }

  #isTaken(unit: Unit): boolean {
    const sourceId = this.#sources[unit.source]?.id;
    return this.#taken.some(
      (span) => span.sourceId === sourceId && unit.passage.start < span.end && unit.passage.end > span.start,
    );
  }
}
