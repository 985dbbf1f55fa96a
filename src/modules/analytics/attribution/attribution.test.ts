import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';
import { giveBack, type Walk, walk } from '../../../../tests/support/walked.ts';
import { traceLead, traceOrder } from './service.ts';

const DAY_MS = 86_400_000;

let house: TestHouse;
let playbook: PublishedPlaybook;
let linkId: string;

beforeAll(async () => {
  house = await openHouse();
  playbook = await publishPlaybook(house);
  linkId = (await house.call('POST', '/api/v1/links', { slug: 'three-jobs', playbookId: playbook.id })).body
    .id;
});
afterAll(() => house.close());

const ago = (days: number): Date => new Date(house.clock.now().getTime() - days * DAY_MS);
const trace = (orderId: string): Promise<void> =>
  house.inWorkspace((ctx) => traceOrder(ctx, orderId, house.clock.now()));
const report = async (query = '') => (await house.call('GET', `/api/v1/attribution?days=all${query}`)).body;

/** Attributed + unattributed = booked - refunded, under every model. */
async function closes(query = '') {
  for (const model of ['first', 'last', 'linear', 'position']) {
    const told = await report(`&model=${model}${query}`);
    expect(told.attributedMinor + told.unattributed.amountMinor).toBe(
      told.booked.minor - told.refunds.amountMinor,
    );
    expect(told.difference).toBe(0);
  }
}

async function click(at: Date, isBot = false): Promise<string> {
  const id = newId();
  await house.inWorkspace(({ db, workspace }) =>
    db.execute(sql`insert into app.clicks (id, workspace_id, link_id, occurred_at, visitor_hash, is_bot)
      values (${id}, ${workspace.id}, ${linkId}, ${at}, ${id}, ${isBot})`),
  );
  return id;
}

const buyer = (email: string, more: Partial<Walk> = {}): Walk => ({
  email: `${email}@studiohalvorn.example`,
  read: ago(12),
  passed: ago(11),
  ordered: ago(1),
  ...more,
});

const rowsOf = (orderId: string, model: string) =>
  house.inWorkspace(
    async ({ db }) =>
      (
        await db.execute<{ group: string; amount: number; reason: string | null; refunded: boolean }>(
          sql`select channel_group as "group", amount_minor::int as amount, unattributed_reason as reason, refund_id is not null as refunded
            from app.attributions where order_id = ${orderId} and model = ${model} order by booked_at, touch_id`,
        )
      ).rows,
  );

