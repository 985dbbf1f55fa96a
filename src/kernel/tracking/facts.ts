import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '#context';
import type { Database } from '#kernel/database';
import { binaryArray } from './binary-arrays.ts';
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
  /** The same for who takes tens of thousands a second, where a promise each would be felt. */
  recordThen<T extends FactTable>(table: T, row: FactRow<T>, done: Done): void;
  /** Resolves when everything taken so far has been committed or refused. Part of an orderly stop. */
  flush(): Promise<void>;
  /** How many facts wait, for the health check. */
  waiting(): number;
  /**
   * Says who asked, without keeping who they are: the day's visitor hash and whether a machine asked. The result
   * spreads into a row. Counts towards bursts, so once per request.
   */
  observe(workspaceId: string, seen: VisitorTraits & Evidence): Promise<Observation>;
  /** The same where nothing has to be asked; undefined, and nothing counted, when the day's salt is not at hand yet. */
  observeNow(workspaceId: string, seen: VisitorTraits & Evidence): Observation | undefined;
  /** Deletes the salts of days that are over, in one workspace. */
  forgetVisitors(workspaceId: string): Promise<void>;
}

/** Called once, with the error when the fact was not kept. */
export type Done = (error?: unknown) => void;

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
  done: Done;
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
  database: Pick<Database, 'pool' | 'ingestPool'>;
  clock: Clock;
  log: Logger;
  limits?: Partial<Limits>;
}

const DEFAULTS: Limits = { queue: 10_000, batch: 2_000, secondFlushOver: 64 };

/**
 * Batches form while the one before commits, so a lone fact waits for nothing and a flood shares its commits
 * (docs/decisions; measured: a second flush in flight pays only for batches over about 64 rows).
 */
export function buildFacts({ database, clock, log, limits = {} }: Parts): Facts {
  const settings = { ...DEFAULTS, ...limits };
  const visitors = buildVisitors(database.pool, clock);
  const bursts = buildBursts();
  const queues = Object.fromEntries(
    (Object.keys(factTables) as FactTable[]).map((table) => [
      table,
      buildQueue(database.ingestPool, log, table, settings),
    ]),
  ) as Record<FactTable, Queue>;
  const judge = (visitorHash: string, seen: VisitorTraits & Evidence): Observation => {
    const burst = bursts.note(visitorHash, clock.now().getTime());
    return { visitorHash, ...classify(seen, burst) };
  };
  return {
    record: (table, row) =>
      new Promise((resolve, reject) => {
        queues[table].take(row as Record<string, unknown>, (error) => (error ? reject(error) : resolve()));
      }),
    recordThen: (table, row, done) => queues[table].take(row as Record<string, unknown>, done),
    async flush() {
      await Promise.all(Object.values(queues).map((queue) => queue.drained()));
    },
    waiting: () => Object.values(queues).reduce((sum, queue) => sum + queue.size(), 0),
    async observe(workspaceId, seen) {
      return judge(await visitors.hash(workspaceId, seen), seen);
    },
    observeNow(workspaceId, seen) {
      const visitorHash = visitors.hashNow(workspaceId, seen);
      return visitorHash === undefined ? undefined : judge(visitorHash, seen);
    },
    forgetVisitors: (workspaceId) => visitors.forget(workspaceId),
  };
}

interface Queue {
  take(row: Record<string, unknown>, done: Done): void;
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
    take(row, done) {
      if (waiting.length >= limits.queue) return done(new FactsOverloaded(table.replaceAll('_', ' ')));
      waiting.push({ row, done });
      // Facts of the same turn of the event loop travel together.
      if (scheduled) return;
      scheduled = true;
      setImmediate(pump);
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
    for (const { done } of batch) done();
  } catch (error) {
    if (batch.length > 1 && isAboutTheRows(error)) {
      // One impossible row must not take its neighbours down: halve until it stands alone.
      const middle = batch.length >> 1;
      await commit(pool, statement, batch.slice(0, middle), log);
      await commit(pool, statement, batch.slice(middle), log);
      return;
    }
    log.warn({ err: error, rows: batch.length, statement: statement.name }, 'facts were not recorded');
    for (const { done } of batch) done(error);
  }
}

/** One statement, which is its own transaction; the connections of this pool are the role pb_ingest for all their life. */
async function insert(
  pool: pg.Pool,
  { name, text, columns }: FactStatement,
  batch: Waiting[],
): Promise<void> {
  const values = columns.map(({ key, type }) =>
    binaryArray(
      type,
      batch.map(({ row }) => row[key]),
    ),
  );
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query({ name, text, values });
  } catch (error) {
    if (!isAboutTheRows(error)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

// Classes 22 (data) and 23 (constraints): the statement reached PostgreSQL and a row in it cannot be kept.
function isAboutTheRows(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^2[23]/.test(code);
}
