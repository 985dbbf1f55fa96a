import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';

const PERSON =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const MACHINE = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const click = (slug: string, userAgent: string, remoteAddress: string) =>
  house.app.inject({ url: `/l/${slug}`, headers: { 'user-agent': userAgent }, remoteAddress });

interface Numbers {
  numbers: { key: string; value: number | null; rowsQuery: string | null; format: string }[];
}

describe('home', () => {
  it('says where to begin while there is nothing', async () => {
    const { body } = await house.call('GET', '/api/v1/home');
    expect(body).toMatchObject({ firstRun: true, money: [], changes: [] });
    expect(body.brief.sentence).toMatch(/^Start with something your expert has already said/);
  });

  it('counts people apart from machines, and each count opens to rows that add up to it', async () => {
    await house.call('POST', '/api/v1/sources', {
      kind: 'paste',
      text: 'First list the jobs. Then price each job.',
    });
    await house.call('POST', '/api/v1/links', { url: 'https://tallowgate.example/', slug: 'counted' });
    for (let n = 1; n <= 5; n += 1)
      expect((await click('counted', PERSON, `203.0.113.${n}`)).statusCode).toBe(302);
    for (let n = 1; n <= 3; n += 1) await click('counted', MACHINE, `198.51.100.${n}`);
    await house.call('POST', '/api/v1/leads', { email: 'noor@studiohalvorn.example' });
    await house.settle();
    const { numbers } = (await house.call('GET', '/api/v1/home')).body as Numbers;
    expect(numbers.find(({ key }) => key === 'clicks')?.value).toBe(5);
    for (const { value, rowsQuery } of numbers.filter(({ format }) => format === 'count')) {
      const { body } = await house.call(
        'GET',
        `/api/v1/rows?query=${rowsQuery?.replace('?', '&')}&limit=200`,
      );
      expect(body.sum).toBe(value);
      expect(body.data).toHaveLength(value ?? -1);
    }
    const machines = (await house.call('GET', '/api/v1/rows?query=machines')).body;
    expect(machines.sum).toBe(3);
    expect(machines.data[0].reason).toEqual(expect.any(String));
  });

  it('names nobody and no money to a key that may read neither', async () => {
    const { body: key } = await house.call('POST', '/api/v1/api-keys', {
      name: 'Screen in the hall',
      scopes: ['workspace.read'],
    });
    await house.inWorkspace((ctx) =>
      ctx.db.execute(sql`insert into app.events (id, workspace_id, name, version, payload, actor, correlation_id, occurred_at)
        select ${newId()}, workspace_id, 'lead.captured', 1, json_build_object('leadId', id), '{}', 'test', ${house.clock.now()}
        from app.leads where email = 'noor@studiohalvorn.example'`),
    );
    expect((await house.call('GET', '/api/v1/home')).text).toContain('noor@studiohalvorn.example');
    const { status, text } = await house.call('GET', '/api/v1/home', undefined, {
      authorization: `Bearer ${key.key}`,
    });
    expect(status).toBe(200);
    expect(text).not.toContain('noor@');
    expect(text).toContain('Somebody passed the gate');
  });

  it('turns pages of rows without losing or repeating one', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await house.call(
        'GET',
        `/api/v1/rows?query=clicks&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.data.map((row: { at: string }) => row.at));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect([...seen].sort().reverse()).toEqual(seen);
  });
});

describe('search', () => {
  it('finds a lead, a link, a source and the passage that holds the words', async () => {
    const found = async (q: string) =>
      (await house.call('GET', `/api/v1/search?q=${encodeURIComponent(q)}`)).body.data;
    expect(await found('noor@studio')).toMatchObject([
      { kind: 'lead', sentence: 'noor@studiohalvorn.example' },
    ]);
    expect((await found('counted')).map((hit: { kind: string }) => hit.kind)).toContain('link');
    expect(await found('price each job')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'passage', sentence: 'Then price each job.' }),
      ]),
    );
    expect(await found('%')).toEqual([]);
  });

  it('finds nothing of a neighbour', async () => {
    const { apiKey } = await house.neighbour();
    const { body } = await house.call('GET', '/api/v1/search?q=noor', undefined, {
      authorization: `Bearer ${apiKey}`,
    });
    expect(body.data).toEqual([]);
  });
});
