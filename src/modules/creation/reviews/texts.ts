import type { Citation, CitedText, Draft, Origin, Step } from '../playbooks/step.ts';
import { sentencesOf } from '../sources/sentences.ts';

/** A field of text with its place, as every check reads it. */
export interface FieldText {
  stepId?: string;
  position: number;
  field: string;
  text: string;
  origin: Origin;
  citations: Citation[];
}

const LISTS = ['inputs', 'instructions', 'commonMistakes', 'tools'] as const;
const SINGLES = ['outcome', 'why', 'workedExample', 'doneWhen', 'nextAction'] as const;

/** All texts of a step, in reading order. */
export function textsOfStep(step: Step): FieldText[] {
  const found: FieldText[] = [
    {
      stepId: step.id,
      position: step.position,
      field: 'title',
      text: step.title,
      origin: 'source',
      citations: step.citations,
    },
  ];
  const add = (field: string, value: CitedText | undefined) => {
    if (value !== undefined)
      found.push({
        stepId: step.id,
        position: step.position,
        field,
        text: value.text,
        origin: value.origin,
        citations: value.citations,
      });
  };
  add('outcome', step.outcome);
  add('why', step.why);
  for (const list of LISTS) {
    for (const [index, value] of step[list].entries()) add(`${list}/${index}`, value);
  }
  for (const single of SINGLES.slice(2)) add(single, step[single]);
  return found;
}

/** All texts of a draft. */
export function textsOf(draft: Draft): FieldText[] {
  const found: FieldText[] = [
    { position: 0, field: 'title', text: draft.title, origin: 'source', citations: draft.titleCitations },
  ];
  for (const field of ['outcome', 'audience', 'pain', 'uniqueInsight'] as const) {
    const value = draft[field];
    if (value !== undefined)
      found.push({ position: 0, field, text: value.text, origin: value.origin, citations: value.citations });
  }
  for (const step of draft.steps) found.push(...textsOfStep(step));
  return found;
}

/** The texts that are prose: titles, tools and navigation are not. */
export function isProse(field: FieldText): boolean {
  return !/^(?:title|tools|inputs|nextAction|audience)/.test(field.field);
}

export function sentencesIn(text: string): string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Where words of a list stand in a text, whole words only, the longest match first. */
export function wordsFound(
  text: string,
  words: [string, string][],
): { start: number; end: number; words: string; instead: string }[] {
  const found: { start: number; end: number; words: string; instead: string }[] = [];
  const lower = text.toLowerCase();
  for (const [word, instead] of [...words].sort((a, b) => b[0].length - a[0].length)) {
    for (
      let at = lower.indexOf(word.toLowerCase());
      at >= 0;
      at = lower.indexOf(word.toLowerCase(), at + 1)
    ) {
      const end = at + word.length;
      const whole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ');
      if (!whole || insideQuotes(text, at) || found.some((other) => at < other.end && end > other.start))
        continue;
      found.push({ start: at, end, words: text.slice(at, end), instead });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What somebody said stays as they said it. */
function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = (before.match(/“/g)?.length ?? 0) - (before.match(/”/g)?.length ?? 0);
  return opened > 0 || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** The same words at the same place have the same id, so that a decision about a finding outlives a save. */
export function findingId(...parts: (string | number | undefined)[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of new TextEncoder().encode(parts.join('\u001f'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(sign)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** The place of a field, as findings name it. */
export function placeOf(field: FieldText): { stepId?: string; field: string } {
  return field.stepId === undefined ? { field: field.field } : { stepId: field.stepId, field: field.field };
}
