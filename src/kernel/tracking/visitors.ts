import { hash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Clock } from '#context';
import { inTransaction, newId } from '#kernel/database';

/** What a request shows of its visitor. Kept nowhere as it is. */
export interface VisitorTraits {
  ip: string;
  userAgent: string;
}

export interface Visitors {
  /** The same for the same visitor on the same day (UTC) in the same workspace, and never again. 32 hex digits. */
  hash(workspaceId: string, traits: VisitorTraits): Promise<string>;
  /** The same without waiting, once the salt of the day has been asked for. */
  hashNow(workspaceId: string, traits: VisitorTraits): string | undefined;
  /** Deletes the salts of days that are over, in one workspace. */
  forget(workspaceId: string): Promise<void>;
}

/**
 * Uniques without a cookie: a hash under a random salt per workspace and day. The salt is in the database
 * because several processes must agree on it, and is deleted when the day is over.
 */
export function buildVisitors(pool: pg.Pool, clock: Clock): Visitors {
  const salts = new LRUCache<string, { day: number; salt: string }>({ max: 10_000 });
  const loading = new Map<string, Promise<string>>();
  const today = () => Math.floor(clock.now().getTime() / DAY_MS);

  function saltNow(workspaceId: string, day: number): string | undefined {
    const known = salts.get(workspaceId);
    return known?.day === day ? known.salt : undefined;
  }

  function saltLater(workspaceId: string, day: number): Promise<string> {
    const key = `${workspaceId} ${day}`;
    const asked =
      loading.get(key) ??
      loadSalt(pool, workspaceId, dateOf(day))
        .then((salt) => {
          salts.set(workspaceId, { day, salt });
          return salt;
        })
        // A look-up that failed is not remembered either.
        .finally(() => loading.delete(key));
    loading.set(key, asked);
    return asked;
  }

  return {
    async hash(workspaceId, traits) {
      const day = today();
      return hashOf(saltNow(workspaceId, day) ?? (await saltLater(workspaceId, day)), traits);
    },
    hashNow(workspaceId, traits) {
      const salt = saltNow(workspaceId, today());
      return salt === undefined ? undefined : hashOf(salt, traits);
    },
    async forget(workspaceId) {
      await inTransaction(pool, { workspaceId }, (db) =>
        db.execute(
          sql`delete from app.visitor_salts where workspace_id = ${workspaceId} and day < ${dateOf(today())}`,
        ),
      );
    },
  };
}

const DAY_MS = 86_400_000;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

// Salt first, of fixed length, and half of the digest kept: as good as a keyed hash here, at a quarter of its price.
const hashOf = (salt: string, { ip, userAgent }: VisitorTraits): string =>
  hash('sha256', `${salt}${ip}\n${userAgent}`, 'hex').slice(0, 32);

async function loadSalt(pool: pg.Pool, workspaceId: string, day: string): Promise<string> {
  return inTransaction(pool, { workspaceId }, async (db) => {
    const fresh = randomBytes(32).toString('hex');
    await db.execute(sql`delete from app.visitor_salts where workspace_id = ${workspaceId} and day < ${day}`);
    await db.execute(sql`insert into app.visitor_salts (id, workspace_id, day, salt)
      values (${newId()}, ${workspaceId}, ${day}, ${fresh}) on conflict (workspace_id, day) do nothing`);
    const { rows } = await db.execute<{ salt: string }>(
      sql`select salt from app.visitor_salts where workspace_id = ${workspaceId} and day = ${day}`,
    );
    const [row] = rows;
    if (!row) throw new Error('A salt that was just inserted is gone.');
    return row.salt;
  });
}
