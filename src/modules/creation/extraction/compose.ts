import type { CitedText, Draft, OpenQuestion, Step } from '../playbooks/step.ts';
import { assign } from './assign.ts';
import { blanksOf } from './blanks.ts';
import { Citer } from './cite.ts';
import { accountOf, derivedCheck, doneWhenOf, exampleOf, outcomeOf, whyOf } from './fields.ts';
import { type Frame, frameOf } from './frame.ts';
import { mistakesOf } from './hazards.ts';
import { chooseInstructions } from './instructions.ts';
import { inputsOf, toolsOf } from './materials.ts';
import { fitCount } from './merge.ts';
import { type MethodSpan, methodsIn } from './methods.ts';
import { minutesOf } from './minutes.ts';
import { methodEvidence, proseSkeleton } from './prose.ts';
import { openQuestions } from './questions.ts';
import { type ComposeSource, type Unit, unitsOf } from './signals.ts';
import { type Anchor, type Skeleton, structuralSkeletons } from './skeletons.ts';
import { METHOD_THRESHOLDS } from './thresholds.ts';
import { titleOf } from './titles.ts';
import { present } from './verify.ts';
import { Weights } from './words.ts';
import type { Workpiece } from './workpiece.ts';

export type { ComposeSource } from './signals.ts';

/** A method the sources hold beside the one that was composed. */
interface OtherMethod {
  title: string;
  sourceId: string;
  start: number;
  end: number;
}

export type Composition =
  | { noMethod: true; reason: string }
  | {
      noMethod: false;
      draft: Draft;
      /** All methods found when a source is a collection, the composed one among them; else empty. */
      methods: OtherMethod[];
      /** Passages no field uses, per source: what an editor may still take in. */
      unused: { sourceId: string; passages: number }[];
    };

/**
 * The built-in composer: makes one paint-by-numbers draft of what experts said and wrote. Reads structure
 * first (numbered lists, headings, tables of steps), then speech; names steps by their verb; cites every field
 * verbatim; leaves out what has no evidence. Deterministic: same sources, same draft.
 *
 * @param sources texts with their passages, the main one first
 * @param options.method which method to take from a collection, by title; default the fullest
 */
export function compose(sources: ComposeSource[], options: { method?: string } = {}): Composition {
  const all = unitsOf(sources);
  if (all.length === 0) return { noMethod: true, reason: 'There is no text in these sources yet.' };
  const spans = methodsIn(sources, all);
  if (spans.length === 0) {
    const made = composeUnits(sources, all);
    return 'reason' in made
      ? { noMethod: true, reason: made.reason }
      : { noMethod: false, draft: made.draft, methods: [], unused: unusedOf(sources, made.draft) };
  }
  const candidates = spans
    .filter((span) => options.method === undefined || span.title === options.method)
    .map((span) => ({ span, made: composeUnits(sources, all.slice(span.from, span.to + 1), span.title) }));
  let best: { span: MethodSpan; draft: Draft } | undefined;
  for (const { span, made } of candidates) {
    if ('reason' in made) continue;
    if (best === undefined || made.draft.steps.length > best.draft.steps.length)
      best = { span, draft: made.draft };
  }
  if (best === undefined) return { noMethod: true, reason: NOTHING };
  const methods = spans.map(
    (span): OtherMethod => ({
      title: span.title,
      sourceId: sources[span.source]?.id ?? '',
      start: all[span.from]?.passage.start ?? 0,
      end: all[span.to]?.passage.end ?? 0,
    }),
  );
  return { noMethod: false, draft: best.draft, methods, unused: unusedOf(sources, best.draft) };
}

const NOTHING =
  'This tells what happened or what is so, but not how to do it: we found no instructions that follow each other. Ask the expert how they do it, step by step, and add the answer.';

function composeUnits(
  sources: ComposeSource[],
  units: Unit[],
  title?: string,
): { draft: Draft } | { reason: string } {
  const skeleton = chooseSkeleton(units);
  if (skeleton === undefined) return { reason: NOTHING };
  const weights = new Weights();
  for (const unit of units) weights.add(unit.stems);
  const citer = new Citer(sources);
  const fitted = fitCount(skeleton, weights);
  const titles = fitted.anchors.map(titleOf);
  const places = assign(units, fitted, titles, weights);
  const steps: Step[] = [];
  fitted.anchors.forEach((anchor, index) => {
    const own = units.filter((unit) => places.get(unit) === index);
    steps.push(
      stepOf(
        anchor.unit === undefined ? [] : order(own, anchor.unit),
        fitted,
        index,
        titles,
        weights,
        citer,
        steps.at(-1),
      ),
    );
  });
  const frame = frameOf(sources, units, fitted, titles, places, weights, citer);
  if (title !== undefined) frame.title = title;
  return { draft: draftOf(frame, steps, citer) };
}

