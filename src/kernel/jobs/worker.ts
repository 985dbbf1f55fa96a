import { setTimeout as pause } from 'node:timers/promises';
import {
  Logger as GraphileLogger,
  makeWorkerUtils,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Platform } from '#context';
import { newId, WorkspaceGone } from '#kernel/database';
import type { Job } from './job.ts';
import { bringDue, nameOnLine, retryAtOnce } from './line.ts';
import { countDueJobs, countOpenJobs, handBackJobs } from './queries.ts';
import type { Schedule } from './schedule.ts';

const Packed = z.object({ payload: z.unknown(), correlationId: z.string().optional() });

const SETTLE_POLL_MS = 4;
/** How far the clocks of two processors may be apart. */
const CLOCKS_APART_MS = 50;

export interface Worker {
  /**
   * Begins to take jobs.
   * @param options `alone` when no other process works on this database, which makes what is running a leftover
   */
  start(options?: { alone?: boolean }): Promise<void>;
  /** Waits a while for running jobs, then hands them back to the queue; what has not started stays there. */
  stop(): Promise<void>;
  /**
   * Brings due whatever is due by the given instant and resolves when nothing is left. For tests, the command line and
   * whoever makes history. Runs the jobs itself unless this worker has begun to take jobs. A job that fails keeps its place
   * and its backoff.
   */
  settle(now?: Date): Promise<void>;
  /** Runs what one schedule would run now. */
  runSchedule(name: string): Promise<void>;
  /**
   * Lets nothing happen by the clock until it is let go again: for whoever makes history and would be overtaken.
   * @returns lets go
   */
  holdSchedules(): () => void;
}

interface WorkerParts {
  platform: Platform;
  jobs: Job[];
  schedules: Schedule[];
  concurrency?: number;
  /** The line that this worker serves (see line.ts); the one of today when absent. */
  line?: string | undefined;
  /** How long a stop waits for running jobs. */
  patienceMs?: number;
}

/**
 * Builds the worker of this process over all declared jobs.
 * @throws Error when two jobs share a name or a schedule names no job
 */
export function buildWorker({
  platform,
  jobs,
  schedules,
  concurrency = 6,
  line,
  patienceMs = 8_000,
}: WorkerParts): Worker {
  const known = indexByName(jobs);
  for (const schedule of schedules) {
    if (!known.has(schedule.job.name))
      throw new Error(`The schedule "${schedule.sentence}" names no declared job.`);
  }
  const { ownerPool } = platform.database;
  const held = new Set<symbol>();
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [nameOnLine(job.name, line), taskOf(job, platform, () => held.size > 0)]),
  );
  const logger = graphileLogger(platform.log);
  const shared = { pgPool: ownerPool, taskList, noHandleSignals: true, logger };
  let runner: Runner | undefined;
  const running = new Set<string>();

  return {
    async start({ alone = false } = {}) {
      const left = alone ? await handBackJobs(ownerPool) : 0;
      if (left > 0) platform.log.info({ count: left }, 'took up jobs that a killed program had begun');
      runner = await run({
        ...shared,
        concurrency,
        // Given as values: the text form of a crontab allows no dot in a name.
        parsedCronItems: parseCronItems(
          schedules.map(({ cron, job }) => ({
            task: job.name,
            match: cron,
            identifier: job.name,
            payload: { payload: {} },
          })),
        ),
      });
      runner.events.on('job:start', ({ job }) => running.add(job.id));
      runner.events.on('job:complete', ({ job }) => running.delete(job.id));
      runner.promise.catch((error: unknown) => platform.log.error({ err: error }, 'the job runner stopped'));
    },
    async stop() {
      const ending = runner;
      runner = undefined;
      if (!ending) return;
      const finished = ending.stop().then(
        () => 'finished',
        (error: unknown) => platform.log.warn({ err: error }, 'the job runner did not stop cleanly'),
      );
      const patience = new AbortController();
      const late = pause(patienceMs, 'late', { signal: patience.signal }).catch(() => undefined);
      if ((await Promise.race([finished, late])) === 'late') {
        const count = await handBackJobs(ownerPool, [...running]);
        platform.log.warn({ count }, 'handed running jobs back to the queue');
      }
      patience.abort();
    },
    async settle(now) {
      if (now) await bringDue(ownerPool, now, line);
      const names = Object.keys(taskList);
      if (runner) {
        do while ((await countOpenJobs(ownerPool, names)) > 0) await pause(SETTLE_POLL_MS);
        while (line && (await retryAtOnce(ownerPool, line)) > 0);
        return;
      }
      // A queue is free again only after its job has ended, which one run may not wait for.
      do await runOnce(shared);
      while ((await countDueJobs(ownerPool, names, CLOCKS_APART_MS)) > 0);
    },
    async runSchedule(name) {
      const schedule = schedules.find((candidate) => candidate.job.name === name);
      if (!schedule) throw new Error(`No schedule runs ${name}.`);
      await schedule.job.run(platform, schedule.job.payload.parse({}), {
        attempt: 1,
        lastAttempt: true,
        correlationId: newId(),
        log: platform.log,
      });
    },
    holdSchedules() {
      const hold = Symbol('hold');
      held.add(hold);
      return () => void held.delete(hold);
    },
  };
}

function indexByName(jobs: Job[]): Map<string, Job> {
  const known = new Map<string, Job>();
  for (const job of jobs) {
    if (known.has(job.name)) throw new Error(`Two jobs are named ${job.name}.`);
    known.set(job.name, job);
  }
  return known;
}

function taskOf(job: Job, platform: Platform, isHeld: () => boolean): TaskList[string] {
  return async (raw, helpers) => {
    // The machinery marks what it put there by the crontab. What is left out now comes again with the next minute or day.
    if (isHeld() && typeof raw === 'object' && raw !== null && '_cron' in raw) return;
    const { payload, correlationId = newId() } = Packed.parse(raw);
    const log = platform.log.child({ job: job.name, correlationId });
    const { attempts, max_attempts: most } = helpers.job;
    try {
      await job.run(platform, job.payload.parse(payload), {
        attempt: attempts,
        lastAttempt: attempts >= most,
        correlationId,
        log,
      });
    } catch (error) {
      // A job that outlived its workspace has nothing left to do.
      if (error instanceof WorkspaceGone) return;
      log.warn({ err: error, attempt: attempts, of: most }, 'job failed');
      throw error;
    }
  };
}

function graphileLogger(log: Logger): GraphileLogger {
  const levels = { error: 'warn', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new GraphileLogger(() => (level, message, meta) => {
    log[levels[level]]({ meta }, message);
  });
}

/** Brings the job machinery's own tables up to date. */
export async function migrateJobs(ownerPool: pg.Pool, log: Logger): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: ownerPool, logger: graphileLogger(log) });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
}
