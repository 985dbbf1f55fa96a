import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { catchUp } from './outcome.ts';
import { release } from './release.ts';

/** Looks everywhere whether something is due: what a process that died had taken along is found here. */
export const releaseEverywhere = job({
  name: 'sends.release-everywhere',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id: workspaceId } of rows) {
      await inWorkspace(platform, { workspaceId, actor: system('campaign sender') }, catchUp);
      await release(platform, { workspaceId });
    }
  },
});
