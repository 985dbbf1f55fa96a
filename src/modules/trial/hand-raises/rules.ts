import type { Context } from '#context';
import { newId } from '#kernel/database';
import * as queries from './queries.ts';

/** The line of a new workspace, in points of the default signals. */
const DEFAULT_THRESHOLD = 60;

/** The rules of a workspace; one that has none gets the line everybody begins with. */
export async function rulesOf(ctx: Context): Promise<queries.HandRaiseRuleRow[]> {
  const rows = await queries.listRules(ctx.db, ctx.workspace.id);
  if (rows.length > 0) return rows;
  const now = ctx.clock.now();
  await queries.insertRule(ctx.db, ctx.workspace.id, {
    id: newId(),
    threshold: DEFAULT_THRESHOLD,
    createdAt: now,
    updatedAt: now,
  });
  return queries.listRules(ctx.db, ctx.workspace.id);
}
