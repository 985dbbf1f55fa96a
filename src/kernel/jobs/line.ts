import { type SQL, sql } from 'drizzle-orm';
import type pg from 'pg';
import { inTransaction } from '#kernel/database';

// A house that lives at another time (the sample's history, made under a clock of its own) must run its own jobs: the
// worker of today would take them at once and do them today. So its connections stand on a line: the names of its jobs
// begin with it, and no other worker knows those names. What is planned for later lies far ahead, because the database
// that says what is due lives today; `bringDue` brings it when the clock of the line gets there.

const AHEAD = '100 years';

/** What the name of a job begins with on this connection; nothing on one that stands on no line. */
export const lineNow: SQL = sql`coalesce(nullif(current_setting('app.job_line', true), '') || ':', '')`;

/** When a job is due, as it is written on this connection. */
export const onLine = (runAt: SQL): SQL =>
  sql`(${runAt} + case when ${lineNow} = '' then interval '0' else interval ${sql.raw(`'${AHEAD}'`)} end)`;

export const nameOnLine = (name: string, line: string | undefined): string =>
  line ? `${line}:${name}` : name;

/**
 * Brings due what a clock has reached. Moving due rows is exact where patching the clock is not: retries are stamped with
 * the database's time.
 */
export async function bringDue(pool: pg.Pool, now: Date, line?: string): Promise<void> {
  await inTransaction(pool, { role: 'pb_owner' }, async (db) => {
    await db.$client.query(
      `update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
        where t.id = j.task_id and (t.identifier like $2 || ':%') = ($2 <> '')
          and j.run_at > now() and j.run_at <= $1::timestamptz + $3::interval and j.attempts = 0`,
      [now, line ?? '', line ? AHEAD : '0'],
    );
  });
}

const MOST_RETRIES = 5;

/**
 * Lets jobs of a line that failed go again at once. Two that stood in each other's way are done a moment later; by the time
 * that the database would let them, the clock of the line may be days on.
 * @returns how many
 */
export async function retryAtOnce(pool: pg.Pool, line: string): Promise<number> {
  return inTransaction(pool, { role: 'pb_owner' }, async (db) => {
    const { rowCount } = await db.$client.query(
      `update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier like $1 || ':%' and j.locked_at is null
          and j.run_at > now() and j.attempts between 1 and $2`,
      [line, MOST_RETRIES],
    );
    return rowCount ?? 0;
  });
}

/**
 * Gives what is left on a line to the worker of today, when the clock of the line has reached it.
 * @returns how many jobs
 */
export async function joinToday(pool: pg.Pool, line: string): Promise<number> {
  return inTransaction(pool, { role: 'pb_owner' }, async (db) => {
    await db.$client.query(
      `insert into graphile_worker._private_tasks (identifier)
       select substr(identifier, length($1) + 2) from graphile_worker._private_tasks where identifier like $1 || ':%'
       on conflict (identifier) do nothing`,
      [line],
    );
    const { rowCount } = await db.$client.query(
      `update graphile_worker._private_jobs j set task_id = today.id,
         run_at = case when j.run_at > now() + interval '50 years' then j.run_at - $2::interval else j.run_at end
       from graphile_worker._private_tasks t, graphile_worker._private_tasks today
       where t.id = j.task_id and t.identifier like $1 || ':%' and today.identifier = substr(t.identifier, length($1) + 2)`,
      [line, AHEAD],
    );
    return rowCount ?? 0;
  });
}
