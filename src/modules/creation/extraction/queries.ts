import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { extractions } from './schema.ts';

export type ExtractionRow = typeof extractions.$inferSelect;

export async function insertExtraction(
  db: Transaction,
  workspaceId: string,
  extraction: Omit<typeof extractions.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(extractions).values({ ...extraction, workspaceId });
}

export async function updateExtraction(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof extractions.$inferInsert>,
): Promise<void> {
  await db
    .update(extractions)
    .set(change)
    .where(and(eq(extractions.workspaceId, workspaceId), eq(extractions.id, id)));
}

export async function findExtraction(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ExtractionRow | undefined> {
  const [row] = await db
    .select()
    .from(extractions)
    .where(and(eq(extractions.workspaceId, workspaceId), eq(extractions.id, id)))
    .limit(1);
  return row;
}

export async function findLastExtraction(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
): Promise<ExtractionRow | undefined> {
  const [row] = await db
    .select()
    .from(extractions)
    .where(and(eq(extractions.workspaceId, workspaceId), eq(extractions.playbookId, playbookId)))
    .orderBy(desc(extractions.createdAt))
    .limit(1);
  return row;
}

/** Extractions that have not begun and want this source. */
export async function listWaitingExtractions(
  db: Transaction,
  workspaceId: string,
  sourceId: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: extractions.id })
    .from(extractions)
    .where(
      and(
        eq(extractions.workspaceId, workspaceId),
        eq(extractions.state, 'queued'),
        sql`${sourceId}::uuid = any(${extractions.sourceIds})`,
      ),
    );
  return rows.map((row) => row.id);
}
