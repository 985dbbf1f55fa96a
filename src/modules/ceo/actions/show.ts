import type { Context } from '#context';
import { namesOfUsers } from '#kernel/identity';
import * as queries from './queries.ts';
import { type Action, ActionKind } from './shapes.ts';

/** Actions as the API answers them, with who decided. */
export async function show(ctx: Context, rows: queries.ActionRow[]): Promise<Action[]> {
  const decisions = await queries.listApprovals(
    ctx.db,
    ctx.workspace.id,
    rows.map(({ id }) => id),
  );
  const names = await namesOfUsers(
    ctx,
    decisions.flatMap(({ decidedBy }) => (decidedBy ? [decidedBy] : [])),
  );
  const now = ctx.clock.now();
  return rows.map((row) => {
    const decision = decisions.findLast(({ actionId }) => actionId === row.id);
    const { skipped = [] } = row.result as { skipped?: Action['skipped'] };
    return {
      id: row.id,
      kind: ActionKind.parse(row.kind),
      reach: row.reach,
      title: row.title,
      items: row.items,
      why: row.why,
      asksBecause: row.asksBecause,
      confidence: row.confidence === null ? null : Math.round(row.confidence * 100) / 100,
      insightId: row.insightId,
      state: row.state,
      waitReason: row.waitReason,
      runsAt: row.runsAt?.toISOString() ?? null,
      decideBy: row.decideBy?.toISOString() ?? null,
      undoUntil: row.undoUntil?.toISOString() ?? null,
      canUndo:
        (row.state === 'done' || row.state === 'part_done') &&
        row.kind !== 'note' &&
        (row.undoUntil === null || row.undoUntil > now),
      problem: row.problem,
      skipped,
      decision: decision
        ? {
            decision: decision.decision,
            by: decision.decidedBy ? (names.get(decision.decidedBy) ?? 'somebody who is gone') : 'a key',
            reason: decision.reason,
            at: decision.decidedAt.toISOString(),
          }
        : null,
      proposedAt: row.proposedAt.toISOString(),
      ranAt: row.ranAt?.toISOString() ?? null,
      undoneAt: row.undoneAt?.toISOString() ?? null,
    };
  });
}
