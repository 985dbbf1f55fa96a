import type { Blank, Citation, CitedText, Draft, Place, Step } from '../shapes.ts';

export const lists = ['inputs', 'instructions', 'commonMistakes', 'tools'] as const;
export const singles = ['outcome', 'why', 'workedExample', 'doneWhen', 'nextAction'] as const;
export const ofDraft = ['outcome', 'audience', 'pain', 'uniqueInsight'] as const;

export type ListName = (typeof lists)[number];
export type SingleName = (typeof singles)[number];
export type DraftField = (typeof ofDraft)[number];

/** The step of a place; undefined for the draft itself, or when the step is gone. */
export function stepOf(draft: Draft, stepId: string | undefined): Step | undefined {
  return stepId === undefined ? undefined : draft.steps.find((step) => step.id === stepId);
}

/** The cited text that stands at a place, if one does. Titles and blanks are none. */
export function citedAt(draft: Draft, place: Place): CitedText | undefined {
  if (place.stepId === undefined) {
    const name = ofDraft.find((field) => field === place.field);
    return name && draft[name];
  }
  const step = stepOf(draft, place.stepId);
  const [name = '', at = ''] = place.field.split('/');
  const list = lists.find((field) => field === name);
  if (list) return step?.[list][Number(at)];
  const single = singles.find((field) => field === name);
  return single && step?.[single];
}

/** The words at a place: those of a text, of a title, or of a blank's label. */
export function wordsAt(draft: Draft, place: Place): string | undefined {
  const step = stepOf(draft, place.stepId);
  if (place.field === 'title') return place.stepId === undefined ? draft.title : step?.title;
  const blank = /^blanks\/(\d+)$/.exec(place.field);
  if (blank) return step?.blanks[Number(blank[1])]?.label;
  return citedAt(draft, place)?.text;
}

/** The citations at a place. */
export function citationsAt(draft: Draft, place: Place): Citation[] {
  const step = stepOf(draft, place.stepId);
  if (place.field === 'title')
    return (place.stepId === undefined ? draft.titleCitations : step?.citations) ?? [];
  const blank = /^blanks\/(\d+)$/.exec(place.field);
  if (blank) return step?.blanks[Number(blank[1])]?.citations ?? [];
  return citedAt(draft, place)?.citations ?? [];
}

/** Writes words at a place of a draft that may be changed. What a person types is theirs; its citations stay. */
export function writeAt(draft: Draft, place: Place, text: string): void {
  const step = stepOf(draft, place.stepId);
  if (place.field === 'title') {
    if (place.stepId === undefined) draft.title = text;
    else if (step) step.title = text;
    return;
  }
  const field = citedAt(draft, place);
  if (field) {
    if (field.text === text) return;
    field.text = text;
    field.origin = 'written';
    return;
  }
  const made: CitedText = { text, citations: [], origin: 'written' };
  if (place.stepId === undefined) {
    const name = ofDraft.find((one) => one === place.field);
    if (name) draft[name] = made;
  } else {
    const single = singles.find((one) => one === place.field);
    if (step && single) step[single] = made;
  }
}

/** Puts a citation at a place, in the stead of `replaced` when that is given. */
export function citeAt(draft: Draft, place: Place, citation: Citation, replaced?: Citation): void {
  const citations = citationsAt(draft, place);
  const at = replaced ? citations.findIndex((one) => sameCitation(one, replaced)) : -1;
  if (at >= 0) citations.splice(at, 1, citation);
  else if (!citations.some((one) => sameCitation(one, citation))) citations.push(citation);
}

/** Takes a citation away from a place. */
export function uncite(draft: Draft, place: Place, citation: Citation): void {
  const citations = citationsAt(draft, place);
  const at = citations.findIndex((one) => sameCitation(one, citation));
  if (at >= 0) citations.splice(at, 1);
}

export const sameCitation = (one: Citation, other: Citation): boolean =>
  keyOfCitation(one) === keyOfCitation(other);

