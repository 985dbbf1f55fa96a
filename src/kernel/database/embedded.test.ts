import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountFor } from './cluster/account.ts';
import { embeddedBinaries, systemBinaries } from './cluster/binaries.ts';
import { foldersIn, makeOwnFolder, readPostmaster } from './cluster/folders.ts';
import { anyoneWorksIn } from './cluster/processes.ts';
import { ensureServer, makeCluster } from './cluster/server.ts';
import { DataFolderInUse, type Embedded, findEmbedded, startEmbedded } from './embedded.ts';

const quiet = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const children: ChildProcess[] = [];
const running: Embedded[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'playbookos-embedded-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of running.splice(0)) await server.stop();
  // A child that was killed leaves its server behind; whoever starts next takes it over and can stop it.
  if (await findEmbedded(dataDir)) await (await start()).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, log: quiet, ...options });
  running.push(server);
  return server;
}

/** Another program on the same folder: ready once it has said so. */
async function startElsewhere(): Promise<ChildProcess> {
  const code = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: console }); console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line');
  return child;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('serves the program as a login that is no superuser and inherits nothing', async () => {
    const server = await start();
    const url = server.connectionString();
    expect(await query(url, 'select current_user as login, current_database() as database')).toEqual([
      { login: 'playbookos', database: 'playbookos' },
    ]);
    expect(
      await query(
        url,
        'select rolsuper, rolbypassrls, rolinherit, rolcreaterole from pg_roles where rolname = current_user',
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolinherit: false, rolcreaterole: false }]);
    await expect(query(url, 'create schema anything')).rejects.toThrow(/permission denied/);
    for (const role of ['pb_owner', 'pb_app', 'pb_ingest', 'pb_lookup']) await query(url, `set role ${role}`);
  });

  it('sorts by code point and counts in UTF-8 wherever it was made', async () => {
    const server = await start();
    expect(
      await query(
        server.connectionString(),
        `select pg_encoding_to_char(encoding) as encoding, datlocale as locale, current_setting('TimeZone') as zone
           from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ encoding: 'UTF8', locale: 'C.UTF-8', zone: 'UTC' }]);
  });

  it('keeps what was written over a stop, and leaves nothing running', async () => {
    const first = await start();
    await query(first.connectionString(), 'set role pb_owner; create schema kept');
    await first.stop();
    expect(readPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
    expect(anyoneWorksIn(join(dataDir, 'postgres'))).toBe(false);
    expect(readdirSync(join(dataDir, 'run'))).toEqual([]);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(
      await query(second.connectionString(), `select from pg_namespace where nspname = 'kept'`),
    ).toHaveLength(1);
  });

  it('refuses a second program on the same folder, names the first and does not hurt it', async () => {
    const first = await startElsewhere();
    const refused = startEmbedded({ dataDir, log: quiet });
    await expect(refused).rejects.toThrow(DataFolderInUse);
    await expect(refused).rejects.toThrow(`Another PlaybookOS (pid ${first.pid}) is using ${dataDir}.`);
    const beside = await findEmbedded(dataDir);
    expect(await query(beside?.connectionString() ?? '', 'select 1 as still')).toEqual([{ still: 1 }]);
  });

  it('takes over the server of a program that was killed', async () => {
    const killed = await startElsewhere();
    const before = readPostmaster(join(dataDir, 'postgres'))?.pid;
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const server = await start();
    expect(server.adopted).toBe(true);
    expect(readPostmaster(join(dataDir, 'postgres'))?.pid).toBe(before);
    await server.stop();
    expect(anyoneWorksIn(join(dataDir, 'postgres'))).toBe(false);
  });

  it('recovers when program and server were both killed, with everything acknowledged', async () => {
    const killed = await startElsewhere();
    const beside = await findEmbedded(dataDir);
    await query(beside?.connectionString() ?? '', 'set role pb_owner; create schema acknowledged');
    process.kill(readPostmaster(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGKILL');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const server = await start();
    expect(
      await query(server.connectionString(), `select from pg_namespace where nspname = 'acknowledged'`),
    ).toHaveLength(1);
  });

  it('brings the server back when it dies under a running program', async () => {
    const server = await start();
    process.kill(readPostmaster(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(quiet.info).toHaveBeenCalledWith('PostgreSQL is back'), {
      timeout: 20_000,
    });
    expect(await query(server.connectionString(), 'select 1 as again')).toEqual([{ again: 1 }]);
    await expect(startEmbedded({ dataDir, log: quiet })).rejects.toThrow(DataFolderInUse);
  });

  it('finishes roles and database when the first start was cut short', async () => {
    const folders = foldersIn(dataDir);
    const cluster = {
      folders,
      account: accountFor(folders.cluster),
      binaries: await embeddedBinaries(),
      settings: {},
    };
    makeCluster(cluster);
    await ensureServer(cluster);
    const second = await start();
    expect(await query(second.connectionString(), 'select current_database() as database')).toEqual([
      { database: 'playbookos' },
    ]);
  });

  it('finds a shorter address for the socket when the data folder is deep', async () => {
    const deep = join(dataDir, 'a-folder-with-a-rather-long-name'.repeat(3), 'data');
    const server = await start({ dataDir: deep });
    expect(readPostmaster(join(deep, 'postgres'))?.socketFolder).toMatch(/playbookos-[0-9a-f]{16}$/);
    expect(await query((await findEmbedded(deep))?.connectionString() ?? '', 'select 1 as reached')).toEqual([
      { reached: 1 },
    ]);
    await server.stop();
  });

  it('will not use a folder that somebody else has put in its way', () => {
    const elsewhere = join(dataDir, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(dataDir, 'link'));
    expect(() => makeOwnFolder(join(dataDir, 'link'), undefined)).toThrow(/is no folder of this user/);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'runs for root from and in a folder that only root may enter',
    async () => {
      const { initdb, postgres } = await embeddedBinaries();
      cpSync(join(dirname(initdb), '..'), join(dataDir, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      chmodSync(dataDir, 0o700);
      const inside = (program: string) => join(dataDir, 'native/bin', basename(program));
      const server = await start({ binaries: { initdb: inside(initdb), postgres: inside(postgres) } });
      const status = readFileSync(`/proc/${readPostmaster(join(dataDir, 'postgres'))?.pid}/status`, 'utf8');
      expect(status).not.toMatch(/^Uid:\t0/m);
      // To override and to search folders, and no other of root's rights.
      expect(status).toMatch(/^CapEff:\t0000000000000006$/m);
      expect(await query(server.connectionString(), 'select 1 as inside')).toEqual([{ inside: 1 }]);
    },
  );

  it.skipIf(!systemBinaries(15))('runs PostgreSQL 15 the same way', async () => {
    const binaries = systemBinaries(15);
    const server = await start(binaries ? { binaries } : {});
    const [row] = await query<{ server_version: string }>(server.connectionString(), 'show server_version');
    expect(row?.server_version).toMatch(/^15\./);
    for (const role of ['pb_owner', 'pb_app', 'pb_ingest', 'pb_lookup'])
      await query(server.connectionString(), `set role ${role}`);
    await server.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    await expect(startEmbedded({ dataDir, log: quiet })).rejects.toThrow(/was made by PostgreSQL 15/);
  });
});
