import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction } from '#kernel/database';
import { job } from '#kernel/jobs';
import { settleAbandoned } from './ledger.ts';

const ABANDONED_AFTER_MS = 15 * 60_000;

/** Closes model calls whose process went away, everywhere. Every few minutes. */
export const settleAbandonedRuns = job({
  name: 'ai.settle-abandoned-runs',
  payload: z.object({}),
  async run(platform) {
    const before = new Date(platform.clock.now().getTime() - ABANDONED_AFTER_MS);
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id } of rows) await settleAbandoned(platform, id, before);
  },
});
