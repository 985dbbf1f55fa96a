import { expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

it('makes ids that are all different and sort in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids.slice(0, 50)) expect(isId(id)).toBe(true);
});

it('carries the time it was made, version and variant', () => {
  const before = Date.now();
  const id = newId();
  const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThanOrEqual(Date.now());
  expect(id[14]).toBe('7');
  expect('89ab').toContain(id[19]);
});
