import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EmailAddress } from './email.ts';
import { speakPlainly } from './sentences.ts';

beforeAll(() => speakPlainly());

const said = (shape: z.ZodType, value: unknown) =>
  shape.safeParse(value).error?.issues.map(({ message }) => message);

describe('a shape that refuses a value', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['nothing', z.object({ name: z.string() }), {}, 'This is missing. Send a text.'],
    ['a number for a text', z.string(), 7, 'Send a text, not a number.'],
    ['null for a list', z.array(z.string()), null, 'Send a list, not null.'],
    ['a list for an object', z.object({}), [], 'Send an object, not a list.'],
    ['a fraction', z.number().int(), 1.5, 'Send a whole number.'],
    ['letters in an address for a number', z.coerce.number(), 'x', 'Send a number.'],
    ['a text for yes or no', z.boolean(), 'yes', 'Send true or false, not a text.'],
    ['an empty text', z.string().min(1), '', 'Write something here.'],
    ['a short text', z.string().min(3), 'a', 'Write at least 3 characters.'],
    ['a long text', z.string().max(1), 'ab', 'Keep it within 1 character.'],
    ['a text of another length', z.string().length(3), 'ab', 'Write exactly 3 characters.'],
    ['an empty list', z.array(z.string()).min(1), [], 'Send at least one.'],
    ['a long list', z.array(z.string()).max(2), ['a', 'b', 'c'], 'Send 2 at most.'],
    ['a small number', z.number().min(0), -1, 'Use 0 or more.'],
    ['a number that is not above', z.number().positive(), 0, 'Use more than 0.'],
    ['a large number', z.number().max(100), 101, 'Use 100 or less.'],
    ['a number between the steps', z.number().multipleOf(5), 7, 'Use a multiple of 5.'],
    ['another word', z.enum(['draft', 'live', 'ended']), 'gone', 'Choose “draft”, “live” or “ended”.'],
    ['another constant', z.literal('yes'), 'no', 'This can only be “yes”.'],
    ['no address', z.url(), 'example', 'Write a whole web address, as in https://example.com/page.'],
    ['no moment', z.iso.datetime(), 'today', 'Write a moment with its zone, as in 2026-10-28T08:00:00Z.'],
    ['no day', z.iso.date(), '28.10.2026', 'Write a date, as in 2026-10-28.'],
    ['no scheme', z.string().startsWith('https://'), 'ftp://x', 'Begin it with “https://”.'],
    ['another form', z.string().regex(/^a+$/), 'b', 'This is not written in the form that is expected here.'],
    [
      'a field too many',
      z.strictObject({}),
      { a: 1, b: 2 },
      'Remove “a” and “b”: nothing is known by that name here.',
    ],
    [
      'neither',
      z.union([z.string(), z.null()]),
      7,
      'Send a text, not a number. Or: Send null, not a number.',
    ],
    [
      'another kind',
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]),
      { kind: 'c' },
      'Choose “a” or “b”.',
    ],
  ])('says of %s what to do', (_name, shape, value, sentence) => {
    expect(said(shape, value)).toEqual([sentence]);
  });

  it('says of an id how one looks', () => {
    expect(said(z.uuid(), 'seven')?.[0]).toMatch(/^This is not an id\. Send it as you got it/);
  });

  it('keeps the sentence that a shape brings along', () => {
    expect(said(z.string().min(1, 'Name the playbook.'), '')).toEqual(['Name the playbook.']);
    expect(said(EmailAddress, 'anna')).toEqual(['An e-mail address needs an @, as in name@example.com.']);
  });

  it('never speaks of the inside of the program', () => {
    const shapes: z.ZodType[] = [z.bigint(), z.date(), z.symbol(), z.map(z.string(), z.string()), z.never()];
    for (const shape of shapes)
      for (const value of [undefined, null, 7, Number.NaN, 'x', [], {}])
        for (const sentence of said(shape, value) ?? [])
          expect(sentence).not.toMatch(/invalid|expected|received|NaN|undefined/i);
  });
});
