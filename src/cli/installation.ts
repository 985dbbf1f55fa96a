import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Workspace } from '#context';
import { connect, type Database, findEmbedded, inTransaction, startEmbedded } from '#kernel/database';
import { migrateJobs } from '#kernel/jobs';
import { assemble } from '../app.ts';
import type { Config } from '../config.ts';
import { openLog } from '../log.ts';
import { prepareDatabase } from '../program.ts';
import { Misspoken } from './command.ts';

/** The installation that the configuration names, reached from a command. */
export interface Installation {
  config: Config;
  log: Logger;
  database: Database;
}

type House = Awaited<ReturnType<typeof assemble>>;

/**
 * Reaches the database: beside a running program through its own PostgreSQL, else with one started for as long as the command takes.
 * @throws DataFolderInUse, RolesMissing, MigrationChanged
 */
export async function withInstallation<T>(
  config: Config,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const log = (await openLog(config)).child({ process: 'command', run: randomUUID().slice(0, 8) });
  if (config.DATABASE_URL) return withDatabase(config, config.DATABASE_URL, log, work);
  const beside = await findEmbedded(config.DATA_DIR);
  if (beside) return withDatabase(config, beside.connectionString(), log, work);
  const own = await startEmbedded({ dataDir: config.DATA_DIR, log });
  try {
    // Nobody else is here, so the schema may be brought up to what this program expects.
    await prepareDatabase(own.connectionString(), log);
    return await withDatabase(config, own.connectionString(), log, async (installation) => {
      await migrateJobs(installation.database.ownerPool, log);
      return work(installation);
    });
  } finally {
    await own.stop();
  }
}

async function withDatabase<T>(
  config: Config,
  url: string,
  log: Logger,
  work: (installation: Installation) => Promise<T>,
) {
  const directUrl = config.DATABASE_DIRECT_URL ?? url;
  const database = connect({ url, directUrl, replicaUrl: config.DATABASE_REPLICA_URL }, log, 4);
  try {
    return await work({ config, log, database });
  } finally {
    await database.close();
  }
}

/** The whole house over that database: every service and listener, but no server and no worker. */
export async function withHouse<T>(config: Config, work: (house: House) => Promise<T>): Promise<T> {
  return withInstallation(config, async ({ log, database }) => {
    const house = await assemble(config, { database, log, clock: { now: () => new Date() } });
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  });
}

/** The workspace with this slug. @throws Misspoken when there is none, naming those there are */
export async function workspaceBySlug(
  database: Database,
  slug: string,
): Promise<Pick<Workspace, 'id' | 'slug' | 'name'>> {
  return inTransaction(database.pool, { readOnly: true }, async ({ $client }) => {
    const { rows } = await $client.query<{ id: string; slug: string; name: string }>(
      'select id, slug, name from lookup.workspace_by_slug($1)',
      [slug],
    );
    if (rows[0]) return rows[0];
    const { rows: others } = await $client.query<{ slug: string }>(
      'select w.slug from lookup.all_workspace_ids() as id, lateral lookup.workspace_by_id(id) as w order by w.slug limit 20',
    );
    const known =
      others.length > 0
        ? `There are: ${others.map((row) => row.slug).join(', ')}.`
        : 'There is none yet: start the program once.';
    throw new Misspoken(`There is no workspace "${slug}". ${known}`);
  });
}
