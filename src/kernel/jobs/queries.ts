import type pg from 'pg';

/** A job as the machinery keeps it. */
export interface JobRow {
  id: string;
  name: string;
  workspaceId: string | null;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  runAt: Date;
  lockedAt: Date | null;
  createdAt: Date;
  state: 'waiting' | 'running' | 'retrying' | 'dead';
}

const SELECT = `
  select j.id::text, t.identifier as name, j.payload -> 'payload' ->> 'workspaceId' as "workspaceId",
    j.attempts, j.max_attempts as "maxAttempts", j.last_error as "lastError", j.run_at as "runAt",
    j.locked_at as "lockedAt", j.created_at as "createdAt",
    case when j.attempts >= j.max_attempts and j.locked_at is null then 'dead'
         when j.locked_at is not null then 'running'
         when j.attempts > 0 then 'retrying' else 'waiting' end as state
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;

/** Jobs of one workspace, dead ones first, then by when they are due. */
export async function listJobs(pool: pg.Pool, workspaceId: string, limit: number): Promise<JobRow[]> {
  const { rows } = await pool.query<JobRow>(
    `${SELECT} where j.payload -> 'payload' ->> 'workspaceId' = $1
     order by (j.attempts >= j.max_attempts) desc, j.run_at, j.id limit $2`,
    [workspaceId, limit],
  );
  return rows;
}

/** Dead jobs of the whole installation, for the operator. */
export async function listDeadJobs(pool: pg.Pool, limit: number): Promise<JobRow[]> {
  const { rows } = await pool.query<JobRow>(
    `${SELECT} where j.attempts >= j.max_attempts and j.locked_at is null order by j.id limit $1`,
    [limit],
  );
  return rows;
}

/**
 * Gives a job that failed its attempts back, due now.
 * @param workspaceId null for the operator, who may retry any
 * @returns whether there was such a job
 */
export async function retryJob(pool: pg.Pool, workspaceId: string | null, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update graphile_worker._private_jobs set attempts = 0, run_at = now(), last_error = null
      where id = $1::bigint and locked_at is null and attempts > 0
        and ($2::text is null or payload -> 'payload' ->> 'workspaceId' = $2)`,
    [id, workspaceId],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * How many jobs are due and nobody runs them. Used by the health check, and to know when nothing is left.
 * @param names only jobs of these names; all when absent
 * @param withinMs counts also what is due so soon. Two processors of a machine may disagree about the time by a little, and
 *   a job that was due by the one is not yet by the other
 */
export async function countDueJobs(
  pool: pg.Pool,
  names: string[] | null = null,
  withinMs = 0,
): Promise<number> {
  const { rows } = await pool.query<{ due: number }>(
    `select count(*)::int as due from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.run_at <= now() + make_interval(secs => $2 / 1000.0) and j.attempts < j.max_attempts and j.locked_at is null
        and ($1::text[] is null or t.identifier = any ($1))`,
    [names, withinMs],
  );
  return rows[0]?.due ?? 0;
}

/** How many jobs of these names are due or running. One that waits for another attempt is neither. */
export async function countOpenJobs(pool: pg.Pool, names: string[]): Promise<number> {
  const { rows } = await pool.query<{ open: number }>({
    name: 'jobs.count-open',
    text: `select count(*)::int as open from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.run_at <= now() and j.attempts <= j.max_attempts and (j.locked_at is not null or j.attempts < j.max_attempts)
        and t.identifier = any ($1)`,
    values: [names],
  });
  return rows[0]?.open ?? 0;
}

/**
 * Unlocks running jobs whose process is gone or going, so that they are taken up at once; by itself the machinery waits
 * four hours. An attempt that was begun stays counted.
 * @param ids only these; without them every running job, for a process that knows itself to be alone
 * @returns how many
 */
export async function handBackJobs(pool: pg.Pool, ids?: string[]): Promise<number> {
  const { rows } = await pool.query<{ jobs: number }>(
    `with jobs as (
       update graphile_worker._private_jobs set locked_at = null, locked_by = null
        where locked_at is not null and ($1::bigint[] is null or id = any ($1)) returning job_queue_id
     ), queues as (
       update graphile_worker._private_job_queues set locked_at = null, locked_by = null
        where locked_at is not null and ($1::bigint[] is null or id in (select job_queue_id from jobs))
     )
     select count(*)::int as jobs from jobs`,
    [ids ?? null],
  );
  return rows[0]?.jobs ?? 0;
}
