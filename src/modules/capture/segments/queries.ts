import { and, asc, count, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { consents, leadAnswers, leads } from '../leads/schema.ts';
import { segmentMemberships, segments } from './schema.ts';

export type SegmentRow = typeof segments.$inferSelect;
export type MembershipRow = typeof segmentMemberships.$inferSelect;

/** By name; archived ones are left out. */
export async function listSegments(db: Transaction, workspaceId: string): Promise<SegmentRow[]> {
  return db
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), isNull(segments.archivedAt)))
    .orderBy(asc(segments.name), asc(segments.id));
}

export async function countMembers(db: Transaction, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ segmentId: segmentMemberships.segmentId, value: count() })
    .from(segmentMemberships)
    .where(eq(segmentMemberships.workspaceId, workspaceId))
    .groupBy(segmentMemberships.segmentId);
  return new Map(rows.map(({ segmentId, value }) => [segmentId, value]));
}

/** Whether the workspace ever had a segment, archived ones included. */
export async function hasSegments(db: Transaction, workspaceId: string): Promise<boolean> {
  const rows = await db
    .select({ id: segments.id })
    .from(segments)
    .where(eq(segments.workspaceId, workspaceId))
    .limit(1);
  return rows.length > 0;
}

export async function findSegment(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<SegmentRow | undefined> {
  const [row] = await db
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, id), isNull(segments.archivedAt)))
    .limit(1);
  return row;
}

/** @returns false when the slug is taken */
export async function insertSegment(
  db: Transaction,
  workspaceId: string,
  segment: Omit<typeof segments.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(segments)
    .values({ ...segment, workspaceId })
    .onConflictDoNothing({ target: [segments.workspaceId, segments.slug] })
    .returning({ id: segments.id });
  return rows.length > 0;
}

export async function updateSegment(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof segments.$inferInsert>,
): Promise<void> {
  await db
    .update(segments)
    .set(change)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, id)));
}

export async function listMemberships(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<MembershipRow[]> {
  return db
    .select()
    .from(segmentMemberships)
    .where(and(eq(segmentMemberships.workspaceId, workspaceId), eq(segmentMemberships.leadId, leadId)));
}

/** Joins, or says anew why somebody is in it. */
export async function upsertMembership(
  db: Transaction,
  workspaceId: string,
  membership: Omit<MembershipRow, 'workspaceId'>,
): Promise<void> {
  await db
    .insert(segmentMemberships)
    .values({ ...membership, workspaceId })
    .onConflictDoUpdate({
      target: [segmentMemberships.segmentId, segmentMemberships.leadId],
      set: { reasons: membership.reasons },
    });
}

export async function deleteMembership(
  db: Transaction,
  workspaceId: string,
  segmentId: string,
  leadId: string,
): Promise<void> {
  await db
    .delete(segmentMemberships)
    .where(
      and(
        eq(segmentMemberships.workspaceId, workspaceId),
        eq(segmentMemberships.segmentId, segmentId),
        eq(segmentMemberships.leadId, leadId),
      ),
    );
}

export async function emptySegment(db: Transaction, workspaceId: string, segmentId: string): Promise<void> {
  await db
    .delete(segmentMemberships)
    .where(and(eq(segmentMemberships.workspaceId, workspaceId), eq(segmentMemberships.segmentId, segmentId)));
  await db
    .update(leads)
    .set({ segmentIds: sql`array_remove(${leads.segmentIds}, ${segmentId}::uuid)` })
    .where(and(eq(leads.workspaceId, workspaceId), sql`${leads.segmentIds} @> array[${segmentId}::uuid]`));
}

export async function setSegmentIds(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  segmentIds: string[],
): Promise<void> {
  await db
    .update(leads)
    .set({ segmentIds })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
}

/** Last joined first. */
export async function listMembers(
  db: Transaction,
  workspaceId: string,
  segmentId: string,
  limit: number,
  after?: { joinedAt: Date; leadId: string },
) {
  return db
    .select({ lead: leads, joinedAt: segmentMemberships.joinedAt, reasons: segmentMemberships.reasons })
    .from(segmentMemberships)
    .innerJoin(leads, eq(leads.id, segmentMemberships.leadId))
    .where(
      and(
        eq(segmentMemberships.workspaceId, workspaceId),
        eq(segmentMemberships.segmentId, segmentId),
        after
          ? or(
              lt(segmentMemberships.joinedAt, after.joinedAt),
              and(
                eq(segmentMemberships.joinedAt, after.joinedAt),
                gt(segmentMemberships.leadId, after.leadId),
              ),
            )
          : undefined,
      ),
    )
    .orderBy(desc(segmentMemberships.joinedAt), asc(segmentMemberships.leadId))
    .limit(limit);
}

export interface PersonRow {
  lead: typeof leads.$inferSelect;
  answers: { questionId: string; answerValue: string; answeredAt: Date }[];
  newsletter: boolean;
}

/** People with what rules ask about them, in the order of their ids, in pieces. Archived ones are left out. */
export async function listPeople(
  db: Transaction,
  workspaceId: string,
  limit: number,
  wanted: { after?: string | undefined; id?: string | undefined },
): Promise<PersonRow[]> {
  const rows = await db
    .select({
      lead: leads,
      answers: sql<
        { questionId: string; answerValue: string; answeredAt: string }[]
      >`(select coalesce(json_agg(json_build_object(
        'questionId', a.question_id, 'answerValue', a.answer_value, 'answeredAt', a.answered_at)), '[]')
        from ${leadAnswers} a where a.workspace_id = ${workspaceId} and a.lead_id = leads.id)`,
      newsletter: sql<boolean>`coalesce((select c.state <> 'withdrawn' from ${consents} c where c.workspace_id = ${workspaceId}
        and c.lead_id = leads.id and c.purpose = 'newsletter' order by c.occurred_at desc, c.id desc limit 1), false)`,
    })
    .from(leads)
    .where(
      and(
        eq(leads.workspaceId, workspaceId),
        isNull(leads.archivedAt),
        wanted.after ? gt(leads.id, wanted.after) : undefined,
        wanted.id ? eq(leads.id, wanted.id) : undefined,
      ),
    )
    .orderBy(asc(leads.id))
    .limit(limit);
  return rows.map(({ lead, answers, newsletter }) => ({
    lead,
    newsletter,
    answers: answers.map((answer) => ({ ...answer, answeredAt: new Date(answer.answeredAt) })),
  }));
}
