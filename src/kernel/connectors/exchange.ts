import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, buildConnector, type Dispatcher, errors } from 'undici';
import { bare, isLiteral } from './addresses.ts';
import {
  badCertificate,
  credentialsInAddress,
  notAnAddress,
  OutboundRefused,
  tooLarge,
  tooSlow,
  unreachable,
  wrongScheme,
} from './refusals.ts';
import type { Targets } from './targets.ts';

/** One request to one address; redirects are the caller's business. */
export interface Hop {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array | undefined;
  signal: AbortSignal;
  timeoutMs: number;
}

export interface HopAnswer {
  status: number;
  headers: Record<string, string>;
  body: Readable;
}

/** Connections that only ever go to addresses that were checked a moment before. */
export interface Exchange {
  send(hop: Hop): Promise<HopAnswer>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;

export function buildExchange(targets: Targets): Exchange {
  // Our own connector looks the name up, checks, and hands the checked addresses to the socket as the only answer
  // of its look-up: a name that changes its mind in between (rebinding) cannot lead elsewhere.
  const connect: buildConnector.connector = (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    targets.check(options.hostname, port).then(
      (checked) => {
        const first = checked[0];
        if (!first) return callback(unreachable(options.hostname), null);
        const dial = buildConnector({
          timeout: CONNECT_TIMEOUT_MS,
          autoSelectFamily: checked.length > 1,
          lookup: (_host, how, done) =>
            how.all ? done(null, checked) : done(null, first.address, first.family),
        });
        const name = bare(options.hostname);
        dial(isLiteral(name) ? { ...options, hostname: first.address } : options, callback);
      },
      (error: Error) => callback(error, null),
    );
  };
  const agent = new Agent({
    connect,
    connections: 16,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 32_768,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async send({ url, method, headers, body, signal, timeoutMs }) {
      try {
        const answer = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: method as Dispatcher.HttpMethod,
          headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
          body: body ?? null,
          signal,
        });
        const flat = flatten(answer.headers);
        return {
          status: answer.statusCode,
          headers: flat,
          body: decoded(answer.body, flat['content-encoding']),
        };
      } catch (error) {
        throw refusalOf(error, url, timeoutMs, signal);
      }
    },
    close: () => agent.close(),
  };
}

/** Checks what can be said from the text of an address alone. @throws OutboundRefused */
export function readWebAddress(text: string | URL, targets: Targets): URL {
  if (!URL.canParse(String(text))) throw notAnAddress();
  const url = new URL(String(text));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw wrongScheme();
  if (url.username || url.password) throw credentialsInAddress();
  targets.checkWebPort(url.hostname, portOf(url));
  return url;
}

export const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

/** Cuts a body off when it grows beyond the limit, counted after unpacking (a small archive may hold a huge page). */
export async function* limited(body: Readable, maxBytes: number, host: string): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    total += piece.length;
    if (total > maxBytes) throw tooLarge(host, maxBytes);
    yield piece;
  }
}

/** Turns what the network layer throws into a refusal with a sentence. */
export function refusalOf(error: unknown, url: URL, timeoutMs: number, signal: AbortSignal): Error {
  if (error instanceof OutboundRefused) return error;
  const host = url.hostname;
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof errors.ConnectTimeoutError)
    return tooSlow(host, Math.min(CONNECT_TIMEOUT_MS, timeoutMs), error);
  if (signal.aborted)
    return signal.reason instanceof OutboundRefused ? signal.reason : tooSlow(host, timeoutMs, error);
  if (
    code.startsWith('ERR_TLS') ||
    code.startsWith('CERT_') ||
    code.includes('CERT') ||
    code.includes('SIGNED')
  ) {
    return badCertificate(host, error);
  }
  return unreachable(host, error);
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

const UNPACK: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function decoded(body: Readable, encoding: string | undefined): Readable {
  const unpack = UNPACK[encoding?.trim().toLowerCase() ?? '']?.();
  if (!unpack) return body;
  body.on('error', (error) => unpack.destroy(error));
  unpack.on('close', () => body.destroy());
  return body.pipe(unpack);
}
