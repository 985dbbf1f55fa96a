import { expect, test } from 'vitest';
import { deviceWords, machineReason, referrerWords, targetWords } from './words.ts';

test('names a browser and its system', () => {
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
  const desk =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0';
  expect(deviceWords(phone)).toBe('Safari on iPhone');
  expect(deviceWords(desk)).toBe('Edge on Windows');
});

test('lets a machine keep the name it gives itself', () => {
  expect(deviceWords('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')).toBe(
    'Googlebot',
  );
  expect(deviceWords('curl/8.5.0')).toBe('curl');
  expect(deviceWords(null)).toBe('Unnamed');
});

test('says why a click is a machine’s, also for a reason it does not know', () => {
  expect(machineReason('burst')).toBe('Too fast for a person');
  expect(machineReason('solar flare')).toBe('solar flare');
  expect(machineReason(null)).toBe('A machine');
});

test('shortens addresses to what a person reads', () => {
  expect(referrerWords('https://www.linkedin.com/feed/update/1')).toBe('linkedin.com');
  expect(referrerWords(null)).toBe('Direct');
  const target = { playbookId: null, playbookSlug: null, title: null };
  expect(targetWords({ target: { ...target, kind: 'url', url: 'https://quote.example/book' } })).toBe(
    'quote.example/book',
  );
  expect(targetWords({ target: { ...target, kind: 'playbook', title: 'The Quote', url: '' } })).toBe(
    'The Quote',
  );
});
