import { type Platform, system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import {
  closeRun,
  findBudget,
  insertRun,
  listAbandonedRuns,
  type RunRow,
  reserveSpend,
  settleSpend,
} from './queries.ts';

/** What every run writes down, whoever answers. */
export interface Opening {
  workspaceId: string;
  task: string;
  taskVersion: number;
  promptVersion: string;
  promptHash: string | null;
  inputHash: string;
  subject?: { type: string; id: string } | undefined;
  correlationId?: string | undefined;
  startedAt: Date;
}

/** How a run ended. */
export interface Ending {
  state: RunRow['state'];
  maker: string;
  output?: unknown;
  reason?: string | undefined;
  error?: string | undefined;
  attempts: number;
  tokensIn: number;
  tokensOut: number;
  costMicros: number;
  finishedAt: Date;
}

export const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

const actor = system('ai');

/**
 * Opens the transcript and sets the estimated maximum aside, in one transaction, before anything is sent.
 * @returns the id of the run, or undefined when the month's budget does not allow it
 */
export async function reserve(
  platform: Platform,
  opening: Opening,
  call: { provider: string; model: string; micros: number },
): Promise<string | undefined> {
  return inWorkspace(platform, { workspaceId: opening.workspaceId, actor }, async (ctx) => {
    const limit =
      (await findBudget(ctx.db, opening.workspaceId)) ?? platform.settings.aiMonthlyBudgetCents * 10_000;
    const month = monthOf(opening.startedAt);
    if (!(await reserveSpend(ctx.db, opening.workspaceId, month, call.micros, limit))) return undefined;
    const id = newId();
    await insertRun(ctx.db, {
      ...columns(opening, id),
      state: 'reserved',
      maker: `model: ${call.model}`,
      provider: call.provider,
      model: call.model,
      reservedMicros: call.micros,
    });
    return id;
  });
}

/** Closes a reserved run: what it cost is spent, the rest is free again. */
export async function settle(
  platform: Platform,
  opening: Opening,
  run: { id: string; micros: number },
  ending: Ending,
): Promise<void> {
  await inWorkspace(platform, { workspaceId: opening.workspaceId, actor }, async (ctx) => {
    const closed = await closeRun(ctx.db, opening.workspaceId, run.id, endColumns(opening, ending));
    if (closed)
      await settleSpend(
        ctx.db,
        opening.workspaceId,
        monthOf(opening.startedAt),
        run.micros,
        ending.costMicros,
      );
  });
}

/** Writes down a run that asked no model. @returns its id */
export async function note(platform: Platform, opening: Opening, ending: Ending): Promise<string> {
  const id = newId();
  await inWorkspace(platform, { workspaceId: opening.workspaceId, actor }, (ctx) =>
    insertRun(ctx.db, { ...columns(opening, id), ...endColumns(opening, ending) }),
  );
  return id;
}

/** Counts abandoned runs as spent in full: nobody knows whether they were billed, and a budget must hold. */
export async function settleAbandoned(
  platform: Platform,
  workspaceId: string,
  startedBefore: Date,
): Promise<number> {
  return inWorkspace(platform, { workspaceId, actor }, async (ctx) => {
    const runs = await listAbandonedRuns(ctx.db, workspaceId, startedBefore);
    for (const run of runs) {
      const closed = await closeRun(ctx.db, workspaceId, run.id, {
        state: 'unconfirmed',
        error: 'The program stopped while it waited for the answer.',
        costMicros: run.reservedMicros,
        finishedAt: ctx.clock.now(),
      });
      if (closed)
        await settleSpend(
          ctx.db,
          workspaceId,
          monthOf(run.startedAt),
          run.reservedMicros,
          run.reservedMicros,
        );
    }
    return runs.length;
  });
}

const columns = ({ subject, correlationId, ...opening }: Opening, id: string) => ({
  id,
  ...opening,
  subjectType: subject?.type ?? null,
  subjectId: subject?.id ?? null,
  correlationId: correlationId ?? null,
});

const endColumns = (opening: Opening, { output, reason, error, ...ending }: Ending) => ({
  ...ending,
  output: output ?? null,
  reason: reason ?? null,
  error: error ?? null,
  durationMs: ending.finishedAt.getTime() - opening.startedAt.getTime(),
});
