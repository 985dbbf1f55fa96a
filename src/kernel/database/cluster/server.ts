import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, launch } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type Folders, makeOwnFolder, readPostmaster, socketFolderFor } from './folders.ts';
import { anyoneWorksIn, isAlive } from './processes.ts';

/** The cluster's superuser. Only the supervisor uses it, to make the roles. */
export const SUPERUSER = 'postgres';

/** What it takes to run one cluster. */
export interface Cluster {
  folders: Folders;
  account: Account | undefined;
  binaries: Binaries;
  /** Settings of the server beyond ours, such as `fsync` for tests. */
  settings: Record<string, string>;
}

const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
const LONGEST_LOG_BYTES = 20_000_000;
const LONGEST_START_MS = 120_000;
const LONGEST_LOCK_MS = 30_000;

/**
 * Makes the cluster when there is none. It is made beside and moved into place, so that a start cut short leaves nothing half made.
 * @returns whether it was made now
 */
export function makeCluster({ folders, account, binaries }: Cluster): boolean {
  if (existsSync(join(folders.cluster, 'PG_VERSION'))) {
    checkCluster(folders.cluster, binaries);
    return false;
  }
  const fresh = `${folders.cluster}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  makeOwnFolder(fresh, account);
  // The builtin provider exists from version 17; both sort by code point.
  const locale =
    versionOf(binaries) >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8'];
  const args = [
    '-D',
    fresh,
    '-U',
    SUPERUSER,
    '-E',
    'UTF8',
    ...locale,
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
    '--no-sync',
  ];
  const { file, args: words, identity } = launch(account, binaries.initdb, args, [fresh]);
  const made = spawnSync(file, words, { ...identity, env: ENVIRONMENT, encoding: 'utf8', cwd: '/' });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its folder: ${made.error?.message ?? made.stderr.trim()}`);
  }
  try {
    renameSync(fresh, folders.cluster);
  } catch (error) {
    // Another start was faster; its cluster is as good as ours.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(folders.cluster, 'PG_VERSION'))) throw error;
  }
  return true;
}

