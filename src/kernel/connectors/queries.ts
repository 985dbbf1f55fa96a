import { and, asc, eq, gt } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { connections } from './schema.ts';

export type ConnectionRow = typeof connections.$inferSelect;

/** Adds an account, or replaces what is known of one that was connected before. */
export async function upsertConnection(
  db: Transaction,
  row: typeof connections.$inferInsert,
  change: Partial<typeof connections.$inferInsert>,
): Promise<ConnectionRow> {
  const [saved] = await db
    .insert(connections)
    .values(row)
    .onConflictDoUpdate({
      target: [connections.workspaceId, connections.provider, connections.accountKey],
      set: change,
    })
    .returning();
  return saved as ConnectionRow;
}

export async function findConnection(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, id)))
    .limit(1);
  return row;
}

export async function findByAccount(
  db: Transaction,
  workspaceId: string,
  provider: string,
  accountKey: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await db
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        eq(connections.provider, provider),
        eq(connections.accountKey, accountKey),
      ),
    )
    .limit(1);
  return row;
}

/** Oldest first, one more than asked for. */
export async function listConnections(
  db: Transaction,
  workspaceId: string,
  filter: { after?: string; provider?: string; limit: number },
): Promise<ConnectionRow[]> {
  return db
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        filter.after ? gt(connections.id, filter.after) : undefined,
        filter.provider ? eq(connections.provider, filter.provider) : undefined,
      ),
    )
    .orderBy(asc(connections.id))
    .limit(filter.limit + 1);
}

export async function updateConnection(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof connections.$inferInsert>,
): Promise<ConnectionRow | undefined> {
  const [row] = await db
    .update(connections)
    .set(change)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, id)))
    .returning();
  return row;
}
