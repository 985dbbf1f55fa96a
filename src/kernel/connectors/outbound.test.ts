import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { buildOutbound, type Outbound } from './outbound.ts';
import { OutboundRefused } from './refusals.ts';
import type { Resolve } from './targets.ts';

type Play = (request: IncomingMessage, response: ServerResponse) => void;
const open: (Server | Outbound)[] = [];

/** A server of the outside world, reached as outside.example on its own port. */
async function outside(play: Play) {
  const server = createServer(play);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

function build(ports: number[], more: { resolve?: Resolve; allow?: string[] } = {}) {
  const clock = { at: new Date('2026-11-20T09:00:00Z'), now: () => clock.at };
  const waited: number[] = [];
  const outbound = buildOutbound({
    allowPrivateHosts: more.allow ?? ports.map((port) => `outside.example:${port}`),
    clock,
    log: pino({ level: 'silent' }),
    resolve: more.resolve ?? (async () => [{ address: '127.0.0.1', family: 4 }]),
    wait: async (ms) => {
      waited.push(ms);
      clock.at = new Date(clock.at.getTime() + ms);
    },
  });
  open.push(outbound);
  return { outbound, clock, waited };
}

const refused = async (work: Promise<unknown>): Promise<OutboundRefused> => {
  const error = await work.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OutboundRefused)) throw error;
  return error;
};

afterEach(async () => {
  for (const one of open.splice(0).reverse()) {
    if ('request' in one) await one.close();
    else {
      one.closeAllConnections();
      await new Promise((done) => one.close(done));
    }
  }
});

