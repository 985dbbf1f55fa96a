import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { enqueue, job } from '#kernel/jobs';
import { usage } from '#kernel/usage';
import * as config from '../config/service.ts';
import { look } from './service.ts';

/** One look at one workspace. */
export const lookAtWorkspace = job({
  name: 'ceo.look-at-workspace',
  payload: z.object({ workspaceId: z.uuid() }),
  maxAttempts: 3,
  async run(platform, { workspaceId }, { correlationId }) {
    await inWorkspace(platform, { workspaceId, actor: system('ceo'), correlationId }, (ctx) =>
      look(ctx, 'hourly'),
    );
  },
});

/** Every hour: each workspace whose organization is on pro or above and has not switched it off. */
export const lookAtAll = job({
  name: 'ceo.look',
  payload: z.object({}),
  async run(platform, _payload, { correlationId }) {
    const { rows } = await inTransaction(platform.database.pool, { readOnly: true }, (db) =>
      db.$client.query<{ id: string }>('select lookup.all_workspace_ids() as id'),
    );
    for (const { id: workspaceId } of rows) {
      await inWorkspace(platform, { workspaceId, actor: system('ceo'), correlationId }, async (ctx) => {
        if ((await usage.planOf(ctx)) === 'free' || !(await config.get(ctx)).isHourly) return;
        await enqueue(ctx, lookAtWorkspace, { workspaceId }, { key: `ceo.look:${workspaceId}` });
      });
    }
  },
});
