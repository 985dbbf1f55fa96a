import type { FastifyReply, FastifyRequest } from 'fastify';
import { type App, assertOwnForm } from '#kernel/http';
import { CLIENT_ADDRESS_HEADER } from './auth.ts';
import type { Identity } from './identity.ts';

/**
 * What may be asked of Better Auth over HTTP. Everything else it offers stays closed: keys, organizations and
 * invitations are ours, with our permissions, under /api/v1.
 */
const OPEN = new Set([
  'GET /get-session',
  'GET /jwks',
  'GET /token',
  'GET /ok',
  'POST /sign-up/email',
  'POST /sign-in/email',
  'POST /sign-in/email-otp',
  'POST /sign-in/magic-link',
  'POST /magic-link/verify',
  'POST /sign-out',
  'POST /verify-email',
  'POST /send-verification-email',
  'POST /email-otp/send-verification-otp',
  'POST /email-otp/verify-email',
  'POST /email-otp/request-password-reset',
  'POST /email-otp/reset-password',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'POST /update-user',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/get-totp-uri',
  'POST /two-factor/verify-totp',
  'POST /two-factor/generate-backup-codes',
  'POST /two-factor/verify-backup-code',
]);

/**
 * What a link in a mail leads to. The library acts on a GET, which scanners and previews send too; with us the link opens
 * a page, and only the POST of its button acts.
 */
const BY_BUTTON = new Set(['/magic-link/verify', '/verify-email']);

/** Headers of the caller that Better Auth needs; the rest, and above all claims about the caller's address, stays out. */
const PASSED = [
  'cookie',
  'authorization',
  'origin',
  'referer',
  'host',
  'user-agent',
  'content-type',
  'accept',
];
const FETCH_METADATA = ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

const PREFIX = '/api/auth';

const TITLES: Record<number, string> = {
  400: 'The request was refused',
  401: 'That does not match',
  403: 'Not allowed',
  404: 'Not found',
  422: 'Some fields need another look',
  429: 'Too many requests',
};

/** Our words for what Better Auth answers, by its code. */
const DETAILS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'E-mail and password do not match. Try again, or choose a new password.',
  EMAIL_NOT_VERIFIED: 'Confirm your address first. We have just sent the link again.',
  INVALID_OTP: 'That code is not right. Look at the newest mail, or ask for another.',
  OTP_EXPIRED: 'That code has run out. Ask for another.',
  TOO_MANY_ATTEMPTS: 'That code was tried too often. Ask for another.',
  INVALID_TOKEN: 'That link was used or has run out. Ask for another.',
  TOKEN_EXPIRED: 'That link has run out. Ask for another.',
  PASSWORD_TOO_SHORT: 'Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'Use at most 128 characters.',
  INVALID_EMAIL: 'That is not an e-mail address.',
  INVALID_ORIGIN: 'This request did not come from a page of this installation, so it was not carried out.',
  MISSING_OR_NULL_ORIGIN:
    'This request did not come from a page of this installation, so it was not carried out.',
};

/** Serves Better Auth under /api/auth: its answers through our headers and log, its refusals as problem documents. */
export async function registerIdentityRoutes(app: App, identity: Identity): Promise<void> {
  await app.register(async (room) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    room.route({
      method: ['GET', 'POST'],
      url: `${PREFIX}/*`,
      config: { permission: 'public' },
      schema: { hide: true } as object,
      handler: (request, reply) => answer(identity, request, reply),
    });
  });
}

async function answer(
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const url = new URL(request.url, identity.settings.publicUrl);
  const path = url.pathname.slice(PREFIX.length).replace(/\/+$/, '');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (!OPEN.has(`${method} ${path}`)) return reply.callNotFound() as unknown as FastifyReply;
  if (BY_BUTTON.has(path)) return press(identity, request, reply, path);
  const response = await identity.handle(
    new Request(new URL(`${PREFIX}${path}${url.search}`, identity.settings.publicUrl), {
      method,
      headers: headersFor(request),
      ...(method === 'POST' && { body: bodyOf(request) }),
    }),
  );
  passHeaders(response, reply, path);
  const body = await response.text();
  if (response.status < 400) return reply.code(response.status).send(body);
  return refuse(request, reply, { status: response.status, body });
}

