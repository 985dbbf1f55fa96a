import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { MOST_ATTEMPTS, nextAttemptAt } from './backoff.ts';
import { newSecret, signedHeaders } from './signing.ts';

interface Arrived {
  headers: IncomingMessage['headers'];
  body: string;
}

let house: TestHouse;
let receiver: Server;
let url: string;
let arrived: Arrived[] = [];
let answer: { status: number; headers?: Record<string, string>; body?: string } = { status: 204 };

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    arrived.push({ headers: request.headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const { port } = receiver.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/hook`;
  house = await openHouse({ env: { ALLOW_PRIVATE_HOSTS: `127.0.0.1:${port}` } });
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
  await house.close();
});
beforeEach(async () => {
  arrived = [];
  answer = { status: 204 };
  await house.inWorkspace((ctx) => ctx.db.$client.query('delete from app.webhook_endpoints'));
});

const add = async (more: object = {}) => {
  const added = await house.call('POST', '/api/v1/webhooks', { url, ...more });
  expect(added.status).toBe(201);
  return added.body as { id: string; secret: string };
};
const happen = () => {
  const linkId = newId();
  return house.inWorkspace(async (ctx) => {
    await publish(ctx, 'link.created', { linkId });
    return linkId;
  });
};
const deliveries = async (id: string) =>
  (await house.call('GET', `/api/v1/webhooks/${id}/deliveries`)).body.data;
const endpoint = async (id: string) => (await house.call('GET', `/api/v1/webhooks/${id}`)).body;

describe('webhooks', () => {
  it('tell the outside what happened, signed so that the receiver can check it', async () => {
    const { id, secret } = await add({ events: ['link.created'] });
    const linkId = await happen();
    await house.settle();
    expect(arrived).toHaveLength(1);
    const [{ headers, body }] = arrived as [Arrived];
    // The receiver's library looks at the real clock, so the signature is checked at the time it names.
    const signed = new Webhook(secret).sign(
      String(headers['webhook-id']),
      new Date(Number(headers['webhook-timestamp']) * 1000),
      body,
    );
    expect(headers['webhook-signature']).toBe(signed);
    expect(JSON.parse(body)).toMatchObject({ type: 'link.created', data: { linkId } });
    expect(await deliveries(id)).toMatchObject([
      {
        id: headers['webhook-id'],
        state: 'delivered',
        attempts: 1,
        lastStatus: 204,
        eventType: 'link.created',
      },
    ]);
  });

  it('tell only what was asked for, everything when nothing was named', async () => {
    const { id: picky } = await add({ events: ['lead.captured'] });
    const { id: curious } = await add();
    await happen();
    await house.settle();
    expect([(await deliveries(picky)).length, (await deliveries(curious)).length]).toEqual([0, 1]);
  });

  it('try again later, with the same id, and say when', async () => {
    const { id } = await add();
    answer = { status: 500, body: 'broken' };
    await happen();
    await house.settle();
    const [waiting] = await deliveries(id);
    expect(waiting).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastStatus: 500,
      waitingReason: 'The endpoint answered 500.',
    });
    const pauseMs = Date.parse(waiting.nextAttemptAt) - house.clock.now().getTime();
    expect(pauseMs).toBeGreaterThanOrEqual(5_000);
    expect(pauseMs).toBeLessThan(6_000);
    answer = { status: 200 };
    house.clock.advance({ seconds: 7 });
    await house.settle();
    expect(arrived.map(({ headers }) => headers['webhook-id'])).toEqual([waiting.id, waiting.id]);
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(await endpoint(id)).toMatchObject({ failuresInRow: 0 });
  });

  it('wait as long as the receiver asks', async () => {
    const { id } = await add();
    answer = { status: 429, headers: { 'retry-after': '7200' } };
    await happen();
    await house.settle();
    const [waiting] = await deliveries(id);
    expect(Date.parse(waiting.nextAttemptAt) - house.clock.now().getTime()).toBeGreaterThanOrEqual(7_199_000);
  });

  it('stop for ever when the receiver says it is gone', async () => {
    const { id } = await add();
    answer = { status: 410 };
    await happen();
    await house.settle();
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', attempts: 1 }]);
    expect(await endpoint(id)).toMatchObject({
      state: 'disabled',
      stateReason: 'The endpoint says that it is gone (410).',
    });
    await happen();
    await house.settle();
    expect(arrived).toHaveLength(1);
  });

  it('are off after days of failing, and on again when a person says so', async () => {
    const { id } = await add();
    answer = { status: 503 };
    await happen();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      await house.settle();
      house.clock.advance({ hours: 27 });
    }
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', attempts: MOST_ATTEMPTS }]);
    expect((await endpoint(id)).state).toBe('disabled');
    answer = { status: 200 };
    expect((await house.call('PATCH', `/api/v1/webhooks/${id}`, { state: 'active' })).body.state).toBe(
      'active',
    );
    const [failed] = await deliveries(id);
    expect((await house.call('POST', `/api/v1/webhooks/${id}/deliveries/${failed.id}/retries`)).status).toBe(
      202,
    );
    await house.settle();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: MOST_ATTEMPTS + 1 }]);
  });

  it('sign with the old secret too for a day after it was replaced', async () => {
    const { id, secret } = await add();
    const replaced = (await house.call('POST', `/api/v1/webhooks/${id}/secrets`)).body.secret;
    expect(replaced).not.toBe(secret);
    await happen();
    await house.settle();
    house.clock.advance({ hours: 25 });
    await happen();
    await house.settle();
    const count = arrived.map(({ headers }) => String(headers['webhook-signature']).split(' ').length);
    expect(count).toEqual([2, 1]);
  });

  it('never reach into the own network, and say why', async () => {
    for (const inward of [
      'http://127.0.0.1:6001/',
      'http://10.0.0.8/',
      'http://169.254.169.254/latest',
      'http://[::1]/',
    ]) {
      const refused = await house.call('POST', '/api/v1/webhooks', { url: inward });
      expect([refused.status, refused.body.detail]).toEqual([
        422,
        'That address points inside your own network, so we do not open it.',
      ]);
    }
  });

  it('refuse an event that does not exist and an address that is none', async () => {
    const wrong = await house.call('POST', '/api/v1/webhooks', {
      url,
      events: ['link.created', 'moon.landed'],
    });
    expect([wrong.status, wrong.body.errors]).toEqual([
      422,
      [{ pointer: '/events/1', detail: 'There is no event called "moon.landed".' }],
    ]);
    expect((await house.call('POST', '/api/v1/webhooks', { url: 'ftp://a.example' })).status).toBe(422);
  });

  it('show a secret once and keep it sealed', async () => {
    const { id, secret } = await add();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await endpoint(id)).not.toHaveProperty('secret');
    const rows = await house.inWorkspace(
      async (ctx) => (await ctx.db.$client.query('select secret_sealed from app.webhook_endpoints')).rows,
    );
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  });

  it('are nothing to a neighbour', async () => {
    const { id } = await add();
    const { apiKey } = await house.neighbour();
    const headers = { authorization: `Bearer ${apiKey}` };
    expect((await house.call('GET', `/api/v1/webhooks/${id}`, undefined, headers)).status).toBe(404);
    expect((await house.call('DELETE', `/api/v1/webhooks/${id}`, undefined, headers)).status).toBe(404);
    expect((await house.call('DELETE', `/api/v1/webhooks/${id}`)).status).toBe(204);
    expect((await house.call('GET', `/api/v1/webhooks/${id}`)).status).toBe(404);
  });
});

describe('signatures', () => {
  const VECTORS = new URL(
    '../../../../shared/contracts/standard-webhooks/signature.vectors.json',
    import.meta.url,
  );

  it.skipIf(!existsSync(VECTORS))('are those of the published vectors', () => {
    interface Vector {
      secret: string;
      id: string;
      timestamp: number;
      body: string;
      signature: string;
      expect: string;
    }
    const { vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as { vectors: Vector[] };
    const valid = vectors.filter((vector) => vector.expect === 'valid');
    expect(valid.length).toBeGreaterThan(1);
    for (const { secret, id, timestamp, body, signature } of valid) {
      const headers = signedHeaders(id, new Date(timestamp * 1000), body, [secret]);
      expect(signature.split(' ')).toContain(headers['webhook-signature']);
    }
  });

  it('come from secrets of their own', () => {
    expect(new Set(Array.from({ length: 20 }, newSecret)).size).toBe(20);
  });
});

describe('pauses', () => {
  it('grow, end, and never come before the time the receiver asked for', () => {
    const now = new Date('2026-11-20T09:00:00Z');
    const pauses = Array.from({ length: MOST_ATTEMPTS }, (_, i) => nextAttemptAt(i + 1, now, undefined, 0));
    expect(pauses.at(-1)).toBe(undefined);
    const known = pauses.slice(0, -1).map((at) => (at as Date).getTime());
    expect([...known].sort((a, b) => a - b)).toEqual(known);
    const asked = new Date('2026-11-21T09:00:00Z');
    expect(nextAttemptAt(1, now, asked, 1)).toEqual(asked);
  });
});
