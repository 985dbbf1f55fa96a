import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { organizationPlans, usageCounters, usageRecords } from './schema.ts';

export type PlanRow = typeof organizationPlans.$inferSelect;

export async function findPlan(db: Transaction, organizationId: string): Promise<PlanRow | undefined> {
  const [row] = await db
    .select()
    .from(organizationPlans)
    .where(eq(organizationPlans.organizationId, organizationId))
    .limit(1);
  return row;
}

/** Puts a plan in force; what was agreed about limits stays. */
export async function upsertPlan(
  db: Transaction,
  row: Pick<PlanRow, 'organizationId' | 'plan' | 'currentPeriodStart' | 'currentPeriodEnd' | 'updatedAt'>,
): Promise<void> {
  const { organizationId, ...set } = row;
  await db
    .insert(organizationPlans)
    .values({ organizationId, ...set, createdAt: row.updatedAt })
    .onConflictDoUpdate({ target: organizationPlans.organizationId, set: { ...set, state: 'active' } });
}

/**
 * Counts n more, unless that would pass the limit. One statement: whoever comes second sees what the first one left.
 * @param limit null for none
 * @returns the new count, or undefined when the limit would be passed
 */
export async function addToCounter(
  db: Transaction,
  key: { organizationId: string; resource: string; month: string },
  n: number,
  limit: number | null,
): Promise<number | undefined> {
  if (limit !== null && n > limit) return undefined;
  const rows = await db
    .insert(usageCounters)
    .values({ ...key, used: n })
    .onConflictDoUpdate({
      target: [usageCounters.organizationId, usageCounters.resource, usageCounters.month],
      set: { used: sql`${usageCounters.used} + ${n}`, updatedAt: sql`now()` },
      ...(limit !== null && { setWhere: sql`${usageCounters.used} + ${n} <= ${limit}` }),
    })
    .returning({ used: usageCounters.used });
  return rows[0]?.used;
}

export async function insertRecord(db: Transaction, row: typeof usageRecords.$inferInsert): Promise<void> {
  await db.insert(usageRecords).values(row);
}

export async function listCounters(
  db: Transaction,
  organizationId: string,
  month: string,
): Promise<{ resource: string; used: number }[]> {
  return db
    .select({ resource: usageCounters.resource, used: usageCounters.used })
    .from(usageCounters)
    .where(and(eq(usageCounters.organizationId, organizationId), eq(usageCounters.month, month)));
}
