import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '#context';
import { buildBursts } from './bursts.ts';
import { type Classification, classify, type Evidence } from './classifier.ts';
import { type FactRow, type FactStatement, type FactTable, factTables, statementOf } from './fact-tables.ts';
import { buildVisitors, type VisitorTraits } from './visitors.ts';

/** High-volume facts, committed in groups. */
export interface Facts {
  /**
   * Takes one fact and resolves once the batch it travelled in has been committed: what was acknowledged stays.
   * @throws FactsOverloaded when too many wait already; whatever PostgreSQL says about the batch
   */
  record<T extends FactTable>(table: T, row: FactRow<T>): Promise<void>;
  /** Resolves when everything taken so far has been committed or refused. Part of an orderly stop. */
  flush(): Promise<void>;
  /** How many facts wait, for the health check. */
  waiting(): number;
  /**
   * Says who asked, without keeping who they are: the day's visitor hash and whether a machine asked. The result
   * spreads into a row. Counts towards bursts, so once per request.
   */
  observe(workspaceId: string, seen: VisitorTraits & Evidence): Promise<Observation>;
  /** Deletes the salts of days that are over, in one workspace. */
  forgetVisitors(workspaceId: string): Promise<void>;
}

export interface Observation extends Classification {
  visitorHash: string;
}

/** More facts arrive than the database takes. The caller answers 503; nothing was half recorded. */
export class FactsOverloaded extends Error {
  readonly status = 503;
  readonly title = 'Not available right now';
  readonly headers = { 'retry-after': '1' };
  constructor(table: string) {
    super(`More ${table} arrive than can be recorded. Try again in a moment.`);
    this.name = 'FactsOverloaded';
  }
}

interface Waiting {
  row: Record<string, unknown>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

interface Limits {
  /** Most facts that wait per table. */
  queue: number;
  /** Most rows of one batch. */
  batch: number;
  /** A second flush starts beside the first only when more than this many wait. */
  secondFlushOver: number;
}

interface Parts {
  pool: pg.Pool;
  clock: Clock;
  log: Logger;
  limits?: Partial<Limits>;
}

const DEFAULTS: Limits = { queue: 10_000, batch: 2_000, secondFlushOver: 64 };

/**
 * Batches form while the one before commits, so a lone fact waits for nothing and a flood shares its commits
 * (docs/decisions; measured: a second flush in flight pays only for batches over about 64 rows).
 */
export function buildFacts({ pool, clock, log, limits = {} }: Parts): Facts {
  const settings = { ...DEFAULTS, ...limits };
  const visitors = buildVisitors(pool, clock);
  const bursts = buildBursts();
  const queues = Object.fromEntries(
    (Object.keys(factTables) as FactTable[]).map((table) => [table, buildQueue(pool, log, table, settings)]),
  ) as Record<FactTable, Queue>;
  return {
    record: (table, row) => queues[table].take(row as Record<string, unknown>),
    async flush() {
      await Promise.all(Object.values(queues).map((queue) => queue.drained()));
    },
    waiting: () => Object.values(queues).reduce((sum, queue) => sum + queue.size(), 0),
    async observe(workspaceId, seen) {
      const visitorHash = await visitors.hash(workspaceId, seen);
      const burst = bursts.note(visitorHash, clock.now().getTime());
      return { visitorHash, ...classify({ ...seen, burst }) };
    },
    forgetVisitors: (workspaceId) => visitors.forget(workspaceId),
  };
}

interface Queue {
  take(row: Record<string, unknown>): Promise<void>;
  drained(): Promise<void>;
  size(): number;
}

function buildQueue(pool: pg.Pool, log: Logger, table: FactTable, limits: Limits): Queue {
  const statement = statementOf(table);
  const underWay = new Set<Promise<void>>();
  const waiting: Waiting[] = [];
  let scheduled = false;

  function pump(): void {
    scheduled = false;
    if (waiting.length === 0 || underWay.size > 1) return;
    if (underWay.size === 1 && waiting.length <= limits.secondFlushOver) return;
    const batch = waiting.splice(0, limits.batch);
    const flush = commit(pool, statement, batch, log).finally(() => {
      underWay.delete(flush);
      pump();
    });
    underWay.add(flush);
    if (waiting.length > 0) pump();
  }

  return {
    take(row) {
      if (waiting.length >= limits.queue)
        return Promise.reject(new FactsOverloaded(table.replaceAll('_', ' ')));
      return new Promise((resolve, reject) => {
        waiting.push({ row, resolve, reject });
        // Facts of the same turn of the event loop travel together.
        if (scheduled) return;
        scheduled = true;
        setImmediate(pump);
      });
    },
    async drained() {
      while (waiting.length > 0 || underWay.size > 0) {
        pump();
        await Promise.all(underWay);
      }
    },
    size: () => waiting.length,
  };
}

async function commit(pool: pg.Pool, statement: FactStatement, batch: Waiting[], log: Logger): Promise<void> {
  try {
    await insert(pool, statement, batch);
    for (const { resolve } of batch) resolve();
  } catch (error) {
    if (batch.length > 1 && isAboutTheRows(error)) {
      // One impossible row must not take its neighbours down: halve until it stands alone.
      const middle = batch.length >> 1;
      await commit(pool, statement, batch.slice(0, middle), log);
      await commit(pool, statement, batch.slice(middle), log);
      return;
    }
    log.warn({ err: error, rows: batch.length, statement: statement.name }, 'facts were not recorded');
    for (const { reject } of batch) reject(error);
  }
}

/** Begin, insert and commit travel together on a pipelined connection: one wait instead of three. */
async function insert(pool: pg.Pool, { name, text, keys }: FactStatement, batch: Waiting[]): Promise<void> {
  const values = keys.map((key) => batch.map(({ row }) => columnValue(row[key])));
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const steps = [
      client.query('begin; set local role pb_ingest'),
      client.query({ name, text, values }),
      client.query('commit'),
    ];
    const settled = await Promise.allSettled(steps);
    const failed = settled.find((step) => step.status === 'rejected');
    if (failed) {
      if (!isAboutTheRows(failed.reason)) broken = failed.reason as Error;
      throw failed.reason;
    }
  } finally {
    client.release(broken);
  }
}

const columnValue = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : (value ?? null);

// Classes 22 (data) and 23 (constraints): the statement reached PostgreSQL and a row in it cannot be kept.
function isAboutTheRows(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^2[23]/.test(code);
}
