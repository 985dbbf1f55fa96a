import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { experts } from './schema.ts';

export type ExpertRow = typeof experts.$inferSelect;
export type CountedExpert = ExpertRow & { sourceCount: number; playbookCount: number };

// Columns of the outer table are named in plain SQL: Drizzle leaves the table out where only one is selected from, and
// inside these the bare name would be the inner table's.
const counted = {
  sourceCount: sql<number>`(select count(*)::int from app.sources s where s.workspace_id = experts.workspace_id
    and s.expert_id = experts.id and s.deleted_at is null)`,
  playbookCount: sql<number>`(select count(*)::int from app.playbooks p where p.workspace_id = experts.workspace_id
    and p.expert_id = experts.id and p.archived_at is null)`,
};

/** Newest first, after the given key. */
export async function listExperts(
  db: Transaction,
  workspaceId: string,
  limit: number,
  after?: { createdAt: Date; id: string },
): Promise<CountedExpert[]> {
  const rows = await db
    .select({ expert: experts, ...counted })
    .from(experts)
    .where(
      and(
        eq(experts.workspaceId, workspaceId),
        isNull(experts.archivedAt),
        after
          ? or(
              lt(experts.createdAt, after.createdAt),
              and(eq(experts.createdAt, after.createdAt), lt(experts.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(experts.createdAt), desc(experts.id))
    .limit(limit);
  return rows.map(({ expert, ...counts }) => ({ ...expert, ...counts }));
}

export async function findExpert(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CountedExpert | undefined> {
  const [row] = await db
    .select({ expert: experts, ...counted })
    .from(experts)
    .where(and(eq(experts.workspaceId, workspaceId), eq(experts.id, id)))
    .limit(1);
  return row && { ...row.expert, sourceCount: row.sourceCount, playbookCount: row.playbookCount };
}

export async function listIdsOfUser(db: Transaction, workspaceId: string, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: experts.id })
    .from(experts)
    .where(and(eq(experts.workspaceId, workspaceId), eq(experts.userId, userId), isNull(experts.archivedAt)));
  return rows.map(({ id }) => id);
}

export async function findExpertBySlug(
  db: Transaction,
  workspaceId: string,
  slug: string,
): Promise<ExpertRow | undefined> {
  const [row] = await db
    .select()
    .from(experts)
    .where(and(eq(experts.workspaceId, workspaceId), eq(experts.slug, slug)))
    .limit(1);
  return row;
}

export async function insertExpert(
  db: Transaction,
  workspaceId: string,
  expert: Omit<typeof experts.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(experts).values({ ...expert, workspaceId });
}

export async function updateExpert(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof experts.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(experts)
    .set(change)
    .where(and(eq(experts.workspaceId, workspaceId), eq(experts.id, id)))
    .returning({ id: experts.id });
  return rows.length > 0;
}
