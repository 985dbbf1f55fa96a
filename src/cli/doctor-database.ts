import { type Database, inTransaction, missingStatements, pendingMigrations } from '#kernel/database';
import { countDueJobs, listDeadJobs } from '#kernel/jobs';
import { MIGRATIONS } from '../program.ts';
import { type Finding, note, ok, reason, wrong } from './finding.ts';

/** Version, roles, isolation, schema and jobs of one database. */
export async function examineDatabase(database: Database): Promise<Finding[]> {
  try {
    return [
      ...(await examineServer(database)),
      await examineRoles(database),
      ...(await examineSchema(database)),
      ...(await examineReplica(database)),
    ];
  } catch (error) {
    return [
      wrong(
        'database',
        `It does not answer: ${reason(error)}.`,
        'Check DATABASE_URL, and that PostgreSQL runs and lets this machine in.',
      ),
    ];
  }
}

async function examineServer({ ownerPool, pool }: Database): Promise<Finding[]> {
  const { rows } = await pool.query<{ version: number; shown: string; behind_ms: number }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
            extract(epoch from clock_timestamp()) * 1000 - $1::float8 as behind_ms`,
    [Date.now()],
  );
  const { version = 0, shown = '', behind_ms: drift = 0 } = rows[0] ?? {};
  const found: Finding[] = [
    version >= 150_000
      ? ok('database', `PostgreSQL ${shown} answers.`)
      : wrong('database', `PostgreSQL ${shown} is too old.`, 'Move to PostgreSQL 15 or newer.'),
  ];
  if (Math.abs(drift) > 5_000) {
    found.push(
      note(
        'clock',
        `Its clock differs from this machine's by ${Math.round(drift / 1000)} s.`,
        'Keep both on network time.',
      ),
    );
  }
  const { rows: sizes } = await ownerPool.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  found.push(ok('database', `It holds ${sizes[0]?.size}.`));
  return found;
}

async function examineRoles({ pool }: Database): Promise<Finding> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ login: string; above: boolean }>(
      'select current_user as login, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
    );
    const { login = '', above } = rows[0] ?? {};
    const missing = await missingStatements(client, login);
    if (missing.length > 0) {
      const statements = missing.map((statement) => `${statement};`).join(' ');
      return wrong(
        'roles',
        `The login "${login}" cannot take every role.`,
        `Run as an administrator: ${statements}`,
      );
    }
    if (above) {
      return note(
        'roles',
        `The login "${login}" may pass every policy.`,
        'Use a login that is no superuser and has no BYPASSRLS.',
      );
    }
    return ok(
      'roles',
      `The login "${login}" takes pb_owner, pb_app, pb_ingest and pb_lookup, and is nothing more.`,
    );
  } finally {
    client.release();
  }
}

async function examineSchema({ ownerPool, pool }: Database): Promise<Finding[]> {
  const client = await ownerPool.connect();
  const pending = await pendingMigrations(client, MIGRATIONS).finally(() => client.release());
  if (pending.length > 0) {
    return [
      wrong(
        'schema',
        `It lacks ${pending.join(', ')}.`,
        'Run "npm run playbookos -- migrate", or start the program.',
      ),
    ];
  }
  const open = await inTransaction(pool, { role: 'pb_owner', readOnly: true }, async ({ $client }) => {
    const { rows } = await $client.query<{ name: string }>(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
          and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy where polrelid = c.oid))`,
    );
    return rows.map((row) => row.name);
  });
  const [due, dead] = await Promise.all([countDueJobs(ownerPool), listDeadJobs(ownerPool, 1_000)]);
  return [
    ok('schema', 'It is up to date.'),
    open.length === 0
      ? ok('isolation', 'Every tenant table stands behind its policy.')
      : wrong(
          'isolation',
          `Without a policy: ${open.join(', ')}.`,
          'Somebody changed the schema by hand; restore the policies of migrations/.',
        ),
    dead.length === 0
      ? ok('jobs', `${due} are due, none has used up its attempts.`)
      : note(
          'jobs',
          `${due} are due, ${dead.length} have used up their attempts.`,
          'See them with "jobs list", run them again with "jobs retry".',
        ),
  ];
}

async function examineReplica({ replica, pool }: Database): Promise<Finding[]> {
  if (replica === pool) return [];
  try {
    const { rows } = await replica.query<{ standby: boolean; behind: number | null }>(
      `select pg_is_in_recovery() as standby, extract(epoch from now() - pg_last_xact_replay_timestamp())::float8 as behind`,
    );
    const behind = rows[0]?.behind;
    if (!rows[0]?.standby)
      return [note('replica', 'DATABASE_REPLICA_URL is no standby.', 'Check that it follows DATABASE_URL.')];
    return [
      ok(
        'replica',
        `It answers${behind == null ? '' : `, ${behind.toFixed(1)} s behind the last change it saw`}.`,
      ),
    ];
  } catch (error) {
    return [wrong('replica', `It does not answer: ${reason(error)}.`, 'Check DATABASE_REPLICA_URL.')];
  }
}
