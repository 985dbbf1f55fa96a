import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { openCheckout, pay, publishOffer } from '../../../../tests/support/offer.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Signs in as somebody with the role of an expert, who is the expert of that id. */
async function asExpert(name: string, expertId?: string): Promise<() => Promise<Record<string, unknown>>> {
  const { platform, workspace } = house;
  const email = `${name}@tallowgate.example`;
  const { userId } = await platform.identity.makeAccount({ email, name });
  await inTransaction(platform.database.pool, { workspaceId: workspace.id }, (db) =>
    db.$client.query(
      'insert into identity.workspace_members (id, workspace_id, organization_id, user_id, role, created_at) values ($1, $2, $3, $4, $5, now())',
      [newId(), workspace.id, workspace.organizationId, userId, 'expert'],
    ),
  );
  if (expertId)
    await house.inWorkspace((ctx) =>
      ctx.db.execute(sql`update app.experts set user_id = ${userId} where id = ${expertId}`),
    );
  const { cookies } = await platform.identity.openSession(userId);
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  return async () => {
    const answer = await house.app.inject({
      url: '/api/v1/own-shares',
      headers: { ...house.owner.headers, cookie },
    });
    expect(answer.statusCode, answer.payload).toBe(200);
    expect(answer.payload).not.toContain('studiohalvorn');
    return answer.json();
  };
}

it('shows experts what each order owes them and each refund takes back, and never who bought', async () => {
  const offer = await publishOffer(house, { sharePercent: 30 });
  const { body: experts } = await house.call('GET', '/api/v1/experts');
  const shares = await asExpert('marit', experts.data[0].id);
  const strangers = await asExpert('tomas');
  expect(await shares()).toEqual({ data: [], sums: [] });

  const email = 'buyer@studiohalvorn.example';
  await pay(house, await openCheckout(house, offer.id, { email }), email);
  const sold = {
    number: 1,
    what: 'The Fixed-Price Kit',
    percent: 30,
    baseMinor: 49_000,
    shareMinor: 14_700,
    currency: 'EUR',
    isTest: true,
  };
  expect(await shares()).toMatchObject({ data: [sold], sums: [{ currency: 'EUR', minor: 14_700 }] });

  house.clock.advance({ hours: 1 });
  const { body: orders } = await house.call('GET', '/api/v1/orders');
  await house.call('POST', `/api/v1/orders/${orders.data[0].id}/refunds`, { amountMinor: 9_000 });
  await house.settle();
  expect(await shares()).toMatchObject({
    data: [{ number: 1, shareMinor: -2_700 }, sold],
    sums: [{ currency: 'EUR', minor: 12_000 }],
  });
  expect(await strangers()).toEqual({ data: [], sums: [] });
});
