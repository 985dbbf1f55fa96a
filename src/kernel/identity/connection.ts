import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { inTransaction, type Transaction } from '#kernel/database';

/** What a query of this room needs: a request's transaction or the room's own connection will do. */
export type Executor = Pick<
  NodePgDatabase<Record<string, never>>,
  'select' | 'insert' | 'update' | 'delete' | 'execute'
>;

/** Drizzle over the shared pool, outside any workspace. */
export type IdentityDatabase = NodePgDatabase<Record<string, never>>;

/**
 * Drizzle for what belongs to people and to no workspace. The login inherits no rights, so each statement runs in a
 * transaction of its own that takes the role pb_app; begin, statement and commit leave in one flight.
 */
export function openIdentityDatabase(pool: pg.Pool): IdentityDatabase {
  const client = {
    async query(config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
      const connection = await pool.connect();
      let broken: Error | undefined;
      const lost = (error: Error) => {
        broken = error;
      };
      try {
        const begun = connection.query('begin; set local role pb_app').catch(lost);
        const answer = connection.query(config, values);
        // After a failed statement this commit is a rollback, which is what is wanted.
        const ended = connection.query('commit').catch(lost);
        const [result] = await Promise.allSettled([answer, begun, ended]);
        if (result.status === 'rejected') throw result.reason;
        if (broken) throw broken;
        return result.value;
      } finally {
        connection.release(broken);
      }
    },
  };
  const db = drizzle({ client: client as unknown as pg.Pool }) as unknown as IdentityDatabase;
  return Object.assign(db, {
    transaction: <T>(work: (tx: Transaction) => Promise<T>) => inTransaction(pool, {}, work),
  });
}
