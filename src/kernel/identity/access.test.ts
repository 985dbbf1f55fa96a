import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cookieOf,
  type IdentityHouse,
  ORIGIN,
  openIdentityHouse,
} from '../../../tests/support/identity-house.ts';

let house: IdentityHouse;
let owner: Awaited<ReturnType<IdentityHouse['newOwner']>>;
beforeAll(async () => {
  house = await openIdentityHouse();
  owner = await house.newOwner('owner@north.example');
});
afterAll(() => house.close());

const reading = (headers: Record<string, string>) =>
  house.app.inject({ method: 'GET', url: '/api/v1/probe/reading', headers });
const publishing = (headers: Record<string, string>) =>
  house.app.inject({ method: 'POST', url: '/api/v1/probe/publishing', headers });
const keyHeaders = (key: string) => ({ authorization: `Bearer ${key}` });

/** Makes somebody a member of the owner's organization. */
async function newMember(email: string, role: string, restricted = false) {
  const person = await house.newPerson(email);
  await house.query(
    `insert into identity.members (id, organization_id, user_id, role, restricted) values (gen_random_uuid(), $1, $2, $3, $4)`,
    [owner.workspace.organizationId, person.userId, role, restricted],
  );
  return { ...person, headers: { ...person.headers, 'x-workspace': owner.workspace.slug } };
}

async function place(userId: string, role: string) {
  await house.query(
    `insert into identity.workspace_members (id, organization_id, workspace_id, user_id, role) values (gen_random_uuid(), $1, $2, $3, $4)`,
    [owner.workspace.organizationId, owner.workspace.id, userId, role],
  );
}

