import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { embeddedBinaries, systemBinaries } from '../../src/kernel/database/cluster/binaries.ts';
import { startEmbedded } from '../../src/kernel/database/embedded.ts';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { migrateJobs } from '../../src/kernel/jobs/worker.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, with DATABASE and LOGIN to be replaced. */
    postgres: string;
  }
}

export const TEMPLATE = 'playbookos_template';

/** One private PostgreSQL for the whole run, and one migrated database that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'playbookos-test-'));
  await chmod(dataDir, 0o755);
  const log = pino({ level: 'silent' });
  const binaries = process.env.TEST_POSTGRES === '15' ? systemBinaries(15) : await embeddedBinaries();
  if (!binaries) throw new Error('TEST_POSTGRES=15, and no PostgreSQL 15 is installed.');
  const server = await startEmbedded({
    dataDir,
    log,
    binaries,
    // A test database may lose everything; durability has its own test on a server with these on.
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  const admin = new pg.Client({ connectionString: server.connectionString('postgres', 'postgres') });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE} owner pb_owner`);
  await admin.end();
  const login = new pg.Client({ connectionString: server.connectionString(TEMPLATE) });
  await login.connect();
  await migrate(login, join(import.meta.dirname, '../../migrations'));
  await login.end();
  const owner = new pg.Pool({
    connectionString: server.connectionString(TEMPLATE),
    options: '-c role=pb_owner',
    max: 2,
  });
  owner.on('error', () => {});
  owner.on('connect', () => {});
  await migrateJobs(owner, log);
  await owner.end();
  project.provide('postgres', server.connectionString('DATABASE', 'LOGIN'));
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
