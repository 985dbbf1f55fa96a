import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, system } from '#context';
import { inTransaction, inWorkspace, SYSTEM_WORKSPACE_ID } from '#kernel/database';
import { enqueue, job } from '#kernel/jobs';
import { lookUpCheckout } from './checkouts/jobs.ts';
import { listToLookUp } from './checkouts/queries.ts';
import { listStranded } from './fulfilment/queries.ts';
import { fulfilLater } from './fulfilment/service.ts';
import { listUnsentRefunds } from './orders/queries.ts';
import { sendLater } from './orders/refunds.ts';
import { listUntaken } from './payments/queries.ts';
import { takeLater } from './payments/service.ts';

/** Longer than any of these takes: whoever had taken the job is gone. */
const STRANDED_AFTER_MS = 5 * 60_000;

/** Takes up what a process left behind when it died, and asks after payments of which nobody told. */
export const settlePayments = job({
  name: 'payments.settle',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    // The house itself sells its plans in the workspace that belongs to nobody.
    for (const workspaceId of [...rows.map(({ id }) => id), SYSTEM_WORKSPACE_ID])
      await inWorkspace(platform, { workspaceId, actor: system('payments.settle') }, settleWorkspace);
  },
});

async function settleWorkspace(ctx: Context): Promise<void> {
  const { db, workspace } = ctx;
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - STRANDED_AFTER_MS);
  for (const id of await listUntaken(db, workspace.id, before)) await takeLater(ctx, id);
  for (const id of await listStranded(db, workspace.id, before)) await fulfilLater(ctx, id);
  for (const id of await listUnsentRefunds(db, workspace.id, before)) await sendLater(ctx, id);
  if (ctx.platform.payments.provider !== 'stripe') return;
  for (const checkoutId of await listToLookUp(db, workspace.id, now))
    await enqueue(
      ctx,
      lookUpCheckout,
      { workspaceId: workspace.id, checkoutId },
      { key: `checkout.look-up:${checkoutId}` },
    );
}
