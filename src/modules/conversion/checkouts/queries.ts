import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { checkouts } from './schema.ts';

export type CheckoutRow = typeof checkouts.$inferSelect;

/** @returns undefined when the key is known already */
export async function insertCheckout(
  db: Transaction,
  workspaceId: string,
  checkout: Omit<typeof checkouts.$inferInsert, 'workspaceId'>,
): Promise<CheckoutRow | undefined> {
  const [row] = await db
    .insert(checkouts)
    .values({ ...checkout, workspaceId })
    .onConflictDoNothing({ target: [checkouts.workspaceId, checkouts.idempotencyKey] })
    .returning();
  return row;
}

export async function findByKey(
  db: Transaction,
  workspaceId: string,
  idempotencyKey: string,
): Promise<CheckoutRow | undefined> {
  const [row] = await db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.workspaceId, workspaceId), eq(checkouts.idempotencyKey, idempotencyKey)))
    .limit(1);
  return row;
}

/** What one person still has open for one offer, newest first. */
export async function findUnfinished(
  db: Transaction,
  workspaceId: string,
  { leadId, offerId, priceId }: { leadId: string; offerId: string; priceId: string },
): Promise<CheckoutRow | undefined> {
  const [row] = await db
    .select()
    .from(checkouts)
    .where(
      and(
        eq(checkouts.workspaceId, workspaceId),
        eq(checkouts.leadId, leadId),
        eq(checkouts.offerId, offerId),
        eq(checkouts.priceId, priceId),
        inArray(checkouts.state, ['open', 'paying', 'failed', 'expired']),
      ),
    )
    .orderBy(desc(checkouts.openedAt))
    .limit(1);
  return row;
}

export async function findCheckout(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CheckoutRow | undefined> {
  const [row] = await db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.workspaceId, workspaceId), eq(checkouts.id, id)))
    .limit(1);
  return row;
}

/** Kept from everybody else until the transaction ends: all that is told about one checkout is taken in turn. */
export async function lockCheckout(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CheckoutRow | undefined> {
  const [row] = await db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.workspaceId, workspaceId), eq(checkouts.id, id)))
    .limit(1)
    .for('update');
  return row;
}

export async function updateCheckout(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof checkouts.$inferInsert>,
): Promise<void> {
  await db
    .update(checkouts)
    .set(change)
    .where(and(eq(checkouts.workspaceId, workspaceId), eq(checkouts.id, id)));
}

/** Paid or not, nobody told us: to be looked up. */
export async function listToLookUp(db: Transaction, workspaceId: string, before: Date): Promise<string[]> {
  const rows = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(
      and(
        eq(checkouts.workspaceId, workspaceId),
        eq(checkouts.provider, 'stripe'),
        inArray(checkouts.state, ['paying', 'unconfirmed']),
        lt(checkouts.nextCheckAt, before),
      ),
    )
    .limit(200);
  return rows.map(({ id }) => id);
}
