import { and, desc, eq, inArray, isNull, lt, lte, notInArray, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { ceoRuns, detectors, insightEvidence, insights, outcomes } from './schema.ts';

export type InsightRow = typeof insights.$inferSelect;
export type DetectorRow = typeof detectors.$inferSelect;
export type RunRow = typeof ceoRuns.$inferSelect;
export type EvidenceRow = typeof insightEvidence.$inferSelect;
type OutcomeRow = typeof outcomes.$inferSelect;

/** Rows of the detectors, made on first sight. */
export async function ensureDetectors(
  db: Transaction,
  workspaceId: string,
  known: { key: string; name: string; prior: number }[],
): Promise<DetectorRow[]> {
  await db
    .insert(detectors)
    .values(known.map(({ key, name, prior }) => ({ id: newId(), workspaceId, key, name, prior })))
    .onConflictDoNothing({ target: [detectors.workspaceId, detectors.key] });
  return db.select().from(detectors).where(eq(detectors.workspaceId, workspaceId)).orderBy(detectors.name);
}

export async function countOutcome(
  db: Transaction,
  workspaceId: string,
  key: string,
  isRight: boolean,
): Promise<void> {
  await db
    .update(detectors)
    .set(
      isRight
        ? { rightCount: sql`${detectors.rightCount} + 1` }
        : { wrongCount: sql`${detectors.wrongCount} + 1` },
    )
    .where(and(eq(detectors.workspaceId, workspaceId), eq(detectors.key, key)));
}

export async function insertRun(db: Transaction, row: typeof ceoRuns.$inferInsert): Promise<void> {
  await db.insert(ceoRuns).values(row);
}

export async function endRun(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: Partial<typeof ceoRuns.$inferInsert>,
): Promise<RunRow> {
  const [row] = await db
    .update(ceoRuns)
    .set(set)
    .where(and(eq(ceoRuns.workspaceId, workspaceId), eq(ceoRuns.id, id)))
    .returning();
  return row as RunRow;
}

export async function listRuns(
  db: Transaction,
  workspaceId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<RunRow[]> {
  return db
    .select()
    .from(ceoRuns)
    .where(and(eq(ceoRuns.workspaceId, workspaceId), after ? lt(ceoRuns.id, after) : undefined))
    .orderBy(desc(ceoRuns.id))
    .limit(limit);
}

/** Renews the open insight of this finding, or adds it. */
export async function keepInsight(
  db: Transaction,
  row: typeof insights.$inferInsert,
): Promise<{ insight: InsightRow; isNew: boolean }> {
  const [kept] = await db
    .insert(insights)
    .values(row)
    .onConflictDoUpdate({
      target: [insights.workspaceId, insights.dedupeKey],
      targetWhere: sql`state = 'open'`,
      set: {
        title: row.title,
        statement: row.statement,
        confidence: row.confidence,
        evidence: row.evidence,
        runId: row.runId,
        lastSeenAt: row.lastSeenAt,
      },
    })
    .returning();
  const insight = kept as InsightRow;
  return { insight, isNew: insight.id === row.id };
}

export async function replaceEvidence(
  db: Transaction,
  workspaceId: string,
  insightId: string,
  rows: (typeof insightEvidence.$inferInsert)[],
): Promise<void> {
  await db
    .delete(insightEvidence)
    .where(and(eq(insightEvidence.workspaceId, workspaceId), eq(insightEvidence.insightId, insightId)));
  if (rows.length > 0) await db.insert(insightEvidence).values(rows);
}

export async function listEvidence(
  db: Transaction,
  workspaceId: string,
  insightId: string,
): Promise<EvidenceRow[]> {
  return db
    .select()
    .from(insightEvidence)
    .where(and(eq(insightEvidence.workspaceId, workspaceId), eq(insightEvidence.insightId, insightId)))
    .orderBy(insightEvidence.position);
}

export async function listInsights(
  db: Transaction,
  workspaceId: string,
  { states, after, limit }: { states: InsightRow['state'][]; after?: string | undefined; limit: number },
): Promise<InsightRow[]> {
  return db
    .select()
    .from(insights)
    .where(
      and(
        eq(insights.workspaceId, workspaceId),
        states.length > 0 ? inArray(insights.state, states) : undefined,
        after ? lt(insights.id, after) : undefined,
      ),
    )
    .orderBy(desc(insights.id))
    .limit(limit);
}

export async function listInsightsById(
  db: Transaction,
  workspaceId: string,
  ids: string[],
): Promise<InsightRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(insights)
    .where(and(eq(insights.workspaceId, workspaceId), inArray(insights.id, ids)));
}

export async function moveInsight(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: Partial<typeof insights.$inferInsert>,
): Promise<InsightRow | undefined> {
  const [row] = await db
    .update(insights)
    .set(set)
    .where(and(eq(insights.workspaceId, workspaceId), eq(insights.id, id), eq(insights.state, 'open')))
    .returning();
  return row;
}

/** Open insights that were not seen again are over. */
export async function resolveOthers(
  db: Transaction,
  workspaceId: string,
  seen: string[],
  now: Date,
): Promise<void> {
  await db
    .update(insights)
    .set({ state: 'resolved', decidedAt: now })
    .where(
      and(
        eq(insights.workspaceId, workspaceId),
        eq(insights.state, 'open'),
        seen.length > 0 ? notInArray(insights.id, seen) : undefined,
      ),
    );
}

export async function insertOutcome(db: Transaction, row: typeof outcomes.$inferInsert): Promise<void> {
  await db.insert(outcomes).values(row);
}

export async function listDueOutcomes(
  db: Transaction,
  workspaceId: string,
  now: Date,
): Promise<OutcomeRow[]> {
  return db
    .select()
    .from(outcomes)
    .where(and(eq(outcomes.workspaceId, workspaceId), isNull(outcomes.measuredAt), lte(outcomes.dueAt, now)))
    .limit(200)
    .for('update', { skipLocked: true });
}

export async function settleOutcome(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: Partial<typeof outcomes.$inferInsert>,
): Promise<void> {
  await db
    .update(outcomes)
    .set(set)
    .where(and(eq(outcomes.workspaceId, workspaceId), eq(outcomes.id, id)));
}
