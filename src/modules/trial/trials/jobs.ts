import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { releaseAllLost } from './reservations.ts';

/** Gives questions back that a process had set aside when it stopped. */
export const releaseLostQuestions = job({
  name: 'trial.release-lost',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id: workspaceId } of rows)
      await inWorkspace(platform, { workspaceId, actor: system('trial.release-lost') }, releaseAllLost);
  },
});
