import type { FastifyRequest } from 'fastify';
import type { Settings } from '#context';
import { Forbidden } from './facts.ts';

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

/**
 * Refuses a form that a foreign page sent by itself: whose answer sets a cookie would make the visitor go on as
 * somebody else. Mail programs and scripts say nothing about where they stand and pass.
 * @throws Forbidden
 */
export function assertOwnForm({ headers }: Pick<FastifyRequest, 'headers'>): void {
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] === 'navigate')
    throw new Forbidden('This form was sent by another site. Open our page and fill it in there.');
}
