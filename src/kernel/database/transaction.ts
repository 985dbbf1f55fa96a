import { eq } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Actor, Context, Platform, Workspace } from '#context';
import { isId, newId } from './ids.ts';
import { workspaces } from './schema.ts';

/** Drizzle over one client inside one transaction, behind the wall of one workspace. */
export type Transaction = NodePgDatabase<Record<string, never>> & { $client: pg.PoolClient };

/** A role that a transaction may take. pb_ingest only inserts facts; pb_owner runs migrations and the job machinery. */
export type Role = 'pb_app' | 'pb_ingest' | 'pb_owner';

interface Scope {
  role?: Role;
  workspaceId?: string;
  organizationId?: string | null;
  readOnly?: boolean;
}

/** Raised when a job or a link outlives its workspace. */
export class WorkspaceGone extends Error {
  constructor(workspaceId: string) {
    super(`There is no workspace ${workspaceId}.`);
    this.name = 'WorkspaceGone';
  }
}

/** Raised when a statement failed, somebody swallowed its error, and the commit therefore saved nothing. */
export class NothingSaved extends Error {
  constructor() {
    super('A statement of this transaction failed and its error was swallowed, so nothing was saved.');
    this.name = 'NothingSaved';
  }
}

/**
 * Runs work in one transaction of one role, optionally behind the wall of one workspace.
 * The begin is sent ahead without waiting (the pool pipelines), which saves a round trip.
 * @throws NothingSaved when a swallowed error has turned the commit into a rollback
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (db: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const begun = client.query(beginStatement(scope));
    begun.catch(() => {});
    const db = drizzle({ client }) as unknown as Transaction;
    try {
      const result = await work(db);
      await begun;
      const { command } = await client.query('commit');
      if (command === 'ROLLBACK' && !scope.readOnly) throw new NothingSaved();
      return result;
    } catch (error) {
      await begun.catch((beginError: Error) => {
        broken = beginError;
      });
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw broken ?? error;
    }
  } finally {
    client.release(broken);
  }
}

/**
 * Runs work that may fail without taking the transaction around it along: what it did is undone, also when it swallowed
 * the error itself. Not to be run twice at the same time in one transaction.
 */
export async function inSavepoint<T>(db: Transaction, work: () => Promise<T> | T): Promise<T> {
  const client = db.$client;
  const undo = () => client.query('rollback to savepoint apart; release savepoint apart');
  const marked = client.query('savepoint apart');
  marked.catch(() => {});
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await undo();
    throw error;
  }
  await marked;
  // Only a savepoint that stands in a healthy transaction can be released.
  await client.query('release savepoint apart').catch(undo);
  return result;
}

// `set local` takes no parameters, so identifiers are checked before they enter the statement.
function beginStatement({ role = 'pb_app', workspaceId, organizationId, readOnly }: Scope): string {
  const statements = [readOnly ? 'begin read only' : 'begin', `set local role ${role}`];
  if (workspaceId !== undefined) statements.push(`set local app.workspace_id = '${checked(workspaceId)}'`);
  if (organizationId) statements.push(`set local app.organization_id = '${checked(organizationId)}'`);
  return statements.join('; ');
}

function checked(id: string): string {
  if (!isId(id)) throw new TypeError(`"${id}" is not an id.`);
  return id;
}

interface Entry {
  workspace?: Workspace;
  workspaceId?: string;
  actor: Actor;
  correlationId?: string;
  readOnly?: boolean;
  /** Reads that may be a moment behind. */
  onReplica?: boolean;
}

/**
 * Opens one transaction behind the wall of a workspace and hands out the context that every verb receives.
 * Commits when `work` resolves, rolls back when it throws.
 * @throws WorkspaceGone when the id leads nowhere
 */
export async function inWorkspace<T>(
  platform: Platform,
  entry: Entry,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const workspaceId = entry.workspace?.id ?? entry.workspaceId;
  if (!workspaceId) throw new TypeError('inWorkspace needs a workspace or its id.');
  const scope: Scope = { workspaceId };
  if (entry.workspace?.organizationId) scope.organizationId = entry.workspace.organizationId;
  if (entry.readOnly) scope.readOnly = true;
  const correlationId = entry.correlationId ?? newId();
  const { pool, replica } = platform.database;
  return inTransaction(entry.onReplica ? replica : pool, scope, async (db) => {
    const workspace = entry.workspace ?? (await loadWorkspace(db, workspaceId));
    if (!entry.workspace && workspace.organizationId) {
      await db.$client.query(`set local app.organization_id = '${checked(workspace.organizationId)}'`);
    }
    return work({
      db,
      workspace,
      actor: entry.actor,
      clock: platform.clock,
      log: platform.log.child({ correlationId, workspace: workspace.slug }),
      correlationId,
      platform,
    });
  });
}

async function loadWorkspace(db: Transaction, id: string): Promise<Workspace> {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.id, id)).limit(1);
  if (!row) throw new WorkspaceGone(id);
  const { organizationId, slug, name, kind, timeZone, currency } = row;
  return { id, organizationId, slug, name, kind, timeZone, currency };
}
