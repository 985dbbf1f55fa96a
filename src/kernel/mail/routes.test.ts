import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { queueMessage, renderMail, sendAccountMail, suppress } from './index.ts';
import { unsubscribeTokenOf } from './unsubscribe.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let number = 0;
let email = '';
beforeEach(() => {
  number += 1;
  email = `reader${number}@example.com`;
});

const queue = (stream: 'transactional' | 'marketing' = 'transactional', subject = 'Your steps') =>
  house.inWorkspace((ctx) =>
    queueMessage(ctx, {
      stream,
      kind: 'test.mail',
      to: { email, name: 'Anna' },
      subject,
      ...renderMail({
        preheader: 'Read on',
        paragraphs: ['Hello <b>you</b>, see https://playbooks.example/p/x.'],
        button: { label: 'Read on', url: 'https://playbooks.example/p/tallowgate/wicks' },
        footer: 'You asked for this.',
      }),
    }),
  );

describe('GET /api/v1/messages', () => {
  it('lists newest first, by state, page by page', async () => {
    const first = await queue();
    const second = await queue();
    const page = await house.call('GET', '/api/v1/messages?state=queued&limit=1');
    expect(page.status).toBe(200);
    expect(page.body.data[0]).toMatchObject({ id: second.id, state: 'queued', to: { email, name: 'Anna' } });
    const next = await house.call(
      'GET',
      `/api/v1/messages?state=queued&limit=1&cursor=${page.body.nextCursor}`,
    );
    expect(next.body.data[0].id).toBe(first.id);
    await house.settle();
    expect((await house.call('GET', '/api/v1/messages?state=queued')).body.data).toEqual([]);
  });

  it('shows one with every attempt, and nothing to a neighbour', async () => {
    const { id } = await queue();
    await house.settle();
    const { body } = await house.call('GET', `/api/v1/messages/${id}`);
    expect(body).toMatchObject({
      state: 'sent',
      transport: 'catcher',
      attemptLog: [{ number: 1, outcome: 'accepted' }],
    });
    const { apiKey } = await house.neighbour();
    const foreign = { authorization: `Bearer ${apiKey}` };
    expect((await house.call('GET', `/api/v1/messages/${id}`, undefined, foreign)).status).toBe(404);
    expect((await house.call('GET', '/api/v1/stand-ins/mail', undefined, foreign)).body.data).toEqual([]);
    expect((await house.call('GET', '/api/v1/suppressions', undefined, foreign)).body.data).toEqual([]);
  });

  it.each([
    '?cursor=x',
    '?state=lost',
    '?limit=0',
    '?leadId=7',
    '?cursor=WyJ4Il0',
  ])('answers 422 to %s', async (query) => {
    expect((await house.call('GET', `/api/v1/messages${query}`)).status).toBe(422);
  });

  it('lets a person settle only what is open', async () => {
    const { id } = await queue();
    await house.settle();
    const settled = await house.call('POST', `/api/v1/messages/${id}/resolutions`, { outcome: 'send-again' });
    expect(settled.status).toBe(409);
  });
});

describe('/api/v1/suppressions', () => {
  it('adds, finds, holds and lifts', async () => {
    const made = await house.call('POST', '/api/v1/suppressions', {
      email: ` ${email.toUpperCase()}`,
      stream: 'all',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ email, stream: 'all', reason: 'manual', liftedAt: null });
    const again = await house.call('POST', '/api/v1/suppressions', { email, stream: 'all' });
    expect(again.body.id).toBe(made.body.id);
    const message = await queue();
    const { body } = await house.call('GET', `/api/v1/messages/${message.id}`);
    expect(body).toMatchObject({ state: 'held', reasonCode: 'manual' });
    expect(body.reason).toContain('Somebody here stopped mail');
    const found = await house.call('GET', `/api/v1/suppressions?search=${email}`);
    expect(found.body.data).toHaveLength(1);
    expect((await house.call('DELETE', `/api/v1/suppressions/${made.body.id}`)).status).toBe(204);
    expect((await house.call('DELETE', `/api/v1/suppressions/${made.body.id}`)).status).toBe(404);
    expect((await house.call('GET', `/api/v1/suppressions?search=${email}`)).body.data).toEqual([]);
    expect(
      (await house.call('GET', `/api/v1/suppressions?search=${email}&lifted=true`)).body.data,
    ).toHaveLength(1);
  });

  it('names the field of what is no address', async () => {
    const { status, body } = await house.call('POST', '/api/v1/suppressions', { email: 'nobody' });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { pointer: '/email', detail: 'An e-mail address needs an @, as in name@example.com.' },
    ]);
  });
});

