import type { Citation, CitedText, Draft, Step } from '../playbooks/step.ts';
import type { Patch, Place } from './findings.ts';

/** The words or the step a change was made for are no longer there. */
export class PatchRefused extends Error {
  override readonly name = 'PatchRefused';
}

/** Applies one change and gives back a new draft; the old one stays as it was. @throws PatchRefused */
export function applyPatch(draft: Draft, patch: Patch): Draft {
  const copy = structuredClone(draft);
  switch (patch.kind) {
    case 'replace-words': {
      const text = textAt(copy, patch.place);
      if (text.slice(patch.start, patch.end) !== patch.before)
        throw new PatchRefused('These words have changed since the review.');
      setText(copy, patch.place, text.slice(0, patch.start) + patch.after + text.slice(patch.end));
      break;
    }
    case 'split-sentence': {
      const text = textAt(copy, patch.place);
      if (text !== patch.before) throw new PatchRefused('This sentence has changed since the review.');
      setText(copy, patch.place, patch.after);
      break;
    }
    case 'set-text':
      setField(copy, patch.place, patch.value);
      break;
    case 'set-minutes':
      stepIn(copy, patch.stepId).minutes = patch.value;
      break;
    case 'add-text':
      stepIn(copy, patch.stepId)[patch.list].push(patch.value);
      break;
    case 'add-blank': {
      const step = stepIn(copy, patch.stepId);
      if (step.blanks.some((blank) => blank.id === patch.value.id))
        throw new PatchRefused('This step already has that blank.');
      step.blanks.push(patch.value);
      break;
    }
    case 'remove':
      remove(copy, patch.place, patch.before);
      break;
    case 'attach-citation':
      attach(copy, patch.place, patch.citation);
      break;
    case 'split-step':
      splitStep(copy, patch.stepId, patch.at, patch.title);
      break;
    case 'merge-steps':
      mergeSteps(copy, patch.stepId, patch.into);
      break;
    case 'move-step':
      moveStep(copy, patch.stepId, patch.to);
      break;
  }
  copy.steps.forEach((step, index) => {
    step.position = index + 1;
  });
  return copy;
}

function stepIn(draft: Draft, stepId: string): Step {
  const step = draft.steps.find((candidate) => candidate.id === stepId);
  if (step === undefined) throw new PatchRefused('This step is gone since the review.');
  return step;
}

const LISTS = ['inputs', 'instructions', 'commonMistakes', 'tools'] as const;
const SINGLES = ['outcome', 'why', 'workedExample', 'doneWhen', 'nextAction'] as const;
const OF_DRAFT = ['outcome', 'audience', 'pain', 'uniqueInsight'] as const;

function fieldAt(draft: Draft, place: Place): CitedText | undefined {
  if (place.stepId === undefined) {
    const name = OF_DRAFT.find((field) => field === place.field);
    return name === undefined ? undefined : draft[name];
  }
  const step = stepIn(draft, place.stepId);
  const [name = '', index = ''] = place.field.split('/');
  const list = LISTS.find((field) => field === name);
  if (list !== undefined) return step[list][Number(index)];
  const single = SINGLES.find((field) => field === name);
  return single === undefined ? undefined : step[single];
}

function textAt(draft: Draft, place: Place): string {
  if (place.field === 'title')
    return place.stepId === undefined ? draft.title : stepIn(draft, place.stepId).title;
  const field = fieldAt(draft, place);
  if (field === undefined) throw new PatchRefused('This field is gone since the review.');
  return field.text;
}

function setText(draft: Draft, place: Place, raw: string) {
  const text = raw
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.;:!?])/g, '$1')
    .trim();
  const clean = text.charAt(0).toUpperCase() + text.slice(1);
  if (clean === '') throw new PatchRefused('Nothing would be left of this field.');
  if (place.field === 'title') {
    if (place.stepId === undefined) draft.title = clean;
    else stepIn(draft, place.stepId).title = clean;
    return;
  }
  const field = fieldAt(draft, place);
  if (field !== undefined) field.text = clean;
}