function checkCluster(cluster: string, binaries: Binaries): void {
  const uid = process.getuid?.();
  if (uid && statSync(cluster).uid !== uid) {
    throw new Error(
      `${cluster} belongs to another user (uid ${statSync(cluster).uid}). Start PlaybookOS as that user, or use another DATA_DIR.`,
    );
  }
  if (uid === undefined || !existsSync(join(cluster, 'PG_VERSION'))) return;
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
  const ours = versionOf(binaries);
  if (made !== ours) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${made}, and this program brings ${ours}. See "Upgrade" in docs/operations.md.`,
    );
  }
}

const versions = new Map<string, number>();

function versionOf({ postgres }: Binaries): number {
  const known = versions.get(postgres);
  if (known) return known;
  const said = spawnSync(postgres, ['--version'], { env: ENVIRONMENT, encoding: 'utf8' });
  const version = Number(/(\d+)(\.|devel|beta|rc)/.exec(said.stdout ?? '')?.[1]);
  if (!version)
    throw new Error(`${postgres} does not run here: ${said.error?.message ?? said.stderr?.trim()}`);
  versions.set(postgres, version);
  return version;
}

/** A connection to the server that is up on this cluster; rejects when none is. */
export async function openClient(cluster: string, user: string, database: string): Promise<pg.Client> {
  const postmaster = readPostmaster(cluster);
  if (!postmaster) throw new Error(`No PostgreSQL is up on ${cluster}.`);
  const client = new pg.Client({
    host: postmaster.socketFolder,
    port: 5432,
    user,
    database,
    application_name: `playbookos ${process.pid}`,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Whether a server answers on this cluster. Refusing a role is an answer too; starting up or shutting down is none. */
export async function answers(cluster: string): Promise<boolean> {
  try {
    await (await openClient(cluster, SUPERUSER, 'postgres')).end();
    return true;
  } catch {
    return false;
  }
}

/**
 * Brings a server up on the cluster, or finds the one that an earlier program left behind.
 * @returns whether it was found running
 */
export async function ensureServer(cluster: Cluster): Promise<boolean> {
  if (await answers(cluster.folders.cluster)) return true;
  const started = Date.now();
  for (;;) {
    removeLeftover(cluster);
    const said = await spawnServer(cluster);
    if (said === undefined) return false;
    if (await answers(cluster.folders.cluster)) return true;
    // The server before it is still going down, or dead and not yet reaped.
    const passing = /lock file ".*" already exists|pre-existing shared memory block/.test(said);
    if (!passing || Date.now() - started > LONGEST_LOCK_MS) {
      throw new Error(
        `PostgreSQL did not start. Its log (${cluster.folders.log}) ends with:\n${said.trim()}`,
      );
    }
    await pause(250);
  }
}

// Postgres takes a process that is dead but not reaped for a running one, and under an init that does not reap it would for ever.
function removeLeftover({ folders }: Cluster): void {
  const left = readPostmaster(folders.cluster);
  if (left && (isAlive(left.pid) || anyoneWorksIn(realpathSync(folders.cluster)))) return;
  if (left) rmSync(join(folders.cluster, 'postmaster.pid'), { force: true });
  const socketLock = join(socketFolderFor(folders.dataDir), '.s.PGSQL.5432.lock');
  const holder = existsSync(socketLock) ? Number.parseInt(readFileSync(socketLock, 'utf8'), 10) : 0;
  if (holder && !isAlive(holder)) rmSync(socketLock, { force: true });
}

// Resolves with nothing when it is ready, with the end of its log when it ended before.
async function spawnServer({ folders, account, binaries, settings }: Cluster): Promise<string | undefined> {
  const socketFolder = socketFolderFor(folders.dataDir);
  makeOwnFolder(socketFolder, account);
  if (existsSync(folders.log) && statSync(folders.log).size > LONGEST_LOG_BYTES)
    renameSync(folders.log, `${folders.log}.1`);
  const options = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '200',
    log_line_prefix: '%m [%p] ',
    ...settings,
  };
  const args = [
    '-D',
    folders.cluster,
    '-k',
    socketFolder,
    '-p',
    '5432',
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const {
    file,
    args: words,
    identity,
  } = launch(account, binaries.postgres, args, [folders.cluster, socketFolder]);
  // A file and not a pipe, and a session of its own: it must outlive us, and Ctrl-C must not reach it before us.
  const log = openSync(folders.log, 'a', 0o600);
  const from = statSync(folders.log).size;
  const server = spawn(file, words, {
    ...identity,
    env: ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.unref();
  let ended: Error | undefined;
  server.once('error', (error) => {
    ended = error;
  });
  server.once('exit', (code, signal) => {
    ended ??= new Error(`It ended with ${signal ?? `status ${code}`}.`);
  });
  const started = Date.now();
  while (!ended) {
    if (readPostmaster(folders.cluster)?.pid === server.pid && (await answers(folders.cluster)))
      return undefined;
    if (Date.now() - started > LONGEST_START_MS)
      return `It was not ready within ${LONGEST_START_MS / 1000} s.`;
    await pause(10);
  }
  const said = readFileSync(folders.log).subarray(from).toString().slice(-2_000);
  return said.trim() || ended.message;
}

/** Stops the server that runs on the cluster: quickly but cleanly, and by force when it does not listen. */
export async function stopServer(cluster: string): Promise<void> {
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 1_000],
  ];
  const running = readPostmaster(cluster);
  if (!running) return;
  for (const [signal, patienceMs] of signals) {
    try {
      process.kill(running.pid, signal);
    } catch {
      return;
    }
    // Not by asking for the process: one that an earlier program started stays a zombie until init reaps it.
    for (const until = Date.now() + patienceMs; Date.now() < until; await pause(5)) {
      if (readPostmaster(cluster)?.pid !== running.pid) return leave(running.pid);
    }
  }
}

// The file goes a moment before the process does; whoever looks afterwards must find nobody.
async function leave(pid: number): Promise<void> {
  for (const until = Date.now() + 2_000; isAlive(pid) && Date.now() < until; ) await pause(5);
}
