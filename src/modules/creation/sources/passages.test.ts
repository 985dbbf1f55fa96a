import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from './passages.ts';
import { readText } from './read/read.ts';
import { sentencesOf } from './sentences.ts';

const read = (raw: string) => {
  const reading = readText(raw);
  return { ...reading, passages: passagesOf(reading.text, reading.marks) };
};

describe('passagesOf', () => {
  it('always quotes what stands at its offsets, in order and without overlap', () => {
    const pieces = fc.constantFrom(
      '# Title\n\n',
      'Anna: Hello there. ',
      '1. Do it now.\n',
      '- item\n',
      '> said\n',
      '[00:10] ',
      'a | b\n',
      '\n\n',
      '“Quoted. Twice.” ',
      'Dr. Who went home. ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), pieces), { maxLength: 40 }), (parts) => {
        const { text, passages } = read(parts.join(''));
        let last = 0;
        return passages.every((passage, index) => {
          const exact =
            text.slice(passage.start, passage.end) === passage.quote &&
            passage.quote.trim() === passage.quote &&
            passage.quote !== '';
          const ordered = passage.start >= last && passage.position === index;
          last = passage.end;
          return exact && ordered;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('knows headings, list items, quotations and table rows', () => {
    const { passages } = read(
      '# Tap\n\n## Tools\n\nTake these. And a rag.\n\n1. Spanner. Small.\n   - Red one\n\n> It drips.\n\n| Part | Size |\n|---|---|\n| Washer | 12 |',
    );
    expect(
      passages.map(({ kind, quote, headings, list }) => [
        kind,
        quote,
        headings.join(' > '),
        list?.depth,
        list?.number,
      ]),
    ).toEqual([
      ['heading', 'Tap', '', undefined, undefined],
      ['heading', 'Tools', 'Tap', undefined, undefined],
      ['sentence', 'Take these.', 'Tap > Tools', undefined, undefined],
      ['sentence', 'And a rag.', 'Tap > Tools', undefined, undefined],
      ['item', 'Spanner.', 'Tap > Tools', 0, 1],
      ['item', 'Small.', 'Tap > Tools', 0, 1],
      ['item', 'Red one', 'Tap > Tools', 1, undefined],
      ['quote', 'It drips.', 'Tap > Tools', undefined, undefined],
      ['row', 'Part | Size', 'Tap > Tools', undefined, undefined],
      ['row', 'Washer | 12', 'Tap > Tools', undefined, undefined],
    ]);
  });

  it('carries speaker, time and page on from the last mark', () => {
    const { passages } = read(
      'Anna: One thing. [00:00:30] Two things.\n\nTom: Which?\n\nAnna: Both.\n\nTom: Fine.',
    );
    expect(passages.map(({ quote, speaker, timeMs }) => [quote, speaker, timeMs])).toEqual([
      ['One thing.', 'Anna', undefined],
      ['Two things.', 'Anna', 30_000],
      ['Which?', 'Tom', 30_000],
      ['Both.', 'Anna', 30_000],
      ['Fine.', 'Tom', 30_000],
    ]);
    const pages = passagesOf('On one.\n\nOn two.', [
      { offset: 0, page: 1 },
      { offset: 9, page: 2 },
    ]);
    expect(pages.map((passage) => passage.page)).toEqual([1, 2]);
  });
});

describe('sentencesOf', () => {
  const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  it('does not break at abbreviations, initials or a trailing ellipsis', () => {
    expect(split('Mr. Bell came at 4.30, i.e. late. He left.')).toEqual([
      'Mr. Bell came at 4.30, i.e. late.',
      'He left.',
    ]);
    expect(split('J. K. Ost wrote it... and burned it. Then she slept.')).toEqual([
      'J. K. Ost wrote it... and burned it.',
      'Then she slept.',
    ]);
    expect(split('We sell tea, rye, etc. Nothing else.')).toEqual([
      'We sell tea, rye, etc.',
      'Nothing else.',
    ]);
  });

  it('keeps closing quotes with their sentence and splits scripts without blanks', () => {
    expect(split('He said “Go.” Then he went.')).toEqual(['He said “Go.”', 'Then he went.']);
    expect(split('まず書きます。次に焼きます。')).toEqual(['まず書きます。', '次に焼きます。']);
  });
});
