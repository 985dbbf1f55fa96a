import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { files } from './schema.ts';

export type FileRow = typeof files.$inferSelect;

export async function insertFile(db: Transaction, row: typeof files.$inferInsert): Promise<FileRow> {
  const [inserted] = await db.insert(files).values(row).returning();
  return inserted as FileRow;
}

export async function findFile(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<FileRow | undefined> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.workspaceId, workspaceId), eq(files.id, id), isNull(files.deletedAt)))
    .limit(1);
  return row;
}

export async function markDeleted(
  db: Transaction,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(files)
    .set({ deletedAt: at })
    .where(and(eq(files.workspaceId, workspaceId), eq(files.id, id), isNull(files.deletedAt)))
    .returning({ id: files.id });
  return rows.length > 0;
}
