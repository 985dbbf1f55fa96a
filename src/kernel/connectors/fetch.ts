import { Readable } from 'node:stream';
import { type Exchange, type HopAnswer, limited, portOf, readWebAddress, refusalOf } from './exchange.ts';
import type { Hosts } from './hosts.ts';
import { type OutboundRefused, privateTarget } from './refusals.ts';
import type { Targets } from './targets.ts';

interface Parts {
  exchange: Exchange;
  targets: Targets;
  hosts: Hosts;
  /** Refuse every other server. */
  onlyOrigin?: string;
}

const TIMEOUT_MS = 120_000;
const MAX_BYTES = 33_554_432;

/**
 * A `fetch` for vendor libraries (model providers, payments) behind the same walls. The answer streams; a redirect is
 * returned, not followed; the whole exchange has a deadline and a size. Such libraries read Retry-After themselves, so
 * only failures count for the breaker.
 */
export function buildFetch({ exchange, targets, hosts, onlyOrigin }: Parts): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = readWebAddress(request.url, targets);
    if (onlyOrigin && url.origin !== onlyOrigin) throw privateTarget();
    const key = url.origin;
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), request.signal]);
    hosts.admit(key, url.hostname);
    try {
      await targets.check(url.hostname, portOf(url));
      const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
      const headers = Object.fromEntries(request.headers);
      const answer = await exchange.send({
        url,
        method: request.method,
        headers,
        body,
        signal,
        timeoutMs: TIMEOUT_MS,
      });
      if (answer.status >= 500) hosts.failed(key);
      else hosts.succeeded(key);
      return response(answer, url.hostname);
    } catch (error) {
      const refusal = refusalOf(error, url, TIMEOUT_MS, signal) as OutboundRefused;
      if (refusal.retryable) hosts.failed(key);
      else hosts.succeeded(key);
      throw request.signal.aborted ? request.signal.reason : refusal;
    }
  };
}

function response(answer: HopAnswer, host: string): Response {
  const headers = new Headers(answer.headers);
  // The body has been unpacked already.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const empty = [101, 204, 205, 304].includes(answer.status);
  if (empty) answer.body.resume();
  const stream = empty ? null : Readable.toWeb(Readable.from(limited(answer.body, MAX_BYTES, host)));
  return new Response(stream as BodyInit | null, { status: answer.status, headers });
}
