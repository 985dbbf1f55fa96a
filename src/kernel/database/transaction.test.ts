import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { inSavepoint, inTransaction, NothingSaved, type Transaction } from './transaction.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const fail = (db: Transaction) => db.execute(sql`select 1 / 0`);
const keep = (db: Transaction, word: string) =>
  db.execute(sql`insert into app.idempotency_keys (workspace_id, caller, key, request_hash, created_at)
    values (${house.workspace.id}, 'test', ${word}, 'x', ${house.clock.now()})`);
const kept = () =>
  house.inWorkspace(async ({ db }) => {
    const { rows } = await db.execute<{ key: string }>(
      sql`select key from app.idempotency_keys where caller = 'test' order by key`,
    );
    return rows.map(({ key }) => key);
  });

describe('a transaction whose work swallowed a failed statement', () => {
  it('does not claim to have saved anything', async () => {
    const work = house.inWorkspace(async ({ db }) => {
      await keep(db, 'lost');
      await fail(db).catch(() => {});
    });
    await expect(work).rejects.toThrow(NothingSaved);
    expect(await kept()).toEqual([]);
    expect(await house.inWorkspace(async () => 'the connection is in order')).toContain('order');
  });

  it('may end as it likes when it only reads', async () => {
    const { pool } = house.platform.database;
    const read = inTransaction(pool, { readOnly: true }, async (db) => {
      await fail(db).catch(() => {});
      return 'nothing found';
    });
    expect(await read).toBe('nothing found');
  });
});

describe('work in a savepoint', () => {
  it('is undone alone when it fails, whether it says so or not', async () => {
    await house.inWorkspace(async ({ db }) => {
      await keep(db, 'a before');
      const thrown = inSavepoint(db, async () => {
        await keep(db, 'thrown');
        await fail(db);
      });
      await expect(thrown).rejects.toThrow();
      const answer = await inSavepoint(db, async () => {
        await keep(db, 'swallowed');
        await fail(db).catch(() => {});
        return 'fine';
      });
      expect(answer).toBe('fine');
      await inSavepoint(db, () => keep(db, 'b good'));
      await keep(db, 'c after');
    });
    expect(await kept()).toEqual(['a before', 'b good', 'c after']);
  });

  it('may hold other such work', async () => {
    await house.inWorkspace(async ({ db }) => {
      await inSavepoint(db, async () => {
        await keep(db, 'd outer');
        await inSavepoint(db, () => fail(db)).catch(() => {});
        await keep(db, 'e outer');
      });
    });
    expect((await kept()).slice(-2)).toEqual(['d outer', 'e outer']);
    await house.inWorkspace(async ({ db }) => {
      const outer = inSavepoint(db, async () => {
        await keep(db, 'f outer');
        await inSavepoint(db, () => fail(db)).catch(() => {});
        await fail(db);
      });
      await outer.catch(() => {});
      await keep(db, 'g last');
    });
    expect((await kept()).slice(-2)).toEqual(['e outer', 'g last']);
  });
});
