import { and, asc, count, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { trials } from './schema.ts';

export type TrialRow = typeof trials.$inferSelect;

/** @returns false when this person has a trial of the clone already */
export async function insertTrial(
  db: Transaction,
  workspaceId: string,
  trial: Omit<typeof trials.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(trials)
    .values({ ...trial, workspaceId })
    .onConflictDoNothing({ target: [trials.leadId, trials.cloneId] })
    .returning({ id: trials.id });
  return rows.length > 0;
}

export async function findTrial(
  db: Transaction,
  workspaceId: string,
  key: { id: string } | { leadId: string; cloneId: string },
): Promise<TrialRow | undefined> {
  const [row] = await db
    .select()
    .from(trials)
    .where(
      and(
        eq(trials.workspaceId, workspaceId),
        'id' in key
          ? eq(trials.id, key.id)
          : and(eq(trials.leadId, key.leadId), eq(trials.cloneId, key.cloneId)),
      ),
    )
    .limit(1);
  return row;
}

/** Sets one question aside. The row itself says no when none is left, however many ask at once. */
export async function reserve(
  db: Transaction,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<TrialRow | undefined> {
  const [row] = await db
    .update(trials)
    .set({ reserved: sql`${trials.reserved} + 1`, updatedAt: at })
    .where(
      and(
        eq(trials.workspaceId, workspaceId),
        eq(trials.id, id),
        eq(trials.state, 'open'),
        sql`${trials.reserved} + ${trials.used} < ${trials.quota}`,
      ),
    )
    .returning();
  return row;
}

/** Counts a question that was set aside as used. */
export async function use(
  db: Transaction,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<TrialRow | undefined> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  const isLast = sql`${trials.used} + 1 >= ${trials.quota}`;
  const [row] = await db
    .update(trials)
    .set({
      reserved: sql`${trials.reserved} - 1`,
      used: sql`${trials.used} + 1`,
      firstUsedAt: sql`coalesce(${trials.firstUsedAt}, ${instant})`,
      lastUsedAt: at,
      state: sql`case when ${isLast} then 'spent' else ${trials.state} end`,
      spentAt: sql`case when ${isLast} then ${instant} else ${trials.spentAt} end`,
      updatedAt: at,
    })
    .where(and(eq(trials.workspaceId, workspaceId), eq(trials.id, id)))
    .returning();
  return row;
}

/** Gives a question back that was set aside. */
export async function release(db: Transaction, workspaceId: string, id: string, at: Date): Promise<void> {
  await db
    .update(trials)
    .set({ reserved: sql`greatest(${trials.reserved} - 1, 0)`, updatedAt: at })
    .where(and(eq(trials.workspaceId, workspaceId), eq(trials.id, id)));
}

interface Filter {
  state?: TrialRow['state'] | undefined;
  leadIds?: string[] | undefined;
  after?: { requestedAt: Date; id: string } | undefined;
}

/** Newest first. */
export async function listTrials(
  db: Transaction,
  workspaceId: string,
  { state, leadIds, after }: Filter,
  limit: number,
): Promise<TrialRow[]> {
  return db
    .select()
    .from(trials)
    .where(
      and(
        eq(trials.workspaceId, workspaceId),
        state ? eq(trials.state, state) : undefined,
        leadIds ? inArray(trials.leadId, leadIds) : undefined,
        after
          ? or(
              lt(trials.requestedAt, after.requestedAt),
              and(eq(trials.requestedAt, after.requestedAt), lt(trials.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(trials.requestedAt), desc(trials.id))
    .limit(limit);
}

/** Of one person, oldest first. */
export async function listTrialsOf(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<TrialRow[]> {
  return db
    .select()
    .from(trials)
    .where(and(eq(trials.workspaceId, workspaceId), eq(trials.leadId, leadId)))
    .orderBy(asc(trials.requestedAt));
}

/** How many people try each clone. */
export async function countTrials(db: Transaction, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ cloneId: trials.cloneId, value: count() })
    .from(trials)
    .where(eq(trials.workspaceId, workspaceId))
    .groupBy(trials.cloneId);
  return new Map(rows.map(({ cloneId, value }) => [cloneId, value]));
}