describe('outbound', () => {
  it('fetches a page, unpacked, with its address and headers', async () => {
    const port = await outside((_, response) => {
      response.setHeader('content-type', 'text/html; charset=iso-8859-1');
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.from('<h1>caf\xe9</h1>', 'latin1')));
    });
    const { outbound } = build([port]);
    const answer = await outbound.request(`http://outside.example:${port}/a?b=c`, { accept: ['text/html'] });
    expect([answer.status, answer.text(), answer.url]).toEqual([
      200,
      '<h1>café</h1>',
      `http://outside.example:${port}/a?b=c`,
    ]);
  });

  it('sends method, headers and body', async () => {
    const port = await outside(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      response.end(
        JSON.stringify({
          method: request.method,
          type: request.headers['content-type'],
          host: request.headers.host,
          body,
        }),
      );
    });
    const { outbound } = build([port]);
    const answer = await outbound.request(`http://outside.example:${port}/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"a":1}',
    });
    expect(answer.json()).toEqual({
      method: 'POST',
      type: 'application/json',
      host: `outside.example:${port}`,
      body: '{"a":1}',
    });
  });

  it('refuses a private address in the words of the product', async () => {
    const port = await outside((_, response) => response.end('secret'));
    const { outbound } = build([]);
    const error = await refused(outbound.request(`http://127.0.0.1:${port}/`));
    expect([error.code, error.message]).toEqual([
      'private_target',
      'That address points inside your own network, so we do not open it.',
    ]);
  });

  it('refuses a public name whose look-up gives a private address', async () => {
    let asked = 0;
    const port = await outside((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const { outbound } = build([]);
    expect((await refused(outbound.request(`http://looks-public.example:${port}/`))).code).toBe(
      'private_target',
    );
    expect(asked).toBe(0);
  });

  it('refuses a name that turns private between the check and the connection', async () => {
    let looked = 0;
    let asked = 0;
    const port = await outside((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const resolve: Resolve = async () => {
      looked += 1;
      return [{ address: looked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
    };
    const { outbound } = build([], { resolve });
    expect((await refused(outbound.request(`http://rebinding.example:${port}/`))).code).toBe(
      'private_target',
    );
    expect([looked, asked]).toEqual([2, 0]);
  });

  it('refuses a redirect inwards and never asks there', async () => {
    let asked = 0;
    const inside = await outside((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const port = await outside((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${inside}/` }).end(),
    );
    const { outbound } = build([port]);
    expect((await refused(outbound.request(`http://outside.example:${port}/`))).code).toBe('private_target');
    expect(asked).toBe(0);
  });

  it('refuses a redirect to another scheme', async () => {
    const port = await outside((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    const { outbound } = build([port]);
    expect((await refused(outbound.request(`http://outside.example:${port}/`))).code).toBe('scheme');
  });

  it('follows redirects up to its limit and drops credentials on the way to another site', async () => {
    const seen: (string | undefined)[] = [];
    const second = await outside((request, response) => {
      seen.push(request.headers.authorization);
      response.end('arrived');
    });
    const first = await outside((request, response) => {
      if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else response.writeHead(301, { location: `http://outside.example:${second}/` }).end();
    });
    const { outbound } = build([first, second]);
    const answer = await outbound.request(`http://outside.example:${first}/`, {
      headers: { Authorization: 'Bearer x' },
    });
    expect([answer.text(), seen]).toEqual(['arrived', [undefined]]);
    expect((await refused(outbound.request(`http://outside.example:${first}/loop`))).code).toBe('redirects');
  });

  it('gives up on a slow server, whether it never starts or never ends', async () => {
    const port = await outside((request, response) => {
      if (request.url === '/drip') response.write('a');
    });
    const { outbound } = build([port]);
    for (const path of ['/', '/drip']) {
      const error = await refused(
        outbound.request(`http://outside.example:${port}${path}`, { timeoutMs: 120 }),
      );
      expect([error.code, error.message]).toEqual(['timeout', 'outside.example did not answer in 0.1 s.']);
    }
  });

  it('stops reading a huge body, announced, endless or packed', async () => {
    const port = await outside((request, response) => {
      if (request.url === '/announced') response.setHeader('content-length', '99999999');
      if (request.url === '/packed') {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(50_000_000)));
        return;
      }
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', more);
      };
      response.on('error', () => {});
      more();
    });
    const { outbound } = build([port]);
    for (const path of ['/announced', '/endless', '/packed']) {
      const error = await refused(
        outbound.request(`http://outside.example:${port}${path}`, { maxBytes: 200_000 }),
      );
      expect(`${path} ${error.code}`).toBe(`${path} too_large`);
    }
  });

  it('refuses what is not the wanted type', async () => {
    const port = await outside((_, response) =>
      response.setHeader('content-type', 'application/pdf').end('%PDF'),
    );
    const { outbound } = build([port]);
    const error = await refused(
      outbound.request(`http://outside.example:${port}/`, {
        accept: ['text/html'],
        acceptName: 'a web page',
      }),
    );
    expect([error.code, error.message]).toEqual([
      'wrong_type',
      'outside.example sent application/pdf, not a web page.',
    ]);
  });

  it('waits as long as Retry-After says, then tries again', async () => {
    let asked = 0;
    const port = await outside((_, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(429, { 'retry-after': '3' }).end();
      else response.end('now');
    });
    const { outbound, waited } = build([port]);
    const answer = await outbound.request(`http://outside.example:${port}/`, { retries: 2 });
    expect([answer.text(), waited]).toEqual(['now', [3000]]);
  });

  it('leaves a server alone until its Retry-After has passed', async () => {
    let asked = 0;
    const port = await outside((_, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 503 : 200, { 'retry-after': '600' }).end();
    });
    const { outbound, clock } = build([port]);
    const url = `http://outside.example:${port}/`;
    expect((await outbound.request(url)).status).toBe(503);
    const error = await refused(outbound.request(url));
    expect([error.code, error.message, asked]).toEqual([
      'resting',
      'outside.example asked us to wait. We try again at 09:10 UTC.',
      1,
    ]);
    clock.at = new Date(clock.at.getTime() + 600_001);
    expect((await outbound.request(url)).status).toBe(200);
  });

  it('opens the breaker after five failures and closes it after a good probe', async () => {
    let asked = 0;
    let broken = true;
    const port = await outside((_, response) => {
      asked += 1;
      response.writeHead(broken ? 500 : 200).end();
    });
    const { outbound, clock } = build([port]);
    const url = `http://outside.example:${port}/`;
    for (let i = 0; i < 5; i += 1) expect((await outbound.request(url)).status).toBe(500);
    expect((await refused(outbound.request(url))).code).toBe('failing');
    expect(asked).toBe(5);
    clock.at = new Date(clock.at.getTime() + 30_001);
    expect((await outbound.request(url)).status).toBe(500);
    expect((await refused(outbound.request(url))).retryAt?.toISOString()).toBe('2026-11-20T09:01:30.001Z');
    clock.at = new Date(clock.at.getTime() + 60_001);
    broken = false;
    expect((await outbound.request(url)).status).toBe(200);
    expect((await outbound.request(url)).status).toBe(200);
  });

  it('says when nobody listens, and tries again only when asked', async () => {
    const { outbound, waited } = build([1], { allow: ['127.0.0.1:1'] });
    expect((await refused(outbound.request('http://127.0.0.1:1/', { retries: 2 }))).code).toBe('unreachable');
    expect(waited).toHaveLength(2);
  });

  it('lends libraries a fetch behind the same walls', async () => {
    const port = await outside(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ got: JSON.parse(body) }));
    });
    const { outbound } = build([port]);
    const answer = await outbound.fetch(`http://outside.example:${port}/`, {
      method: 'POST',
      body: '{"a":1}',
    });
    expect([answer.status, await answer.json()]).toEqual([201, { got: { a: 1 } }]);
    expect((await refused(outbound.fetch('http://10.0.0.1/'))).code).toBe('private_target');
  });

  it('checks mail hosts and gives back the address to connect to', async () => {
    const { outbound } = build([], { resolve: async () => [{ address: '93.184.216.34', family: 4 }] });
    expect(await outbound.assertAllowedTarget('smtp.example', 587)).toEqual({
      address: '93.184.216.34',
      family: 4,
    });
    expect((await refused(outbound.assertAllowedTarget('169.254.169.254', 25))).code).toBe('private_target');
  });
});