describe('a person', () => {
  it('who is nobody is asked to sign in', async () => {
    const answer = await reading({ 'x-workspace': owner.workspace.slug });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('may do what their role says', async () => {
    const admin = await newMember('admin@north.example', 'admin');
    const member = await newMember('member@north.example', 'member');
    expect((await publishing(owner.headers)).statusCode).toBe(200);
    expect((await publishing(admin.headers)).statusCode).toBe(200);
    expect((await reading(member.headers)).statusCode).toBe(200);
    const refused = await publishing(member.headers);
    expect(refused.statusCode).toBe(403);
    expect(refused.json().detail).toContain('member');
  });

  it('finds a workspace that is not theirs exactly as one that is not there', async () => {
    const stranger = await house.newOwner('owner@south.example', 'South');
    const foreign = await reading({ ...stranger.headers, 'x-workspace': owner.workspace.slug });
    const missing = await reading({ ...stranger.headers, 'x-workspace': 'no-such-workspace' });
    const system = await reading({ ...stranger.headers, 'x-workspace': 'system' });
    const plain = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
    expect(foreign.statusCode).toBe(404);
    expect(plain(foreign.json())).toEqual(plain(missing.json()));
    expect(plain(system.json())).toEqual(plain(missing.json()));
  });

  it('limited to named workspaces sees no other', async () => {
    const limited = await newMember('limited@north.example', 'member', true);
    expect((await reading(limited.headers)).statusCode).toBe(404);
    await place(limited.userId, 'member');
    expect((await reading(limited.headers)).statusCode).toBe(200);
  });

  it('who is an expert of the workspace reaches only what is their own', async () => {
    const expert = await house.newPerson('expert@north.example');
    await place(expert.userId, 'expert');
    const headers = { ...expert.headers, 'x-workspace': owner.workspace.slug };
    expect((await reading(headers)).statusCode).toBe(403);
    const [access] = await house.identity.listAccess(expert.userId);
    expect(access).toMatchObject({ role: 'expert' });
    expect([...access!.permissions]).toContain('own-playbooks.comment');
  });

  it('whose place is left over from an ended membership sees nothing', async () => {
    const gone = await house.newPerson('gone@north.example');
    await place(gone.userId, 'member');
    expect((await reading({ ...gone.headers, 'x-workspace': owner.workspace.slug })).statusCode).toBe(404);
    expect(await house.identity.listAccess(gone.userId)).toEqual([]);
  });

  it('with one workspace need not name it', async () => {
    expect((await reading({ authorization: owner.headers.authorization })).statusCode).toBe(200);
    await house.identity.foundWorkspace({ userId: owner.userId, name: 'Second' });
    expect((await reading({ authorization: owner.headers.authorization })).statusCode).toBe(404);
  });
});

describe('a cookie', () => {
  const publish = (headers: Record<string, string>) =>
    publishing({ 'x-workspace': owner.workspace.slug, ...headers });

  it('changes things only from a page of ours', async () => {
    const { cookies } = await house.identity.openSession(owner.userId);
    const cookie = cookieOf({ headers: { 'set-cookie': cookies } });
    expect((await publish({ cookie, origin: ORIGIN })).statusCode).toBe(200);
    expect((await publish({ cookie, referer: `${ORIGIN}/w/north` })).statusCode).toBe(200);
    expect((await publish({ cookie, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await publish({ cookie, ...(headers as Record<string, string>) })).statusCode).toBe(403);
    }
    expect((await reading({ cookie, 'x-workspace': owner.workspace.slug })).statusCode).toBe(200);
  });

  it('counts from this machine under each of its own names, and under no foreign one', async () => {
    const { cookies } = await house.identity.openSession(owner.userId);
    const cookie = cookieOf({ headers: { 'set-cookie': cookies } });
    expect(
      (await publish({ cookie, host: '127.0.0.1:5123', origin: 'http://127.0.0.1:5123' })).statusCode,
    ).toBe(200);
    expect(
      (await publish({ cookie, host: '127.0.0.1:5123', origin: 'http://127.0.0.1:9999' })).statusCode,
    ).toBe(403);
    expect((await publish({ cookie, host: 'evil.example', origin: 'http://evil.example' })).statusCode).toBe(
      403,
    );
  });
});

describe('an API key', () => {
  it('made without scopes may do everything in its workspace and nothing in another', async () => {
    const { key } = await house.identity.createApiKey({
      workspaceId: owner.workspace.id,
      name: 'Everything',
    });
    expect(key).toMatch(/^pbk_/);
    expect((await reading(keyHeaders(key))).statusCode).toBe(200);
    expect((await publishing(keyHeaders(key))).statusCode).toBe(200);
    const south = await house.newOwner('keys@south.example', 'Keys of south');
    expect((await reading({ ...keyHeaders(key), 'x-workspace': south.workspace.slug })).statusCode).toBe(404);
  });

  it('with scopes is refused what they leave out', async () => {
    const { key } = await house.identity.createApiKey({
      workspaceId: owner.workspace.id,
      name: 'Reader',
      scopes: ['playbooks.read'],
    });
    expect((await reading(keyHeaders(key))).statusCode).toBe(200);
    const refused = await publishing(keyHeaders(key));
    expect(refused.statusCode).toBe(403);
    expect(refused.json().detail).toContain('playbooks.publish');
  });

  it('is kept as a hash only, and says when it was used', async () => {
    const { key, id } = await house.identity.createApiKey({
      workspaceId: owner.workspace.id,
      name: 'Hashed',
    });
    await reading(keyHeaders(key));
    const { rows } = await house.query('select * from identity.api_keys where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(rows[0].last_request).toEqual(house.clock.now());
  });

  it('ends when its time has come', async () => {
    const expiresAt = new Date(house.clock.now().getTime() + 60_000);
    const { key } = await house.identity.createApiKey({
      workspaceId: owner.workspace.id,
      name: 'Short',
      expiresAt,
    });
    expect((await reading(keyHeaders(key))).statusCode).toBe(200);
    house.clock.advance({ minutes: 2 });
    expect((await reading(keyHeaders(key))).statusCode).toBe(401);
  });

  it('is called as often as needed', async () => {
    const { key } = await house.identity.createApiKey({ workspaceId: owner.workspace.id, name: 'Busy' });
    const answers = await Promise.all(Array.from({ length: 40 }, () => reading(keyHeaders(key))));
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  });

  const keys = (
    method: 'GET' | 'POST' | 'DELETE',
    headers: Record<string, string>,
    path = '',
    payload?: object,
  ) => house.app.inject({ method, url: `/api/v1/api-keys${path}`, headers, ...(payload && { payload }) });

  it('is made, shown once, listed and ended through the API', async () => {
    const headers = { ...owner.headers };
    const made = await keys('POST', headers, '', { name: 'Zapier', scopes: ['leads.read', 'leads.write'] });
    expect(made.statusCode).toBe(201);
    const { id, key } = made.json();
    const listed = await keys('GET', headers);
    const [newest] = listed.json().data;
    expect(newest).toMatchObject({ id, name: 'Zapier', scopes: ['leads.read', 'leads.write'] });
    expect(listed.body).not.toContain(key);
    expect((await keys('DELETE', headers, `/${id}`)).statusCode).toBe(204);
    expect((await keys('DELETE', headers, `/${id}`)).statusCode).toBe(404);
    expect((await reading(keyHeaders(key))).statusCode).toBe(401);
  });

  it('is not kept for a repeated request either', async () => {
    const headers = { ...owner.headers, 'idempotency-key': 'key-once-0001' };
    const { key, id } = (await keys('POST', headers, '', { name: 'Once' })).json();
    const again = await keys('POST', headers, '', { name: 'Once' });
    expect(again.statusCode).toBe(409);
    const { rows } = await house.query('select answer::text from app.idempotency_keys');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(key);
    const { data } = (await keys('GET', owner.headers)).json();
    expect(data.filter(({ name }: { name: string }) => name === 'Once')).toMatchObject([{ id }]);
  });

  it('of one workspace cannot be ended from another', async () => {
    const { id, key } = await house.identity.createApiKey({ workspaceId: owner.workspace.id, name: 'Mine' });
    const stranger = await house.newOwner('thief@south.example', 'Thief');
    expect((await keys('DELETE', stranger.headers, `/${id}`)).statusCode).toBe(404);
    expect((await reading(keyHeaders(key))).statusCode).toBe(200);
  });

  it('cannot give away more than it has', async () => {
    const { key } = await house.identity.createApiKey({
      workspaceId: owner.workspace.id,
      name: 'Maker',
      scopes: ['api-keys.manage'],
    });
    const wider = await keys('POST', keyHeaders(key), '', { name: 'Wider', scopes: ['playbooks.publish'] });
    expect(wider.statusCode).toBe(403);
    const made = await keys('POST', keyHeaders(key), '', { name: 'Same' });
    expect(made.json().scopes).toEqual(['api-keys.manage']);
  });

  it('made by an admin without scopes does not pay the bills', async () => {
    const admin = await newMember('keymaker@north.example', 'admin');
    const made = await keys('POST', admin.headers, '', { name: 'Admin' });
    expect(made.json().scopes).toContain('playbooks.publish');
    expect(made.json().scopes).not.toContain('organization.billing');
    expect((await keys('POST', owner.headers, '', { name: 'Owner' })).json().scopes).toBeNull();
  });

  it('with a scope that does not exist is not made', async () => {
    const refused = await keys('POST', owner.headers, '', { name: 'Odd', scopes: ['everything.always'] });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors[0].pointer).toBe('/scopes/0');
  });
});

describe('an access token', () => {
  const newToken = async () => {
    const answer = await house.app.inject({
      method: 'GET',
      url: '/api/auth/token',
      headers: { authorization: owner.headers.authorization },
      remoteAddress: house.newAddress(),
    });
    return answer.json().token as string;
  };

  it('opens what its person may open until its life is over', async () => {
    const token = await newToken();
    const headers = { authorization: `Bearer ${token}`, 'x-workspace': owner.workspace.slug };
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
    expect(claims.exp - claims.iat).toBe(900);
    expect((await publishing(headers)).statusCode).toBe(200);
    house.clock.advance({ minutes: 14 });
    expect((await publishing(headers)).statusCode).toBe(200);
    house.clock.advance({ minutes: 2 });
    expect((await publishing(headers)).statusCode).toBe(401);
  });

  it('is not believed when it was changed, or is signed for another installation', async () => {
    const token = await newToken();
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(
      JSON.stringify({ ...claims, sub: '0197b3c0-0000-7000-8000-000000000000' }),
    ).toString('base64url');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const bad of [`${head}.${forged}.${signature}`, `${unsigned}.${body}.`, `${head}.${body}.`]) {
      expect(
        (await reading({ authorization: `Bearer ${bad}`, 'x-workspace': owner.workspace.slug })).statusCode,
      ).toBe(401);
    }
  });

  it('can be checked by anybody with the published keys, which hold nothing secret', async () => {
    await newToken();
    const { keys } = (await house.app.inject({ method: 'GET', url: '/api/auth/jwks' })).json();
    expect(keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(keys[0].d).toBeUndefined();
    const { rows } = await house.query('select private_key from identity.jwks');
    expect(rows[0].private_key).not.toContain('"d"');
  });
});
