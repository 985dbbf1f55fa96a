import { setTimeout as waitFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '#context';
import { buildAttempt } from './attempt.ts';
import { buildExchange, portOf, readWebAddress, refusalOf } from './exchange.ts';
import { buildFetch } from './fetch.ts';
import { buildHosts } from './hosts.ts';
import type { OutboundRefused } from './refusals.ts';
import { backoffMs } from './retry-after.ts';
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
   * A `fetch` that reaches one server and no other, named by the operator's configuration and therefore allowed to be
   * a private one (an own model server, a proxy). Its Retry-After is left to the caller.
   */
  fetchTo(baseUrl: string): typeof globalThis.fetch;
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

export function buildOutbound({ allowPrivateHosts, clock, log, resolve, wait = waitFor }: Parts): Outbound {
  const targets = buildTargets(allowPrivateHosts, resolve);
  const exchange = buildExchange(targets);
  const hosts = buildHosts(clock);
  const attempt = buildAttempt({ targets, exchange, clock });
  const closing = [exchange];

  const assertAllowedUrl = async (text: string | URL): Promise<URL> => {
    const url = readWebAddress(text, targets);
    await targets.check(url.hostname, portOf(url));
    return url;
  };

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
    fetch: buildFetch({ exchange, targets, hosts }),
    fetchTo(baseUrl) {
      const { origin, hostname, port, protocol } = new URL(baseUrl);
      const own = buildTargets([`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`], resolve);
      const line = buildExchange(own);
      closing.push(line);
      return buildFetch({ exchange: line, targets: own, hosts: buildHosts(clock), onlyOrigin: origin });
    },
    assertAllowedUrl,
    async assertAllowedTarget(host, port) {
      const [first] = await targets.check(host, port);
      if (!first) throw new TypeError('A check that passes names an address.');
      return first;
    },
    async close() {
      await Promise.all(closing.map((line) => line.close()));
    },
  };
}

const isWorthRepeating = (status: number): boolean => status === 429 || status === 408 || status >= 500;
