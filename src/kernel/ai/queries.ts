import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { aiBudgets, aiRuns, aiSpend } from './schema.ts';

export type RunRow = typeof aiRuns.$inferSelect;

/** @returns the workspace's own limit in micros, or undefined when it has none */
export async function findBudget(db: Transaction, workspaceId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ limitMinor: aiBudgets.monthlyLimitMinor })
    .from(aiBudgets)
    .where(eq(aiBudgets.workspaceId, workspaceId))
    .limit(1);
  return row && row.limitMinor * 10_000;
}

/**
 * Sets money aside, unless what is spent and set aside would pass the limit. One statement, so two calls at once
 * cannot both take the last cent.
 * @returns whether it was set aside
 */
export async function reserveSpend(
  db: Transaction,
  workspaceId: string,
  month: string,
  micros: number,
  limitMicros: number,
): Promise<boolean> {
  if (micros > limitMicros) return false;
  const rows = await db
    .insert(aiSpend)
    .values({ id: newId(), workspaceId, month, reservedMicros: micros })
    .onConflictDoUpdate({
      target: [aiSpend.workspaceId, aiSpend.month],
      set: { reservedMicros: sql`${aiSpend.reservedMicros} + ${micros}`, updatedAt: sql`now()` },
      setWhere: sql`${aiSpend.reservedMicros} + ${aiSpend.spentMicros} + ${micros} <= ${limitMicros}`,
    })
    .returning({ id: aiSpend.id });
  return rows.length > 0;
}

/** Turns what was set aside into what it cost. */
export async function settleSpend(
  db: Transaction,
  workspaceId: string,
  month: string,
  reservedMicros: number,
  costMicros: number,
): Promise<void> {
  await db
    .update(aiSpend)
    .set({
      reservedMicros: sql`greatest(${aiSpend.reservedMicros} - ${reservedMicros}, 0)`,
      spentMicros: sql`${aiSpend.spentMicros} + ${costMicros}`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(aiSpend.workspaceId, workspaceId), eq(aiSpend.month, month)));
}

export async function findSpend(
  db: Transaction,
  workspaceId: string,
  month: string,
): Promise<{ reservedMicros: number; spentMicros: number }> {
  const [row] = await db
    .select({ reservedMicros: aiSpend.reservedMicros, spentMicros: aiSpend.spentMicros })
    .from(aiSpend)
    .where(and(eq(aiSpend.workspaceId, workspaceId), eq(aiSpend.month, month)))
    .limit(1);
  return row ?? { reservedMicros: 0, spentMicros: 0 };
}

export async function insertRun(db: Transaction, row: typeof aiRuns.$inferInsert): Promise<void> {
  await db.insert(aiRuns).values(row);
}

/** Writes how a reserved run ended. @returns false when somebody else has closed it meanwhile */
export async function closeRun(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof aiRuns.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(aiRuns)
    .set(change)
    .where(and(eq(aiRuns.workspaceId, workspaceId), eq(aiRuns.id, id), eq(aiRuns.state, 'reserved')))
    .returning({ id: aiRuns.id });
  return rows.length > 0;
}

/** Runs whose process went away before it could say how they ended. */
export async function listAbandonedRuns(
  db: Transaction,
  workspaceId: string,
  startedBefore: Date,
): Promise<RunRow[]> {
  return db
    .select()
    .from(aiRuns)
    .where(
      and(
        eq(aiRuns.workspaceId, workspaceId),
        eq(aiRuns.state, 'reserved'),
        lt(aiRuns.startedAt, startedBefore),
      ),
    )
    .limit(500);
}

/** Newest first, one more than asked for. */
export async function listRuns(
  db: Transaction,
  workspaceId: string,
  filter: { before?: string; task?: string; limit: number },
): Promise<RunRow[]> {
  return db
    .select()
    .from(aiRuns)
    .where(
      and(
        eq(aiRuns.workspaceId, workspaceId),
        filter.before ? lt(aiRuns.id, filter.before) : undefined,
        filter.task ? eq(aiRuns.task, filter.task) : undefined,
      ),
    )
    .orderBy(desc(aiRuns.id))
    .limit(filter.limit + 1);
}
