import { and, asc, desc, eq, ilike, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { orderLines, orders, refunds, revenueShares } from './schema.ts';

export type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type RefundRow = typeof refunds.$inferSelect;
export type ShareRow = typeof revenueShares.$inferSelect;
type Without<T> = Omit<T, 'workspaceId'>;

/**
 * The next number of the workspace. Whoever asks keeps the others waiting until their transaction ends, so that no
 * number is given twice and none is left out.
 */
export async function nextNumber(db: Transaction, workspaceId: string): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`orders ${workspaceId}`}, 0))`);
  const [row] = await db
    .select({ value: sql<number>`coalesce(max(${orders.number}), 0)::int + 1` })
    .from(orders)
    .where(eq(orders.workspaceId, workspaceId));
  return row?.value ?? 1;
}

export async function insertOrder(
  db: Transaction,
  workspaceId: string,
  order: Without<typeof orders.$inferInsert>,
): Promise<OrderRow> {
  const [row] = await db
    .insert(orders)
    .values({ ...order, workspaceId })
    .returning();
  if (!row) throw new Error('An order was not kept.');
  return row;
}

export async function updateOrder(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof orders.$inferInsert>,
): Promise<void> {
  await db
    .update(orders)
    .set(change)
    .where(and(eq(orders.workspaceId, workspaceId), eq(orders.id, id)));
}

export async function findOrder(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<OrderRow | undefined> {
  const query = db
    .select()
    .from(orders)
    .where(and(eq(orders.workspaceId, workspaceId), eq(orders.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function findByCheckout(
  db: Transaction,
  workspaceId: string,
  checkoutId: string,
): Promise<OrderRow | undefined> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.workspaceId, workspaceId), eq(orders.checkoutId, checkoutId)))
    .limit(1);
  return row;
}

interface Filter {
  q?: string | undefined;
  state?: OrderRow['state'] | undefined;
  leadId?: string | undefined;
  offerId?: string | undefined;
  after?: { bookedAt: Date; id: string } | undefined;
}

/** Newest first. */
export async function listOrders(
  db: Transaction,
  workspaceId: string,
  { q, state, leadId, offerId, after }: Filter,
  limit: number,
): Promise<OrderRow[]> {
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const number = q && /^#?\d{1,9}$/.test(q) ? Number(q.replace('#', '')) : undefined;
  return db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.workspaceId, workspaceId),
        state ? eq(orders.state, state) : undefined,
        leadId ? eq(orders.leadId, leadId) : undefined,
        offerId ? eq(orders.offerId, offerId) : undefined,
        pattern
          ? or(
              ilike(orders.email, pattern),
              ilike(orders.name, pattern),
              number === undefined ? undefined : eq(orders.number, number),
            )
          : undefined,
        after
          ? or(
              lt(orders.bookedAt, after.bookedAt),
              and(eq(orders.bookedAt, after.bookedAt), lt(orders.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(orders.bookedAt), desc(orders.id))
    .limit(limit);
}

/** Newest first. */
export async function listOfLead(db: Transaction, workspaceId: string, leadId: string): Promise<OrderRow[]> {
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.workspaceId, workspaceId), eq(orders.leadId, leadId)))
    .orderBy(desc(orders.bookedAt), desc(orders.id));
}

export async function insertLine(
  db: Transaction,
  workspaceId: string,
  line: Without<typeof orderLines.$inferInsert>,
): Promise<void> {
  await db.insert(orderLines).values({ ...line, workspaceId });
}

export async function listLines(
  db: Transaction,
  workspaceId: string,
  orderIds: string[],
): Promise<OrderLineRow[]> {
  if (orderIds.length === 0) return [];
  return db
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.workspaceId, workspaceId), inArray(orderLines.orderId, orderIds)))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));
}

/** Oldest first. */
export async function listRefunds(
  db: Transaction,
  workspaceId: string,
  orderId: string,
): Promise<RefundRow[]> {
  return db
    .select()
    .from(refunds)
    .where(and(eq(refunds.workspaceId, workspaceId), eq(refunds.orderId, orderId)))
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
}

export async function findRefund(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<RefundRow | undefined> {
  const query = db
    .select()
    .from(refunds)
    .where(and(eq(refunds.workspaceId, workspaceId), eq(refunds.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function insertRefund(
  db: Transaction,
  workspaceId: string,
  refund: Without<typeof refunds.$inferInsert>,
): Promise<void> {
  await db.insert(refunds).values({ ...refund, workspaceId });
}

export async function updateRefund(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof refunds.$inferInsert>,
): Promise<void> {
  await db
    .update(refunds)
    .set(change)
    .where(and(eq(refunds.workspaceId, workspaceId), eq(refunds.id, id)));
}

/** Refunds that should have left, or whose answer never came. */
export async function listUnsentRefunds(
  db: Transaction,
  workspaceId: string,
  before: Date,
): Promise<string[]> {
  const rows = await db
    .select({ id: refunds.id })
    .from(refunds)
    .where(
      and(
        eq(refunds.workspaceId, workspaceId),
        inArray(refunds.state, ['planned', 'sending', 'unconfirmed']),
        isNull(refunds.providerRefundId),
        lt(refunds.updatedAt, before),
      ),
    )
    .limit(200);
  return rows.map(({ id }) => id);
}

/** Once per order, expert and refund. */
export async function insertShare(
  db: Transaction,
  workspaceId: string,
  share: Without<typeof revenueShares.$inferInsert>,
): Promise<void> {
  await db
    .insert(revenueShares)
    .values({ ...share, workspaceId })
    .onConflictDoNothing();
}

export async function listShares(db: Transaction, workspaceId: string, orderId: string): Promise<ShareRow[]> {
  return db
    .select()
    .from(revenueShares)
    .where(and(eq(revenueShares.workspaceId, workspaceId), eq(revenueShares.orderId, orderId)))
    .orderBy(asc(revenueShares.bookedAt), asc(revenueShares.id));
}

/** What one person paid so far, less what was given back. */
export async function sumOfLead(db: Transaction, workspaceId: string, leadId: string): Promise<number> {
  const [row] = await db
    .select({ value: sql<number>`coalesce(sum(${orders.totalMinor} - ${orders.refundedMinor}), 0)::float8` })
    .from(orders)
    .where(and(eq(orders.workspaceId, workspaceId), eq(orders.leadId, leadId)));
  return row?.value ?? 0;
}

export interface OwnShareRow {
  share: ShareRow;
  number: number;
  what: string | null;
  isTest: boolean;
}

/** What is owed to some experts, newest first, with the order that owes it. */
export async function listSharesOf(
  db: Transaction,
  workspaceId: string,
  expertIds: string[],
  limit: number,
): Promise<OwnShareRow[]> {
  return db
    .select({
      share: revenueShares,
      number: orders.number,
      what: sql<string | null>`(select min(l.description) from app.order_lines l
        where l.workspace_id = ${workspaceId} and l.order_id = ${orders.id} and l.position = 1)`,
      isTest: orders.isTest,
    })
    .from(revenueShares)
    .innerJoin(orders, and(eq(orders.id, revenueShares.orderId), eq(orders.workspaceId, workspaceId)))
    .where(and(eq(revenueShares.workspaceId, workspaceId), inArray(revenueShares.expertId, expertIds)))
    .orderBy(desc(revenueShares.bookedAt), desc(revenueShares.id))
    .limit(limit);
}

/** What is owed to some experts in all, by currency. */
export async function sumSharesOf(
  db: Transaction,
  workspaceId: string,
  expertIds: string[],
): Promise<{ currency: string; minor: number }[]> {
  return db
    .select({
      currency: revenueShares.currency,
      minor: sql<number>`sum(${revenueShares.shareMinor})::bigint`.mapWith(Number),
    })
    .from(revenueShares)
    .where(and(eq(revenueShares.workspaceId, workspaceId), inArray(revenueShares.expertId, expertIds)))
    .groupBy(revenueShares.currency)
    .orderBy(revenueShares.currency);
}
