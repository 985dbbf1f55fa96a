import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Conflict, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import { reserve } from '#kernel/usage';
import { leads } from '#modules/capture';
import * as queries from './queries.ts';
import { runTask } from './run.ts';
import { type NewTask, type Task, type TaskChange, type TaskQuery, TaskState, TaskType } from './shapes.ts';

/** A task as the CEO itself makes it. */
interface OwnTask {
  type: Task['type'];
  title: string;
  description?: string;
  priority?: Task['priority'];
  leadId?: string | undefined;
  actionId?: string;
  insightId?: string | undefined;
  input?: Record<string, unknown>;
  /** Not before this instant. */
  runsAt?: Date;
  dueAt?: Date;
}

const MACHINE: ReadonlySet<Task['type']> = new Set(['send_mail', 'post_draft']);

/**
 * Adds a unit of work. What the machine does starts within seconds, or at its time.
 * @throws PlanLimitReached (402)
 */
export async function add(ctx: Context, task: OwnTask): Promise<queries.TaskRow> {
  const now = ctx.clock.now();
  const id = newId();
  await reserve(ctx, 'tasks', 1, { type: 'task', id });
  const doer = MACHINE.has(task.type) ? 'machine' : 'person';
  const row = await queries.insertTask(ctx.db, {
    id,
    workspaceId: ctx.workspace.id,
    type: task.type,
    title: task.title,
    description: task.description ?? '',
    priority: task.priority ?? 'medium',
    doer,
    leadId: task.leadId ?? null,
    actionId: task.actionId ?? null,
    insightId: task.insightId ?? null,
    input: task.input ?? {},
    runsAt: doer === 'machine' ? (task.runsAt ?? now) : null,
    waitReason: task.runsAt && task.runsAt > now ? 'It can be taken back until then.' : null,
    dueAt: task.dueAt ?? null,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  if (doer === 'machine') await startLater(ctx, row);
  await publish(ctx, 'task.enqueued', { taskId: id });
  return row;
}

const startLater = (ctx: Context, { id, runsAt }: queries.TaskRow): Promise<void> =>
  enqueue(
    ctx,
    runTask,
    { workspaceId: ctx.workspace.id, taskId: id },
    { key: `task:${id}`, ...(runsAt && { runAt: runsAt }) },
  );

/** Adds a task that a person wrote. @throws NotFound when the lead is not there, PlanLimitReached */
export async function create(ctx: Context, input: NewTask): Promise<Task> {
  if (input.leadId) await leads.getRow(ctx, input.leadId);
  const { dueAt, ...rest } = input;
  const row = await add(ctx, { ...rest, ...(dueAt && { dueAt: new Date(dueAt) }) });
  return (await show(ctx, [row]))[0] as Task;
}

export async function list(ctx: Context, { cursor, limit, state, leadId }: TaskQuery): Promise<Page<Task>> {
  const states = (state ?? '').split(',').flatMap((name) => {
    const known = TaskState.safeParse(name.trim());
    return known.success ? [known.data] : [];
  });
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listTasks(ctx.db, ctx.workspace.id, { states, leadId, after, limit: limit + 1 });
  const shown = await show(ctx, rows);
  return cutPage(
    shown,
    limit,
    ({ id }) => [id],
    (task) => task,
  );
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Task> {
  return (await show(ctx, [await find(ctx, id)]))[0] as Task;
}

async function find(ctx: Context, id: string): Promise<queries.TaskRow> {
  const row = await queries.findTask(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such task.');
  return row;
}

/**
 * Changes what a person may change: words, priority, day, and that it is done, cancelled or open again.
 * @throws NotFound, Conflict when the machine is at it
 */
export async function change(ctx: Context, id: string, input: TaskChange): Promise<Task> {
  const before = await find(ctx, id);
  const { state, dueAt, ...words } = input;
  const now = ctx.clock.now();
  if (state && state !== before.state && (before.state === 'in_progress' || before.state === 'unconfirmed'))
    throw new Conflict(
      before.state === 'in_progress'
        ? 'The machine is at this task right now. Try again in a moment.'
        : 'Nobody knows yet whether it took place. It is being looked up.',
    );
  const row = await queries.moveTask(
    ctx.db,
    ctx.workspace.id,
    { id, from: [before.state] },
    {
      ...words,
      ...(dueAt !== undefined && { dueAt: dueAt ? new Date(dueAt) : null }),
      ...(state && { state, completedAt: state === 'completed' ? now : null }),
      updatedAt: now,
    },
  );
  if (!row) throw new Conflict('Somebody changed this task meanwhile. Look at it again.');
  if (state && state !== before.state) {
    await audit(ctx, { action: `task.${state}`, subject: { type: 'task', id } });
    if (state === 'pending' && row.doer === 'machine') await startLater(ctx, row);
    else await publish(ctx, 'task.finished', { taskId: id, state });
  }
  return (await show(ctx, [row]))[0] as Task;
}

/** Stops a task that has not begun. @returns whether it was still to be stopped */
export async function cancel(ctx: Context, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  const row = await queries.moveTask(
    ctx.db,
    ctx.workspace.id,
    { id, from: ['pending', 'failed'] },
    { state: 'cancelled', waitReason: null, updatedAt: now },
  );
  if (row) await publish(ctx, 'task.finished', { taskId: id, state: 'cancelled' });
  return row !== undefined;
}

/** Tries a failed task once more, now. @throws NotFound, Conflict */
export async function retry(ctx: Context, id: string): Promise<Task> {
  const before = await find(ctx, id);
  const row = await queries.moveTask(
    ctx.db,
    ctx.workspace.id,
    { id, from: ['failed'] },
    { state: 'pending', error: null, runsAt: ctx.clock.now(), updatedAt: ctx.clock.now() },
  );
  if (!row) throw new Conflict(`Only a failed task is tried again; this one is ${before.state}.`);
  await startLater(ctx, row);
  return (await show(ctx, [row]))[0] as Task;
}

export const countOpen = (ctx: Context): Promise<number> => queries.countOpen(ctx.db, ctx.workspace.id);
export const leadsWithFollowUp = (ctx: Context): Promise<string[]> =>
  queries.listLeadsWithOpenTask(ctx.db, ctx.workspace.id, 'follow_up');
export const countEnded = (ctx: Context) => queries.countEnded(ctx.db, ctx.workspace.id);

async function show(ctx: Context, rows: queries.TaskRow[]): Promise<Task[]> {
  const leadIds = [...new Set(rows.flatMap(({ leadId }) => (leadId ? [leadId] : [])))];
  const people = new Map(
    (await leads.rowsOf(ctx, leadIds)).map((lead) => [lead.id, lead.name || lead.email]),
  );
  return rows.map((row) => ({
    id: row.id,
    type: TaskType.catch('other').parse(row.type),
    title: row.title,
    description: row.description,
    state: row.state,
    priority: row.priority,
    doer: row.doer,
    lead: row.leadId ? { id: row.leadId, name: people.get(row.leadId) ?? 'somebody who is gone' } : null,
    actionId: row.actionId,
    output: row.output as Task['output'],
    waitReason: row.waitReason,
    runsAt: row.runsAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    attempts: row.attempts,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  }));
}
