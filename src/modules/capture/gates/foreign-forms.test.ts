import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';

const ANSWERS = [
  ['1', '250-500k'],
  ['2', '6-12'],
  ['3', 'scope'],
] as const;

let house: TestHouse;
let playbook: PublishedPlaybook;
beforeAll(async () => {
  house = await openHouse();
  playbook = await publishPlaybook(house);
});
afterAll(() => house.close());

const send = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  house.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
const gate = () => `${playbook.path}/gate`;

async function begin(): Promise<string> {
  const { headers } = await send(gate(), { email: 'reader@tallowgate.example' });
  return new URL(String(headers.location), 'http://localhost').searchParams.get('s') ?? '';
}

describe('a form that another site sends by itself', () => {
  const foreign = {
    origin: 'https://elsewhere.example',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
  };

  it('does not make the visitor somebody else at the gate', async () => {
    const s = await begin();
    for (const [q, value] of ANSWERS) {
      const answer = await send(gate(), { s, q, value }, foreign);
      expect(answer.statusCode).toBe(403);
      expect(answer.cookies).toEqual([]);
    }
  });

  it('confirms no address', async () => {
    expect((await send(`/confirm/${'a'.repeat(43)}`, {}, foreign)).statusCode).toBe(403);
    expect((await send(`/confirm/${'a'.repeat(43)}`, {})).statusCode).toBe(404);
  });
});

describe('the address of a form', () => {
  it('lets the same person through again at once, and nobody long after', async () => {
    const s = await begin();
    for (const [q, value] of ANSWERS) await send(gate(), { s, q, value });
    const again = () => send(gate(), { s, q: '3', value: 'scope' });
    expect((await again()).cookies).toMatchObject([{ name: 'pb_reader_tallowgate' }]);
    house.clock.advance({ minutes: 11 });
    const late = await again();
    expect(late.statusCode).toBe(303);
    expect(late.cookies).toEqual([]);
  });
});
