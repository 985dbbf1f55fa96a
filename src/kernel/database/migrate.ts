import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** A forward step of the schema: a file, or a folder whose files are applied together in name order. */
interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Raised when a migration that has been applied was edited afterwards. */
export class MigrationChanged extends Error {
  constructor(name: string) {
    super(`Migration ${name} has been applied and was changed afterwards. Restore it and add a new one.`);
    this.name = 'MigrationChanged';
  }
}

/**
 * Applies what is missing, each migration in one transaction as pb_owner, under an advisory lock.
 * @returns names of the migrations applied now
 * @throws MigrationChanged
 */
export async function migrate(client: pg.ClientBase, folder: string): Promise<string[]> {
  const wanted = await readMigrations(folder);
  const applied: string[] = [];
  await client.query(`select pg_advisory_lock(hashtext('playbookos.migrate'))`);
  try {
    await client.query('set role pb_owner');
    await client.query('create schema if not exists migrations');
    await client.query(`create table if not exists migrations.applied (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations.applied',
    );
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    for (const migration of wanted) {
      const checksum = known.get(migration.name);
      if (checksum !== undefined && checksum !== migration.checksum)
        throw new MigrationChanged(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        applied.push(migration.name);
      }
    }
    return applied;
  } finally {
    await client.query('reset role');
    await client.query(`select pg_advisory_unlock(hashtext('playbookos.migrate'))`);
  }
}

/** Names of the migrations that are not applied yet. The connection must be able to act as pb_owner. */
export async function pendingMigrations(client: pg.ClientBase, folder: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('migrations.applied') is not null as there`,
  );
  const { rows } = tables[0]?.there
    ? await client.query<{ name: string }>('select name from migrations.applied')
    : { rows: [] };
  const applied = new Set(rows.map((row) => row.name));
  return (await readMigrations(folder)).map(({ name }) => name).filter((name) => !applied.has(name));
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into migrations.applied (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) =>
    /^\d{4}-/.test(entry.name),
  );
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      const sql = entry.isDirectory() ? await readFolder(path) : await readFile(path, 'utf8');
      return {
        name: entry.name.replace(/\.sql$/, ''),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

async function readFolder(path: string): Promise<string> {
  const files = (await readdir(path)).filter((name) => name.endsWith('.sql')).sort();
  const parts = await Promise.all(files.map((name) => readFile(join(path, name), 'utf8')));
  return parts.join('\n');
}
