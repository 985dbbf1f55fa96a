import type { IncomingHttpHeaders } from 'node:http';
import { Fact, isLoopbackHost } from '#kernel/http';

/** It came with our cookie from somebody else's page. */
class ForeignPage extends Fact {
  override readonly status = 403;
  override readonly title = 'That did not come from here';
}

/** The part of a request that this room looks at. */
export interface IncomingCall {
  method: string;
  headers: IncomingHttpHeaders;
  ip: string;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Origins {
  publicUrl: string;
  trustedOrigins: string[];
  loopbackOnly: boolean;
}

/** Whether a page of this origin is ours. On a machine of one's own any loopback name of this very server counts. */
export function isOurOrigin(
  origin: string,
  host: string | undefined,
  { publicUrl, trustedOrigins, loopbackOnly }: Origins,
): boolean {
  if (origin === new URL(publicUrl).origin || trustedOrigins.includes(origin)) return true;
  return loopbackOnly && host !== undefined && origin === `http://${host}` && isLoopbackHost(host);
}

/**
 * Refuses what changes something, carries our cookie and does not come from a page of ours. Calls with an
 * Authorization header pass: a foreign page cannot make the browser add one.
 * @throws ForeignPage
 */
export function assertSameOrigin(request: Pick<IncomingCall, 'method' | 'headers'>, origins: Origins): void {
  const { method, headers } = request;
  if (SAFE.has(method) || headers.authorization !== undefined || !headers.cookie) return;
  const origin = headers.origin ?? originOf(headers.referer);
  if (origin !== undefined && isOurOrigin(origin, headers.host, origins)) return;
  if (origin === undefined && headers['sec-fetch-site'] === 'same-origin') return;
  throw new ForeignPage(
    'This request did not come from a page of this installation, so it was not carried out.',
  );
}

function originOf(referer: string | undefined): string | undefined {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined;
}
