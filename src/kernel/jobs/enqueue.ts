import { sql } from 'drizzle-orm';
import type { Context } from '#context';
import type { Job } from './job.ts';
import { lineNow, onLine } from './line.ts';

export interface EnqueueOptions {
  /** Not before this instant; now when absent. */
  runAt?: Date;
  /** A job with the same key that has not started is replaced. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  maxAttempts?: number;
  /** Lower runs first. */
  priority?: number;
}

/**
 * Enqueues a job that starts when, and only when, the caller's transaction commits. A connection that stands on a line of
 * its own (see line.ts) puts it there.
 */
export async function enqueue<Payload>(
  ctx: Pick<Context, 'db' | 'correlationId'>,
  job: Job<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const packed = JSON.stringify({ payload: job.payload.parse(payload), correlationId: ctx.correlationId });
  await ctx.db.execute(sql`select jobs.enqueue(${lineNow} || ${job.name}, ${packed}::json,
    run_at := ${onLine(sql`${options.runAt ?? null}::timestamptz`)}, job_key := ${options.key ?? null}::text,
    max_attempts := ${options.maxAttempts ?? job.maxAttempts}::int, queue_name := ${options.queue ?? null}::text,
    priority := ${options.priority ?? null}::int)`);
}
