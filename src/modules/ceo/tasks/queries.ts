import { and, count, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { taskRuns, tasks } from './schema.ts';

export type TaskRow = typeof tasks.$inferSelect;
type State = TaskRow['state'];

const alive = (workspaceId: string) => and(eq(tasks.workspaceId, workspaceId), isNull(tasks.deletedAt));

export async function insertTask(db: Transaction, row: typeof tasks.$inferInsert): Promise<TaskRow> {
  const [inserted] = await db.insert(tasks).values(row).returning();
  return inserted as TaskRow;
}

export async function findTask(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<TaskRow | undefined> {
  const [row] = await db
    .select()
    .from(tasks)
    .where(and(alive(workspaceId), eq(tasks.id, id)))
    .limit(1);
  return row;
}

export async function listTasks(
  db: Transaction,
  workspaceId: string,
  {
    states,
    leadId,
    after,
    limit,
  }: { states: State[]; leadId?: string | undefined; after?: string | undefined; limit: number },
): Promise<TaskRow[]> {
  return db
    .select()
    .from(tasks)
    .where(
      and(
        alive(workspaceId),
        states.length > 0 ? inArray(tasks.state, states) : undefined,
        leadId ? eq(tasks.leadId, leadId) : undefined,
        after ? lt(tasks.id, after) : undefined,
      ),
    )
    .orderBy(desc(tasks.id))
    .limit(limit);
}

/** Moves a task, if it still is in one of these states. */
export async function moveTask(
  db: Transaction,
  workspaceId: string,
  { id, from }: { id: string; from: State[] },
  set: Partial<typeof tasks.$inferInsert>,
): Promise<TaskRow | undefined> {
  const [row] = await db
    .update(tasks)
    .set(set)
    .where(and(alive(workspaceId), eq(tasks.id, id), inArray(tasks.state, from)))
    .returning();
  return row;
}

/** Begins one attempt; undefined when somebody else has, or it was cancelled. */
export async function claimTask(
  db: Transaction,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<TaskRow | undefined> {
  const [row] = await db
    .update(tasks)
    .set({
      state: 'in_progress',
      attempts: sql`${tasks.attempts} + 1`,
      startedAt: now,
      waitReason: null,
      error: null,
      updatedAt: now,
    })
    .where(
      and(
        alive(workspaceId),
        eq(tasks.id, id),
        eq(tasks.doer, 'machine'),
        inArray(tasks.state, ['pending', 'in_progress']),
      ),
    )
    .returning();
  return row;
}

export async function insertRun(db: Transaction, row: typeof taskRuns.$inferInsert): Promise<void> {
  await db.insert(taskRuns).values(row).onConflictDoNothing();
}

export async function endRun(
  db: Transaction,
  workspaceId: string,
  taskId: string,
  attempt: number,
  set: Partial<typeof taskRuns.$inferInsert>,
): Promise<void> {
  await db
    .update(taskRuns)
    .set(set)
    .where(
      and(eq(taskRuns.workspaceId, workspaceId), eq(taskRuns.taskId, taskId), eq(taskRuns.attempt, attempt)),
    );
}

export async function countOpen(db: Transaction, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(tasks)
    .where(and(alive(workspaceId), inArray(tasks.state, ['pending', 'in_progress'])));
  return row?.count ?? 0;
}

/** Ids of the people who have an open follow-up already. */
export async function listLeadsWithOpenTask(
  db: Transaction,
  workspaceId: string,
  type: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ leadId: tasks.leadId })
    .from(tasks)
    .where(and(alive(workspaceId), eq(tasks.type, type), inArray(tasks.state, ['pending', 'in_progress'])));
  return rows.flatMap(({ leadId }) => (leadId ? [leadId] : []));
}

/** Finished tasks by how they ended. */
export async function countEnded(
  db: Transaction,
  workspaceId: string,
): Promise<{ completed: number; failed: number }> {
  const [row] = await db
    .select({
      completed: sql<number>`(count(*) filter (where ${tasks.state} = 'completed'))::int`,
      failed: sql<number>`(count(*) filter (where ${tasks.state} = 'failed'))::int`,
    })
    .from(tasks)
    .where(alive(workspaceId));
  return row ?? { completed: 0, failed: 0 };
}
