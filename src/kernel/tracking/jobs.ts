import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction } from '#kernel/database';
import { job } from '#kernel/jobs';

/** Deletes the salts of yesterday's visitor hashes everywhere: from then on they lead back to nobody. Daily, after midnight UTC. */
export const forgetVisitors = job({
  name: 'visitors.forget',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id } of rows) await platform.facts.forgetVisitors(id);
  },
});
