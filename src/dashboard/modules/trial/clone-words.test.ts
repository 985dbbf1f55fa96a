import { expect, test } from 'vitest';
import { partsOf, rateWords } from './clone-words.ts';

test('an answer is cut at the numbers of what it rests on, and nowhere else', () => {
  expect(partsOf('Pull three jobs. [1] Count [sic] the hours. [2]', 2)).toEqual([
    'Pull three jobs. ',
    1,
    ' Count [sic] the hours. ',
    2,
  ]);
  expect(partsOf('Write it down. [3]', 2)).toEqual(['Write it down. ', '[3]']);
});

test('a rate says of how many', () => {
  expect(rateWords({ value: 0.96, n: 25 })).toBe('96% of 25');
  expect(rateWords(null)).toBe('–');
});
