import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { connect, ensureRoles, migrate, startEmbedded } from '#kernel/database';
import { migrateJobs } from '#kernel/jobs';
import { assemble } from './app.ts';
import type { Config } from './config.ts';
import { openPast } from './sample/past.ts';
import { ensureSample, fillSample } from './sample/sample.ts';

/** A running program. */
export interface Program {
  url: string;
  /** Drains HTTP, finishes or hands back jobs, closes the pools, stops PostgreSQL. Idempotent. */
  stop(): Promise<void>;
}

/** Where the schema stands, from src/ as from dist/. */
export const MIGRATIONS = join(import.meta.dirname, '../migrations');

/**
 * Starts the role that the configuration names.
 * @throws DataFolderInUse, RolesMissing, MigrationChanged
 */
export async function startProgram(config: Config, log: Logger): Promise<Program> {
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR, log });
  const closing: (() => Promise<unknown>)[] = [];
  if (embedded) closing.unshift(() => embedded.stop());
  const stopAll = async () => {
    let failure: unknown;
    for (const close of closing.splice(0)) {
      await close().catch((error: unknown) => {
        failure ??= error;
      });
    }
    if (failure) throw failure;
  };
  try {
    const url = config.DATABASE_URL ?? (embedded as NonNullable<typeof embedded>).connectionString();
    const directUrl = config.DATABASE_DIRECT_URL ?? url;
    await prepareDatabase(directUrl, log);
    const database = connect({ url, directUrl, replicaUrl: config.DATABASE_REPLICA_URL }, log);
    closing.unshift(() => database.close());
    await migrateJobs(database.ownerPool, log);
    const house = await assemble(config, { database, log, clock: { now: () => new Date() } });
    closing.unshift(() => house.close());
    await house.open();
    if (config.SAMPLE === 'on' && config.ROLE !== 'api') await ensureSample(house.platform);
    const address = config.ROLE === 'worker' ? config.PUBLIC_URL : await listen(house.app, config);
    if (config.ROLE !== 'api') await house.worker.start({ alone: embedded !== undefined });
    if (config.SAMPLE === 'on' && config.ROLE === 'all') {
      const stopping = new AbortController();
      const filling = fillSample({
        platform: house.platform,
        worker: house.worker,
        openPast: (start) => openPast(config, { url, directUrl, log }, start),
        signal: stopping.signal,
      });
      closing.unshift(async () => {
        stopping.abort();
        await filling;
      });
    }
    let stopped: Promise<void> | undefined;
    return {
      url: address,
      stop: () => {
        stopped ??= stopAll();
        return stopped;
      },
    };
  } catch (error) {
    await stopAll().catch((cause: unknown) => log.error({ err: cause }, 'cleaning up after a failed start'));
    throw error;
  }
}

/** Roles and schema, both forward only. */
export async function prepareDatabase(directUrl: string, log: Logger): Promise<string[]> {
  const client = new pg.Client({ connectionString: directUrl, application_name: 'playbookos migrate' });
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database does not answer: ${why}. Check DATABASE_URL or DATABASE_DIRECT_URL, and that PostgreSQL runs and lets this machine in.`,
      { cause: error },
    );
  }
  try {
    const { rows } = await client.query<{ login: string }>('select current_user as login');
    await ensureRoles(client, rows[0]?.login ?? '');
    const applied = await migrate(client, MIGRATIONS);
    if (applied.length > 0) log.info({ applied }, 'database migrated');
    return applied;
  } finally {
    await client.end();
  }
}

async function listen(app: Awaited<ReturnType<typeof assemble>>['app'], config: Config): Promise<string> {
  await app.listen({ port: config.PORT, host: config.HOST });
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : config.PORT;
  const host =
    config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' || config.HOST === '::'
      ? 'localhost'
      : config.HOST;
  return `http://${host}:${port}`;
}
