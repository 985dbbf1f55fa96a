import { setTimeout as waitFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '#context';
import { buildExchange, type HopAnswer, limited, portOf, readWebAddress, refusalOf } from './exchange.ts';
import { buildFetch } from './fetch.ts';
import { buildHosts } from './hosts.ts';
import { type OutboundRefused, tooLarge, tooManyRedirects, tooSlow, wrongType } from './refusals.ts';
import { backoffMs, readRetryAfter } from './retry-after.ts';
import { buildTargets, type CheckedAddress, type Resolve } from './targets.ts';

export interface OutboundOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** For everything together: look-up, redirects, retries, reading. Default 15 s. */
  timeoutMs?: number;
  /** Default 5 MB, counted after unpacking. */
  maxBytes?: number;
  /** Default 5 for GET and HEAD, 0 for the rest (the 3xx is the answer then). */
  maxRedirects?: number;
  /** Media types that may come back with a success, such as `text/html`; others are refused. */
  accept?: string[];
  /** What `accept` means, for the sentence: "a web page". */
  acceptName?: string;
  /** Further attempts after a 429, a 5xx or a broken connection. Default 0; only for what may be repeated. */
  retries?: number;
  /** Keeps the health of a host apart, e.g. per connection: one account's 429 is not another's. */
  scope?: string;
  signal?: AbortSignal;
}

export interface OutboundAnswer {
  status: number;
  ok: boolean;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Where the answer came from, after redirects. */
  url: string;
  body: Buffer;
  text(): string;
  json<T = unknown>(): T;
  /** What the server's Retry-After means, if it sent one. */
  retryAt?: Date;
}

/** The one way out of the program. Every refusal is an OutboundRefused with a sentence in it. */
export interface Outbound {
  /** @throws OutboundRefused */
  request(url: string | URL, options?: OutboundOptions): Promise<OutboundAnswer>;
  /** The same walls for libraries that want a `fetch`; streams, follows no redirects. */
  fetch: typeof globalThis.fetch;
  /**
   * Checks an SMTP or IMAP host.
   * @returns the checked address: connect to it, with the host's name for TLS
   * @throws OutboundRefused
   */
  assertAllowedTarget(host: string, port: number): Promise<CheckedAddress>;
  /** Says whether an address could be opened, without opening it. @throws OutboundRefused */
  assertAllowedUrl(url: string | URL): Promise<URL>;
  close(): Promise<void>;
}

