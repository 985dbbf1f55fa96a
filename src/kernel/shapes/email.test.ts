import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EmailAddress, normaliseEmail, readEmail } from './email.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/data');
const read = (path: string) => JSON.parse(readFileSync(`${SHARED}/${path}`, 'utf8'));

interface Case {
  address: string;
  category: string;
}

describe('an e-mail address', () => {
  it.each([
    ['  Anna.Berg@Example.COM ', 'anna.berg@example.com'],
    ['anna+list@münchen.example', 'anna+list@xn--mnchen-3ya.example'],
    ['anna@例え。テスト', 'anna@xn--r8jz45g.xn--zckzah'],
    ['JÜRGEN@example.com', 'jürgen@example.com'],
    ['"anna"@example.com', 'anna@example.com'],
    ['"Anna Berg"@example.com', '"anna berg"@example.com'],
    ['anna@[192.0.2.1]', 'anna@[192.0.2.1]'],
    ['anna@[IPv6:2001:DB8::1]', 'anna@[IPv6:2001:db8::1]'],
    ["o'neil/ops=x@example.com", "o'neil/ops=x@example.com"],
  ])('%j has the one form %j', (typed, normal) => {
    expect(normaliseEmail(typed)).toBe(normal);
  });

  it.each([
    ['', 'Write an e-mail address.'],
    ['anna', 'An e-mail address needs an @, as in name@example.com.'],
    ['anna@', 'Write what comes after the @, as in name@example.com.'],
    ['anna@gmail', '"gmail" lacks its ending, as in example.com.'],
    ['anna berg@example.com', 'The part before the @ has something that no address has there.'],
    ['anna@exa mple.com', 'The part after the @ is not the name of a domain.'],
    [`${'a'.repeat(65)}@example.com`, 'The part before the @ is longer than 64 characters.'],
    [`a@${`${'b'.repeat(60)}.`.repeat(5)}com`, 'The part after the @ is not the name of a domain.'],
  ])('%j is refused with a sentence', (typed, problem) => {
    expect(readEmail(typed)).toEqual({ ok: false, problem });
  });

  it.each([
    'anna@example.com\r\nBcc: all@example.com',
    'anna@example.com\nSubject: x',
    'anna@example.com\u0000',
    'anna\u200b@example.com',
    'anna@exam\u202eple.com',
    'anna@example.com,eve@example.com',
    'anna@example.com eve@example.com',
    '<anna@example.com>',
    'Anna <anna@example.com>',
    'anna@example.com/path',
    'anna@exa%6dple.com',
    'anna@user@example.com',
    '\ud800@example.com',
  ])('%j smuggles nothing in', (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });

  it('is stable: its normal form is its own normal form', () => {
    const part = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    fc.assert(
      fc.property(part, part, part, (local, host, ending) => {
        const once = normaliseEmail(`${local}@${host}.${ending}`);
        if (once !== null) expect(normaliseEmail(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('never holds a character that could end a header line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(normaliseEmail(`${typed}@example.com`) ?? '').not.toMatch(/[\r\n]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a shape that answers with the normal form and can be described in JSON Schema', () => {
    expect(EmailAddress.parse(' A@Example.com ')).toBe('a@example.com');
    expect(EmailAddress.safeParse('a@b').error?.issues[0]?.message).toContain('lacks its ending');
    for (const io of ['input', 'output'] as const) {
      expect(z.toJSONSchema(EmailAddress, { io })).toMatchObject({ type: 'string', maxLength: 1000 });
    }
  });

  it.skipIf(!existsSync(`${SHARED}/email-validation`))(
    'agrees with the isemail cases, which lie outside the project',
    () => {
      const { cases } = read('email-validation/isemail-tests.json') as { cases: Case[] };
      const sendable = ['ISEMAIL_VALID_CATEGORY', 'ISEMAIL_DNSWARN', 'ISEMAIL_RFC5321'];
      const disagreements = cases.filter(
        ({ address, category }) => sendable.includes(category) !== (normaliseEmail(address) !== null),
      );
      // On purpose: spaces around are trimmed, and a domain without a dot is taken for a slip.
      expect(disagreements.map(({ address }) => address)).toEqual(['test@io', ' test@iana.org']);
    },
  );

  it.skipIf(!existsSync(`${SHARED}/naughty-strings`))(
    'survives the naughty strings, which lie outside the project',
    () => {
      const strings = read('naughty-strings/strings.json') as string[] | { strings: string[] };
      const list = Array.isArray(strings) ? strings : strings.strings;
      expect(list.length).toBeGreaterThan(100);
      for (const naughty of list) {
        for (const typed of [naughty, `${naughty}@example.com`, `a@${naughty}`]) {
          expect(normaliseEmail(typed) ?? '').not.toMatch(/[\r\n<>]|\s$/);
        }
      }
    },
  );
});
