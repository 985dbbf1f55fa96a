import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { type FactTable, factTables } from './fact-tables.ts';
import { buildFacts, FactsOverloaded, type Observation } from './facts.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ clock: '2026-11-20T09:00:00Z' });
});
afterAll(() => house.close());

const click = (more: object = {}) => ({
  id: newId(),
  workspaceId: house.workspace.id,
  linkId: newId(),
  occurredAt: new Date('2026-11-20T09:00:00.123Z'),
  visitorHash: 'a'.repeat(32),
  method: 'GET',
  isBot: false,
  classifierVersion: 1,
  ...more,
});

async function rows(statement: string, values: unknown[] = []) {
  return house.inWorkspace(async (ctx) => (await ctx.db.$client.query(statement, values)).rows);
}

/** A pool that counts its transactions and can hold them back or fail them. */
function watched(hold?: Promise<void>, failure?: () => Error | undefined) {
  const sizes: number[] = [];
  let under = 0;
  let most = 0;
  const pool = {
    async connect() {
      under += 1;
      most = Math.max(most, under);
      return {
        async query(query: { values: Buffer[] }) {
          await hold;
          const error = failure?.();
          if (error) throw error;
          sizes.push(query.values[0]?.readInt32BE(12) ?? 0);
        },
        release() {
          under -= 1;
        },
      };
    },
  };
  const facts = buildFacts({
    database: { pool, ingestPool: pool } as never,
    clock: house.clock,
    log: pino({ level: 'silent' }),
  });
  return { facts, sizes, most: () => most };
}

