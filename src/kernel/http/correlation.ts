import type { IncomingHttpHeaders } from 'node:http';

const CORRELATION_ID = /^[A-Za-z0-9._-]{8,100}$/;

/** The id under which the caller follows its request, when it sent one that can stand in a log. */
export function correlationIdGiven(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-request-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : undefined;
}