describe('/api/v1/stand-ins/mail', () => {
  it('lists with search and shows one, safe and whole', async () => {
    const { id } = await queue('transactional', `Find me ${number}`);
    await house.settle();
    const list = await house.call('GET', `/api/v1/stand-ins/mail?search=Find%20me%20${number}`);
    expect(list.body.data).toMatchObject([{ messageId: id, to: [email], subject: `Find me ${number}` }]);
    const { body } = await house.call('GET', `/api/v1/stand-ins/mail/${list.body.data[0].id}`);
    expect(body.html).toContain('target="_blank"');
    expect(body.html).toContain('&lt;b&gt;you&lt;/b&gt;');
    expect(body.links).toContain('https://playbooks.example/p/tallowgate/wicks');
    expect(body.headers).toEqual(expect.arrayContaining([{ name: 'Subject', value: `Find me ${number}` }]));
    expect(body.raw).toContain('MIME-Version: 1.0');
    expect(body.text).toContain('Read on:\nhttps://playbooks.example/p/tallowgate/wicks');
  });

  it('says that mail is a stand-in', async () => {
    const { body } = await house.call('GET', '/api/health');
    expect(body.services.mail).toMatchObject({ state: 'stand-in' });
  });

  it('tells open screens when one arrives', async () => {
    const arrived = new Promise<Record<string, string>>((resolve) => {
      const end = house.platform.live.subscribe(house.workspace.id, ({ topic, ids }) => {
        if (topic !== 'mail.caught') return;
        end();
        resolve(ids);
      });
    });
    await queue();
    await house.settle();
    expect(await arrived).toHaveProperty('id');
  });
});

describe('GET /api/v1/stand-ins/account-mail', () => {
  const read = (headers: Record<string, string> = {}) =>
    house.app.inject({
      url: `/api/v1/stand-ins/account-mail?to=${email}`,
      headers: { host: 'localhost:3000', ...headers },
    });
  const send = async () => {
    const letter = {
      kind: 'verification',
      to: { email },
      subject: 'Confirm',
      text: 'Code 482913',
      html: '<p>482913</p>',
    };
    await sendAccountMail(house.platform, letter);
    await house.settle();
  };

  it('lets a person on this machine confirm a sign-up', async () => {
    await send();
    const answer = await read();
    expect(answer.statusCode).toBe(200);
    expect(answer.json().data).toMatchObject([{ to: [email], subject: 'Confirm' }]);
  });

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
    { origin: 'https://evil.example' },
  ])('answers 404 to %j', async (headers) => {
    await send();
    const answer = await read(headers);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('482913');
  });
});

describe('/u/<token>', () => {
  const sent = async () => {
    const { id } = await queue('marketing');
    await house.settle();
    return `/u/${unsubscribeTokenOf(house.platform.settings.signingKey, id)}`;
  };
  const isSuppressed = async () =>
    (await house.call('GET', `/api/v1/suppressions?search=${email}&stream=marketing`)).body.data.length === 1;
  const post = (url: string, type: string, payload: string) =>
    house.app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });

  it('shows a button on GET and HEAD and acts on neither, however often scanners look', async () => {
    const url = await sent();
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const answer = await house.app.inject({ method, url, headers: { 'user-agent': 'Scanner/1.0' } });
      expect(answer.statusCode).toBe(200);
      if (method === 'GET')
        expect(answer.body).toMatch(/<form method="post"><button type="submit">Unsubscribe/);
      expect(answer.body).not.toContain(email);
    }
    expect(await isSuppressed()).toBe(false);
  });

  it.each([
    ['one click', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['the form', 'application/x-www-form-urlencoded', ''],
    [
      'one click as multipart',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('ends the stream on POST by %s: no redirect, no sign-in, and again is as good as once', async (_way, type, body) => {
    const url = await sent();
    for (let time = 0; time < 2; time += 1) {
      const answer = await post(url, type, body);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).not.toHaveProperty('location');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      expect(answer.body).toContain('You are unsubscribed');
    }
    expect(await isSuppressed()).toBe(true);
    expect(await queue('marketing')).toMatchObject({ state: 'held', reasonCode: 'unsubscribe' });
    expect(await queue('transactional')).toMatchObject({ state: 'queued' });
    expect((await house.app.inject({ url })).body).toContain('You are unsubscribed');
  });

  it('is a page for a token that leads nowhere', async () => {
    for (const token of ['x', 'A'.repeat(43), '%2e%2e%2fetc']) {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await house.app.inject({ method, url: `/u/${token}` });
        expect(answer.statusCode).toBe(404);
        expect(answer.headers['content-type']).toContain('text/html');
      }
    }
  });

  it('stays open after a complaint stopped everything', async () => {
    const url = await sent();
    await house.inWorkspace((ctx) => suppress(ctx, { email, stream: 'all', reason: 'complaint' }));
    expect((await post(url, 'application/x-www-form-urlencoded', '')).statusCode).toBe(200);
  });
});