describe('facts', () => {
  it('has every column that the database has, with its type', async () => {
    for (const table of Object.keys(factTables) as FactTable[]) {
      const found = await rows(
        `select column_name, data_type, is_nullable = 'YES' as optional, column_default is not null as filled
         from information_schema.columns where table_schema = 'app' and table_name = $1`,
        [table],
      );
      const inDatabase = Object.fromEntries(
        found.map((row) => [row.column_name, `${row.data_type}${row.optional ? '?' : ''}`]),
      );
      const ours = Object.fromEntries(
        Object.entries(factTables[table]).map(([name, type]) => [
          name,
          type.replace('timestamptz', 'timestamp with time zone'),
        ]),
      );
      expect(ours).toEqual(inDatabase);
    }
  });

  it('is in the database when it has been acknowledged, with every value as it was', async () => {
    const fact = click({
      userAgent: 'Mozilla "quoted", {braces} \\ and ünïcode',
      referrer: null,
      isBot: true,
      botReason: 'burst',
    });
    await house.platform.facts.record('clicks', fact);
    const [row] = await rows('select * from app.clicks where id = $1', [fact.id]);
    expect(row).toMatchObject({
      workspace_id: house.workspace.id,
      link_id: fact.linkId,
      occurred_at: fact.occurredAt,
      user_agent: 'Mozilla "quoted", {braces} \\ and ünïcode',
      referrer: null,
      is_bot: true,
      bot_reason: 'burst',
    });
  });

  it('acknowledges each of many at once, in few transactions', async () => {
    const facts = Array.from({ length: 500 }, () => click());
    await Promise.all(facts.map((fact) => house.platform.facts.record('clicks', fact)));
    const [{ count }] = await rows('select count(*)::int from app.clicks where id = any($1::uuid[])', [
      facts.map((f) => f.id),
    ]);
    expect(count).toBe(500);
  });

  it('takes an impossible row out of its batch and keeps the others', async () => {
    const good = Array.from({ length: 9 }, () => click());
    const settled = await Promise.allSettled(
      [...good.slice(0, 4), click({ id: 'no id' }), ...good.slice(4)].map((fact) =>
        house.platform.facts.record('clicks', fact),
      ),
    );
    expect(settled.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(settled[4]?.status).toBe('rejected');
    const [{ count }] = await rows('select count(*)::int from app.clicks where id = any($1::uuid[])', [
      good.map((f) => f.id),
    ]);
    expect(count).toBe(9);
  });

  it('lets a small batch wait for the one before, and a large one go beside it', async () => {
    let release: () => void = () => {};
    const { facts, sizes, most } = watched(new Promise((done) => (release = done)));
    const turn = () => new Promise((done) => setImmediate(() => setImmediate(done)));
    const all = [facts.record('clicks', click())];
    await turn();
    for (let i = 0; i < 64; i += 1) all.push(facts.record('clicks', click()));
    await turn();
    expect([most(), facts.waiting()]).toEqual([1, 64]);
    all.push(facts.record('clicks', click()));
    await turn();
    expect([most(), facts.waiting()]).toEqual([2, 0]);
    release();
    await Promise.all(all);
    expect(sizes).toEqual([1, 65]);
  });

  it('refuses when too many wait, with a sentence', async () => {
    let release: () => void = () => {};
    const hold = new Promise<void>((done) => (release = done));
    const pool = { connect: () => hold.then(() => Promise.reject(new Error('gone'))) };
    const facts = buildFacts({
      database: { pool, ingestPool: pool } as never,
      clock: house.clock,
      log: pino({ level: 'silent' }),
      limits: { queue: 3 },
    });
    const taken = Array.from({ length: 3 }, () => facts.record('clicks', click()));
    await expect(facts.record('clicks', click())).rejects.toThrow(FactsOverloaded);
    release();
    const settled = await Promise.allSettled(taken);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('tells every waiter when the database is away, and works again afterwards', async () => {
    let away = true;
    const { facts, sizes } = watched(undefined, () =>
      away ? Object.assign(new Error('gone'), { code: '57P01' }) : undefined,
    );
    const settled = await Promise.allSettled(
      Array.from({ length: 5 }, () => facts.record('clicks', click())),
    );
    expect(settled.map((one) => (one as PromiseRejectedResult).reason?.message)).toEqual(
      Array(5).fill('gone'),
    );
    away = false;
    await facts.record('clicks', click());
    expect(sizes).toEqual([1]);
  });

  it('flushes everything before an orderly stop', async () => {
    const { facts, sizes } = watched();
    void facts.record('clicks', click());
    void facts.record('clicks', click());
    await facts.flush();
    expect([sizes, facts.waiting()]).toEqual([[2], 0]);
  });

  it('writes as a role that may add facts and see none', async () => {
    const pool = house.platform.database.pool;
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('set local role pb_ingest');
      await expect(client.query('select * from app.clicks')).rejects.toThrow(/permission denied/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('visitors', () => {
  const traits = {
    ip: '93.184.216.34',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0',
    method: 'GET',
  };

  it('are the same all day, in one workspace, and nobody the next day', async () => {
    const { facts } = house.platform;
    const first = await facts.observe(house.workspace.id, traits);
    house.clock.advance({ hours: 10 });
    const later = await facts.observe(house.workspace.id, traits);
    const another = await facts.observe(house.workspace.id, { ...traits, ip: '93.184.216.35' });
    house.clock.advance({ hours: 10 });
    const tomorrow = await facts.observe(house.workspace.id, traits);
    expect(first.visitorHash).toMatch(/^[0-9a-f]{32}$/);
    expect(later.visitorHash).toBe(first.visitorHash);
    expect(new Set([first.visitorHash, another.visitorHash, tomorrow.visitorHash]).size).toBe(3);
    const { workspace } = await house.neighbour();
    expect((await facts.observe(workspace.id, traits)).visitorHash).not.toBe(tomorrow.visitorHash);
  });

  it('agree between processes, which share the salt of the day', async () => {
    const other = buildFacts({
      database: house.platform.database,
      clock: house.clock,
      log: house.platform.log,
    });
    const here = await house.platform.facts.observe(house.workspace.id, traits);
    expect((await other.observe(house.workspace.id, traits)).visitorHash).toBe(here.visitorHash);
  });

  it('leave no salt behind when the day is over', async () => {
    house.clock.advance({ days: 2 });
    await house.platform.facts.forgetVisitors(house.workspace.id);
    expect(await rows('select day from app.visitor_salts')).toEqual([]);
  });

  it('are machines when they ask faster than people can', async () => {
    const seen: Observation[] = [];
    for (let i = 0; i < 22; i += 1)
      seen.push(await house.platform.facts.observe(house.workspace.id, { ...traits, ip: '1.1.1.1' }));
    expect(seen[19]).toMatchObject({ isBot: false });
    expect(seen[20]).toMatchObject({ isBot: true, botReason: 'burst' });
    house.clock.advance({ seconds: 11 });
    expect(
      await house.platform.facts.observe(house.workspace.id, { ...traits, ip: '1.1.1.1' }),
    ).toMatchObject({ isBot: false });
  });
});
