import { and, eq } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { playbooks, versions } from '../playbooks/schema.ts';
import { editions } from './schema.ts';

export type EditionRow = typeof editions.$inferSelect;

/** Adds an edition that is not there yet. */
export async function insertEdition(
  db: Transaction,
  workspaceId: string,
  edition: Pick<EditionRow, 'versionId' | 'kind' | 'reach' | 'createdAt'>,
): Promise<void> {
  await db
    .insert(editions)
    .values({ ...edition, id: newId(), workspaceId })
    .onConflictDoNothing();
}

export async function listUnrendered(
  db: Transaction,
  workspaceId: string,
  versionId: string,
): Promise<EditionRow[]> {
  const rows = await db
    .select()
    .from(editions)
    .where(and(eq(editions.workspaceId, workspaceId), eq(editions.versionId, versionId)));
  return rows.filter((row) => row.state !== 'ready');
}

export async function findEdition(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<EditionRow | undefined> {
  const [row] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.workspaceId, workspaceId), eq(editions.id, id)))
    .limit(1);
  return row;
}

export async function updateEdition(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof editions.$inferInsert>,
): Promise<void> {
  await db
    .update(editions)
    .set(change)
    .where(and(eq(editions.workspaceId, workspaceId), eq(editions.id, id)));
}

export async function findSlugOfVersion(
  db: Transaction,
  workspaceId: string,
  versionId: string,
): Promise<{ slug: string } | undefined> {
  const [row] = await db
    .select({ slug: playbooks.slug })
    .from(versions)
    .innerJoin(playbooks, eq(playbooks.id, versions.playbookId))
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.id, versionId)))
    .limit(1);
  return row;
}
