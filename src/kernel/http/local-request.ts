import type { FastifyRequest } from 'fastify';
import type { Settings } from '#context';

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'via',
];

/** Whether a Host header names this machine itself; anything else may be a foreign name bound to our address. */
export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

/**
 * Whether a request was made on this very machine, to this very program, with nothing in between, and not by a foreign
 * page that is open in the same browser.
 */
export function isLocalRequest(
  { settings }: { settings: Pick<Settings, 'publicUrl' | 'loopbackOnly'> },
  { headers }: Pick<FastifyRequest, 'headers'>,
): boolean {
  const { host = '', origin } = headers;
  if (!settings.loopbackOnly || FORWARDED.some((name) => headers[name] !== undefined)) return false;
  if (!isLoopbackHost(host)) return false;
  return origin === undefined || origin === `http://${host}` || origin === new URL(settings.publicUrl).origin;
}
