import { expect, test } from 'vitest';
import type { Citation } from '../shapes.ts';
import { citedSpans } from './spans.ts';

const cite = (quote: string): Citation => ({ sourceId: 's', start: 0, end: quote.length, quote });
const marked = (text: string, ...quotes: string[]) =>
  citedSpans(text, quotes.map(cite)).spans.map((span) => text.slice(span.start, span.end));

test('words said by the source are marked, with their quotes and full stop', () => {
  expect(
    marked(
      'She said: “I lost it on the work nobody had said out loud.” So write.',
      'I lost it on the work nobody had said out loud.',
    ),
  ).toEqual(['“I lost it on the work nobody had said out loud.”']);
});

test('a figure that differs from the source never turns yellow', () => {
  const spans = marked(
    'Studios that write the list overrun by 15 hours a job, not more.',
    'Studios that write the list overrun by 11 hours a job.',
  );
  expect(spans.join(' ')).not.toContain('15');
  expect(spans[0]).toBe('Studios that write the list overrun by');
});

test('a citation whose words are nowhere gets its number behind the text', () => {
  const text = 'Something else entirely.';
  expect(citedSpans(text, [cite('Nobody has said that here before')])).toMatchObject({
    spans: [],
    numbers: [{ at: text.length }],
  });
});

test('two words in common are chance, a whole short text is not', () => {
  expect(marked('Write the offer today, then rest.', 'They write the letter.')).toEqual([]);
  expect(marked('Pen', 'Read it without a pen.')).toEqual(['Pen']);
});

test('the number stands behind the last marked words', () => {
  const text = 'First count the hours of three jobs. Then rest.';
  const { numbers } = citedSpans(text, [cite('You count the hours of three jobs')]);
  expect(text.slice(0, numbers[0]?.at)).toBe('First count the hours of three jobs.');
});
