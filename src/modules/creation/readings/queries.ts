import { and, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { experts } from '../experts/schema.ts';
import { playbooks, versions } from '../playbooks/schema.ts';
import { sources } from '../sources/schema.ts';
import { readings } from './schema.ts';

export type ReadingRow = typeof readings.$inferSelect;

export interface PublishedPlaybook {
  playbook: typeof playbooks.$inferSelect;
  version: typeof versions.$inferSelect;
  expert: { name: string; trade: string; bio: string } | null;
}

/** What readers see at an address: the current version of a playbook that is not archived. */
export async function findPublished(
  db: Transaction,
  workspaceId: string,
  slug: string,
): Promise<PublishedPlaybook | undefined> {
  const [row] = await db
    .select({
      playbook: playbooks,
      version: versions,
      expert: { name: experts.name, trade: experts.trade, bio: experts.bio },
    })
    .from(playbooks)
    .innerJoin(versions, eq(versions.id, playbooks.currentVersionId))
    .leftJoin(experts, eq(experts.id, playbooks.expertId))
    .where(
      and(
        eq(playbooks.workspaceId, workspaceId),
        eq(playbooks.slug, slug),
        isNull(playbooks.archivedAt),
        isNull(versions.retractedAt),
      ),
    )
    .limit(1);
  return row;
}

export async function findPublishedVersion(
  db: Transaction,
  workspaceId: string,
  versionId: string,
): Promise<PublishedPlaybook | undefined> {
  const [row] = await db
    .select({
      playbook: playbooks,
      version: versions,
      expert: { name: experts.name, trade: experts.trade, bio: experts.bio },
    })
    .from(versions)
    .innerJoin(playbooks, eq(playbooks.id, versions.playbookId))
    .leftJoin(experts, eq(experts.id, playbooks.expertId))
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.id, versionId)))
    .limit(1);
  return row;
}

/** Titles and kinds of the sources that a version cites, for its margin notes. */
export async function listCitedSources(db: Transaction, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: sources.id, title: sources.title, kind: sources.kind, importedAt: sources.importedAt })
    .from(sources)
    .where(and(eq(sources.workspaceId, workspaceId), sql`${sources.id} = any(${sql.param(ids)}::uuid[])`));
}

export async function findReading(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<ReadingRow | undefined> {
  const query = db
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function listReadings(
  db: Transaction,
  workspaceId: string,
  ids: string[],
): Promise<ReadingRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceId, workspaceId), inArray(readings.id, ids)));
}

/** Last read first. */
export async function listReadingsOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<ReadingRow[]> {
  return db
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.leadId, leadId)))
    .orderBy(desc(readings.lastReadAt));
}

export async function listActiveLeads(db: Transaction, workspaceId: string, since: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ leadId: readings.leadId })
    .from(readings)
    .where(
      and(eq(readings.workspaceId, workspaceId), gte(readings.lastReadAt, since), isNotNull(readings.leadId)),
    );
  return rows.flatMap((row) => row.leadId ?? []);
}

export async function deleteReadingsOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<number> {
  const rows = await db
    .delete(readings)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.leadId, leadId)))
    .returning({ id: readings.id });
  return rows.length;
}

export async function insertReading(
  db: Transaction,
  workspaceId: string,
  reading: Omit<typeof readings.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(readings).values({ ...reading, workspaceId });
}

export async function updateReading(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof readings.$inferInsert>,
): Promise<void> {
  await db
    .update(readings)
    .set(change)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.id, id)));
}
