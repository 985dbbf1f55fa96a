import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressIn,
  cookieOf,
  type IdentityHouse,
  ORIGIN,
  openIdentityHouse,
  PASSWORD,
} from '../../../tests/support/identity-house.ts';
import { ensureSampleOwner } from './first-owner.ts';

let house: IdentityHouse;
let owner: Awaited<ReturnType<IdentityHouse['newOwner']>>;
beforeAll(async () => {
  house = await openIdentityHouse();
  owner = await house.newOwner('owner@north.example');
});
afterAll(() => house.close());

type Headers = Record<string, string>;
const call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  headers: Headers = {},
  payload?: object,
) =>
  house.app.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    remoteAddress: house.newAddress(),
    ...(payload && { payload }),
  });

/** Invites an address and gives back what its link holds. */
async function invited(email: string, more: object = {}) {
  const answer = await call('POST', '/organization/invitations', owner.headers, { email, ...more });
  expect(answer.statusCode).toBe(201);
  const token = addressIn(await house.queuedLetter(email.toLowerCase()))
    .pathname.split('/')
    .at(-1)!;
  return { ...answer.json(), token, url: `/invitations/${token}` };
}

/** An invited person with a new account. */
async function joined(email: string, more: object = {}) {
  const { url } = await invited(email, more);
  const answer = await call('POST', `${url}/acceptances`, {}, { name: email, password: PASSWORD });
  expect(answer.statusCode).toBe(201);
  return { headers: { authorization: `Bearer ${answer.json().token}`, 'x-workspace': owner.workspace.slug } };
}

const memberOf = async (email: string) => {
  const { data } = (await call('GET', '/organization/members', owner.headers)).json();
  return data.find((member: { email: string }) => member.email === email);
};

