import { expect, test } from 'vitest';
import type { Passage } from '../shapes.ts';
import { paragraphsOf, rangeOf } from './segments.ts';

const passage = (start: number, end: number): Passage => ({
  id: `${start}`,
  start,
  end,
  quote: '',
  kind: 'sentence',
  heading: null,
  speaker: null,
  timeMs: null,
  page: null,
  usedIn: [],
});

test('the segments of all paragraphs are the text again', () => {
  const text = 'One sentence. Two.\n\nA second paragraph.\nA third.';
  const paragraphs = paragraphsOf(text, [passage(0, 13), passage(14, 18), passage(20, 39)], {
    start: 5,
    end: 16,
  });
  expect(paragraphs).toHaveLength(3);
  expect(
    paragraphs
      .flat()
      .map((segment) => text.slice(segment.start, segment.end))
      .join(''),
  ).toBe(text);
});

test('the cited characters are marked even when they cut across passages', () => {
  const text = 'One sentence. Two.';
  const cited = paragraphsOf(text, [passage(0, 13), passage(14, 18)], { start: 4, end: 16 })
    .flat()
    .filter((segment) => segment.cited);
  expect(cited.map((segment) => text.slice(segment.start, segment.end)).join('')).toBe('sentence. Tw');
});

test('only a range of characters is a place in the text', () => {
  expect(rangeOf('#1290-1344')).toEqual({ start: 1290, end: 1344 });
  expect(rangeOf('1290-1344')).toEqual({ start: 1290, end: 1344 });
  expect(rangeOf('content')).toBeUndefined();
  expect(rangeOf('#9-9')).toBeUndefined();
});
