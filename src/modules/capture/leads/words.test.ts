import { describe, expect, it } from 'vitest';
import { cell } from './export.ts';
import { cameFrom, clickDetail, stepSentence } from './sentences.ts';

describe('a cell of the export', () => {
  it('is quoted where it must be, and never a formula', () => {
    expect(['plain', 'a,b', 'say "so"', 'two\nlines', '=1+1', '+49', '-1', '@x', null, -5].map(cell)).toEqual(
      ['plain', '"a,b"', '"say ""so"""', '"two\nlines"', "'=1+1", "'+49", "'-1", "'@x", '', '-5'],
    );
  });
});

describe('the timeline', () => {
  it('says where somebody came from', () => {
    const link = { slug: 'three-jobs', title: 'Count three past jobs', utmSource: null, referrer: null };
    expect(cameFrom({ ...link, utmSource: 'linkedin' })).toBe(
      'Came from LinkedIn, link “Count three past jobs”',
    );
    expect(cameFrom({ ...link, referrer: 'https://www.example.org/a?b' })).toBe(
      'Came from example.org, link “Count three past jobs”',
    );
    expect(cameFrom({ ...link, title: 'three-jobs' })).toBe('Followed a link');
  });

  it('tells people from machines', () => {
    const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148';
    expect(clickDetail({ slug: 'x', isBot: false, botReason: null, userAgent: phone })).toBe(
      '/l/x · a person, on a phone',
    );
    expect(clickDetail({ slug: 'x', isBot: true, botReason: 'head request', userAgent: phone })).toBe(
      '/l/x · a machine: head request',
    );
  });

  it('passes over what is too small to tell', () => {
    expect([stepSentence('done', 2), stepSentence('gate_seen', 3)]).toEqual(['Ticked off step 2', null]);
  });
});
