import { and, asc, eq, gt, gte, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { pageViews, stepEvents } from '../links/schema.ts';

export type ViewRow = typeof pageViews.$inferSelect;
export type StepEventRow = typeof stepEvents.$inferSelect;

/** Oldest first. */
export async function listViewsOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<ViewRow[]> {
  return db
    .select()
    .from(pageViews)
    .where(and(eq(pageViews.workspaceId, workspaceId), eq(pageViews.leadId, leadId)))
    .orderBy(asc(pageViews.occurredAt))
    .limit(limit);
}

/** Oldest first. */
export async function listStepEventsOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<StepEventRow[]> {
  return db
    .select()
    .from(stepEvents)
    .where(and(eq(stepEvents.workspaceId, workspaceId), eq(stepEvents.leadId, leadId)))
    .orderBy(asc(stepEvents.occurredAt))
    .limit(limit);
}

/** What known people did after a fact, in the order of the facts' ids; machines are left out. */
export async function listKnownAfter(
  db: Transaction,
  workspaceId: string,
  facts: 'page_views' | 'step_events',
  after: string,
  limit: number,
): Promise<{ id: string; leadId: string }[]> {
  const table = facts === 'page_views' ? pageViews : stepEvents;
  const rows = await db
    .select({ id: table.id, leadId: table.leadId })
    .from(table)
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        gt(table.id, after),
        isNotNull(table.leadId),
        eq(table.isBot, false),
      ),
    )
    .orderBy(asc(table.id))
    .limit(limit);
  return rows.flatMap(({ id, leadId }) => (leadId ? [{ id, leadId }] : []));
}

/** What identifies a visitor before they say who they are. */
export interface Strange {
  playbookId: string;
  clickId: string | null;
  visitorHash: string | null;
  since: Date;
}

type Facts = typeof pageViews | typeof stepEvents;

/** Facts of a stranger that nobody has been named for. Undefined when nothing identifies them. */
function ofStranger(
  table: Facts,
  workspaceId: string,
  { playbookId, clickId, visitorHash, since }: Strange,
): SQL | undefined {
  const who = or(
    clickId ? eq(table.clickId, clickId) : undefined,
    visitorHash ? eq(table.visitorHash, visitorHash) : undefined,
  );
  return (
    who &&
    and(
      eq(table.workspaceId, workspaceId),
      eq(table.playbookId, playbookId),
      isNull(table.leadId),
      gte(table.occurredAt, since),
      who,
    )
  );
}

export async function nameStranger(
  db: Transaction,
  workspaceId: string,
  strange: Strange,
  known: { leadId: string; readingId: string | null },
): Promise<void> {
  for (const table of [pageViews, stepEvents]) {
    const where = ofStranger(table, workspaceId, strange);
    if (where) await db.update(table).set(known).where(where);
  }
}

/** Facts stay; whose they were does not. @returns how many rows lost their person */
export async function forgetLead(db: Transaction, workspaceId: string, leadId: string): Promise<number> {
  let count = 0;
  for (const table of [pageViews, stepEvents]) {
    const rows = await db
      .update(table)
      .set({ leadId: null, readingId: null })
      .where(and(eq(table.workspaceId, workspaceId), eq(table.leadId, leadId)))
      .returning({ id: table.id });
    count += rows.length;
  }
  return count;
}
