import { expect, it } from 'vitest';
import { channelGroupOf, channelLabel } from './channel.ts';

it.each([
  [{}, 'direct'],
  [{ isLink: true }, 'link'],
  [{ referrer: 'https://www.linkedin.com/feed/' }, 'linkedin'],
  [{ referrer: 'https://lnkd.in/x' }, 'linkedin'],
  [{ referrer: 'https://www.google.de/' }, 'search'],
  [{ referrer: 'https://notgoogle.example/' }, 'referral'],
  [{ referrer: 'https://evil-linkedin.com/' }, 'referral'],
  [{ referrer: 'not an address' }, 'direct'],
  [{ utmSource: 'hn', referrer: 'https://www.google.com/' }, 'hacker_news'],
  [{ utmSource: 'LinkedIn', utmMedium: 'cpc' }, 'paid'],
  [{ utmSource: 'teo-brannick', utmMedium: 'newsletter' }, 'newsletter'],
  [{ utmSource: 'teo-brannick' }, 'teo-brannick'],
  [{ utmSource: 'unattributed' }, 'other'],
  [{ utmSource: '<script>' }, 'other'],
  [{ channelKind: 'reddit', utmSource: 'linkedin' }, 'reddit'],
  [{ isCampaign: true, channelKind: 'reddit' }, 'outreach'],
] as const)('%j comes from %s', (origin, group) => {
  expect(channelGroupOf(origin)).toBe(group);
});

it('names a group as people write it', () => {
  expect([channelLabel('hacker_news'), channelLabel('teo-brannick')]).toEqual([
    'Hacker News',
    'Teo brannick',
  ]);
});
