import pg from 'pg';
import type { Logger } from 'pino';

/** The pools of one process. */
export interface Database {
  /** For requests and the tenant SQL of jobs; pipelined. Every transaction takes its own role. */
  pool: pg.Pool;
  /** Direct pool as pb_owner for the job machinery. */
  ownerPool: pg.Pool;
  /** Inserts facts and may do nothing else: its few connections are the role pb_ingest for all their life. */
  ingestPool: pg.Pool;
  /** For LISTEN and migrations: a direct connection, not through a pooler. */
  directUrl: string;
  /** Reads for analytics; the same as `pool` without a replica. */
  replica: pg.Pool;
  close(): Promise<void>;
}

interface Addresses {
  url: string;
  directUrl?: string | undefined;
  replicaUrl?: string | undefined;
  /**
   * For a house that makes history: the line that its jobs are put on (`kernel/jobs/line.ts`). All its connections are
   * direct ones, and no commit of theirs waits for the disk: nobody is told of anything that a crash could take back.
   */
  jobLine?: string | undefined;
}

/** Opens the pools; connects lazily. */
export function connect(
  { url, directUrl = url, replicaUrl, jobLine }: Addresses,
  log: Logger,
  connections = 20,
): Database {
  const history = jobLine ? `-c app.job_line=${jobLine} -c synchronous_commit=off` : '';
  const as = (role: string) => ({ options: `-c role=${role} ${history}`.trim() });
  const pool = listening(
    new pg.Pool({
      connectionString: jobLine ? directUrl : url,
      max: connections,
      pipeline: true,
      ...(history && { options: history }),
      ...patience,
    }),
    log,
  );
  const ownerPool = listening(
    new pg.Pool({ connectionString: directUrl, max: 8, ...as('pb_owner'), ...patience }),
    log,
  );
  const ingestPool = listening(
    new pg.Pool({ connectionString: directUrl, max: 8, ...as('pb_ingest'), ...patience }),
    log,
  );
  const replica = replicaUrl
    ? listening(
        new pg.Pool({ connectionString: replicaUrl, max: connections, pipeline: true, ...patience }),
        log,
      )
    : pool;
  return {
    pool,
    ownerPool,
    ingestPool,
    directUrl,
    replica,
    async close() {
      await Promise.all([
        pool.end(),
        ownerPool.end(),
        ingestPool.end(),
        replica === pool ? undefined : replica.end(),
      ]);
    },
  };
}

const patience = {
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  application_name: 'playbookos',
};

// A pool without these listeners turns a lost idle connection into a crash of the process.
function listening(pool: pg.Pool, log: Logger): pg.Pool {
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  });
  return pool;
}
