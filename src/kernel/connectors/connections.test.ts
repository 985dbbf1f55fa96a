import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { ConnectionUnusable, connect, credentials, noteCall } from './connections.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ clock: '2026-11-20T09:00:00Z' });
});
afterAll(() => house.close());

const secret = 'pat-na1-hunter2-hunter2';
const add = (more: object = {}) =>
  house.call('POST', '/api/v1/connections', { provider: 'hubspot', name: 'Our HubSpot', secret, ...more });
const read = async (id: string) => (await house.call('GET', `/api/v1/connections/${id}`)).body;

describe('connections', () => {
  it('keep their key sealed and never show it', async () => {
    const added = await add();
    expect(added.status).toBe(201);
    expect(added.text).not.toContain('hunter2');
    const rows = await house.inWorkspace(
      async (ctx) => (await ctx.db.$client.query('select * from app.connections')).rows,
    );
    expect(JSON.stringify(rows)).not.toContain('hunter2');
    const opened = await house.inWorkspace((ctx) => credentials(ctx, added.body.id));
    expect(opened).toMatchObject({ provider: 'hubspot', accessToken: secret, refreshToken: null });
    expect((await house.call('GET', '/api/v1/audit?action=connection.made')).text).not.toContain('hunter2');
  });

  it('open their tokens in their own row only', async () => {
    const [one, two] = await Promise.all([add({ account: 'one' }), add({ account: 'two', secret: 'other' })]);
    await house.inWorkspace((ctx) =>
      ctx.db.$client.query(
        `update app.connections set access_token_sealed = (select access_token_sealed from app.connections where id = $1) where id = $2`,
        [one.body.id, two.body.id],
      ),
    );
    await expect(house.inWorkspace((ctx) => credentials(ctx, two.body.id))).rejects.toThrow(
      'belongs to something else',
    );
  });

  it('say how their last call went and when the next one comes', async () => {
    const { id } = (await add({ account: 'calls' })).body;
    const retryAt = new Date('2026-11-20T09:15:00Z');
    await house.inWorkspace((ctx) =>
      noteCall(ctx, id, { ok: false, error: 'HubSpot did not answer in 15 s.', retryAt }),
    );
    expect(await read(id)).toMatchObject({
      state: 'failing',
      lastError: 'HubSpot did not answer in 15 s.',
      retryAt: retryAt.toISOString(),
      lastCallAt: '2026-11-20T09:00:00.000Z',
      lastSuccessAt: null,
    });
    await house.inWorkspace((ctx) => noteCall(ctx, id, { ok: true }));
    expect(await read(id)).toMatchObject({ state: 'connected', lastError: null, retryAt: null });
  });

  it('are unusable once revoked, until somebody connects again', async () => {
    const grant = { provider: 'linkedin', account: 'acct', name: 'LinkedIn', authKind: 'oauth2' as const };
    const { id } = await house.inWorkspace((ctx) =>
      connect(ctx, { ...grant, accessToken: 'old', refreshToken: 'again', scopes: ['w_member_social'] }),
    );
    await house.inWorkspace((ctx) =>
      noteCall(ctx, id, { ok: false, error: 'The token was revoked.', revoked: true }),
    );
    await expect(house.inWorkspace((ctx) => credentials(ctx, id))).rejects.toThrow(ConnectionUnusable);
    const renewed = await house.inWorkspace((ctx) => connect(ctx, { ...grant, accessToken: 'new' }));
    expect(renewed).toMatchObject({ id, state: 'connected' });
    expect(await house.inWorkspace((ctx) => credentials(ctx, id))).toMatchObject({
      accessToken: 'new',
      refreshToken: null,
    });
  });

  it('forget their key when they end', async () => {
    const { id } = (await add({ account: 'ends' })).body;
    expect((await house.call('DELETE', `/api/v1/connections/${id}`)).status).toBe(204);
    expect(await read(id)).toMatchObject({ state: 'disconnected' });
    await expect(house.inWorkspace((ctx) => credentials(ctx, id))).rejects.toThrow(ConnectionUnusable);
  });

  it('are listed by provider, and are nothing to a neighbour', async () => {
    const { id } = (await add({ provider: 'slack', name: 'Slack' })).body;
    const { data } = (await house.call('GET', '/api/v1/connections?provider=slack')).body;
    expect(data.map((one: { id: string }) => one.id)).toEqual([id]);
    const { apiKey } = await house.neighbour();
    const headers = { authorization: `Bearer ${apiKey}` };
    expect((await house.call('GET', `/api/v1/connections/${id}`, undefined, headers)).status).toBe(404);
    expect((await house.call('DELETE', `/api/v1/connections/${id}`, undefined, headers)).status).toBe(404);
    expect((await house.call('GET', '/api/v1/connections', undefined, headers)).body.data).toEqual([]);
  });
});
