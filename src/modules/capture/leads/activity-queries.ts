import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { activities, leads } from './schema.ts';

export type ActivityRow = typeof activities.$inferSelect;

/** Once per person, event and kind; of people who are gone nothing is kept. */
export async function insertActivity(
  db: Transaction,
  workspaceId: string,
  activity: Omit<typeof activities.$inferInsert, 'workspaceId'>,
): Promise<void> {
  const [person] = await db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, activity.leadId)))
    .for('key share');
  if (!person) return;
  await db
    .insert(activities)
    .values({ ...activity, workspaceId })
    .onConflictDoNothing({
      target: [activities.leadId, activities.eventId, activities.kind],
      where: sql`event_id is not null`,
    });
}

/** Newest first. */
export async function listActivities(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<ActivityRow[]> {
  return db
    .select()
    .from(activities)
    .where(and(eq(activities.workspaceId, workspaceId), eq(activities.leadId, leadId)))
    .orderBy(desc(activities.occurredAt), desc(activities.id))
    .limit(1_000);
}
