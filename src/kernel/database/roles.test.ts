import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFor } from './cluster/account.ts';
import { embeddedBinaries, systemBinaries } from './cluster/binaries.ts';
import { foldersIn, makeDataFolder } from './cluster/folders.ts';
import {
  type Cluster,
  ensureServer,
  makeCluster,
  openClient,
  SUPERUSER,
  stopServer,
} from './cluster/server.ts';
import { ensureRoles, missingStatements, RolesMissing } from './roles.ts';

const fifteen = systemBinaries(15);
const servers = [
  { name: 'the PostgreSQL that we bring', binaries: embeddedBinaries() },
  ...(fifteen ? [{ name: 'PostgreSQL 15', binaries: Promise.resolve(fifteen) }] : []),
];

/** A database that somebody else looks after: nothing of ours has been made on it. */
describe.each(servers)('on $name, run by somebody else,', ({ binaries }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'playbookos-roles-'));
  const folders = foldersIn(dataDir);
  let admin: pg.Client;

  beforeAll(async () => {
    const account = accountFor(folders.cluster);
    makeDataFolder(folders, account);
    const cluster: Cluster = { folders, account, binaries: await binaries, settings: { fsync: 'off' } };
    makeCluster(cluster);
    await ensureServer(cluster);
    admin = await openClient(folders.cluster, SUPERUSER, 'postgres');
    await admin.query('create role plain login noinherit');
    await admin.query('create role maker login noinherit createrole');
    for (const owner of ['plain', 'maker']) await admin.query(`create database of_${owner} owner ${owner}`);
  });
  afterAll(async () => {
    await admin.end();
    await stopServer(folders.cluster);
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function as<T>(login: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = await openClient(folders.cluster, login, `of_${login}`);
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  it('a login that may not make roles is told what an administrator has to run, and that suffices', async () => {
    const refused = await as('plain', (client) =>
      ensureRoles(client, 'plain').catch((error: unknown) => error),
    );
    expect(refused).toBeInstanceOf(RolesMissing);
    const { statements, message } = refused as RolesMissing;
    expect(statements).toContain('create role pb_owner nologin');
    for (const statement of statements) expect(message).toContain(`${statement};`);

    const atHome = await openClient(folders.cluster, SUPERUSER, 'of_plain');
    for (const statement of statements) await atHome.query(statement);
    await atHome.end();

    await as('plain', async (client) => {
      await ensureRoles(client, 'plain');
      expect(await missingStatements(client, 'plain')).toEqual([]);
      await client.query('set role pb_owner; create schema proof; reset role');
      await expect(client.query('create table proof.forgotten ()')).rejects.toThrow(/permission denied/);
    });
    await admin.query('drop database of_plain');
    await admin.query('drop role pb_owner, pb_app, pb_ingest, pb_lookup');
  });

  it('a login that may make roles needs nobody, twice over and without inheriting their rights', async () => {
    await as('maker', async (client) => {
      await ensureRoles(client, 'maker');
      await ensureRoles(client, 'maker');
      for (const role of ['pb_owner', 'pb_app', 'pb_ingest', 'pb_lookup'])
        await client.query(`set role ${role}`);
      await client.query('set role pb_owner; create schema proof; create table proof.kept (); reset role');
      await expect(client.query('select from proof.kept')).rejects.toThrow(/permission denied/);
    });
  });
});
