import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { deliver, lookUp } from './deliver.ts';

/** Gives one video to the mail. */
export const deliverVideo = job({
  name: 'video.deliver',
  payload: z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, deliveryId }, { correlationId }) {
    const entry = { workspaceId, actor: system('video'), correlationId };
    await inWorkspace(platform, entry, (ctx) => deliver(ctx, deliveryId));
  },
});

/** Looks up what became of videos that left, and finds those whose job died. */
export const lookUpVideos = job({
  name: 'video.look-up',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id: workspaceId } of rows)
      await inWorkspace(platform, { workspaceId, actor: system('video.look-up') }, (ctx) => lookUp(ctx));
  },
});