/** The button behind a mailed link: `{ token }` as JSON, which no form of a foreign page can send. */
async function press(
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
): Promise<FastifyReply> {
  assertOwnForm(request);
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const token = isJson ? tokenIn(request.body) : undefined;
  if (!token)
    return refuse(request, reply, { status: 400, body: JSON.stringify({ message: MISSING_TOKEN }) });
  const query = new URLSearchParams({ token });
  const response = await identity.handle(
    new Request(new URL(`${PREFIX}${path}?${query}`, identity.settings.publicUrl), {
      headers: headersFor(request),
    }),
  );
  passHeaders(response, reply, path);
  const body = await response.text();
  // Without an address to lead to, it leads a used link to the first page, and says in the address what was wrong.
  const location = response.headers.get('location');
  if (location === null && response.status < 400) return reply.code(200).send(body);
  reply.removeHeader('location');
  if (location === null && response.status !== 401)
    return refuse(request, reply, { status: response.status, body });
  const code = location
    ? new URL(location, identity.settings.publicUrl).searchParams.get('error')
    : readRefusal(body).code;
  const said = JSON.stringify({ code: code ?? 'INVALID_TOKEN' });
  return refuse(request, reply, { status: 400, body: said });
}

const MISSING_TOKEN = 'Send the token of the link as JSON: {"token": "…"}.';

function tokenIn(body: unknown): string | undefined {
  try {
    const { token } = JSON.parse(String(body)) as { token?: unknown };
    return typeof token === 'string' && token.length <= 2_000 ? token : undefined;
  } catch {
    return undefined;
  }
}

function passHeaders(response: Response, reply: FastifyReply, path: string): void {
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  for (const value of response.headers.getSetCookie()) reply.header('set-cookie', value);
  reply.header('cache-control', path === '/jwks' ? 'public, max-age=300' : 'no-store');
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body }: { status: number; body: string },
): FastifyReply {
  const said = readRefusal(body);
  const errors = fieldsOf(said.message);
  const seconds = Number(reply.getHeader('x-retry-after') ?? 60);
  if (status === 429) reply.header('retry-after', String(seconds));
  const detail =
    status === 429
      ? `That was too often. Try again in ${seconds} s.`
      : (DETAILS[said.code ?? ''] ??
        (errors.length > 0 ? errors.map((error) => error.detail).join(' ') : said.message));
  return reply
    .code(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:playbookos:problem:${kindOf(said.code, status)}`,
        title: TITLES[status] ?? (status < 500 ? 'The request was refused' : 'Something broke on our side'),
        status,
        detail:
          detail ??
          (status < 500 ? 'The request was refused.' : `Nothing was half saved. Quote ${request.id}.`),
        instance: request.id,
        ...(errors.length > 0 && { errors }),
        // Clients of Better Auth read these two.
        ...(said.code && { code: said.code }),
        ...(said.message && { message: said.message }),
      }),
    );
}

const kindOf = (code: string | undefined, status: number) =>
  (code ?? `status-${status}`).toLowerCase().replaceAll('_', '-');

/** "[body.email] Invalid email address; [body.name] …", as Better Auth names its fields, as ours are named. */
function fieldsOf(message = ''): { pointer: string; detail: string }[] {
  return [...message.matchAll(/\[body\.([\w.]+)\] ([^;[]+)/g)].map(([, path = '', detail = '']) => ({
    pointer: `/${path.replaceAll('.', '/')}`,
    detail: `${detail.trim().replace(/\.$/, '')}.`,
  }));
}

function readRefusal(body: string): { code?: string; message?: string } {
  try {
    const { code, message } = JSON.parse(body) as { code?: unknown; message?: unknown };
    return { ...(typeof code === 'string' && { code }), ...(typeof message === 'string' && { message }) };
  } catch {
    return {};
  }
}

function headersFor(request: FastifyRequest): Headers {
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: request.ip });
  for (const name of [...PASSED, ...FETCH_METADATA]) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return headers;
}

// An empty body is an empty object to Better Auth, whatever the content type says.
function bodyOf(request: FastifyRequest): BodyInit {
  const body = request.body as Buffer | undefined;
  return body && body.length > 0 ? new Uint8Array(body) : '{}';
}