/** The structure that looks most like a procedure; speech only where no structure does, and only with evidence. */
function chooseSkeleton(units: Unit[]): Skeleton | undefined {
  const sources = [...new Set(units.map((unit) => unit.source))];
  const found: Skeleton[] = [];
  for (const source of sources) {
    const own = units.filter((unit) => unit.source === source);
    const structural = structuralSkeletons(own).filter(
      (skeleton) => skeleton.score >= METHOD_THRESHOLDS.skeletonScore,
    );
    found.push(...structural);
    const evidence = methodEvidence(own);
    if (
      evidence.total < METHOD_THRESHOLDS.proseTotal ||
      evidence.perThousand < METHOD_THRESHOLDS.prosePerThousand
    )
      continue;
    const prose = proseSkeleton(own);
    // A weak outline of a long talk must not hide what is said in it; a clear one always wins.
    const outlined = structural.length > 0 ? 0.6 : 1;
    if (prose !== undefined)
      found.push({
        ...prose,
        score: Math.min(prose.score, 0.6) * Math.min(1, evidence.perThousand / 8 + 0.3) * outlined,
      });
  }
  return found.sort((a, b) => b.score - a.score || a.source - b.source)[0];
}

/** The source that holds the step's name last: what was said first, the summary after it. */
function order(units: Unit[], anchor: Unit): Unit[] {
  return [...units].sort(
    (a, b) =>
      Number(a.source === anchor.source) - Number(b.source === anchor.source) ||
      a.source - b.source ||
      a.passage.position - b.passage.position,
  );
}

function stepOf(
  units: Unit[],
  skeleton: Skeleton,
  index: number,
  titles: string[],
  weights: Weights,
  citer: Citer,
  before: Step | undefined,
): Step {
  const anchor = skeleton.anchors[index];
  const title = titles[index] ?? '';
  if (anchor === undefined) throw new RangeError('A step needs its anchor');
  const scope = new Set(anchor.scope);
  const chosen = chooseInstructions(units, title, scope, weights, citer);
  const work: Workpiece = {
    title,
    anchor,
    units,
    chosen,
    weights,
    citer,
    used: new Set([anchor.unit, ...chosen.map(({ unit }) => unit)]),
  };
  const id = `step-${index + 1}`;
  const doneWhen = doneWhenOf(work);
  const example = exampleOf(work);
  const why = whyOf(work);
  const commonMistakes = mistakesOf(work);
  const outcome = outcomeOf(work);
  const account = example ?? (skeleton.kind === 'prose' ? accountOf(work) : undefined);
  const blanks = blanksOf(id, title, chosen, units, citer);
  const inputs = inputsOf(work, before);
  const next = titles[index + 1];
  return {
    id,
    position: index + 1,
    title,
    citations: citer.of([anchor.unit]),
    ...present({ outcome, why, workedExample: account }),
    minutes: minutesOf(work, blanks.length),
    inputs,
    instructions: chosen.length > 0 ? chosen.map(({ field }) => field) : asItStands(anchor, title, citer),
    blanks,
    doneWhen: doneWhen ?? derivedCheck(work, blanks.length),
    commonMistakes,
    tools: toolsOf(work),
    ...(next === undefined ? {} : { nextAction: citer.derived(`Go on to step ${index + 2}: ${next}.`) }),
  };
}

/** In a language whose verbs we do not know, what stands under the name is what to do. */
function asItStands(anchor: Anchor, title: string, citer: Citer): CitedText[] {
  const said = anchor.unit.english
    ? []
    : anchor.scope
        .filter((unit) => unit.passage.kind === 'item' || unit.passage.kind === 'sentence')
        .slice(0, 6);
  return said.length > 0
    ? said.map((unit) => citer.said(unit.passage.quote, [unit]))
    : [citer.said(`${title}.`, [anchor.unit])];
}

function draftOf(frame: Frame, steps: Step[], citer: Citer): Draft {
  const { titleUnits, ...rest } = frame;
  const open: OpenQuestion[] = openQuestions(frame, steps);
  return { ...rest, titleCitations: citer.of(titleUnits), openQuestions: open, steps };
}

function unusedOf(sources: ComposeSource[], draft: Draft): { sourceId: string; passages: number }[] {
  const spans = new Map<string, { start: number; end: number }[]>();
  for (const step of draft.steps) {
    for (const field of [
      step.why,
      step.outcome,
      step.doneWhen,
      step.workedExample,
      ...step.instructions,
      ...step.commonMistakes,
      ...step.inputs,
      ...step.tools,
    ]) {
      for (const citation of field?.citations ?? [])
        spans.set(citation.sourceId, [...(spans.get(citation.sourceId) ?? []), citation]);
    }
  }
  return sources.map((source) => {
    const taken = spans.get(source.id) ?? [];
    const free = source.passages.filter(
      (passage) =>
        passage.kind !== 'heading' &&
        !taken.some((span) => passage.start < span.end && passage.end > span.start),
    );
    return { sourceId: source.id, passages: free.length };
  });
}
