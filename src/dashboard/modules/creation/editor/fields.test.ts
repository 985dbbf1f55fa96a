import { expect, test } from 'vitest';
import type { Draft } from '../shapes.ts';
import { leadOn, moveStep, newStep, numbersOf, placesOf, tidy, wordsAt, writeAt } from './fields.ts';

function draft(): Draft {
  const made: Draft = {
    title: 'A',
    titleCitations: [],
    methodologyType: 'process',
    openQuestions: [],
    steps: [],
  };
  for (const title of ['One', 'Two', 'Three']) made.steps.push({ ...newStep(made), title });
  return made;
}

test('every place of a step reads back what was written to it', () => {
  const made = draft();
  const step = made.steps[0];
  if (!step) throw new Error('no step');
  step.instructions.push({ text: 'Do', citations: [], origin: 'source' });
  for (const place of placesOf(step)) {
    writeAt(made, place, `words of ${place.field}`);
    expect(wordsAt(made, place)).toBe(`words of ${place.field}`);
  }
  expect(step.instructions[0]?.origin).toBe('written');
});

test('what is still empty is not saved', () => {
  const made = draft();
  const step = made.steps[1];
  if (!step) throw new Error('no step');
  step.title = '  ';
  step.why = { text: '', citations: [], origin: 'written' };
  step.instructions = [{ text: ' ', citations: [], origin: 'written' }];
  step.blanks = [{ kind: 'choice', id: 'b', label: '', citations: [], options: ['', 'Yes'], several: false }];
  const saved = tidy(made).steps[1];
  expect(saved).toMatchObject({
    title: 'Untitled step',
    instructions: [],
    blanks: [{ label: 'Your answer', options: ['Yes', 'Choice 2'] }],
  });
  expect(saved).not.toHaveProperty('why');
  expect(step.title).toBe('  ');
});

test('the way on follows when steps move', () => {
  const made = draft();
  for (const [at, step] of made.steps.entries())
    if (at < 2)
      step.nextAction = {
        text: `Go on to step ${at + 2}: ${made.steps[at + 1]?.title}.`,
        citations: [],
        origin: 'derived',
      };
  moveStep(made, 'step-1', 2);
  leadOn(made);
  expect(made.steps.map((step) => step.nextAction?.text)).toEqual([
    'Go on to step 2: Three.',
    undefined,
    undefined,
  ]);
});

test('the same words cited twice keep one number', () => {
  const made = draft();
  const citation = { sourceId: 's', start: 1, end: 5, quote: 'abcd' };
  const step = made.steps[0];
  if (!step) throw new Error('no step');
  step.citations = [citation];
  step.why = { text: 'x', citations: [{ ...citation, start: 9 }, citation], origin: 'source' };
  expect([...numbersOf(made, placesOf(step)).values()]).toEqual([1, 2]);
});
