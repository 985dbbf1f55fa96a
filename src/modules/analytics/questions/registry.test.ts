import { expect, it } from 'vitest';
import { MEASURE_KEYS } from './keys.ts';
import { MEASURES } from './registry.ts';

it('counts exactly what is named, in the same order', () => {
  expect(Object.keys(MEASURES)).toEqual([...MEASURE_KEYS]);
});
