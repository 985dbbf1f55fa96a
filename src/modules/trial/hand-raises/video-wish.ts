import type { Context } from '#context';
import { findRaise, listRules } from './queries.ts';

/** What the rule behind a raised hand asks of the video: which template (null: the playbook's), and how long after it. */
export async function videoWishOf(
  ctx: Context,
  id: string,
): Promise<{ templateId: string | null; delayMinutes: number }> {
  const raised = await findRaise(ctx.db, ctx.workspace.id, id);
  const rule = (await listRules(ctx.db, ctx.workspace.id)).find((one) => one.id === raised?.ruleId);
  return { templateId: rule?.videoTemplateId ?? null, delayMinutes: rule?.videoDelayMinutes ?? 0 };
}