/** Citations of the same words are one. */
export const keyOfCitation = (citation: Citation): string =>
  `${citation.sourceId} ${citation.start} ${citation.end}`;

/** Every place of a step in reading order, as the page shows them. */
export function placesOf(step: Step): Place[] {
  const at = (field: string): Place => ({ stepId: step.id, field });
  const listed = (name: ListName) => step[name].map((_, index) => at(`${name}/${index}`));
  return [
    at('title'),
    at('outcome'),
    at('why'),
    ...listed('inputs'),
    ...listed('tools'),
    ...listed('instructions'),
    ...step.blanks.map((_, index) => at(`blanks/${index}`)),
    at('workedExample'),
    ...listed('commonMistakes'),
    at('doneWhen'),
    at('nextAction'),
  ];
}

/** Numbers the citations of some places 1, 2, 3 in reading order; the same words keep one number. */
export function numbersOf(draft: Draft, places: Place[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const place of places)
    for (const citation of citationsAt(draft, place)) {
      const key = keyOfCitation(citation);
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    }
  return numbers;
}

/** The draft as it can be saved: what is still empty is left out, positions follow the order. */
export function tidy(draft: Draft): Draft {
  const copy = structuredClone(draft);
  if (!copy.title.trim()) copy.title = 'Untitled playbook';
  for (const name of ofDraft) if (!copy[name]?.text.trim()) delete copy[name];
  copy.steps.forEach((step, at) => {
    step.position = at + 1;
    if (!step.title.trim()) step.title = 'Untitled step';
    for (const name of singles) if (!step[name]?.text.trim()) delete step[name];
    for (const name of lists) step[name] = step[name].filter((item) => item.text.trim());
    step.blanks.forEach(tidyBlank);
  });
  return copy;
}

function tidyBlank(blank: Blank): void {
  if (!blank.label.trim()) blank.label = 'Your answer';
  if (!blank.hint?.trim()) delete blank.hint;
  if (blank.kind === 'number' && !blank.unit?.trim()) delete blank.unit;
  if (blank.kind === 'choice') {
    blank.options = blank.options.filter((option) => option.trim());
    while (blank.options.length < 2) blank.options.push(`Choice ${blank.options.length + 1}`);
  }
  if (blank.kind === 'table')
    blank.columns = blank.columns.map((column, at) => column.trim() || `Column ${at + 1}`);
}

/** An id that no step, or no blank of the draft has yet. */
export function freeId(draft: Draft, prefix: 'step' | 'blank'): string {
  const taken = new Set([
    ...draft.steps.map((step) => step.id),
    ...draft.steps.flatMap((step) => step.blanks.map((blank) => blank.id)),
  ]);
  for (let number = draft.steps.length + 1; ; number += 1)
    if (!taken.has(`${prefix}-${number}`)) return `${prefix}-${number}`;
}

/** A step to begin with. */
export function newStep(draft: Draft): Step {
  return {
    id: freeId(draft, 'step'),
    position: draft.steps.length + 1,
    title: '',
    citations: [],
    inputs: [],
    instructions: [],
    blanks: [],
    commonMistakes: [],
    tools: [],
  };
}

/** Moves a step to another place, counted from 0. */
export function moveStep(draft: Draft, stepId: string, to: number): void {
  const from = draft.steps.findIndex((step) => step.id === stepId);
  const [step] = from < 0 ? [] : draft.steps.splice(from, 1);
  if (step) draft.steps.splice(Math.max(0, Math.min(draft.steps.length, to)), 0, step);
}

const leads = /^Go on to step \d+: /;

/** Lets the derived "Go on to step 4: …" follow when steps move, come, go or get another title. */
export function leadOn(draft: Draft): void {
  draft.steps.forEach((step, at) => {
    if (step.nextAction?.origin !== 'derived' || !leads.test(step.nextAction.text)) return;
    const next = draft.steps[at + 1];
    if (next) step.nextAction.text = `Go on to step ${at + 2}: ${next.title}.`;
    else delete step.nextAction;
  });
}
