import type pg from 'pg';

/** The login of the embedded database. It is no superuser and owns nothing. */
export const LOGIN = 'playbookos';

const ROLES = ['pb_owner', 'pb_app', 'pb_ingest', 'pb_lookup'] as const;

/** Raised when the login of DATABASE_URL may not make the roles; says what somebody who may has to run. */
export class RolesMissing extends Error {
  constructor(
    readonly statements: string[],
    login: string,
    reason: string,
  ) {
    const lines = statements.map((statement) => `  ${statement};`).join('\n');
    super(
      `The login "${login}" may not prepare the roles (${reason}). Run this once as an administrator of the database:\n${lines}`,
    );
    this.name = 'RolesMissing';
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Makes the four roles where they are missing and lets `login` take each of them. Does nothing when all is there.
 * The login inherits none of their rights: each transaction takes one role by name, and one that forgets sees nothing.
 * @throws RolesMissing when the connection may not do it
 */
export async function ensureRoles(client: pg.ClientBase, login: string): Promise<void> {
  const statements = await missingStatements(client, login);
  if (statements.length === 0) return;
  try {
    await client.query('begin');
    // Two processes may start at once against one new database.
    await client.query(`select pg_advisory_xact_lock(hashtext('playbookos.roles'))`);
    for (const statement of await missingStatements(client, login)) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { code, message } = error as { code?: string; message: string };
    if (code === '42501' || code === '0LP01') throw new RolesMissing(statements, login, message);
    throw error;
  }
  const left = await missingStatements(client, login);
  if (left.length > 0) throw new RolesMissing(left, login, 'the database ignored the request');
}

/** The statements that are still needed for the roles to work for `login`, in order. */
export async function missingStatements(client: pg.ClientBase, login: string): Promise<string[]> {
  const { rows } = await client.query<{ role: string; member: boolean }>(
    `select rolname as role,
            case when current_setting('server_version_num')::int >= 160000
                 then pg_has_role($2, oid, 'SET') else pg_has_role($2, oid, 'MEMBER') end as member
       from pg_roles where rolname = any($1)`,
    [ROLES, login],
  );
  const { rows: facts } = await client.query<{ version: number; database: string }>(
    `select current_setting('server_version_num')::int as version, current_database() as database`,
  );
  const { version = 0, database = '' } = facts[0] ?? {};
  const known = new Map(rows.map((row) => [row.role, row.member]));
  const statements: string[] = [];
  for (const role of ROLES) if (!known.has(role)) statements.push(`create role ${role} nologin`);
  for (const role of ROLES) {
    const options = version >= 160000 ? ' with inherit false, set true' : '';
    if (!known.get(role)) statements.push(`grant ${role} to ${quoted(login)}${options}`);
  }
  const { rows: rights } = known.has('pb_owner')
    ? await client.query<{ may: boolean }>(
        `select has_database_privilege('pb_owner', current_database(), 'CREATE') as may`,
      )
    : { rows: [] };
  if (!rights[0]?.may) statements.push(`grant create, connect on database ${quoted(database)} to pb_owner`);
  return statements;
}
