import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLASSIFIER_VERSION, classify } from './classifier.ts';
import { isDataCentre } from './data-centres.ts';

const DATA = new URL('../../../../shared/data/user-agents/', import.meta.url);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';

describe('classifier', () => {
  it('lets a person with a browser be a person', () => {
    expect(classify({ userAgent: firefox, method: 'GET', ip: '84.22.101.7' })).toEqual({
      isBot: false,
      botReason: null,
      classifierVersion: CLASSIFIER_VERSION,
    });
  });

  it('names what gives a machine away', () => {
    const reasonOf = (evidence: object, burst = false) =>
      classify({ userAgent: firefox, method: 'GET', ...evidence }, burst).botReason;
    expect(reasonOf({ userAgent: '' })).toBe('no user agent');
    expect(reasonOf({ userAgent: 'curl/8.5.0' })).toBe('user agent');
    expect(reasonOf({ userAgent: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' })).toBe(
      'user agent',
    );
    expect(reasonOf({ method: 'HEAD' })).toBe('head request');
    expect(reasonOf({ headers: { 'sec-purpose': 'prefetch;prerender' } })).toBe('prefetch');
    expect(reasonOf({ headers: { purpose: 'prefetch' } })).toBe('prefetch');
    expect(reasonOf({ headers: { 'x-moz': 'prefetch' } })).toBe('prefetch');
    expect(reasonOf({ headers: { 'x-purpose': 'preview' } })).toBe('prefetch');
    expect(reasonOf({}, true)).toBe('burst');
    expect(reasonOf({ ip: '95.216.10.4' })).toBe('data centre');
    expect(reasonOf({ ip: '::ffff:95.216.10.4' })).toBe('data centre');
    expect(reasonOf({ ip: 'unknown' })).toBe(null);
  });

  it('reads a user agent of any length in no time', () => {
    const started = performance.now();
    classify({ userAgent: `Mozilla/5.0 ${'a'.repeat(2_000_000)}`, method: 'GET' });
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('knows data centres and leaves homes alone', () => {
    expect(['3.208.1.1', '34.65.2.2', '52.0.0.1', '2a01:4f8::1'].filter(isDataCentre)).toHaveLength(4);
    expect(['84.22.101.7', '192.168.1.4', '::1', '2001:db8::1', '', '1.2.3'].filter(isDataCentre)).toEqual(
      [],
    );
  });

  it.skipIf(!existsSync(DATA))(
    'finds at least 97% of the bots of shared/data and flags at most 1% of its browsers',
    () => {
      const read = (name: string) =>
        JSON.parse(readFileSync(new URL(name, DATA), 'utf8')) as { ua: string }[];
      const isBot = ({ ua }: { ua: string }) => classify({ userAgent: ua, method: 'GET' }).isBot;
      const bots = read('bots.json');
      const browsers = read('browsers.json');
      expect(bots.filter(isBot).length / bots.length).toBeGreaterThanOrEqual(0.97);
      expect(browsers.filter(isBot).length / browsers.length).toBeLessThanOrEqual(0.01);
    },
  );
});
