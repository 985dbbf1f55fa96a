import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';

let house: TestHouse;
let base: string;

beforeAll(async () => {
  house = await openHouse();
  base = await house.listen();
});
afterAll(() => house.close());

/** Opens the stream and resolves with what it says until `enough` holds. */
async function follow(
  apiKey: string,
  enough: (said: string) => boolean,
  meanwhile: () => Promise<unknown>,
): Promise<string> {
  const stop = new AbortController();
  const answer = await fetch(`${base}/api/v1/live`, {
    headers: { authorization: `Bearer ${apiKey}` },
    signal: stop.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  const first = await reader?.read();
  said += first?.value ?? '';
  await meanwhile();
  while (!enough(said)) {
    const piece = await reader?.read();
    if (piece?.done !== false) break;
    said += piece.value;
  }
  stop.abort();
  return said;
}

it('tells an open screen what changed when it is committed, by topic and id alone', async () => {
  const said = await follow(
    house.apiKey,
    (text) => text.includes('link.created'),
    () =>
      house.call('POST', '/api/v1/links', { url: 'https://tallowgate.example/secret-target', slug: 'told' }),
  );
  expect(said).toMatch(/data: \{"topic":"link\.created","ids":\{"linkId":"[0-9a-f-]{36}"\}\}/);
  expect(said).not.toContain('secret-target');
});

it('tells nothing of another workspace', async () => {
  const neighbour = await house.neighbour();
  const said = await follow(
    neighbour.apiKey,
    (text) => text.includes('link.created'),
    async () => {
      await house.call('POST', '/api/v1/links', { url: 'https://tallowgate.example/', slug: 'ours' });
      await house.call(
        'POST',
        '/api/v1/links',
        { url: 'https://otherplace.example/', slug: 'theirs' },
        { authorization: `Bearer ${neighbour.apiKey}` },
      );
    },
  );
  expect(said.match(/link\.created/g)).toHaveLength(1);
});

it('lets the server stop although streams are open', async () => {
  const other = await openHouse();
  const address = await other.listen();
  const answer = await fetch(`${address}/api/v1/live`, {
    headers: { authorization: `Bearer ${other.apiKey}` },
  });
  await other.close();
  expect(await answer.text()).toContain('retry:');
});
