import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { savedViews } from './schema.ts';

export type ViewRow = typeof savedViews.$inferSelect;

const visibleTo = (userId: string | null) =>
  or(eq(savedViews.isShared, true), userId ? eq(savedViews.ownerId, userId) : sql`false`);

/** Shared ones and one's own, in their order. */
export async function listViews(
  db: Transaction,
  workspaceId: string,
  area: string,
  userId: string | null,
): Promise<ViewRow[]> {
  return db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.area, area), visibleTo(userId)))
    .orderBy(asc(savedViews.position), asc(savedViews.createdAt));
}

export async function findView(
  db: Transaction,
  workspaceId: string,
  id: string,
  userId: string | null,
): Promise<ViewRow | undefined> {
  const [row] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, id), visibleTo(userId)))
    .limit(1);
  return row;
}

export async function insertView(
  db: Transaction,
  workspaceId: string,
  view: Omit<typeof savedViews.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(savedViews).values({ ...view, workspaceId });
}

export async function deleteView(db: Transaction, workspaceId: string, id: string): Promise<void> {
  await db.delete(savedViews).where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, id)));
}
