import { describe, expect, it } from 'vitest';
import { readClaims } from '../profiles/claims.ts';
import { readPage } from '../profiles/page-text.ts';
import { readRobots } from '../profiles/robots.ts';
import { PAGES } from '../site.fixture.ts';
import { checkMail, gradeOf } from './checks.ts';
import { composeVariants, unsupportedIn } from './compose.ts';
import { wilson } from './interval.ts';
import { mergeText } from './merge.ts';

const pageOf = (html: string, url = 'https://quotewright.example/') => ({ ...readPage(html, url), url });
const reading = readClaims(
  [pageOf(PAGES['/'] ?? ''), pageOf(PAGES['/pricing'] ?? '', 'https://quotewright.example/pricing')],
  'https://quotewright.example/',
);
if ('refused' in reading) throw new Error(reading.reason);

describe('a mail', () => {
  it('is filled in for a person, with fallbacks, and says what is missing', () => {
    expect(mergeText('Hi {{first_name|there}} of {{ company }}', { company: ' Mill ' })).toEqual({
      text: 'Hi there of Mill',
      missing: [],
    });
    expect(mergeText('Hi {{first_name}}', {})).toEqual({ text: 'Hi ', missing: ['first_name'] });
    expect(mergeText('{{a|}}x', {}).missing).toEqual([]);
  });

  it('never reads a person’s own words as fields or as another line', () => {
    expect(
      mergeText('Hi {{first_name}}', { first_name: '{{company}}\r\nBcc: all@x.example', company: 'Mill' })
        .text,
    ).toBe('Hi { {company}} Bcc: all@x.example');
  });

  it('is checked as a filter and a busy reader would', () => {
    const states = (subject: string, body: string, position = 1) =>
      Object.fromEntries(
        checkMail({ subject, body, position }).findings.map(({ key, state }) => [key, state]),
      );
    expect(states('Hello', 'Hi {{first_name|there}}, how are you?')).toMatchObject({
      fields: 'good',
      spam: 'good',
      subject: 'good',
    });
    expect(states('Re: Hello', 'Hi')).toMatchObject({ subject: 'red' });
    expect(states('Hello', 'Hi {{nobody}}').fields).toBe('red');
    expect(states('Hello', 'Hi {{first_name').fields).toBe('red');
    expect(states('Hello', 'Hi {{first_name}}').fields).toBe('warning');
    expect(states('Act now', 'Click here for free money').spam).toBe('warning');
    expect(states('Hello', '').length).toBe('red');
  });

  it('has a reading grade that rises with long words and sentences', () => {
    expect(gradeOf('The cat sat. The dog ran.')).toBeLessThan(2);
    expect(
      gradeOf(
        'Organizational transformation necessitates comprehensive interdepartmental communication initiatives.',
      ),
    ).toBeGreaterThan(15);
  });
});

describe('the built-in composer', () => {
  const claims = reading.claims.map((claim, index) => ({ ...claim, id: String(index) }));
  const variants = composeVariants({
    name: reading.name,
    url: 'https://quotewright.example/',
    audience: 'small workshops',
    pains: ['prices that are guessed'],
    claims,
  });

  it('says about the product only what stands on the site, word for word', () => {
    for (const { mails } of variants)
      for (const { body, claims: used } of mails) {
        expect(unsupportedIn(body, claims)).toEqual([]);
        for (const { claimId, words } of used) {
          expect(body).toContain(words);
          expect(claims.find(({ id }) => id === claimId)?.sentence).toBe(words);
        }
      }
    expect(variants.flatMap(({ mails }) => mails.flatMap((mail) => mail.claims)).length).toBeGreaterThan(5);
  });

  it('finds nothing red in what it writes', () => {
    for (const { mails } of variants)
      for (const [index, mail] of mails.entries())
        expect(
          checkMail({ ...mail, position: index + 1 }).findings.filter(({ state }) => state === 'red'),
        ).toEqual([]);
  });

  it('notices figures and superlatives that no claim holds', () => {
    expect(unsupportedIn('Used by 340 workshops since 2019.\n\nBest,\nAda', claims)).toEqual([]);
    expect(unsupportedIn('The best tool, used by 900 workshops.', claims)).toEqual(['best', '900']);
  });
});

describe('a page', () => {
  it('gives claims that stand in its text at their offsets', () => {
    const page = pageOf(PAGES['/'] ?? '');
    for (const claim of reading.claims.filter(({ url }) => url === page.url))
      expect(page.text.slice(claim.start, claim.end)).toBe(claim.sentence);
  });

  it('cannot give orders: what speaks to machines, or is hidden from people, is no claim', () => {
    const said = reading.claims.map(({ sentence }) => sentence).join(' ');
    for (const order of ['previous instructions', 'competitor', 'number one', 'AI assistants', '5000'])
      expect(said).not.toContain(order);
  });

  it('without words, or behind a sign-in, is refused', () => {
    const refused = (html: string) => {
      const read = readClaims([pageOf(html)], 'https://x.example/');
      return 'refused' in read ? read.code : null;
    };
    expect(refused('<html><body><div id="root"></div></body></html>')).toBe('empty');
    expect(
      refused(
        `<html><body><h1>Log in</h1><p>${'Please sign in to go on to your account here. '.repeat(5)}</p></body></html>`,
      ),
    ).toBe('sign_in');
  });
});

describe('robots.txt', () => {
  it('is read by its longest rule, our own group first', () => {
    const robots = readRobots(
      'User-agent: *\nDisallow: /\n\nUser-agent: PlaybookOS\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$',
    );
    expect(
      ['/', '/private', '/private/open/x', '/a.pdf', '/a.pdf?x=1'].map((path) => robots.allows(path)),
    ).toEqual([true, false, true, false, true]);
    expect(readRobots('User-agent: *\nDisallow:').allows('/x')).toBe(true);
    expect(readRobots('User-agent: *\nDisallow: /').allows('/x')).toBe(false);
  });
});

describe('an interval', () => {
  it('is wide for few and narrow for many', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(1, 10).high - wilson(1, 10).low).toBeGreaterThan(0.3);
    expect(wilson(100, 1000).low).toBeCloseTo(0.083, 2);
    expect(wilson(100, 1000).high).toBeCloseTo(0.12, 2);
  });
});
