import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { archives } from './schema.ts';

export type ArchiveRow = typeof archives.$inferSelect & { sizeBytes: number | null; sha256: string | null };

const columns = {
  ...getTableColumns(archives),
  sizeBytes: sql<number | null>`(select f.size_bytes::int from app.files f where f.id = ${archives.fileId})`,
  sha256: sql<string | null>`(select f.sha256 from app.files f where f.id = ${archives.fileId})`,
};

export async function insertArchive(db: Transaction, row: typeof archives.$inferInsert): Promise<void> {
  await db.insert(archives).values(row);
}

export async function listArchives(
  db: Transaction,
  workspaceId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ArchiveRow[]> {
  return db
    .select(columns)
    .from(archives)
    .where(and(eq(archives.workspaceId, workspaceId), after ? lt(archives.id, after) : undefined))
    .orderBy(desc(archives.id))
    .limit(limit);
}

export async function findArchive(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ArchiveRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(archives)
    .where(and(eq(archives.workspaceId, workspaceId), eq(archives.id, id)))
    .limit(1);
  return row;
}

export async function changeArchive(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: Partial<typeof archives.$inferInsert>,
): Promise<void> {
  await db
    .update(archives)
    .set(set)
    .where(and(eq(archives.workspaceId, workspaceId), eq(archives.id, id)));
}
