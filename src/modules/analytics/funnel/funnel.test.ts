import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';
import { type Walk, walk } from '../../../../tests/support/walked.ts';
import { proportion } from '../proportion.ts';
import type { Funnel } from './shapes.ts';
import { verdictOf } from './verdict.ts';

const DAY_MS = 86_400_000;

let house: TestHouse;
let playbook: PublishedPlaybook;
let other: PublishedPlaybook;

beforeAll(async () => {
  house = await openHouse();
  playbook = await publishPlaybook(house);
  other = await publishPlaybook(house, { title: 'The second visit' });
  // Planted: 100 read, 20 left an address, 10 tried, 5 watched, 2 ordered; all within four weeks.
  await walk(
    house,
    playbook,
    Array.from({ length: 100 }, (_, index): Walk => {
      const to = (most: number, days: number) => (index < most ? ago(days) : undefined);
      return {
        email: `reader-${index}@studiohalvorn.example`,
        read: ago(20),
        ...given('passed', to(20, 19)),
        ...given('trial', to(10, 15)),
        ...given('hand', to(8, 12)),
        ...given('sent', to(7, 11)),
        ...given('watched', to(5, 10)),
        ...given('ordered', to(2, 9)),
      };
    }),
  );
  // Beside: machines, a suspect, somebody of long ago who reads again, a buyer nobody knows, another playbook's reader.
  await walk(house, playbook, [
    { email: 'bot-1@x.example', read: ago(3), bot: true },
    { email: 'bot-2@x.example', read: ago(3), bot: true },
    { email: 'suspect@x.example', read: ago(3), passed: ago(3), suspect: true },
    { email: 'before@x.example', read: ago(2), passed: ago(60), trial: ago(50) },
    { email: 'stranger@x.example', ordered: ago(4) },
  ]);
  await walk(house, other, [{ email: 'elsewhere@x.example', read: ago(2), passed: ago(1) }]);
});
afterAll(() => house.close());

const ago = (days: number): Date => new Date(house.clock.now().getTime() - days * DAY_MS);
const given = <K extends keyof Walk>(key: K, value: Walk[K] | undefined) =>
  value === undefined ? {} : { [key]: value };
const funnel = async (query = ''): Promise<Funnel> =>
  (await house.call('GET', `/api/v1/funnel?playbookId=${playbook.id}${query}`)).body;
const people = ({ stages }: Funnel) => stages.map((stage) => stage.people);
const reasons = ({ stages }: Funnel, key: string) =>
  Object.fromEntries(
    (stages.find((stage) => stage.key === key)?.reasons ?? []).map((reason) => [reason.key, reason.people]),
  );

