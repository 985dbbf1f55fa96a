import type { Platform } from '#context';
import { answerTask, Sentence } from './answer-task.ts';
import { composeAnswer, nameOf } from './compose-answer.ts';
import { nearestCorrection } from './corrections-near.ts';
import type { Material } from './material.ts';
import type { Found } from './retrieve.ts';
import type { Citation } from './shapes.ts';
import type { StepName, Unit } from './units.ts';

/** A finished answer, each of its quotes held against the material. */
export interface Answer {
  state: 'answered' | 'not_in_material';
  /** Sentences with `[n]` behind what rests on citation n. */
  text: string;
  citations: Citation[];
  composer: string;
  model: string | null;
  aiRunId: string | null;
}

interface Asking {
  workspaceId: string;
  question: string;
  subject: { type: string; id: string };
  correlationId?: string;
  /** Hears each sentence of a model as soon as its quotes were found in the material. */
  onSentence?: ((sentence: string) => void) | undefined;
}

/** How much of what was found a model gets to read. */
const MOST_SHOWN = 14;

/**
 * Answers one question from the material: by the expert's own correction, by the configured model held to its quotes,
 * else by the built-in composer. Takes seconds where a model is asked: never inside a transaction.
 */
export async function answer(platform: Platform, material: Material, asking: Asking): Promise<Answer> {
  const corrected = nearestCorrection(asking.question, material.corrections);
  if (corrected)
    return {
      state: 'answered',
      text: `${corrected.rightAnswer} [1]`,
      citations: [citationOfCorrection(corrected)],
      composer: 'the expert’s own correction',
      model: null,
      aiRunId: null,
    };
  const found = material.library.search(asking.question);
  const shown = shownOf(found);
  const composed = composeAnswer(found, material.units);
  const fallback: Sentence[] = composed.inMaterial
    ? [
        ...(composed.opening ? [{ text: composed.opening, quotes: [] }] : []),
        ...composed.said.map(({ text, unit }) => ({ text, quotes: [{ unit: unit.id, quote: text }] })),
      ]
    : [];
  const units = new Map([...shown, ...composed.said.map(({ unit }) => unit)].map((unit) => [unit.id, unit]));
  const input = {
    question: asking.question,
    expertName: material.expertName,
    playbookTitle: material.playbookTitle,
    shown: shown.map(({ id, text, step }) => ({ id, text, where: whereOf(step) })),
    composed: { inMaterial: composed.inMaterial, sentences: fallback },
  };
  const made = await platform.ai.run(platform, asking.workspaceId, answerTask, input, {
    subject: asking.subject,
    ...(asking.correlationId && { correlationId: asking.correlationId }),
    ...(asking.onSentence && { onPartial: sentencesOf(units, asking.onSentence) }),
  });
  const isModel = made.maker.startsWith('model');
  let written = verify(made.output.sentences, units);
  let composer: string = made.maker;
  // A model that quotes nothing true has not answered; the composer does, and says so.
  if (isModel && made.output.inMaterial && written.citations.length === 0) {
    written = verify(fallback, units);
    composer = 'built-in composer';
  }
  const isAnswered = made.output.inMaterial && written.citations.length > 0;
  return {
    state: isAnswered ? 'answered' : 'not_in_material',
    text: isAnswered ? written.text : refusal(composed.closest),
    citations: isAnswered ? written.citations : closestCitation(composed.closest),
    composer,
    model: composer.startsWith('model') ? made.maker.replace(/^model:\s*/, '') : null,
    aiRunId: made.runId,
  };
}

/** Hands on what is finished of an answer that is still being written: a sentence is, once the next one has begun. */
function sentencesOf(
  units: ReadonlyMap<string, Unit>,
  tell: (sentence: string) => void,
): (partial: unknown) => void {
  let told = 0;
  return (partial) => {
    const { inMaterial, sentences } = (partial ?? {}) as { inMaterial?: boolean; sentences?: unknown };
    if (inMaterial !== true || !Array.isArray(sentences)) return;
    for (; told < sentences.length - 1; told += 1) {
      const read = Sentence.safeParse(sentences[told]);
      const text = read.success ? verify([read.data], units).text.replace(/ ?\[\d+\]/g, '') : '';
      if (text) tell(text);
    }
  };
}

const shownOf = ({ hits }: Found): Unit[] => hits.slice(0, MOST_SHOWN).map(({ unit }) => unit);

const whereOf = (step: StepName | null): string =>
  step ? `step ${step.position}, “${step.title}”` : 'a source';

/** What a clone says when the material holds no answer; it names the step that comes nearest and claims nothing. */
function refusal(closest: StepName | null): string {
  const near = closest ? ` The closest is step ${closest.position}, “${closest.title}”.` : '';
  return `Not in the material.${near}`;
}

const closestCitation = (step: StepName | null): Citation[] =>
  step
    ? [
        {
          stepId: step.id,
          stepPosition: step.position,
          stepTitle: step.title,
          passageId: null,
          sourceId: null,
          correctionId: null,
          quote: step.title,
        },
      ]
    : [];

const citationOfCorrection = ({ id, rightAnswer }: { id: string; rightAnswer: string }): Citation => ({
  stepId: null,
  stepPosition: null,
  stepTitle: null,
  passageId: null,
  sourceId: null,
  correctionId: id,
  quote: rightAnswer,
});

/**
 * Keeps the sentences whose quotes stand in the material letter for letter, and numbers what they rest on. A sentence
 * that quotes and finds none of its quotes goes; one that quotes nothing stays only when it names a step that is there.
 */
export function verify(
  sentences: Sentence[],
  units: ReadonlyMap<string, Unit>,
): { text: string; citations: Citation[] } {
  const citations: Citation[] = [];
  const written: string[] = [];
  const openings = new Set([...units.values()].flatMap(({ step }) => (step ? [nameOf(step)] : [])));
  for (const { text, quotes } of sentences) {
    const numbers = new Set<number>();
    for (const { unit: id, quote } of quotes) {
      const unit = units.get(id);
      if (!unit || quote.trim() === '' || !(unit.text.includes(quote) || unit.quoted.quote.includes(quote)))
        continue;
      const citation = citationOf(unit);
      const known = citations.findIndex((other) => isSameCitation(other, citation));
      if (known < 0) citations.push(citation);
      numbers.add(known < 0 ? citations.length : known + 1);
    }
    const isOpening = quotes.length === 0 && openings.has(text);
    if (numbers.size === 0 && !isOpening) continue;
    written.push([text.trim(), ...[...numbers].map((number) => `[${number}]`)].join(' '));
  }
  return { text: written.join(' '), citations };
}

const citationOf = ({ step, quoted }: Unit): Citation => ({
  stepId: step?.id ?? null,
  stepPosition: step?.position ?? null,
  stepTitle: step?.title ?? null,
  passageId: quoted.passageId,
  sourceId: quoted.sourceId,
  correctionId: null,
  quote: quoted.quote,
});

const isSameCitation = (one: Citation, other: Citation): boolean =>
  one.quote === other.quote && one.sourceId === other.sourceId && one.stepId === other.stepId;
