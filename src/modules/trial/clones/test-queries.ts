import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import type { QuestionRow, TestRunRow } from './queries.ts';
import { cloneQuestions, cloneTestRuns } from './schema.ts';

type Row<T extends { $inferInsert: object }> = Omit<T['$inferInsert'], 'workspaceId'>;

/** Oldest first; archived ones are left out. */
export async function listQuestions(
  db: Transaction,
  workspaceId: string,
  cloneId: string,
): Promise<QuestionRow[]> {
  return db
    .select()
    .from(cloneQuestions)
    .where(
      and(
        eq(cloneQuestions.workspaceId, workspaceId),
        eq(cloneQuestions.cloneId, cloneId),
        isNull(cloneQuestions.archivedAt),
      ),
    )
    .orderBy(asc(cloneQuestions.createdAt), asc(cloneQuestions.id));
}

export async function findQuestion(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<QuestionRow | undefined> {
  const [row] = await db
    .select()
    .from(cloneQuestions)
    .where(
      and(
        eq(cloneQuestions.workspaceId, workspaceId),
        eq(cloneQuestions.id, id),
        isNull(cloneQuestions.archivedAt),
      ),
    )
    .limit(1);
  return row;
}

export async function insertQuestions(
  db: Transaction,
  workspaceId: string,
  questions: Row<typeof cloneQuestions>[],
): Promise<void> {
  if (questions.length > 0)
    await db.insert(cloneQuestions).values(questions.map((question) => ({ ...question, workspaceId })));
}

export async function archiveQuestions(
  db: Transaction,
  workspaceId: string,
  ids: string[],
  archivedAt: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(cloneQuestions)
    .set({ archivedAt })
    .where(and(eq(cloneQuestions.workspaceId, workspaceId), inArray(cloneQuestions.id, ids)));
}

export async function insertTestRun(
  db: Transaction,
  workspaceId: string,
  run: Row<typeof cloneTestRuns>,
): Promise<void> {
  await db.insert(cloneTestRuns).values({ ...run, workspaceId });
}

export async function findTestRun(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<TestRunRow | undefined> {
  const [row] = await db
    .select()
    .from(cloneTestRuns)
    .where(and(eq(cloneTestRuns.workspaceId, workspaceId), eq(cloneTestRuns.id, id)))
    .limit(1);
  return row;
}

export async function updateTestRun(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof cloneTestRuns.$inferInsert>,
): Promise<void> {
  await db
    .update(cloneTestRuns)
    .set(change)
    .where(and(eq(cloneTestRuns.workspaceId, workspaceId), eq(cloneTestRuns.id, id)));
}

/** The newest run of each clone. */
export async function listNewestRuns(
  db: Transaction,
  workspaceId: string,
  cloneIds: string[],
): Promise<Map<string, TestRunRow>> {
  if (cloneIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([cloneTestRuns.cloneId])
    .from(cloneTestRuns)
    .where(and(eq(cloneTestRuns.workspaceId, workspaceId), inArray(cloneTestRuns.cloneId, cloneIds)))
    .orderBy(cloneTestRuns.cloneId, desc(cloneTestRuns.startedAt), desc(cloneTestRuns.id));
  return new Map(rows.map((row) => [row.cloneId, row]));
}
