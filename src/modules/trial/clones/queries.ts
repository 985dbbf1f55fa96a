import { and, asc, count, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { cloneCorrections, type cloneQuestions, clones, type cloneTestRuns, cloneTurns } from './schema.ts';

export type CloneRow = typeof clones.$inferSelect;
export type TurnRow = typeof cloneTurns.$inferSelect;
export type QuestionRow = typeof cloneQuestions.$inferSelect;
export type CorrectionRow = typeof cloneCorrections.$inferSelect;
export type TestRunRow = typeof cloneTestRuns.$inferSelect;
type Row<T extends { $inferInsert: object }> = Omit<T['$inferInsert'], 'workspaceId'>;

/** Oldest first; archived ones are left out. */
export async function listClones(db: Transaction, workspaceId: string): Promise<CloneRow[]> {
  return db
    .select()
    .from(clones)
    .where(and(eq(clones.workspaceId, workspaceId), isNull(clones.archivedAt)))
    .orderBy(asc(clones.createdAt), asc(clones.id));
}

export async function findClone(
  db: Transaction,
  workspaceId: string,
  key: { id: string } | { playbookId: string },
): Promise<CloneRow | undefined> {
  const [row] = await db
    .select()
    .from(clones)
    .where(
      and(
        eq(clones.workspaceId, workspaceId),
        isNull(clones.archivedAt),
        'id' in key ? eq(clones.id, key.id) : eq(clones.playbookId, key.playbookId),
      ),
    )
    .orderBy(asc(clones.createdAt))
    .limit(1);
  return row;
}

/** Names by id, archived ones too. */
export async function listNames(
  db: Transaction,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: clones.id, name: clones.name })
    .from(clones)
    .where(and(eq(clones.workspaceId, workspaceId), inArray(clones.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Makes others that would make a clone of the same playbook wait until this transaction ends. */
export async function lockPlaybook(db: Transaction, playbookId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`clone of ${playbookId}`}, 0))`);
}

export async function insertClone(
  db: Transaction,
  workspaceId: string,
  clone: Row<typeof clones>,
): Promise<void> {
  await db.insert(clones).values({ ...clone, workspaceId });
}

export async function updateClone(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof clones.$inferInsert>,
): Promise<void> {
  await db
    .update(clones)
    .set(change)
    .where(and(eq(clones.workspaceId, workspaceId), eq(clones.id, id)));
}

/** Questions that readers asked, by clone, and how many of them the material did not answer. */
export async function countTurns(
  db: Transaction,
  workspaceId: string,
): Promise<Map<string, { turns: number; notInMaterial: number }>> {
  const rows = await db
    .select({
      cloneId: cloneTurns.cloneId,
      turns: count(),
      notInMaterial: sql<number>`(count(*) filter (where ${cloneTurns.state} = 'not_in_material'))::int`,
    })
    .from(cloneTurns)
    .where(
      and(
        eq(cloneTurns.workspaceId, workspaceId),
        eq(cloneTurns.isCounted, true),
        inArray(cloneTurns.state, ['answered', 'not_in_material']),
      ),
    )
    .groupBy(cloneTurns.cloneId);
  return new Map(rows.map(({ cloneId, ...counts }) => [cloneId, counts]));
}

/** @returns false when the clone has a turn with this request key already */
export async function insertTurn(
  db: Transaction,
  workspaceId: string,
  turn: Row<typeof cloneTurns>,
): Promise<boolean> {
  const rows = await db
    .insert(cloneTurns)
    .values({ ...turn, workspaceId })
    .onConflictDoNothing({ target: [cloneTurns.cloneId, cloneTurns.requestKey] })
    .returning({ id: cloneTurns.id });
  return rows.length > 0;
}

export async function findTurn(
  db: Transaction,
  workspaceId: string,
  key: { id: string } | { cloneId: string; requestKey: string },
): Promise<TurnRow | undefined> {
  const [row] = await db
    .select()
    .from(cloneTurns)
    .where(
      and(
        eq(cloneTurns.workspaceId, workspaceId),
        'id' in key
          ? eq(cloneTurns.id, key.id)
          : and(eq(cloneTurns.cloneId, key.cloneId), eq(cloneTurns.requestKey, key.requestKey)),
      ),
    )
    .limit(1);
  return row;
}

/** Ends a turn that is still open. @returns false when it was ended already */
export async function endTurn(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof cloneTurns.$inferInsert>,
): Promise<boolean> {
  const rows = await db
    .update(cloneTurns)
    .set(change)
    .where(
      and(eq(cloneTurns.workspaceId, workspaceId), eq(cloneTurns.id, id), eq(cloneTurns.state, 'reserved')),
    )
    .returning({ id: cloneTurns.id });
  return rows.length > 0;
}

/** Newest first. */
export async function listTurns(
  db: Transaction,
  workspaceId: string,
  filter: { cloneId?: string; trialId?: string; after?: { reservedAt: Date; id: string } | undefined },
  limit: number,
): Promise<TurnRow[]> {
  const { cloneId, trialId, after } = filter;
  return db
    .select()
    .from(cloneTurns)
    .where(
      and(
        eq(cloneTurns.workspaceId, workspaceId),
        cloneId ? eq(cloneTurns.cloneId, cloneId) : undefined,
        trialId ? eq(cloneTurns.trialId, trialId) : undefined,
        after
          ? or(
              lt(cloneTurns.reservedAt, after.reservedAt),
              and(eq(cloneTurns.reservedAt, after.reservedAt), lt(cloneTurns.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(cloneTurns.reservedAt), desc(cloneTurns.id))
    .limit(limit);
}

/** What one device asked in a trial, oldest first: its turns carry the reading in their request key. */
export async function listTurnsOfReading(
  db: Transaction,
  workspaceId: string,
  trialId: string,
  readingId: string,
): Promise<TurnRow[]> {
  return db
    .select()
    .from(cloneTurns)
    .where(
      and(
        eq(cloneTurns.workspaceId, workspaceId),
        eq(cloneTurns.trialId, trialId),
        sql`${cloneTurns.requestKey} like ${`${readingId}.%`}`,
      ),
    )
    .orderBy(asc(cloneTurns.reservedAt), asc(cloneTurns.id))
    .limit(100);
}

/** Opens a turn again that was given back. */
export async function reopenTurn(db: Transaction, workspaceId: string, id: string, at: Date): Promise<void> {
  await db
    .update(cloneTurns)
    .set({ state: 'reserved', reservedAt: at, answeredAt: null, problem: null })
    .where(
      and(
        eq(cloneTurns.workspaceId, workspaceId),
        eq(cloneTurns.id, id),
        inArray(cloneTurns.state, ['failed', 'released']),
      ),
    );
}

/** Reserved turns that nobody answers any more. */
export async function listForgotten(
  db: Transaction,
  workspaceId: string,
  before: Date,
  trialId?: string,
): Promise<TurnRow[]> {
  return db
    .select()
    .from(cloneTurns)
    .where(
      and(
        eq(cloneTurns.workspaceId, workspaceId),
        eq(cloneTurns.state, 'reserved'),
        lt(cloneTurns.reservedAt, before),
        trialId ? eq(cloneTurns.trialId, trialId) : undefined,
      ),
    )
    .limit(500);
}

/** Newest first; archived ones are left out. */
export async function listCorrections(
  db: Transaction,
  workspaceId: string,
  cloneId: string,
): Promise<CorrectionRow[]> {
  return db
    .select()
    .from(cloneCorrections)
    .where(
      and(
        eq(cloneCorrections.workspaceId, workspaceId),
        eq(cloneCorrections.cloneId, cloneId),
        isNull(cloneCorrections.archivedAt),
      ),
    )
    .orderBy(desc(cloneCorrections.correctedAt), desc(cloneCorrections.id));
}

export async function insertCorrection(
  db: Transaction,
  workspaceId: string,
  correction: Row<typeof cloneCorrections>,
): Promise<void> {
  await db.insert(cloneCorrections).values({ ...correction, workspaceId });
}

export async function archiveCorrection(
  db: Transaction,
  workspaceId: string,
  id: string,
  archivedAt: Date,
): Promise<void> {
  await db
    .update(cloneCorrections)
    .set({ archivedAt })
    .where(and(eq(cloneCorrections.workspaceId, workspaceId), eq(cloneCorrections.id, id)));
}

/** The newest correction of each turn that has one. */
export async function listCorrectionsOfTurns(
  db: Transaction,
  workspaceId: string,
  turnIds: string[],
): Promise<Map<string, string>> {
  if (turnIds.length === 0) return new Map();
  const rows = await db
    .select({ id: cloneCorrections.id, turnId: cloneCorrections.turnId })
    .from(cloneCorrections)
    .where(
      and(
        eq(cloneCorrections.workspaceId, workspaceId),
        inArray(cloneCorrections.turnId, turnIds),
        isNull(cloneCorrections.archivedAt),
      ),
    )
    .orderBy(asc(cloneCorrections.correctedAt));
  return new Map(rows.flatMap(({ id, turnId }) => (turnId ? [[turnId, id] as const] : [])));
}
