import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { paymentEvents, payments } from './schema.ts';

export type PaymentRow = typeof payments.$inferSelect;
export type PaymentEventRow = typeof paymentEvents.$inferSelect;

/** @returns false when the provider's id is known already */
export async function insertEvent(
  db: Transaction,
  workspaceId: string,
  event: Omit<typeof paymentEvents.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(paymentEvents)
    .values({ ...event, workspaceId })
    .onConflictDoNothing()
    .returning({ id: paymentEvents.id });
  return rows.length > 0;
}

/** Everything told about one checkout, oldest news first. */
export async function listEvents(
  db: Transaction,
  workspaceId: string,
  checkoutId: string,
): Promise<PaymentEventRow[]> {
  return db
    .select()
    .from(paymentEvents)
    .where(and(eq(paymentEvents.workspaceId, workspaceId), eq(paymentEvents.objectId, checkoutId)))
    .orderBy(asc(paymentEvents.happenedAt));
}

export async function updateEvents(
  db: Transaction,
  workspaceId: string,
  ids: string[],
  change: Partial<typeof paymentEvents.$inferInsert>,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(paymentEvents)
    .set(change)
    .where(and(eq(paymentEvents.workspaceId, workspaceId), inArray(paymentEvents.id, ids)));
}

/** Checkouts of which something was told and not taken. */
export async function listUntaken(db: Transaction, workspaceId: string, before: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ checkoutId: paymentEvents.objectId })
    .from(paymentEvents)
    .where(
      and(
        eq(paymentEvents.workspaceId, workspaceId),
        eq(paymentEvents.state, 'received'),
        lt(paymentEvents.receivedAt, before),
      ),
    )
    .limit(500);
  return rows.flatMap(({ checkoutId }) => checkoutId ?? []);
}

/** Oldest first. */
export async function listPayments(
  db: Transaction,
  workspaceId: string,
  checkoutId: string,
): Promise<PaymentRow[]> {
  return db
    .select()
    .from(payments)
    .where(and(eq(payments.workspaceId, workspaceId), eq(payments.checkoutId, checkoutId)))
    .orderBy(asc(payments.createdAt), asc(payments.id));
}

export async function insertPayment(
  db: Transaction,
  workspaceId: string,
  payment: Omit<typeof payments.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(payments).values({ ...payment, workspaceId });
}

export async function updatePayment(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof payments.$inferInsert>,
): Promise<void> {
  await db
    .update(payments)
    .set(change)
    .where(and(eq(payments.workspaceId, workspaceId), eq(payments.id, id)));
}
