import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressIn,
  codeIn,
  cookieOf,
  type IdentityHouse,
  ORIGIN,
  openIdentityHouse,
  PASSWORD,
} from '../../../tests/support/identity-house.ts';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
});
afterAll(() => house.close());

const post = (
  url: string,
  payload: object,
  headers: Record<string, string> = {},
  remoteAddress = house.newAddress(),
) =>
  house.app.inject({
    method: 'POST',
    url: `/api/auth${url}`,
    payload,
    headers: { origin: ORIGIN, ...headers },
    remoteAddress,
  });

const signUp = (email: string) => post('/sign-up/email', { name: 'Imke Raes', email, password: PASSWORD });
const signIn = (email: string, password = PASSWORD) => post('/sign-in/email', { email, password });
/** Opens a mailed link and presses the button of its page. */
const press = (url: string, address: URL, headers: Record<string, string> = {}) =>
  post(url, { token: address.searchParams.get('token') }, headers);
const whoIs = (headers: Record<string, string>) =>
  house.app.inject({ method: 'GET', url: '/api/v1/me', headers });

/** The six digits that an authenticator shows now (RFC 6238: SHA-1, 30 seconds). */
function codeOf(uri: string): string {
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** What a stranger can see of a refusal, without what differs from call to call. */
const seen = (answer: { statusCode: number; json(): unknown; headers: object }) => {
  const { instance: _, ...body } = answer.json() as Record<string, unknown>;
  return { status: answer.statusCode, body, headers: Object.keys(answer.headers).sort() };
};

describe('signing up', () => {
  it('asks to confirm the address and signs in by the link in the mail', async () => {
    const made = await signUp('imke@example.com');
    expect(made.statusCode).toBe(200);
    expect(made.json().token).toBeNull();
    expect((await signIn('imke@example.com')).statusCode).toBe(403);

    const address = addressIn(house.lastLetter('imke@example.com'));
    expect(address.pathname).toBe('/verify');
    const pressed = await press('/verify-email', address);
    expect(pressed.statusCode).toBe(200);
    const me = await whoIs({ cookie: cookieOf(pressed) });
    expect(me.json()).toMatchObject({
      kind: 'user',
      via: 'cookie',
      user: { email: 'imke@example.com', emailVerified: true },
    });
    expect(me.json().user.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('confirms by the code in the same mail, once', async () => {
    await signUp('jorn@example.com');
    const otp = codeIn(house.lastLetter('jorn@example.com'));
    const confirmed = await post('/email-otp/verify-email', { email: 'jorn@example.com', otp });
    expect(confirmed.statusCode).toBe(200);
    expect((await whoIs({ cookie: cookieOf(confirmed) })).statusCode).toBe(200);
    expect((await post('/email-otp/verify-email', { email: 'jorn@example.com', otp })).statusCode).toBe(400);
  });

  it('refuses a code that has run out', async () => {
    await signUp('late@example.com');
    const otp = codeIn(house.lastLetter('late@example.com'));
    await house.query(`update identity.verifications set expires_at = now() - interval '1 second'`);
    const refused = await post('/email-otp/verify-email', { email: 'late@example.com', otp });
    expect(refused.statusCode).toBe(400);
    expect((await signIn('late@example.com')).statusCode).toBe(403);
  });

  it('gives up on a code after five wrong tries', async () => {
    await signUp('guess@example.com');
    const otp = codeIn(house.lastLetter('guess@example.com'));
    const wrong = otp === '000000' ? '111111' : '000000';
    for (let i = 0; i < 5; i++)
      await post('/email-otp/verify-email', { email: 'guess@example.com', otp: wrong });
    expect(
      (await post('/email-otp/verify-email', { email: 'guess@example.com', otp })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it('answers the same for an address that has an account, and tells its owner by mail', async () => {
    await house.newPerson('taken@example.com');
    const fresh = await signUp('fresh@example.com');
    const taken = await signUp('taken@example.com');
    const shape = ({ user, ...rest }: { user: Record<string, unknown> }) => ({
      ...rest,
      user: Object.keys(user).sort(),
    });
    expect(taken.statusCode).toBe(fresh.statusCode);
    expect(shape(taken.json())).toEqual(shape(fresh.json()));
    expect(house.lastLetter('taken@example.com').kind).toBe('existing-account');
    expect((await signIn('taken@example.com')).statusCode).toBe(200);
  });

  it('keeps no code and no link readable in the database', async () => {
    await signUp('secret@example.com');
    const letter = house.lastLetter('secret@example.com');
    const { rows } = await house.query('select identifier || value as kept from identity.verifications');
    expect(rows.length).toBeGreaterThan(0);
    for (const { kept } of rows) expect(kept).not.toContain(codeIn(letter));
  });
});

describe('signing in', () => {
  it('answers an unknown address as it answers a wrong password', async () => {
    await house.newPerson('known@example.com');
    const wrong = await signIn('known@example.com', 'not the password');
    const unknown = await signIn('nobody@example.com', 'not the password');
    expect(wrong.statusCode).toBe(401);
    expect(seen(unknown)).toEqual(seen(wrong));
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.json().detail).toBe(
      'E-mail and password do not match. Try again, or choose a new password.',
    );
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    await house.newPerson('cookie@example.com');
    const answer = await signIn('cookie@example.com');
    const [cookie] = [answer.headers['set-cookie']].flat();
    expect(cookie).toMatch(/^playbookos\.session_token=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.headers['x-request-id']).toBeTruthy();
  });

  it('takes the session token as a bearer token too, and forgets it on sign-out', async () => {
    await house.newPerson('bearer@example.com');
    const answer = await signIn('bearer@example.com');
    const authorization = `Bearer ${answer.json().token}`;
    expect((await whoIs({ authorization })).json()).toMatchObject({
      via: 'session-token',
      user: { email: 'bearer@example.com' },
    });
    await post('/sign-out', {}, { cookie: cookieOf(answer) });
    expect((await whoIs({ authorization })).statusCode).toBe(401);
    expect((await whoIs({ cookie: cookieOf(answer) })).statusCode).toBe(401);
  });

  it('does not let a good cookie stand in for a bad token', async () => {
    await house.newPerson('both@example.com');
    const cookie = cookieOf(await signIn('both@example.com'));
    expect((await whoIs({ cookie })).statusCode).toBe(200);
    for (const token of ['nonsense', 'pbk_nonsense', 'eyJhbGciOiJub25lIn0.e30.']) {
      expect((await whoIs({ cookie, authorization: `Bearer ${token}` })).statusCode).toBe(401);
    }
  });

  it('signs in by a link that works once, and writes none to strangers', async () => {
    await house.newPerson('link@example.com');
    const known = await post('/sign-in/magic-link', { email: 'link@example.com' });
    const address = addressIn(house.lastLetter('link@example.com', 'magic-link'));
    expect(address.pathname).toBe('/magic-link');
    const pressed = await press('/magic-link/verify', address);
    expect((await whoIs({ cookie: cookieOf(pressed) })).json().user.email).toBe('link@example.com');
    const again = await press('/magic-link/verify', address);
    expect(again.statusCode).toBe(400);
    expect(again.json()).toMatchObject({ type: 'urn:playbookos:problem:invalid-token', status: 400 });
    expect(cookieOf(again)).toBe('');

    const before = house.letters.length;
    const unknown = await post('/sign-in/magic-link', { email: 'stranger@example.com' });
    expect(seen(unknown)).toEqual(seen(known));
    expect(house.letters.length).toBe(before);
  });

  it('uses no link up when a scanner opens it in every way it knows', async () => {
    await house.newPerson('scanned@example.com');
    await signUp('scanned-new@example.com');
    await post('/sign-in/magic-link', { email: 'scanned@example.com', callbackURL: '/w/north' });
    const enter = addressIn(house.lastLetter('scanned@example.com', 'magic-link'));
    const verify = addressIn(house.lastLetter('scanned-new@example.com', 'verification'));
    expect(enter.searchParams.get('next')).toBe('/w/north');
    for (const [path, address] of [
      ['/magic-link/verify', enter],
      ['/verify-email', verify],
    ] as const)
      for (const url of [address.pathname, `/api/auth${path}`])
        for (const method of ['GET', 'HEAD'] as const) {
          const opened = await house.app.inject({ method, url: url + address.search });
          expect([opened.statusCode, cookieOf(opened)]).toEqual([404, '']);
        }
    expect((await signIn('scanned-new@example.com')).statusCode).toBe(403);
    expect(cookieOf(await press('/magic-link/verify', enter))).not.toBe('');
    expect(cookieOf(await press('/verify-email', verify))).not.toBe('');
  });

  it('takes the press of a link from no foreign page, and only with its token', async () => {
    await house.newPerson('pressed@example.com');
    await post('/sign-in/magic-link', { email: 'pressed@example.com' });
    const address = addressIn(house.lastLetter('pressed@example.com', 'magic-link'));
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await press('/magic-link/verify', address, foreign)).statusCode).toBe(403);
    const asText = { 'content-type': 'text/plain' };
    expect((await press('/magic-link/verify', address, asText)).statusCode).toBe(400);
    for (const token of [undefined, 7, '', 'x'.repeat(3_000), 'nonsense'])
      for (const path of ['/magic-link/verify', '/verify-email']) {
        const refused = await post(path, { token });
        expect([path, refused.statusCode, cookieOf(refused)]).toEqual([path, 400, '']);
        expect(refused.json().detail).toMatch(/^[A-Z].*\.$/);
      }
    expect((await press('/magic-link/verify', address)).statusCode).toBe(200);
  });

  it('signs in by a mailed code', async () => {
    await house.newPerson('code@example.com');
    await post('/email-otp/send-verification-otp', { email: 'code@example.com', type: 'sign-in' });
    const otp = codeIn(house.lastLetter('code@example.com', 'sign-in-code'));
    const answer = await post('/sign-in/email-otp', { email: 'code@example.com', otp });
    expect((await whoIs({ cookie: cookieOf(answer) })).json().user.email).toBe('code@example.com');
  });

  it('stays open while it is used, and ends when it was not', async () => {
    const person = await house.newPerson('stays@example.com');
    const cookie = cookieOf(await signIn('stays@example.com'));
    expect((await whoIs({ cookie })).headers['set-cookie']).toBeUndefined();
    const left = (days: number) =>
      house.query(
        `update identity.sessions set expires_at = now() + make_interval(days => $2) where user_id = $1`,
        [person.userId, days],
      );
    await left(28);
    const prolonged = await whoIs({ cookie });
    expect(cookieOf(prolonged)).toBe(cookie);
    const { rows } = await house.query(
      `select max(expires_at) > now() + interval '29 days' as longer from identity.sessions where user_id = $1`,
      [person.userId],
    );
    expect(rows[0].longer).toBe(true);
    await left(-1);
    expect((await whoIs({ cookie })).statusCode).toBe(401);
  });

  it('asks for the second factor when there is one', async () => {
    await house.newPerson('second@example.com');
    const cookie = cookieOf(await signIn('second@example.com'));
    const enabled = await post('/two-factor/enable', { password: PASSWORD }, { cookie });
    const { totpURI, backupCodes } = enabled.json();
    const confirmed = await post('/two-factor/verify-totp', { code: codeOf(totpURI) }, { cookie });
    expect(confirmed.statusCode).toBe(200);

    const asked = await signIn('second@example.com');
    expect(asked.json()).toMatchObject({ twoFactorRedirect: true });
    const half = cookieOf(asked);
    expect((await whoIs({ cookie: half })).statusCode).toBe(401);
    const wrong = await post('/two-factor/verify-backup-code', { code: 'AAAAA-AAAAA' }, { cookie: half });
    expect(wrong.statusCode).toBe(401);
    const entered = await post('/two-factor/verify-backup-code', { code: backupCodes[0] }, { cookie: half });
    expect((await whoIs({ cookie: cookieOf(entered) })).json().user).toMatchObject({
      twoFactorEnabled: true,
    });
  });

  it('does not let a mail stand for the second factor', async () => {
    const email = 'mailbox@example.com';
    await house.newPerson(email);
    const cookie = cookieOf(await signIn(email));
    const { totpURI } = (await post('/two-factor/enable', { password: PASSWORD }, { cookie })).json();
    await post('/two-factor/verify-totp', { code: codeOf(totpURI) }, { cookie });

    const before = house.letters.length;
    await post('/sign-in/magic-link', { email });
    for (const type of ['sign-in', 'email-verification'])
      await post('/email-otp/send-verification-otp', { email, type });
    const letters = house.letters.slice(before);
    expect(letters.map(({ kind }) => kind)).toEqual(Array(3).fill('second-factor'));
    for (const { text, subject } of letters) expect(`${subject} ${text}`).not.toMatch(/\d{6}|token=/);
  });

  it('slows down one address and not its neighbour', async () => {
    await house.newPerson('slow@example.com');
    const from = house.newAddress();
    const tries: Awaited<ReturnType<typeof post>>[] = [];
    for (let i = 0; i < 12; i++)
      tries.push(
        await post('/sign-in/email', { email: 'slow@example.com', password: 'wrong password' }, {}, from),
      );
    const last = tries.at(-1)!;
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.json().type).toBe('urn:playbookos:problem:status-429');
    expect((await signIn('slow@example.com')).statusCode).toBe(200);
  });

  it('is not fooled about the address by headers of the caller', async () => {
    const from = house.newAddress();
    const answers: Awaited<ReturnType<typeof post>>[] = [];
    for (let i = 0; i < 12; i++) {
      answers.push(
        await post(
          '/sign-in/email',
          { email: 'x@example.com', password: 'wrong password' },
          { 'x-playbookos-client': `10.9.9.${i}` },
          from,
        ),
      );
    }
    expect(answers.at(-1)!.statusCode).toBe(429);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link that works once and ends every session', async () => {
    const person = await house.newPerson('reset@example.com');
    await post('/request-password-reset', { email: 'reset@example.com' });
    const token = addressIn(house.lastLetter('reset@example.com', 'reset')).searchParams.get('token');
    expect((await post('/reset-password', { token, newPassword: 'short' })).statusCode).toBe(400);
    expect((await post('/reset-password', { token, newPassword: 'another password' })).statusCode).toBe(200);
    expect((await whoIs(person.headers)).statusCode).toBe(401);
    expect((await signIn('reset@example.com')).statusCode).toBe(401);
    expect((await signIn('reset@example.com', 'another password')).statusCode).toBe(200);
    expect((await post('/reset-password', { token, newPassword: 'a third password' })).statusCode).toBe(400);
  });

  it('answers the same when nobody has the address', async () => {
    await house.newPerson('asks@example.com');
    const known = await post('/request-password-reset', { email: 'asks@example.com' });
    const unknown = await post('/request-password-reset', { email: 'nobody-asks@example.com' });
    expect(seen(unknown)).toEqual(seen(known));
  });
});

describe('without its database', () => {
  it('says that it cannot be reached, and heals by itself', async () => {
    const person = await house.newPerson('away@example.com');
    const { key } = await house.identity.createApiKey({
      workspaceId: (await house.newOwner('away@north.example')).workspace.id,
      name: 'Away',
    });
    const cookie = cookieOf(await signIn('away@example.com'));
    const { rows } = await house.query('select current_database() as name');
    const callers: Record<string, string>[] = [
      { cookie },
      person.headers,
      { authorization: `Bearer ${key}` },
    ];
    await house.query(`alter database ${rows[0].name} connection limit 0`);
    await house.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    for (const headers of callers) expect((await whoIs(headers)).statusCode).toBe(503);
    const refused = await signIn('away@example.com');
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    await house.query(`alter database ${rows[0].name} connection limit -1`);
    for (const headers of callers) expect((await whoIs(headers)).statusCode).toBe(200);
    expect((await signIn('away@example.com')).statusCode).toBe(200);
  });
});

describe('the door', () => {
  it('opens only what the house uses', async () => {
    for (const url of [
      '/api-key/create',
      '/organization/create',
      '/organization/invite-member',
      '/delete-user',
      '/opening-sessions',
    ]) {
      const answer = await post(url, {});
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('refuses pages of other origins', async () => {
    await house.newPerson('foreign@example.com');
    const payload = { email: 'foreign@example.com', password: PASSWORD };
    const refused = await post('/sign-in/email', payload, { origin: 'https://evil.example' });
    expect(refused.statusCode).toBe(403);
    expect(cookieOf(refused)).toBe('');
  });

  it('sends nobody to another site after signing in', async () => {
    await house.newPerson('redirect@example.com');
    const refused = await post('/sign-in/magic-link', {
      email: 'redirect@example.com',
      callbackURL: 'https://evil.example/',
    });
    expect(refused.statusCode).toBe(403);
  });

  it('answers bad input with a problem document and never with 500', async () => {
    const payloads = ['{"email":', '[]', '"text"', '{"email":7,"password":{}}', ''];
    for (const payload of payloads) {
      const answer = await house.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        payload,
        headers: { 'content-type': 'application/json', origin: ORIGIN },
        remoteAddress: house.newAddress(),
      });
      expect([payload, answer.statusCode]).toEqual([payload, 400]);
      expect(answer.json()).toMatchObject({ status: 400, instance: expect.any(String) });
    }
  });

  it('names each field that is wrong', async () => {
    const refused = await post('/sign-up/email', { name: 'Imke', email: 'imke', password: 7 });
    expect(refused.statusCode).toBe(400);
    const { errors } = refused.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/email', '/password']);
    expect(refused.json().detail).not.toContain('[body');
  });
});