function setField(draft: Draft, place: Place, value: CitedText) {
  if (place.stepId === undefined) {
    const name = OF_DRAFT.find((field) => field === place.field);
    if (name === undefined) throw new PatchRefused(`A playbook has no field "${place.field}".`);
    draft[name] = value;
    return;
  }
  const step = stepIn(draft, place.stepId);
  const [name = '', index] = place.field.split('/');
  const list = LISTS.find((field) => field === name);
  const single = SINGLES.find((field) => field === name);
  if (list !== undefined && index !== undefined && step[list][Number(index)] !== undefined)
    step[list][Number(index)] = value;
  else if (single !== undefined) step[single] = value;
  else throw new PatchRefused(`A step has no field "${place.field}".`);
}

function remove(draft: Draft, place: Place, before: string) {
  const field = fieldAt(draft, place);
  if (field === undefined || field.text !== before)
    throw new PatchRefused('This text has changed since the review.');
  if (place.stepId === undefined) {
    const name = OF_DRAFT.find((candidate) => candidate === place.field);
    if (name !== undefined) delete draft[name];
    return;
  }
  const step = stepIn(draft, place.stepId);
  const [name = '', index] = place.field.split('/');
  const list = LISTS.find((candidate) => candidate === name);
  const single = SINGLES.find((candidate) => candidate === name);
  if (list !== undefined) step[list].splice(Number(index), 1);
  else if (single !== undefined) delete step[single];
}

function attach(draft: Draft, place: Place, citation: Citation) {
  const same = (other: Citation) =>
    other.sourceId === citation.sourceId && other.start === citation.start && other.end === citation.end;
  if (place.field === 'title' && place.stepId !== undefined) {
    const step = stepIn(draft, place.stepId);
    if (!step.citations.some(same)) step.citations.push(citation);
    return;
  }
  const field = fieldAt(draft, place);
  if (field === undefined) throw new PatchRefused('This field is gone since the review.');
  if (!field.citations.some(same)) field.citations.push(citation);
}

function splitStep(draft: Draft, stepId: string, at: number, title: string) {
  const index = draft.steps.findIndex((step) => step.id === stepId);
  const step = stepIn(draft, stepId);
  if (at < 1 || at >= step.instructions.length)
    throw new PatchRefused('This step has changed since the review.');
  const id = `${step.id}-b`;
  if (draft.steps.some((other) => other.id === id)) throw new PatchRefused('This step was split before.');
  const moved = step.instructions.slice(at);
  const second: Step = {
    id,
    position: step.position + 1,
    title,
    citations: moved[0]?.citations.slice(0, 1) ?? [],
    inputs: [],
    instructions: moved,
    blanks: [],
    commonMistakes: [],
    tools: [],
    ...(step.nextAction === undefined ? {} : { nextAction: step.nextAction }),
  };
  step.instructions = step.instructions.slice(0, at);
  step.nextAction = {
    text: `Go on to step ${step.position + 1}: ${title}.`,
    citations: [],
    origin: 'derived',
  };
  draft.steps.splice(index + 1, 0, second);
}

function mergeSteps(draft: Draft, stepId: string, into: string) {
  const from = stepIn(draft, stepId);
  const target = stepIn(draft, into);
  if (from === target) throw new PatchRefused('A step cannot be merged with itself.');
  for (const list of LISTS) {
    for (const item of from[list])
      if (!target[list].some((other) => other.text === item.text)) target[list].push(item);
  }
  for (const blank of from.blanks)
    if (!target.blanks.some((other) => other.id === blank.id)) target.blanks.push(blank);
  for (const single of ['outcome', 'why', 'workedExample', 'doneWhen'] as const) {
    if (target[single] === undefined && from[single] !== undefined) target[single] = from[single];
  }
  target.citations.push(...from.citations);
  draft.steps = draft.steps.filter((step) => step !== from);
}

function moveStep(draft: Draft, stepId: string, to: number) {
  const step = stepIn(draft, stepId);
  const others = draft.steps.filter((other) => other !== step);
  others.splice(Math.min(others.length, Math.max(0, to - 1)), 0, step);
  draft.steps = others;
}
