import { and, asc, count, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { gateRevisions, gateSubmissions, gates } from './schema.ts';

export type GateRow = typeof gates.$inferSelect;
export type RevisionRow = typeof gateRevisions.$inferSelect;
export type SubmissionRow = typeof gateSubmissions.$inferSelect;
export interface GateWithRevision {
  gate: GateRow;
  revision: RevisionRow;
}

/** Oldest first. */
export async function listGates(db: Transaction, workspaceId: string): Promise<GateWithRevision[]> {
  return db
    .select({ gate: gates, revision: gateRevisions })
    .from(gates)
    .innerJoin(gateRevisions, eq(gateRevisions.id, gates.currentRevisionId))
    .where(eq(gates.workspaceId, workspaceId))
    .orderBy(asc(gates.createdAt));
}

export async function findGate(
  db: Transaction,
  workspaceId: string,
  key: { id: string } | { playbookId: string },
): Promise<GateWithRevision | undefined> {
  const [row] = await db
    .select({ gate: gates, revision: gateRevisions })
    .from(gates)
    .innerJoin(gateRevisions, eq(gateRevisions.id, gates.currentRevisionId))
    .where(
      and(
        eq(gates.workspaceId, workspaceId),
        'id' in key ? eq(gates.id, key.id) : eq(gates.playbookId, key.playbookId),
      ),
    )
    .limit(1);
  return row;
}

export async function findRevision(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<RevisionRow | undefined> {
  const [row] = await db
    .select()
    .from(gateRevisions)
    .where(and(eq(gateRevisions.workspaceId, workspaceId), eq(gateRevisions.id, id)))
    .limit(1);
  return row;
}

/** @returns false when the playbook has a gate already */
export async function insertGate(
  db: Transaction,
  workspaceId: string,
  gate: Omit<typeof gates.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(gates)
    .values({ ...gate, workspaceId })
    .onConflictDoNothing({ target: gates.playbookId })
    .returning({ id: gates.id });
  return rows.length > 0;
}

export async function insertRevision(
  db: Transaction,
  workspaceId: string,
  revision: Omit<typeof gateRevisions.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(gateRevisions).values({ ...revision, workspaceId });
}

export async function updateGate(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof gates.$inferInsert>,
): Promise<void> {
  await db
    .update(gates)
    .set(change)
    .where(and(eq(gates.workspaceId, workspaceId), eq(gates.id, id)));
}

/** Submissions that began and that were completed, by gate; suspect ones are left out. */
export async function countSubmissions(
  db: Transaction,
  workspaceId: string,
): Promise<Map<string, { begun: number; passed: number }>> {
  const rows = await db
    .select({
      gateId: gateSubmissions.gateId,
      begun: count(),
      passed: sql<number>`(count(distinct ${gateSubmissions.leadId}) filter (where ${gateSubmissions.state} = 'completed'))::int`,
    })
    .from(gateSubmissions)
    .where(and(eq(gateSubmissions.workspaceId, workspaceId), eq(gateSubmissions.isSuspect, false)))
    .groupBy(gateSubmissions.gateId);
  return new Map(rows.map(({ gateId, begun, passed }) => [gateId, { begun, passed }]));
}

export async function insertSubmission(
  db: Transaction,
  workspaceId: string,
  submission: Omit<typeof gateSubmissions.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(gateSubmissions).values({ ...submission, workspaceId });
}

export async function findSubmission(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<SubmissionRow | undefined> {
  const query = db
    .select()
    .from(gateSubmissions)
    .where(and(eq(gateSubmissions.workspaceId, workspaceId), eq(gateSubmissions.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function updateSubmission(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof gateSubmissions.$inferInsert>,
): Promise<void> {
  await db
    .update(gateSubmissions)
    .set(change)
    .where(and(eq(gateSubmissions.workspaceId, workspaceId), eq(gateSubmissions.id, id)));
}

/** The last time a person passed the gate of a playbook. */
export async function findPassed(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
  leadId: string,
): Promise<SubmissionRow | undefined> {
  const [row] = await db
    .select()
    .from(gateSubmissions)
    .where(
      and(
        eq(gateSubmissions.workspaceId, workspaceId),
        eq(gateSubmissions.playbookId, playbookId),
        eq(gateSubmissions.leadId, leadId),
        eq(gateSubmissions.state, 'completed'),
      ),
    )
    .orderBy(desc(gateSubmissions.submittedAt))
    .limit(1);
  return row;
}

/** Completed ones of a person, oldest first. */
export async function listPassedOf(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<SubmissionRow[]> {
  return db
    .select()
    .from(gateSubmissions)
    .where(
      and(
        eq(gateSubmissions.workspaceId, workspaceId),
        eq(gateSubmissions.leadId, leadId),
        eq(gateSubmissions.state, 'completed'),
        isNotNull(gateSubmissions.submittedAt),
      ),
    )
    .orderBy(asc(gateSubmissions.submittedAt));
}

/** How often one visitor began at a gate lately. */
export async function countRecent(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
  ipHash: string,
  since: Date,
): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(gateSubmissions)
    .where(
      and(
        eq(gateSubmissions.workspaceId, workspaceId),
        eq(gateSubmissions.playbookId, playbookId),
        gte(gateSubmissions.startedAt, since),
        eq(gateSubmissions.ipHash, ipHash),
      ),
    );
  return row?.value ?? 0;
}
