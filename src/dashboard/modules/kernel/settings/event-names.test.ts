import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventNames } from './event-names.ts';

// The dashboard imports nothing of the server, so the catalogue is read as text.
const catalogue = readFileSync(new URL('../../../../kernel/events/catalog.ts', import.meta.url), 'utf8');

test('offers every event of the catalogue to webhooks, and no other', () => {
  const names = [...catalogue.matchAll(/^ {2}'([a-z]+\.[a-z-]+)':/gm)].map((found) => found[1]);
  expect(names.length).toBeGreaterThan(10);
  expect(Object.keys(eventNames).sort()).toEqual(names.sort());
});
