import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of one test file's own. */
export interface TestDatabase {
  /** As the program's login. */
  url: string;
  /** As the cluster's superuser, for what no role of the program may do. */
  adminUrl: string;
  drop(): Promise<void>;
}

const address = (database: string, login: string) =>
  inject('postgres').replace('DATABASE', database).replace('LOGIN', login);

/** Clones the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template playbookos_template owner pb_owner`);
  return {
    url: address(name, 'playbookos'),
    adminUrl: address(name, 'postgres'),
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address('postgres', 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
