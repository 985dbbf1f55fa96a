import { describe, expect, it } from 'vitest';
import { curl, day, duration, ending, listed, lowerFirst, shorten } from './typography.ts';

describe('marks', () => {
  it.each([
    [`the client's words`, 'the client’s words'],
    [`every "etc.", every "and so on"`, 'every “etc.”, every “and so on”'],
    [`"Second visit." Because they`, '“Second visit.” Because they'],
    [`the studios' hours`, 'the studios’ hours'],
    [`she said 'no' twice`, 'she said ‘no’ twice'],
  ])('sets %s as a printer would', (typed, set) => {
    expect(curl(typed, 'en')).toBe(set);
  });

  it('leaves quotation marks of other languages as they were typed', () => {
    expect(curl(`l'atelier "neuf"`, 'fr')).toBe(`l’atelier "neuf"`);
  });
});

describe('sentences inside sentences', () => {
  it.each([
    ['Nine lines are there', 'nine lines are there'],
    ['I can say it', 'I can say it'],
    ['Marit Ostrevik has read it', 'Marit Ostrevik has read it'],
    ['PDF is sent', 'PDF is sent'],
  ])('begins %s as %s', (text, inside) => {
    expect(lowerFirst(text)).toBe(inside);
  });

  it('joins what is needed', () => {
    expect(listed([{ text: 'The brief.' }, { text: 'Your last three requests' }])).toBe(
      'The brief; your last three requests',
    );
  });

  it('words an outcome that is a sentence, and one that is a thing', () => {
    expect(ending('By the end you have one price.')).toEqual({
      label: 'By the end',
      text: 'you have one price.',
    });
    expect(ending('One name on paper.')).toEqual({ label: 'You end with', text: 'One name on paper.' });
  });
});

it('cuts between words, without a comma before the dots', () => {
  expect(shorten('one two, three four', 12)).toBe('one two…');
  expect(shorten('short', 12)).toBe('short');
});

it('says minutes, hours and days as people do', () => {
  expect([1, 45, 60, 90].map(duration)).toEqual(['1 minute', '45 minutes', '1 h', '1 h 30 min']);
  expect(day(new Date('2026-11-20T12:00:00Z'), 'en')).toBe('20 November 2026');
  expect(day(new Date('2026-11-20T12:00:00Z'), 'de')).toBe('20. November 2026');
});
