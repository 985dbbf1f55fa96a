import { and, arrayContains, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from './schema.ts';

export type EndpointRow = typeof webhookEndpoints.$inferSelect;
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

export async function insertEndpoint(
  db: Transaction,
  row: typeof webhookEndpoints.$inferInsert,
): Promise<EndpointRow> {
  const [inserted] = await db.insert(webhookEndpoints).values(row).returning();
  return inserted as EndpointRow;
}

/** Oldest first, one more than asked for. */
export async function listEndpoints(
  db: Transaction,
  workspaceId: string,
  page: { after?: string; limit: number },
): Promise<EndpointRow[]> {
  return db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.workspaceId, workspaceId),
        page.after ? gt(webhookEndpoints.id, page.after) : undefined,
      ),
    )
    .orderBy(asc(webhookEndpoints.id))
    .limit(page.limit + 1);
}

export async function findEndpoint(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<EndpointRow | undefined> {
  const [row] = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.workspaceId, workspaceId), eq(webhookEndpoints.id, id)))
    .limit(1);
  return row;
}

/** Active endpoints that want events of this name; no list means all. */
export async function listSubscribers(
  db: Transaction,
  workspaceId: string,
  event: string,
): Promise<EndpointRow[]> {
  return db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.workspaceId, workspaceId),
        eq(webhookEndpoints.state, 'active'),
        or(sql`cardinality(${webhookEndpoints.events}) = 0`, arrayContains(webhookEndpoints.events, [event])),
      ),
    );
}

export async function updateEndpoint(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof webhookEndpoints.$inferInsert>,
): Promise<EndpointRow | undefined> {
  const [row] = await db
    .update(webhookEndpoints)
    .set(change)
    .where(and(eq(webhookEndpoints.workspaceId, workspaceId), eq(webhookEndpoints.id, id)))
    .returning();
  return row;
}

export async function deleteEndpoint(db: Transaction, workspaceId: string, id: string): Promise<boolean> {
  const rows = await db
    .delete(webhookEndpoints)
    .where(and(eq(webhookEndpoints.workspaceId, workspaceId), eq(webhookEndpoints.id, id)))
    .returning({ id: webhookEndpoints.id });
  return rows.length > 0;
}

/** @returns false when this event has a delivery to this endpoint already */
export async function insertDelivery(
  db: Transaction,
  row: typeof webhookDeliveries.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(webhookDeliveries)
    .values(row)
    .onConflictDoNothing({
      target: [webhookDeliveries.workspaceId, webhookDeliveries.endpointId, webhookDeliveries.eventId],
    })
    .returning({ id: webhookDeliveries.id });
  return rows.length > 0;
}

export async function findDelivery(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<DeliveryRow | undefined> {
  const [row] = await db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.workspaceId, workspaceId), eq(webhookDeliveries.id, id)))
    .limit(1);
  return row;
}

/** Newest first, one more than asked for. */
export async function listDeliveries(
  db: Transaction,
  workspaceId: string,
  endpointId: string,
  page: { before?: string; limit: number },
): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.workspaceId, workspaceId),
        eq(webhookDeliveries.endpointId, endpointId),
        page.before ? lt(webhookDeliveries.id, page.before) : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(page.limit + 1);
}

export async function updateDelivery(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof webhookDeliveries.$inferInsert>,
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set(change)
    .where(and(eq(webhookDeliveries.workspaceId, workspaceId), eq(webhookDeliveries.id, id)));
}

export async function insertAttempt(
  db: Transaction,
  row: typeof webhookAttempts.$inferInsert,
): Promise<void> {
  await db
    .insert(webhookAttempts)
    .values(row)
    .onConflictDoNothing({
      target: [webhookAttempts.workspaceId, webhookAttempts.deliveryId, webhookAttempts.number],
    });
}
