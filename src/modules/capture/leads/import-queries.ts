import { and, eq } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { importRejections, imports } from './schema.ts';

export async function insertImport(
  db: Transaction,
  workspaceId: string,
  entry: Omit<typeof imports.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(imports).values({ ...entry, workspaceId });
}

/** Keeps the rows that were refused, with the counts of the others. */
export async function insertRejections(
  db: Transaction,
  workspaceId: string,
  importId: string,
  { accepted, updated }: { accepted: number; updated: number },
  rejected: { row: number; code: string; reason: string; fields: Record<string, unknown> }[],
): Promise<void> {
  await db
    .update(imports)
    .set({ acceptedRows: accepted, updatedRows: updated, rejectedRows: rejected.length })
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId)));
  if (rejected.length === 0) return;
  await db.insert(importRejections).values(
    rejected.map(({ row, code, reason, fields }) => ({
      id: newId(),
      workspaceId,
      importId,
      rowNumber: row,
      reasonCode: code,
      reason,
      fields,
    })),
  );
}
