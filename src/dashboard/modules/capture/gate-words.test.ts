import { describe, expect, it } from 'vitest';
import { nameFor, newQuestion, usualCopy } from './gate-words.ts';

describe('usualCopy', () => {
  it('promises as far as the trial, or to the end', () => {
    const behind = { position: 3, trialPosition: 7, lastPosition: 11, questions: 3 };
    expect(usualCopy(behind).headline).toBe('Steps 4 to 7 are next. Want them?');
    expect(usualCopy({ ...behind, trialPosition: null }).button).toBe('Open steps 4 to 11');
  });

  it('speaks of one step and one question as one', () => {
    const copy = usualCopy({ position: 3, trialPosition: null, lastPosition: 4, questions: 1 });
    expect(copy.headline).toBe('Step 4 is next. Want it?');
    expect(copy.promise).toContain('answer one question. Step 4 opens at once');
  });
});

describe('nameFor', () => {
  it('makes a name from words, unlike those that are taken', () => {
    expect(nameFor('Über €500k', [], 'x')).toBe('uber-500k');
    expect(nameFor('Just me', ['just-me', 'just-me-2'], 'x')).toBe('just-me-3');
    expect(nameFor('…', [], 'answer')).toBe('answer');
  });
});

describe('newQuestion', () => {
  it('never takes the name of another question', () => {
    const first = newQuestion([]);
    expect(newQuestion([{ ...first, id: 'question-2' }]).id).toBe('question-2-2');
  });
});
