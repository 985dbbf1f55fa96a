import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '#context';
import { newId } from '#kernel/database';
import { notify } from '#kernel/live';
import { runningWork, type WorkStage } from './schema.ts';

interface NewWork {
  kind: string;
  title: string;
  openPath?: string;
  stages: WorkStage[];
}

/** Shows a piece of longer work on the running screen. @returns its id */
export async function begin(ctx: Context, { kind, title, openPath, stages }: NewWork): Promise<string> {
  const id = newId();
  const now = ctx.clock.now();
  await ctx.db.insert(runningWork).values({
    id,
    workspaceId: ctx.workspace.id,
    kind,
    title,
    openPath: openPath ?? null,
    stages,
    startedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    startedAt: now,
    updatedAt: now,
  });
  await notify(ctx, 'work.progressed', { workId: id });
  return id;
}

/** The newest work of a kind, also when it has ended. */
export async function findLatest(
  ctx: Context,
  kind: string,
): Promise<typeof runningWork.$inferSelect | undefined> {
  const [row] = await ctx.db
    .select()
    .from(runningWork)
    .where(and(eq(runningWork.workspaceId, ctx.workspace.id), eq(runningWork.kind, kind)))
    .orderBy(desc(runningWork.startedAt))
    .limit(1);
  return row;
}

/** Brings work back that was interrupted or failed, to go on with it. */
export async function resume(ctx: Context, id: string): Promise<void> {
  await change(ctx, id, { state: 'running', finishedAt: null, problem: null });
}

/** Says how far it is. */
export async function progress(ctx: Context, id: string, stages: WorkStage[]): Promise<void> {
  await change(ctx, id, { stages });
}

/** Takes it off the running screen. */
export async function end(
  ctx: Context,
  id: string,
  outcome: { state: 'done' | 'failed' | 'stopped'; problem?: string },
): Promise<void> {
  await change(ctx, id, { ...outcome, finishedAt: ctx.clock.now() });
}

async function change(
  ctx: Context,
  id: string,
  values: Partial<typeof runningWork.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(runningWork)
    .set({ ...values, updatedAt: ctx.clock.now() })
    .where(and(eq(runningWork.workspaceId, ctx.workspace.id), eq(runningWork.id, id)));
  await notify(ctx, 'work.progressed', { workId: id });
}
