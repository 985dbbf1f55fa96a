import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const said = (parts: ReturnType<typeof wordDiff>, without: 'added' | 'removed') =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

test('names what was struck and what was added', () => {
  expect(wordDiff('write the stakeholder', 'write who asks')).toEqual([
    { kind: 'same', text: 'write ' },
    { kind: 'removed', text: 'the stakeholder' },
    { kind: 'added', text: 'who asks' },
  ]);
});

test('both texts can be read back from the difference', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'hole', 'list'), { maxLength: 12 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(said(parts, 'added')).toBe(before);
      expect(said(parts, 'removed')).toBe(after);
    }),
  );
});
