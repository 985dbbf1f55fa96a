import { Readable } from 'node:stream';
import type { Clock } from '#context';
import { type Exchange, limited, portOf, readWebAddress, refusalOf } from './exchange.ts';
import type { Hosts } from './hosts.ts';
import type { OutboundRefused } from './refusals.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Targets } from './targets.ts';

interface Parts {
  exchange: Exchange;
  targets: Targets;
  hosts: Hosts;
  clock: Clock;
  note: (status: number, retryAt: Date | undefined, key: string) => void;
  timeoutMs: number;
  maxBytes: number;
}

/**
 * A `fetch` for vendor libraries (model providers, payments) behind the same walls. The answer streams; a redirect is
 * returned, not followed; the whole exchange has a deadline and a size.
 */
export function buildFetch({
  exchange,
  targets,
  hosts,
  clock,
  note,
  timeoutMs,
  maxBytes,
}: Parts): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = readWebAddress(request.url, targets);
    const key = ` ${url.origin}`;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), request.signal]);
    hosts.admit(key, url.hostname);
    try {
      await targets.check(url.hostname, portOf(url));
      const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
      const headers = Object.fromEntries(request.headers);
      const answer = await exchange.send({ url, method: request.method, headers, body, signal, timeoutMs });
      note(answer.status, readRetryAfter(answer.headers['retry-after'], clock.now()), key);
      return response(answer, maxBytes, url.hostname);
    } catch (error) {
      const refusal = refusalOf(error, url, timeoutMs, signal) as OutboundRefused;
      if (refusal.retryable) hosts.failed(key);
      else hosts.succeeded(key);
      throw request.signal.aborted ? request.signal.reason : refusal;
    }
  };
}

function response(answer: Awaited<ReturnType<Exchange['send']>>, maxBytes: number, host: string): Response {
  const headers = new Headers(answer.headers);
  // The body has been unpacked already.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const empty = [101, 204, 205, 304].includes(answer.status);
  if (empty) answer.body.resume();
  const stream = empty ? null : Readable.toWeb(Readable.from(limited(answer.body, maxBytes, host)));
  return new Response(stream as BodyInit | null, { status: answer.status, headers });
}