describe('the funnel', () => {
  it('counts each person once at each stage, and finds the rates that were planted', async () => {
    const told = await funnel();
    expect(people(told)).toEqual([100, 20, 10, 5, 2]);
    expect(told.rates.map(({ value }) => value)).toEqual([0.2, 0.5, 0.5, 0.4]);
    for (const { value, low, high, part, n } of told.rates)
      expect(proportion(part, n)).toEqual({ value, low, high, n });
    expect(told.rates.map(({ verdict }) => verdict)).toEqual(['too_early', 'too_early', 'above', 'too_few']);
  });

  it('says why the others are not at the next stage; with who went on they are all', async () => {
    const told = await funnel();
    expect(reasons(told, 'emails')).toEqual({ not_reached: 80 });
    expect(reasons(told, 'trials')).toEqual({ stopped_before: 10 });
    expect(reasons(told, 'videos')).toEqual({ no_hand: 2, not_sent: 1, not_opened: 2 });
    expect(reasons(told, 'orders')).toEqual({ no_checkout: 3 });
    for (const [index, { reasons: left }] of told.stages.entries()) {
      const before = told.stages[index - 1];
      if (!before) continue;
      const gone = left.reduce((sum, reason) => sum + reason.people, 0);
      expect(gone + (told.stages[index]?.people ?? 0)).toBe(before.people);
    }
  });

  it('sets machines and suspect addresses aside, and counts them when raw is asked for', async () => {
    const told = await funnel('&reach=raw');
    expect(told.stages.map(({ raw }) => raw)).toEqual([103, 21, 10, 5, 2]);
    expect(told.rates[0]).toMatchObject({ n: 103, part: 21 });
    const aside = await house.call(
      'GET',
      `/api/v1/rows?query=${told.stages[0]?.asideQuery?.replace('?', '&')}`,
    );
    expect(aside.body.data.map(({ why }: { why: string }) => why).sort()).toEqual([
      'A doubtful or archived address',
      'A machine',
      'A machine',
    ]);
  });

  it('opens each number down to rows that add up to it', async () => {
    for (const query of ['', '&reach=raw', '&days=all'])
      for (const stage of (await funnel(query)).stages) {
        const opened = await house.call(
          'GET',
          `/api/v1/rows?limit=200&query=${stage.rowsQuery.replace('?', '&')}`,
        );
        expect(opened.status).toBe(200);
        const shown = query.includes('raw') ? stage.raw : stage.people;
        expect([opened.body.sum, opened.body.data.length]).toEqual([shown, shown]);
        for (const reason of stage.reasons) {
          const left = await house.call('GET', `/api/v1/rows?query=${reason.rowsQuery.replace('?', '&')}`);
          expect(left.body.sum).toBe(reason.people);
        }
      }
  });

  it('turns pages of readers without losing or repeating one', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await house.call(
        'GET',
        `/api/v1/rows?query=readers&limit=30${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(body.data.length);
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen.reduce((sum, rows) => sum + rows, 0)).toBe(
      ((await house.call('GET', '/api/v1/funnel')).body as Funnel).stages[0]?.people,
    );
  });

  it('counts who came through long ago as neither reader nor lead of the period', async () => {
    expect(people(await funnel('&days=7'))).toEqual([0, 0, 0, 0, 0]);
    expect(people(await funnel('&days=all'))).toEqual([101, 21, 11, 5, 2]);
    const all = (await house.call('GET', '/api/v1/funnel?days=all')).body as Funnel;
    expect(people(all)).toEqual([102, 22, 11, 5, 2]);
  });

  it('ties the days of a reader together once an address is known', async () => {
    const before = people(await funnel())[0] ?? 0;
    const leadId = await house.inWorkspace(async ({ db, workspace }) => {
      const { rows } = await db.execute<{ id: string }>(
        sql`select id from app.leads where email = 'reader-1@studiohalvorn.example'`,
      );
      for (const [hash, lead] of [
        ['another day', rows[0]?.id],
        ['a stranger', null],
      ])
        await db.execute(sql`insert into app.page_views (id, workspace_id, playbook_id, version_id, occurred_at, visitor_hash, lead_id)
          values (${newId()}, ${workspace.id}, ${playbook.id}, ${playbook.versionId}, ${ago(18)}, ${hash}, ${lead})`);
      return rows[0]?.id;
    });
    expect(leadId).toBeDefined();
    expect(people(await funnel())[0]).toBe(before + 1);
  });

  it('measures against the targets that somebody set', async () => {
    await house.inWorkspace(({ db, workspace }) =>
      db.execute(sql`insert into app.funnel_targets (id, workspace_id, playbook_id, stage, rate)
        values (${newId()}, ${workspace.id}, null, 'reader_to_email', 0.4), (${newId()}, ${workspace.id}, ${other.id}, 'reader_to_email', 0.1)`),
    );
    const told = await funnel();
    expect(told.rates[0]).toMatchObject({ target: 0.4, verdict: 'below' });
    expect(told.finding).toBe('One leak: 19.8% of readers leave their address; the method aims at 40%');
    const elsewhere = (await house.call('GET', `/api/v1/funnel?playbookId=${other.id}`)).body as Funnel;
    expect(elsewhere.rates[0]?.target).toBe(0.1);
  });
});

it('gives its verdict by the interval, not by the dot', () => {
  expect(verdictOf(proportion(3, 9), 0.2)).toBe('too_few');
  expect(verdictOf(proportion(20, 100), 0.2)).toBe('too_early');
  expect(verdictOf(proportion(1_728, 8_912), 0.2)).toBe('on');
  expect(verdictOf(proportion(64, 549), 0.15)).toBe('below');
  expect(verdictOf(proportion(300, 549), 0.15)).toBe('above');
});
