import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { accountFor } from './cluster/account.ts';
import { type Binaries, embeddedBinaries } from './cluster/binaries.ts';
import { foldersIn, makeDataFolder, readPostmaster } from './cluster/folders.ts';
import { isAlive } from './cluster/processes.ts';
import {
  answers,
  type Cluster,
  ensureServer,
  makeCluster,
  openClient,
  SUPERUSER,
  stopServer,
} from './cluster/server.ts';
import { ensureRoles, LOGIN } from './roles.ts';

/** The database of the program inside the cluster. */
export const DATABASE = 'playbookos';

/** A PostgreSQL that this process answers for. */
export interface Embedded {
  /** Address of a database on it; by default the program's own, as the program's login. */
  connectionString(database?: string, user?: string): string;
  /** Whether a server that an earlier program left behind was taken over. */
  adopted: boolean;
  /** Stops the server and waits until it is gone. Idempotent. */
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Another PostgreSQL than the one that came with the installation. */
  binaries?: Binaries;
  /** Settings of the server beyond ours, such as `fsync` for tests. */
  settings?: Record<string, string>;
}

/** Raised when another program serves this data folder. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string, pid: string) {
    super(
      `Another PlaybookOS (pid ${pid}) is using ${dataDir}. Stop it first, or give this one a DATA_DIR of its own.`,
    );
    this.name = 'DataFolderInUse';
  }
}

// Two numbers that nothing else in the database locks.
const RUNNING = [0x504c4159, 1];

/**
 * Starts PostgreSQL under `dataDir`, or takes over the one that an earlier program left behind, and makes roles and database once.
 * Keeps it up: when the server dies it is started again, until `stop`.
 * @throws DataFolderInUse when another program serves the same folder; that one is not disturbed
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const { dataDir, log } = options;
  const folders = foldersIn(dataDir);
  const account = accountFor(folders.cluster);
  const binaries = options.binaries ?? (await embeddedBinaries());
  const cluster: Cluster = { folders, account, binaries, settings: options.settings ?? {} };
  makeDataFolder(folders, account);
  const made = makeCluster(cluster);
  const adopted = await ensureServer(cluster);
  const keeper = new Keeper(cluster, log);
  await keeper.take(made);
  if (adopted) log.info('took over a PostgreSQL that was left running');
  return {
    connectionString: (database, user) => addressOf(folders.cluster, database, user),
    adopted,
    stop: () => keeper.stop(),
  };
}

/** Address of the database when a PostgreSQL is up under `dataDir`: for a command beside a running program. */
export async function findEmbedded(
  dataDir: string,
): Promise<{ connectionString: Embedded['connectionString'] } | undefined> {
  const { cluster } = foldersIn(dataDir);
  if (!(await answers(cluster))) return undefined;
  return { connectionString: (database, user) => addressOf(cluster, database, user) };
}

function addressOf(cluster: string, database = DATABASE, user = LOGIN): string {
  const folder = readPostmaster(cluster)?.socketFolder;
  if (!folder) throw new Error('The embedded PostgreSQL is not running.');
  return `postgresql://${encodeURIComponent(user)}@localhost:5432/${encodeURIComponent(database)}?host=${encodeURIComponent(folder)}`;
}

/**
 * Holds the lock that says who serves the folder, on a connection that dies with the process, so that no stale lock can stay.
 * The same connection tells when the server is gone.
 */
class Keeper {
  private client: pg.Client | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly log: Options['log'],
  ) {}

  async take(fresh: boolean): Promise<void> {
    const { folders } = this.cluster;
    if (fresh || !(await this.isPrepared())) await prepare(folders.cluster);
    const client = await openClient(folders.cluster, LOGIN, DATABASE);
    try {
      await lock(client, folders.dataDir);
    } catch (error) {
      await client.end();
      throw error;
    }
    client.once('end', () => {
      if (!this.stopping) this.reviveLater();
    });
    this.client = client;
  }

  stop(): Promise<void> {
    this.stopping ??= (async () => {
      await this.client?.end().catch(() => {});
      await stopServer(this.cluster.folders.cluster);
    })();
    return this.stopping;
  }

  private async isPrepared(): Promise<boolean> {
    try {
      await (await openClient(this.cluster.folders.cluster, LOGIN, DATABASE)).end();
      return true;
    } catch (error) {
      // No such role, no such database: a start was cut short.
      if (['28000', '3D000'].includes((error as { code?: string }).code ?? '')) return false;
      throw error;
    }
  }

  private reviveLater(): void {
    this.log.warn('PostgreSQL is gone; starting it again');
    void (async () => {
      while (!this.stopping) {
        try {
          await ensureServer(this.cluster);
          await this.take(false);
          this.log.info('PostgreSQL is back');
          return;
        } catch (error) {
          this.log.error({ err: error }, 'PostgreSQL could not be started again; trying once more');
          await pause(1_000);
        }
      }
    })();
  }
}

// As superuser, once: roles, login, database. Everything after it is done by the login.
async function prepare(cluster: string): Promise<void> {
  const client = await openClient(cluster, SUPERUSER, 'postgres');
  try {
    await client.query(`select pg_advisory_lock(hashtext('playbookos.prepare'))`);
    const { rowCount: login } = await client.query('select from pg_roles where rolname = $1', [LOGIN]);
    if (!login) await client.query(`create role ${LOGIN} login noinherit`);
    await ensureRoles(client, LOGIN);
    const { rowCount: database } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (!database) await client.query(`create database ${DATABASE} owner pb_owner`);
  } finally {
    await client.end();
  }
}

async function lock(client: pg.Client, dataDir: string): Promise<void> {
  // A program that was killed a moment ago may still be leaving.
  for (const until = Date.now() + 5_000; ; await pause(50)) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1::int, $2::int) as taken',
      RUNNING,
    );
    if (rows[0]?.taken) return;
    const pid = await holder(client);
    if (pid === undefined) continue;
    if (isAlive(Number(pid)) || Date.now() > until) throw new DataFolderInUse(dataDir, pid);
  }
}

async function holder(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ pid: string }>(
    `select replace(application_name, 'playbookos ', '') as pid from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and granted and classid = $1::int::oid and objid = $2::int::oid and objsubid = 2`,
    RUNNING,
  );
  return rows[0]?.pid;
}
