import { and, asc, eq, gt, gte, inArray, lt, or } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { eventReceipts, events } from './schema.ts';

type EventRow = typeof events.$inferSelect;

export async function insertEvent(
  db: Transaction,
  workspaceId: string,
  event: Omit<EventRow, 'workspaceId'>,
): Promise<void> {
  await db.insert(events).values({ ...event, workspaceId });
}

export async function findEvent(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<EventRow | undefined> {
  const [row] = await db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.id, id)))
    .limit(1);
  return row;
}

/** @returns false when the listener has taken this event before */
export async function insertReceipt(
  db: Transaction,
  workspaceId: string,
  listener: string,
  eventId: string,
): Promise<boolean> {
  const rows = await db
    .insert(eventReceipts)
    .values({ listener, eventId, workspaceId })
    .onConflictDoNothing()
    .returning({ eventId: eventReceipts.eventId });
  return rows.length > 0;
}

export async function deleteReceipts(
  db: Transaction,
  workspaceId: string,
  listener: string,
  eventIds: string[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await db
    .delete(eventReceipts)
    .where(
      and(
        eq(eventReceipts.workspaceId, workspaceId),
        eq(eventReceipts.listener, listener),
        inArray(eventReceipts.eventId, eventIds),
      ),
    );
}

/** History of one event name in order, in pieces. */
export async function listHistory(
  db: Transaction,
  workspaceId: string,
  name: string,
  range: { from: Date; before: Date; after?: { occurredAt: Date; id: string } },
  limit: number,
): Promise<EventRow[]> {
  const { from, before, after } = range;
  return db
    .select()
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.name, name),
        gte(events.occurredAt, from),
        lt(events.occurredAt, before),
        after
          ? or(
              gt(events.occurredAt, after.occurredAt),
              and(eq(events.occurredAt, after.occurredAt), gt(events.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(events.occurredAt), asc(events.id))
    .limit(limit);
}
