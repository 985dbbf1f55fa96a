import type { Context } from '#context';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import { monthOf } from './ledger.ts';
import { findBudget, findSpend, listRuns, type RunRow } from './queries.ts';
import type { AiRun, AiRunQuery, AiSpend } from './shapes.ts';

/** Transcripts, newest first. */
export async function listTranscripts(
  ctx: Context,
  { cursor, limit, task }: AiRunQuery,
): Promise<Page<AiRun>> {
  const before = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await listRuns(ctx.db, ctx.workspace.id, {
    limit,
    ...(before && { before }),
    ...(task && { task }),
  });
  return cutPage(rows, limit, (row) => [row.id], show);
}

/** What models have cost this month, and what they may. */
export async function showSpend(ctx: Context): Promise<AiSpend> {
  const month = monthOf(ctx.clock.now());
  const limit = await findBudget(ctx.db, ctx.workspace.id);
  const { state, reason } = ctx.platform.ai.state();
  return {
    month,
    limitMicros: limit ?? ctx.platform.settings.aiMonthlyBudgetCents * 10_000,
    ...(await findSpend(ctx.db, ctx.workspace.id, month)),
    state,
    reason: reason ?? null,
  };
}

const show = (row: RunRow): AiRun => ({
  id: row.id,
  task: row.task,
  taskVersion: row.taskVersion,
  promptVersion: row.promptVersion,
  inputHash: row.inputHash,
  subject: row.subjectType && row.subjectId ? { type: row.subjectType, id: row.subjectId } : null,
  state: row.state,
  maker: row.maker,
  output: row.output ?? null,
  reason: row.reason,
  error: row.error,
  attempts: row.attempts,
  tokensIn: row.tokensIn,
  tokensOut: row.tokensOut,
  costMicros: row.costMicros,
  durationMs: row.durationMs,
  startedAt: row.startedAt.toISOString(),
});
