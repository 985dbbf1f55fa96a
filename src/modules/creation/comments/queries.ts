import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { comments } from './schema.ts';

export type CommentRow = typeof comments.$inferSelect;

/** Oldest first. */
export async function listComments(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.playbookId, playbookId)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(500);
}

export async function findComment(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CommentRow | undefined> {
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, id)))
    .limit(1);
  return row;
}

export async function insertComment(
  db: Transaction,
  workspaceId: string,
  comment: Omit<typeof comments.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(comments).values({ ...comment, workspaceId });
}

export async function updateComment(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof comments.$inferInsert>,
): Promise<void> {
  await db
    .update(comments)
    .set(change)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, id)));
}
