import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';

const PERSON =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const follow = (slug: string, options: { userAgent?: string; method?: 'GET' | 'HEAD'; from?: string } = {}) =>
  house.app.inject({
    method: options.method ?? 'GET',
    url: `/l/${slug}`,
    headers: { 'user-agent': options.userAgent ?? PERSON, referer: 'https://www.linkedin.com/feed/' },
    remoteAddress: options.from ?? '203.0.113.9',
  });
const shorten = (body: object) => house.call('POST', '/api/v1/links', body);

describe('a link', () => {
  it('leads to its target with its UTM values and the id of a click that is in the database', async () => {
    const { body } = await shorten({
      url: 'https://tallowgate.example/offer?ref=1#price',
      slug: 'offer',
      utm: { source: 'linkedin', campaign: 'autumn & winter' },
    });
    const answer = await follow('offer');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers['cache-control']).toContain('no-store');
    const target = new URL(String(answer.headers.location));
    expect(target.hash).toBe('#price');
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      ref: '1',
      utm_source: 'linkedin',
      utm_campaign: 'autumn & winter',
    });
    const { data } = (await house.call('GET', `/api/v1/links/${body.id}/clicks`)).body;
    expect(data).toMatchObject([
      { id: target.searchParams.get('c'), isBot: false, referrer: 'https://www.linkedin.com/feed/' },
    ]);
    expect(JSON.stringify(data)).not.toContain('203.0.113.9');
  });

  it('keeps what the address said about itself', async () => {
    await shorten({
      url: 'https://tallowgate.example/?utm_source=theirs',
      slug: 'theirs',
      utm: { source: 'ours', medium: 'mail' },
    });
    const target = new URL(String((await follow('theirs')).headers.location));
    expect(target.searchParams.getAll('utm_source')).toEqual(['theirs']);
    expect(target.searchParams.get('utm_medium')).toBe('mail');
  });

  it('counts machines apart, with the reason beside the row', async () => {
    const { body } = await shorten({ url: 'https://tallowgate.example/', slug: 'machines' });
    await follow('machines', { from: '203.0.113.10' });
    await follow('machines', {
      userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)',
      from: '198.51.100.4',
    });
    await follow('machines', { method: 'HEAD', from: '203.0.113.11' });
    const link = (await house.call('GET', `/api/v1/links/${body.id}`)).body;
    expect(link.clicks).toEqual({ people: 1, machines: 2, raw: 3 });
    const { data } = (await house.call('GET', `/api/v1/links/${body.id}/clicks`)).body;
    for (const click of data) expect(click.botReason === null).toBe(!click.isBot);
  });

  it('still leads here from its old address after it was renamed, and nobody else can take that', async () => {
    const { body } = await shorten({ url: 'https://tallowgate.example/', slug: 'old-name' });
    const renamed = await house.call('PATCH', `/api/v1/links/${body.id}`, { slug: 'new-name' });
    expect(renamed.body).toMatchObject({ slug: 'new-name', formerSlugs: ['old-name'] });
    for (const q of ['old-name', 'new-name']) {
      const { data } = (await house.call('GET', `/api/v1/links?q=${q}`)).body;
      expect(data.map((link: { slug: string }) => link.slug)).toEqual(['new-name']);
    }
    expect((await follow('old-name')).statusCode).toBe(302);
    expect((await follow('new-name')).statusCode).toBe(302);
    expect((await shorten({ url: 'https://elsewhere.example/', slug: 'old-name' })).status).toBe(409);
    const back = await house.call('PATCH', `/api/v1/links/${body.id}`, { slug: 'old-name' });
    expect(back.body.slug).toBe('old-name');
  });

  it('says which addresses are free when one is taken, also by a neighbour whom it does not name', async () => {
    const neighbour = await house.neighbour();
    await house.call(
      'POST',
      '/api/v1/links',
      { url: 'https://otherplace.example/', slug: 'taken' },
      { authorization: `Bearer ${neighbour.apiKey}` },
    );
    const { status, body } = await shorten({ url: 'https://tallowgate.example/', slug: 'taken' });
    expect(status).toBe(409);
    expect(body.detail).toBe('taken is taken. Free: taken-2, taken-3.');
  });

  it('gives each of many made at once an address of its own', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => shorten({ url: 'https://tallowgate.example/', title: 'Same title' })),
    );
    expect(made.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(made.map(({ body }) => body.slug)).size).toBe(8);
  });

  it('leads nowhere once archived, and back when restored', async () => {
    const { body } = await shorten({ url: 'https://tallowgate.example/', slug: 'resting' });
    await house.call('DELETE', `/api/v1/links/${body.id}`);
    expect((await follow('resting')).statusCode).toBe(404);
    expect((await house.call('POST', `/api/v1/links/${body.id}/restorations`)).status).toBe(201);
  });

  it('answers people with a page and programs with a problem where there is none', async () => {
    const page = await house.app.inject({ url: '/l/nothing-here', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect(page.headers['content-type']).toContain('text/html');
    expect((await house.app.inject({ url: '/l/nothing-here' })).headers['content-type']).toContain(
      'problem+json',
    );
  });

  describe('asked for over a socket', () => {
    let address: string;
    beforeAll(async () => {
      address = await house.listen();
      await shorten({ url: 'https://tallowgate.example/busy#top', slug: 'busy', utm: { source: 'mail' } });
    });
    const ask = (path: string, more: RequestInit = {}) =>
      fetch(`${address}/l/${path}`, {
        redirect: 'manual',
        ...more,
        headers: { 'user-agent': PERSON, 'x-forwarded-for': '203.0.113.77', ...more.headers },
      });
    // The framework sets what guards a page; a door before it has no page to guard.
    const atTheDoor = ({ headers }: Response) => !headers.has('content-security-policy');

    it('is answered at the door once it is known, as it was before', async () => {
      const first = await ask('busy?ref=x');
      const second = await ask('busy?ref=x', { headers: { 'x-request-id': 'from-the-caller' } });
      expect([first, second].map(atTheDoor)).toEqual([false, true]);
      const whole = ['location', 'cache-control', 'x-robots-tag', 'content-length'];
      const [before, after] = [first, second].map(({ status, headers }) => [
        status,
        ...whole.map((name) => headers.get(name)?.replace(/c=[^#]+/, 'c=')),
      ]);
      expect(after).toEqual(before);
      expect(second.headers.get('x-request-id')).toBe('from-the-caller');
      const third = await ask('busy');
      const id = third.headers.get('x-request-id');
      expect(third.headers.get('location')).toContain(`c=${id}#top`);
    });

    it('is counted there as everywhere: machines apart, visitors by the address behind the proxy', async () => {
      const { id } = (await shorten({ url: 'https://tallowgate.example/', slug: 'counted' })).body;
      await ask('counted');
      const others: RequestInit[] = [
        {},
        { method: 'HEAD' },
        { headers: { 'user-agent': 'curl/8.5.0' } },
        { headers: { 'x-forwarded-for': '203.0.113.78' } },
        { headers: { 'x-forwarded-for': '95.216.10.4' } },
      ];
      for (const more of others) {
        const answer = await ask('counted', more);
        expect([answer.status, atTheDoor(answer)]).toEqual([302, true]);
      }
      const { data } = (await house.call('GET', `/api/v1/links/${id}/clicks`)).body;
      expect(data.map(({ botReason }: { botReason: string }) => botReason).reverse()).toEqual([
        null,
        null,
        'head request',
        'user agent',
        null,
        'data centre',
      ]);
      const { rows } = await house.inWorkspace(({ db }) =>
        db.$client.query(
          'select count(distinct visitor_hash)::int as people from app.clicks where link_id = $1 and not is_bot',
          [id],
        ),
      );
      expect(rows).toEqual([{ people: 2 }]);
    });

    it('leaves to the framework what it does not know and what cannot be recorded', async () => {
      const unknown = await ask('not-there', { headers: { accept: 'text/html' } });
      expect([unknown.status, atTheDoor(unknown)]).toEqual([404, false]);
      expect((await ask('busy', { method: 'POST' })).status).toBe(404);
      expect((await ask('busy')).status).toBe(302);
      const { ownerPool } = house.platform.database;
      await ownerPool.query('revoke insert on app.clicks from pb_ingest');
      try {
        const refused = await ask('busy');
        expect([refused.status, atTheDoor(refused)]).toEqual([500, false]);
        expect(refused.headers.get('content-type')).toContain('problem+json');
      } finally {
        await ownerPool.query('grant insert on app.clicks to pb_ingest');
      }
      expect((await ask('busy')).status).toBe(302);
    });
  });

  it('never breaks on an address that somebody typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (slug) => {
        const { statusCode } = await house.app.inject({ url: `/l/${encodeURIComponent(slug)}` });
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  it('wants a target, and one only', async () => {
    for (const body of [{}, { url: 'javascript:alert(1)' }, { url: 'not an address' }]) {
      expect((await shorten(body)).status).toBe(422);
    }
  });
});