interface Parts {
  /** `host:port` pairs inside the own network that may be reached. */
  allowPrivateHosts: string[];
  clock: Clock;
  log: Logger;
  resolve?: Resolve;
  wait?: (ms: number) => Promise<unknown>;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_BYTES = 5_242_880;
const PRIVATE_HEADERS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'];

export function buildOutbound({ allowPrivateHosts, clock, log, resolve, wait = waitFor }: Parts): Outbound {
  const targets = buildTargets(allowPrivateHosts, resolve);
  const exchange = buildExchange(targets);
  const hosts = buildHosts(clock);

  const assertAllowedUrl = async (text: string | URL): Promise<URL> => {
    const url = readWebAddress(text, targets);
    await targets.check(url.hostname, portOf(url));
    return url;
  };

  /** One attempt, redirects included. */
  async function attempt(
    start: URL,
    options: OutboundOptions,
    signal: AbortSignal,
    timeoutMs: number,
  ): Promise<OutboundAnswer> {
    let url = start;
    let method = (options.method ?? 'GET').toUpperCase();
    let body = options.body;
    let headers = lowerCase(options.headers ?? {});
    const maxRedirects = options.maxRedirects ?? (method === 'GET' || method === 'HEAD' ? 5 : 0);
    for (let hop = 0; ; hop += 1) {
      await raced(targets.check(url.hostname, portOf(url)), signal, url, timeoutMs);
      const answer = await exchange.send({ url, method, headers, body, signal, timeoutMs });
      const next = maxRedirects > 0 ? redirectTarget(answer, url) : undefined;
      if (!next) return read(answer, url, method, options, signal, timeoutMs);
      answer.body.resume().on('error', () => {});
      if (hop >= maxRedirects) throw tooManyRedirects(url.hostname, maxRedirects);
      const target = readWebAddress(next, targets);
      if (target.origin !== url.origin) headers = without(headers, PRIVATE_HEADERS);
      if (answer.status === 303 || (method === 'POST' && answer.status < 307)) {
        method = method === 'HEAD' ? 'HEAD' : 'GET';
        body = undefined;
        headers = without(headers, ['content-type', 'content-length']);
      }
      url = target;
    }
  }

  async function read(
    answer: HopAnswer,
    url: URL,
    method: string,
    options: OutboundOptions,
    signal: AbortSignal,
    timeoutMs: number,
  ): Promise<OutboundAnswer> {
    const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    const pieces: Buffer[] = [];
    try {
      checkType(answer, url, options);
      const announced = Number(answer.headers['content-length']);
      if (method !== 'HEAD' && announced > maxBytes) throw tooLarge(url.hostname, maxBytes);
      for await (const piece of limited(answer.body, maxBytes, url.hostname)) pieces.push(piece);
    } catch (error) {
      answer.body.on('error', () => {}).destroy();
      throw refusalOf(error, url, timeoutMs, signal);
    }
    const body = Buffer.concat(pieces);
    const retryAt = readRetryAfter(answer.headers['retry-after'], clock.now());
    return {
      status: answer.status,
      ok: answer.status >= 200 && answer.status < 300,
      headers: answer.headers,
      url: url.href,
      body,
      text: () => new TextDecoder(charset(answer.headers['content-type'])).decode(body),
      json: <T>() => JSON.parse(body.toString('utf8')) as T,
      ...(retryAt && { retryAt }),
    };
  }

  async function request(text: string | URL, options: OutboundOptions = {}): Promise<OutboundAnswer> {
    const url = readWebAddress(text, targets);
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const key = `${options.scope ?? ''} ${url.origin}`;
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
    const endsAt = performance.now() + timeoutMs;
    for (let tries = 1; ; tries += 1) {
      const last = tries > (options.retries ?? 0);
      // A later try of the same call has waited as long as it was told to.
      if (tries === 1) hosts.admit(key, url.hostname);
      try {
        const answer = await attempt(url, options, signal, timeoutMs);
        note(answer.status, answer.retryAt, key);
        if (last || !isWorthRepeating(answer.status)) return answer;
        const delayMs = answer.retryAt ? answer.retryAt.getTime() - clock.now().getTime() : backoffMs(tries);
        if (performance.now() + delayMs > endsAt) return answer;
        await wait(delayMs);
      } catch (error) {
        const refusal = refusalOf(error, url, timeoutMs, signal) as OutboundRefused;
        // Our own "no" says nothing about their health, but it ends a probe.
        if (refusal.retryable && refusal.code !== 'resting' && refusal.code !== 'failing') hosts.failed(key);
        else if (refusal.code !== 'resting' && refusal.code !== 'failing') hosts.succeeded(key);
        log.debug({ host: url.hostname, code: refusal.code }, 'outgoing call did not end well');
        const delayMs = backoffMs(tries);
        if (last || !refusal.retryable || signal.aborted || performance.now() + delayMs > endsAt)
          throw refusal;
        await wait(delayMs);
      }
    }
  }

  function note(status: number, retryAt: Date | undefined, key: string): void {
    if (retryAt && (status === 429 || status === 503)) hosts.rest(key, retryAt);
    else if (status >= 500) hosts.failed(key);
    else hosts.succeeded(key);
  }

  return {
    request,
    fetch: buildFetch({ exchange, targets, hosts, clock, note, timeoutMs: 120_000, maxBytes: 33_554_432 }),
    assertAllowedUrl,
    async assertAllowedTarget(host, port) {
      const [first] = await targets.check(host, port);
      if (!first) throw new TypeError('A check that passes names an address.');
      return first;
    },
    close: () => exchange.close(),
  };
}

const isWorthRepeating = (status: number): boolean => status === 429 || status === 408 || status >= 500;

function redirectTarget(answer: HopAnswer, from: URL): URL | undefined {
  const location = answer.headers.location;
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location || !URL.canParse(location, from))
    return undefined;
  return new URL(location, from);
}

function checkType(answer: HopAnswer, url: URL, { accept, acceptName }: OutboundOptions): void {
  if (!accept || answer.status < 200 || answer.status >= 300) return;
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!accept.includes(type)) throw wrongType(url.hostname, type, acceptName ?? accept.join(' or '));
}

// The look-up itself cannot be aborted; losing the race is enough.
async function raced<T>(work: Promise<T>, signal: AbortSignal, url: URL, timeoutMs: number): Promise<T> {
  if (signal.aborted) throw tooSlow(url.hostname, timeoutMs);
  let stop: () => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(tooSlow(url.hostname, timeoutMs));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function charset(type: string | undefined): string {
  const named = /charset="?([^";\s]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}

const lowerCase = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const without = (headers: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
