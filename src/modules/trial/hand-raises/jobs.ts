import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { enqueue, job } from '#kernel/jobs';
import { assess } from './assess.ts';
import { dueOf, look, moveOn, nextPiece } from './follow.ts';

/** Looks at one person soon after they did something. */
export const assessLead = job({
  name: 'signals.assess',
  payload: z.object({ workspaceId: z.uuid(), leadId: z.uuid() }),
  run: (platform, { workspaceId, leadId }) =>
    inWorkspace(platform, { workspaceId, actor: system('signals.assess') }, (ctx) => assess(ctx, leadId)),
});

/** Looks at everybody who gave a signal, in pieces, after a rule has changed. */
export const reassess = job({
  name: 'signals.reassess',
  payload: z.object({ workspaceId: z.uuid(), after: z.uuid().nullable() }),
  async run(platform, { workspaceId, after }) {
    const entry = { workspaceId, actor: system('signals.reassess') };
    const piece = await inWorkspace(platform, entry, (ctx) => nextPiece(ctx, after));
    for (const leadId of piece) await inWorkspace(platform, entry, (ctx) => assess(ctx, leadId));
    const last = piece.at(-1);
    if (last)
      await inWorkspace(platform, entry, (ctx) => enqueue(ctx, reassess, { workspaceId, after: last }));
  },
});

/** Looks at whoever did something that only facts tell of, and at those over whom time has passed. */
export const followFacts = job({
  name: 'signals.follow',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id: workspaceId } of rows) {
      const entry = { workspaceId, actor: system('signals.follow') };
      const seen = await inWorkspace(platform, entry, look);
      const due = await inWorkspace(platform, entry, dueOf);
      for (const leadId of new Set([...seen.leadIds, ...due]))
        await inWorkspace(platform, entry, (ctx) => assess(ctx, leadId));
      // Only now: what a crash leaves behind is looked at again.
      await inWorkspace(platform, entry, (ctx) => moveOn(ctx, seen.cursors));
    }
  },
});
