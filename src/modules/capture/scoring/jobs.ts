import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { appraise, dueOf } from './service.ts';

const ACTIVE_WITHIN_MS = 15 * 60_000;
const OLDER_THAN_MS = 20 * 3_600_000;
const MOST = 200;

/** Scores again whoever read on lately, and whoever time has passed over: what people did counts less every day. */
export const scoreLeads = job({
  name: 'leads.score',
  payload: z.object({}),
  async run(platform) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(sql`select lookup.all_workspace_ids() as id`),
    );
    for (const { id: workspaceId } of rows) {
      const entry = { workspaceId, actor: system('leads.score') };
      const due = await inWorkspace(platform, entry, (ctx) =>
        dueOf(ctx, { activeWithinMs: ACTIVE_WITHIN_MS, olderThanMs: OLDER_THAN_MS, limit: MOST }),
      );
      for (const leadId of due) await inWorkspace(platform, entry, (ctx) => appraise(ctx, leadId));
    }
  },
});
