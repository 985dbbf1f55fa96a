import type { Context } from '#context';
import { publish } from '#kernel/events';
import { PlanLimitReached } from '#kernel/usage';
import * as tasks from '../tasks/service.ts';
import * as queries from './queries.ts';
import type { ActionItem } from './schema.ts';
import type { Kind } from './shapes.ts';

/** Mails wait that long, so that they can be taken back. */
const BEFORE_LEAVING_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** Turns an action into tasks. What its plan does not allow waits, with the reason. */
export async function carryOut(
  ctx: Context,
  row: queries.ActionRow,
  skipped: { name: string; reason: string }[],
): Promise<queries.ActionRow> {
  const now = ctx.clock.now();
  const leaves = new Date(now.getTime() + BEFORE_LEAVING_MS);
  const taskIds: string[] = [];
  const base = { actionId: row.id, insightId: row.insightId ?? undefined };
  const make: Record<Kind, (item: ActionItem) => Parameters<typeof tasks.add>[1] | undefined> = {
    create_tasks: (item) => ({
      ...base,
      type: 'follow_up',
      title: item.title,
      description: item.text,
      priority: 'high',
      dueAt: new Date(now.getTime() + DAY_MS),
      ...(item.subjectType === 'lead' && { leadId: item.subjectId }),
    }),
    draft_post: (item) => ({ ...base, type: 'post_draft', title: item.title, description: item.text }),
    note: () => undefined,
    send_mail: (item) => ({
      ...base,
      type: 'send_mail',
      title: `Mail to ${item.name}`,
      leadId: item.subjectId,
      input: { subject: item.title, text: item.text },
      runsAt: leaves,
    }),
  };
  let waitReason: string | null = null;
  for (const item of row.items) {
    const task = make[row.kind as Kind](item);
    if (!task) continue;
    try {
      taskIds.push((await tasks.add(ctx, task)).id);
    } catch (error) {
      if (!(error instanceof PlanLimitReached)) throw error;
      waitReason = error.message;
      break;
    }
  }
  const left = row.kind === 'note' ? 0 : row.items.length - taskIds.length;
  const done = await queries.changeAction(ctx.db, ctx.workspace.id, row.id, {
    // What was carried out, with the words as changed: the record shows what people got.
    items: row.items,
    state: left === 0 ? 'done' : taskIds.length > 0 ? 'part_done' : 'failed',
    problem: left > 0 ? `${left} of ${row.items.length} were not done: ${waitReason}` : null,
    inverse: { taskIds, messageIds: [] },
    result: { tasks: taskIds.length, skipped },
    ranAt: now,
    undoUntil: row.kind === 'send_mail' ? leaves : null,
    updatedAt: now,
  });
  await publish(ctx, 'action.executed', { actionId: row.id });
  return done;
}