describe('workspaces', () => {
  it('are made with an organization around them, whose owner is who made them', async () => {
    const person = await house.newPerson('new@east.example');
    const made = await call('POST', '/workspaces', person.headers, {
      name: 'Sörens Bäckerei',
      currency: 'eur',
      timeZone: 'Europe/Berlin',
    });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      slug: 'sorens-backerei',
      role: 'owner',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
    const organization = await call('GET', '/organization', {
      ...person.headers,
      'x-workspace': 'sorens-backerei',
    });
    expect(organization.json()).toMatchObject({
      name: 'Sörens Bäckerei',
      plan: 'enterprise',
      limitsOn: false,
    });
  });

  it('of one name get addresses of their own, and a wanted address that is taken is refused', async () => {
    const one = await house.newOwner('one@east.example', 'Twins');
    const two = await house.newOwner('two@east.example', 'Twins');
    expect(one.workspace.slug).toBe('twins');
    expect(two.workspace.slug).toMatch(/^twins-\d+$/);
    const refused = await call('POST', '/workspaces', two.headers, { name: 'Other', slug: 'twins' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().errors[0].pointer).toBe('/slug');
    expect(
      (await call('POST', '/workspaces', two.headers, { name: 'Other', slug: 'system' })).statusCode,
    ).toBe(409);
    expect((await house.query(`select from identity.organizations where name = 'Other'`)).rowCount).toBe(0);
  });

  it('are added to an organization by its owners and admins only', async () => {
    const { organizationId } = owner.workspace;
    expect(
      (await call('POST', '/workspaces', owner.headers, { name: 'Branch', organizationId })).statusCode,
    ).toBe(201);
    const member = await joined('plain@north.example');
    expect(
      (await call('POST', '/workspaces', member.headers, { name: 'Mine', organizationId })).statusCode,
    ).toBe(403);
    const stranger = await house.newPerson('stranger@east.example');
    expect(
      (await call('POST', '/workspaces', stranger.headers, { name: 'Theirs', organizationId })).statusCode,
    ).toBe(404);
  });

  it('are listed with what one may do in each', async () => {
    const { data } = (await call('GET', '/workspaces', owner.headers)).json();
    const north = data.find(({ slug }: { slug: string }) => slug === owner.workspace.slug);
    expect(north).toMatchObject({ role: 'owner', organization: { name: 'North' } });
    expect(north.permissions).toContain('organization.billing');
  });

  it('are renamed without losing their address', async () => {
    const renamed = await call('PATCH', '/workspace', owner.headers, { name: 'North and sons' });
    expect(renamed.json()).toMatchObject({ name: 'North and sons', slug: owner.workspace.slug });
    expect((await call('GET', '/workspace', owner.headers)).json().name).toBe('North and sons');
    const bad = await call('PATCH', '/workspace', owner.headers, { timeZone: 'Mars/Olympus' });
    expect(bad.statusCode).toBe(422);
  });
});

describe('an invitation', () => {
  it('makes an account for who has none, confirmed by the mail itself', async () => {
    const { url } = await invited('Fresh@North.example', { role: 'admin' });
    const preview = await call('GET', url);
    expect(preview.json()).toMatchObject({
      organization: 'North',
      email: 'fresh@north.example',
      role: 'admin',
      hasAccount: false,
    });
    const missing = await call('POST', `${url}/acceptances`, {}, {});
    expect(missing.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/name',
      '/password',
    ]);
    const accepted = await call('POST', `${url}/acceptances`, {}, { name: 'Fresh', password: PASSWORD });
    expect(accepted.statusCode).toBe(201);
    const me = await call('GET', '/me', { cookie: cookieOf(accepted) });
    expect(me.json()).toMatchObject({ user: { emailVerified: true }, organizations: [{ role: 'admin' }] });
  });

  it('works once', async () => {
    const { url } = await invited('once@north.example');
    await call('POST', `${url}/acceptances`, {}, { name: 'Once', password: PASSWORD });
    expect(
      (await call('POST', `${url}/acceptances`, {}, { name: 'Twice', password: PASSWORD })).statusCode,
    ).toBe(404);
    expect((await call('GET', url)).statusCode).toBe(404);
  });

  it('is accepted by the signed-in person it was sent to, and by nobody else', async () => {
    const person = await house.newPerson('has@east.example');
    const other = await house.newPerson('other@east.example');
    const { url } = await invited('has@east.example');
    expect((await call('POST', `${url}/acceptances`, {}, { name: 'X', password: PASSWORD })).statusCode).toBe(
      401,
    );
    expect((await call('POST', `${url}/acceptances`, other.headers, {})).statusCode).toBe(403);
    const accepted = await call('POST', `${url}/acceptances`, person.headers, {});
    expect(accepted.statusCode).toBe(201);
    expect(accepted.json().token).toBeNull();
    expect((await memberOf('has@east.example')).role).toBe('member');
  });

  it('runs out after a week, and can be taken back before', async () => {
    const late = await invited('late@north.example');
    const revoked = await invited('revoked@north.example');
    expect((await call('DELETE', `/organization/invitations/${revoked.id}`, owner.headers)).statusCode).toBe(
      204,
    );
    expect((await call('GET', revoked.url)).statusCode).toBe(404);
    house.clock.advance({ days: 8 });
    expect((await call('GET', late.url)).statusCode).toBe(404);
    expect((await call('GET', '/organization/invitations', owner.headers)).json().data).toEqual([]);
  });

  it('takes the place of an earlier one to the same address', async () => {
    const first = await invited('again@north.example');
    const second = await invited('again@north.example', { role: 'admin' });
    expect((await call('GET', first.url)).statusCode).toBe(404);
    expect((await call('GET', second.url)).json().role).toBe('admin');
  });

  it('limits a member to the workspaces it names', async () => {
    const branch = await house.identity.foundWorkspace({
      userId: owner.userId,
      name: 'Limited branch',
      organizationId: owner.workspace.organizationId!,
    });
    const { headers } = await joined('branch@north.example', { workspaceIds: [branch.id] });
    expect((await call('GET', '/workspace', headers)).statusCode).toBe(404);
    expect((await call('GET', '/workspace', { ...headers, 'x-workspace': branch.slug })).statusCode).toBe(
      200,
    );
  });

  it('names no workspace of somebody else', async () => {
    const stranger = await house.newOwner('names@south.example', 'Named');
    const refused = await call('POST', '/organization/invitations', owner.headers, {
      email: 'x@example.com',
      workspaceIds: [stranger.workspace.id],
    });
    expect(refused.statusCode).toBe(422);
  });

  it('brings an expert into the workspace and not into the organization', async () => {
    const { headers } = await joined('expert@guild.example', { role: 'expert' });
    expect(await memberOf('expert@guild.example')).toBeUndefined();
    const { workspaces } = (await call('GET', '/me', headers)).json();
    expect(workspaces).toHaveLength(1);
    expect(workspaces[0]).toMatchObject({ role: 'expert', slug: owner.workspace.slug });
    expect((await call('GET', '/organization/members', headers)).statusCode).toBe(403);
  });

  it('is not sent by members, nor to those who belong already', async () => {
    const { headers } = await joined('sender@north.example');
    expect(
      (await call('POST', '/organization/invitations', headers, { email: 'a@b.example' })).statusCode,
    ).toBe(403);
    expect(
      (await call('POST', '/organization/invitations', owner.headers, { email: 'sender@north.example' }))
        .statusCode,
    ).toBe(409);
  });

  it('keeps its token nowhere', async () => {
    const { token } = await invited('hash@north.example');
    const { rows } = await house.query('select * from identity.invitations');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('members', () => {
  it('get another role from an admin, and ownership only from an owner', async () => {
    const admin = await joined('boss@north.example', { role: 'admin' });
    await joined('riser@north.example');
    const { id } = await memberOf('riser@north.example');
    expect(
      (await call('PATCH', `/organization/members/${id}`, admin.headers, { role: 'admin' })).json().role,
    ).toBe('admin');
    expect(
      (await call('PATCH', `/organization/members/${id}`, admin.headers, { role: 'owner' })).statusCode,
    ).toBe(403);
    expect(
      (await call('PATCH', `/organization/members/${id}`, owner.headers, { role: 'owner' })).json().role,
    ).toBe('owner');
    expect((await call('DELETE', `/organization/members/${id}`, admin.headers)).statusCode).toBe(403);
    expect((await call('DELETE', `/organization/members/${id}`, owner.headers)).statusCode).toBe(204);
  });

  it('lose everything with their membership', async () => {
    const { headers } = await joined('leaves@north.example');
    expect((await call('GET', '/workspace', headers)).statusCode).toBe(200);
    const { id } = await memberOf('leaves@north.example');
    await call('DELETE', `/organization/members/${id}`, owner.headers);
    expect((await call('GET', '/workspace', headers)).statusCode).toBe(404);
  });

  it('are limited to workspaces, and freed again', async () => {
    const { headers } = await joined('bound@north.example');
    const { id } = await memberOf('bound@north.example');
    const limited = await call('PATCH', `/organization/members/${id}`, owner.headers, { workspaceIds: [] });
    expect(limited.json().workspaceIds).toEqual([]);
    expect((await call('GET', '/workspace', headers)).statusCode).toBe(404);
    const some = await call('PATCH', `/organization/members/${id}`, owner.headers, {
      workspaceIds: [owner.workspace.id],
    });
    expect(some.json().workspaceIds).toEqual([owner.workspace.id]);
    expect((await call('GET', '/workspace', headers)).statusCode).toBe(200);
    expect(
      (await call('PATCH', `/organization/members/${id}`, owner.headers, { workspaceIds: null })).json()
        .workspaceIds,
    ).toBeNull();
  });

  it('never leave an organization without an owner', async () => {
    const alone = await house.newOwner('alone@south.example', 'Alone');
    const { data } = (await call('GET', '/organization/members', alone.headers)).json();
    const [{ id }] = data;
    expect(
      (await call('PATCH', `/organization/members/${id}`, alone.headers, { role: 'member' })).statusCode,
    ).toBe(409);
    expect((await call('DELETE', `/organization/members/${id}`, alone.headers)).statusCode).toBe(409);
  });

  it('of another organization cannot be touched', async () => {
    const stranger = await house.newOwner('touch@south.example', 'Touch');
    const { id } = await memberOf('owner@north.example');
    expect(
      (await call('PATCH', `/organization/members/${id}`, stranger.headers, { role: 'admin' })).statusCode,
    ).toBe(404);
    expect((await call('DELETE', `/organization/members/${id}`, stranger.headers)).statusCode).toBe(404);
  });
});

describe('what people do here', () => {
  it('stands in the audit log with who did it', async () => {
    const audited = await house.newOwner('audited@west.example', 'Audited');
    await call('PATCH', '/workspace', audited.headers, { name: 'Audited well' });
    const { id } = (
      await call('POST', '/organization/invitations', audited.headers, { email: 'seen@west.example' })
    ).json();
    await call('DELETE', `/organization/invitations/${id}`, audited.headers);
    const key = (await call('POST', '/api-keys', audited.headers, { name: 'Audited' })).json();
    await call('DELETE', `/api-keys/${key.id}`, audited.headers);
    const { rows } = await house.query(
      'select action, actor_id from app.audit_entries where workspace_id = $1 order by id',
      [audited.workspace.id],
    );
    expect(rows).toEqual(
      ['workspace.changed', 'invitation.sent', 'invitation.revoked', 'api-key.made', 'api-key.revoked'].map(
        (action) => ({
          action,
          actor_id: audited.userId,
        }),
      ),
    );
  });
});

describe('an organization', () => {
  it('ends with all its workspaces when its owner types its name', async () => {
    const last = await house.newOwner('last@south.example', 'Last days');
    expect((await call('DELETE', '/organization', last.headers, { name: 'Wrong' })).statusCode).toBe(422);
    expect((await call('GET', '/workspace', last.headers)).statusCode).toBe(200);
    expect((await call('DELETE', '/organization', last.headers, { name: 'Last days' })).statusCode).toBe(204);
    expect((await call('GET', '/workspace', last.headers)).statusCode).toBe(404);
    expect(
      (await house.query('select from app.workspaces where id = $1', [last.workspace.id])).rowCount,
    ).toBe(0);
  });
});

describe('the sample', () => {
  const enter = (headers: Headers = {}) =>
    call('POST', '/sample-session', { host: 'localhost:4000', ...headers });

  it('is not there before it was made', async () => {
    expect((await enter()).statusCode).toBe(404);
  });

  it('is made once and entered by one click', async () => {
    const first = await ensureSampleOwner(house.identity);
    const second = await ensureSampleOwner(house.identity);
    expect(first.isNew).toBe(true);
    expect(second).toMatchObject({
      isNew: false,
      workspace: { id: first.workspace.id, slug: 'sample', kind: 'sample' },
    });
    const entered = await enter({ origin: ORIGIN });
    expect(entered.statusCode).toBe(201);
    const me = await call('GET', '/me', { cookie: cookieOf(entered) });
    expect(me.json()).toMatchObject({
      user: { email: 'owner@example.com' },
      workspaces: [{ slug: 'sample', role: 'owner' }],
    });
  });

  it('is offered where it is open', async () => {
    const options = (headers: Headers) => call('GET', '/sign-in-options', headers);
    expect((await options({ host: 'localhost:4000' })).json()).toEqual({ sample: true, accountMail: true });
    expect((await options({ host: 'playbooks.example.com' })).json()).toEqual({
      sample: false,
      accountMail: false,
    });
  });

  it('is closed to whatever came through a proxy, under a foreign name or from a foreign page', async () => {
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
      { host: 'playbooks.example.com' },
      { origin: 'https://evil.example' },
    ] as Headers[]) {
      expect([headers, (await enter(headers)).statusCode]).toEqual([headers, 404]);
    }
  });

  it('is closed on an installation that others can reach', async () => {
    const reachable = await openIdentityHouse({
      loopbackOnly: false,
      publicUrl: 'https://playbooks.example.com',
    });
    try {
      await ensureSampleOwner(reachable.identity);
      const answer = await reachable.app.inject({
        method: 'POST',
        url: '/api/v1/sample-session',
        headers: { host: 'localhost:4000' },
      });
      expect(answer.statusCode).toBe(404);
      const { cookies } = await reachable.identity.openSession(
        (await reachable.identity.findAccountByEmail('owner@example.com'))!.userId,
      );
      expect(cookies[0]).toMatch(/^__Secure-playbookos\.session_token=.*; Secure/);
    } finally {
      await reachable.close();
    }
  });
});
