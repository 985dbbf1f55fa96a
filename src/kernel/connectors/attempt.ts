import type { Clock } from '#context';
import { type Exchange, type HopAnswer, limited, portOf, readWebAddress, refusalOf } from './exchange.ts';
import type { OutboundAnswer, OutboundOptions } from './outbound.ts';
import { tooLarge, tooManyRedirects, tooSlow, wrongType } from './refusals.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Targets } from './targets.ts';

const DEFAULT_MAX_BYTES = 5_242_880;
const PRIVATE_HEADERS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'];

interface Parts {
  targets: Targets;
  exchange: Exchange;
  clock: Clock;
}

/** One attempt at one request, redirects and reading included; each hop is checked like the first. */
export function buildAttempt({ targets, exchange, clock }: Parts) {
  return attempt;

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
}

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