describe('attribution', () => {
  it('gives the money of an order to the first and to the last visit that led to it', async () => {
    const clickId = await click(ago(13));
    const [made] = await walk(house, playbook, [
      buyer('noor', { clickId, referrer: 'https://www.linkedin.com/feed/' }),
    ]);
    await house.inWorkspace(({ db, workspace }) =>
      db.execute(sql`insert into app.page_views (id, workspace_id, playbook_id, version_id, occurred_at, visitor_hash, lead_id, utm_source)
        values (${newId()}, ${workspace.id}, ${playbook.id}, ${playbook.versionId}, ${ago(3)}, 'noor later', ${made?.leadId}, 'newsletter')`),
    );
    await trace(made?.orderId ?? '');
    expect(await rowsOf(made?.orderId ?? '', 'first')).toMatchObject([{ group: 'linkedin', amount: 49_000 }]);
    expect(await rowsOf(made?.orderId ?? '', 'last')).toMatchObject([
      { group: 'newsletter', amount: 49_000 },
    ]);
    expect((await rowsOf(made?.orderId ?? '', 'linear')).map(({ amount }) => amount)).toEqual([
      24_500, 24_500,
    ]);
  });

  it('gives nothing to machines, to visits of long ago or to nobody, and says why', async () => {
    const [machine, old, unseen] = await walk(house, playbook, [
      buyer('machine', { bot: true, clickId: await click(ago(12), true) }),
      buyer('old', { read: ago(200), passed: ago(199) }),
      { email: 'stranger@studiohalvorn.example', ordered: ago(2) },
    ]);
    const reasons: unknown[] = [];
    for (const made of [machine, old, unseen]) {
      await trace(made?.orderId ?? '');
      const [row] = await rowsOf(made?.orderId ?? '', 'last');
      expect(row).toMatchObject({ group: 'unattributed', amount: 49_000 });
      reasons.push(row?.reason);
    }
    expect(reasons).toEqual([
      'Only machines are known to have come',
      'The last visit was more than 90 days before',
      'The buyer is not among the leads',
    ]);
    const { unattributed } = await report();
    expect(unattributed).toMatchObject({ amountMinor: 147_000, orders: 3 });
    expect(unattributed.reasons).toHaveLength(3);
    await closes();
  });

  it('says the same however often it counts, and counts again when a visit becomes known late', async () => {
    const [made] = await walk(house, playbook, [buyer('late', { utmSource: 'reddit' })]);
    const orderId = made?.orderId ?? '';
    await trace(orderId);
    const once = await rowsOf(orderId, 'linear');
    await trace(orderId);
    await house.inWorkspace((ctx) => traceLead(ctx, made?.leadId ?? '', house.clock.now()));
    expect(await rowsOf(orderId, 'linear')).toEqual(once);
    expect(once).toMatchObject([{ group: 'reddit', amount: 49_000 }]);
    await house.inWorkspace(({ db, workspace }) =>
      db.execute(sql`insert into app.page_views (id, workspace_id, playbook_id, version_id, occurred_at, visitor_hash, lead_id, referrer)
        values (${newId()}, ${workspace.id}, ${playbook.id}, ${playbook.versionId}, ${ago(20)}, 'late before', ${made?.leadId}, 'https://news.ycombinator.com/item?id=1')`),
    );
    await house.inWorkspace((ctx) => traceLead(ctx, made?.leadId ?? '', house.clock.now()));
    expect(await rowsOf(orderId, 'first')).toMatchObject([{ group: 'hacker_news', amount: 49_000 }]);
    expect(await rowsOf(orderId, 'last')).toMatchObject([{ group: 'reddit', amount: 49_000 }]);
    await closes();
  });

  it('lets coming back by the address alone earn only where nothing else led there', async () => {
    const [direct, own] = await walk(house, playbook, [
      buyer('direct'),
      buyer('own', { referrer: 'http://localhost:3000/p/tallowgate/x', utmSource: 'x' }),
    ]);
    await trace(direct?.orderId ?? '');
    await trace(own?.orderId ?? '');
    expect(await rowsOf(direct?.orderId ?? '', 'last')).toMatchObject([{ group: 'direct' }]);
    expect(await rowsOf(own?.orderId ?? '', 'last')).toMatchObject([{ group: 'x' }]);
  });

  it('takes refunds from those who earned the money, on the day they were made', async () => {
    const [made] = await walk(house, playbook, [
      buyer('returned', {
        read: ago(50),
        passed: ago(50),
        ordered: ago(40),
        utmSource: 'bluesky',
        totalMinor: 10_001,
      }),
    ]);
    const orderId = made?.orderId ?? '';
    await giveBack(house, orderId, 3_333, ago(30));
    await giveBack(house, orderId, 6_668, ago(5));
    await trace(orderId);
    expect((await rowsOf(orderId, 'last')).map(({ amount }) => amount)).toEqual([10_001, -3_333, -6_668]);
    const lately = (await house.call('GET', '/api/v1/attribution?days=28')).body;
    expect(lately.refunds).toMatchObject({ count: 1, amountMinor: 6_668 });
    const row = lately.rows.find(({ channelGroup }: { channelGroup: string }) => channelGroup === 'bluesky');
    expect(row).toMatchObject({ amountMinor: -6_668, orders: 0 });
    expect(lately.difference).toBe(0);
    await closes();
  });

  it('shows money that is not counted yet as the difference, and no tick hides it', async () => {
    const [made] = await walk(house, playbook, [buyer('waiting', { totalMinor: 700 })]);
    expect((await report()).difference).toBe(700);
    await trace(made?.orderId ?? '');
    await closes();
    await closes(`&playbookId=${playbook.id}`);
    await closes('&by=link');
    await closes('&by=playbook');
  });

  it('opens each sum down to orders that add up to it, and each order down to the sentence', async () => {
    const told = await report();
    const opens = async (query: string) =>
      (await house.call('GET', `/api/v1/rows?limit=200&query=${query.replace('?', '&')}`)).body;
    expect((await opens(told.booked.rowsQuery)).sum).toBe(told.booked.minor);
    expect((await opens(told.refunds.rowsQuery)).sum).toBe(told.refunds.amountMinor);
    expect((await opens(told.unattributed.rowsQuery)).sum).toBe(told.unattributed.amountMinor);
    for (const row of told.rows)
      for (const { amountMinor, rowsQuery } of Object.values<{ amountMinor: number; rowsQuery: string }>(
        row.models,
      )) {
        const { sum, data, sumFormat } = await opens(rowsQuery);
        expect([sum, sumFormat]).toEqual([amountMinor, 'money']);
        expect(data.reduce((total: number, one: { amount: number }) => total + one.amount, 0)).toBe(
          amountMinor,
        );
      }
    const byLink = (await report('&by=link&model=first')).rows.filter((row: { link: unknown }) => row.link);
    expect(byLink).toMatchObject([{ link: { slug: 'three-jobs' }, orders: 1, amountMinor: 49_000 }]);
    expect((await opens(byLink[0].rowsQuery)).sum).toBe(49_000);
    const [first] = (await opens('attributed?model=first&channel=linkedin&days=all')).data;
    expect(first.path).toBe('LinkedIn › Newsletter');
    const chain = (await house.call('GET', `/api/v1/chains?of=${first.chainOf}`)).body;
    expect(chain.links.map(({ kind }: { kind: string }) => kind)).toEqual([
      'step',
      'version',
      'reader',
      'lead',
      'order',
    ]);
    const foreign = { authorization: `Bearer ${(await house.neighbour()).apiKey}` };
    expect((await house.call('GET', `/api/v1/chains?of=${first.chainOf}`, undefined, foreign)).status).toBe(
      404,
    );
    expect((await house.call('GET', '/api/v1/chains?of=order:x')).status).toBe(422);
  });

  it('shows money to nobody who may not see it', async () => {
    const { body: key } = await house.call('POST', '/api/v1/api-keys', {
      name: 'No money',
      scopes: ['leads.read'],
    });
    const headers = { authorization: `Bearer ${key.key}` };
    expect((await house.call('GET', '/api/v1/rows?query=booked', undefined, headers)).status).toBe(403);
    expect((await house.call('GET', '/api/v1/rows?query=emails', undefined, headers)).status).toBe(200);
  });

  it('closes to the cent for any orders, refunds and ways of coming', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            total: fc.integer({ min: 0, max: 99_999 }),
            back: fc.double({ min: 0, max: 1, noNaN: true }),
            source: fc.option(fc.constantFrom('linkedin', 'newsletter', 'hn', 'x')),
            known: fc.boolean(),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (orders) => {
          run += 1;
          const made = await walk(
            house,
            playbook,
            orders.map(({ total, source, known }, index) => ({
              ...(known
                ? buyer(`any-${run}-${index}`, { ...(source && { utmSource: source }) })
                : { email: `any-${run}-${index}@studiohalvorn.example`, ordered: ago(2) }),
              totalMinor: total,
            })),
          );
          for (const [index, { orderId }] of made.entries()) {
            const order = orders[index];
            const back = Math.floor((order?.total ?? 0) * (order?.back ?? 0));
            if (orderId && back > 0) await giveBack(house, orderId, back, ago(1));
            if (orderId) await trace(orderId);
          }
          await closes();
        },
      ),
      { numRuns: 8 },
    );
  });

  it('traces a person by itself when they pass a gate', async () => {
    const passed = await house.app.inject({
      method: 'POST',
      url: `${playbook.path}/gate`,
      headers: {
        'user-agent':
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      },
      payload: {
        email: 'wies@studiohalvorn.example',
        answers: { revenue: '250-500k', team: '6-12', pain: 'scope' },
        c: await click(ago(0)),
      },
    });
    expect(passed.statusCode).toBe(200);
    await house.settle();
    const touches = await house.inWorkspace(
      async ({ db }) =>
        (
          await db.execute<{ kind: string; channel: string }>(
            sql`select t.kind, t.channel_group as channel from app.touches t join app.leads l on l.id = t.lead_id
              where l.email = 'wies@studiohalvorn.example' order by t.kind`,
          )
        ).rows,
    );
    expect(touches).toEqual([
      { kind: 'click', channel: 'link' },
      { kind: 'gate', channel: 'own' },
    ]);
  });
});
