import { and, eq, isNull, sql } from 'drizzle-orm';
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
export async function findPublished(db: Transaction, workspaceId: string, slug: string): Promise<PublishedPlaybook | undefined> {
  const [row] = await db
    .select({ playbook: playbooks, version: versions, expert: { name: experts.name, trade: experts.trade, bio: experts.bio } })
    .from(playbooks)
    .innerJoin(versions, eq(versions.id, playbooks.currentVersionId))
    .leftJoin(experts, eq(experts.id, playbooks.expertId))
    .where(and(eq(playbooks.workspaceId, workspaceId), eq(playbooks.slug, slug), isNull(playbooks.archivedAt), isNull(versions.retractedAt)))
    .limit(1);
  return row;
}

export async function findPublishedVersion(db: Transaction, workspaceId: string, versionId: string): Promise<PublishedPlaybook | undefined> {
  const [row] = await db
    .select({ playbook: playbooks, version: versions, expert: { name: experts.name, trade: experts.trade, bio: experts.bio } })
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

export async function findReading(db: Transaction, workspaceId: string, id: string): Promise<ReadingRow | undefined> {
  const [row] = await db
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.id, id)))
    .limit(1);
  return row;
}

export async function findReadingOfLead(db: Transaction, workspaceId: string, playbookId: string, leadId: string): Promise<ReadingRow | undefined> {
  const [row] = await db
    .select()
    .from(readings)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.playbookId, playbookId), eq(readings.leadId, leadId)))
    .limit(1);
  return row;
}

export async function insertReading(db: Transaction, workspaceId: string, reading: Omit<typeof readings.$inferInsert, 'workspaceId'>): Promise<void> {
  await db.insert(readings).values({ ...reading, workspaceId });
}

export async function updateReading(db: Transaction, workspaceId: string, id: string, change: Partial<typeof readings.$inferInsert>): Promise<void> {
  await db
    .update(readings)
    .set(change)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.id, id)));
}
