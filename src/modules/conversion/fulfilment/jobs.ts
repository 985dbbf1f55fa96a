import { z } from 'zod';
import { system } from '#context';
import { inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { noteTrouble, runNext } from './run.ts';

/** Runs the steps of an order, one transaction each, until none is left or one does not go. */
export const fulfilOrder = job({
  name: 'order.fulfil',
  payload: z.object({ workspaceId: z.uuid(), orderId: z.uuid() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, orderId }, { correlationId }) {
    const entry = { workspaceId, actor: system('fulfilment'), correlationId };
    try {
      while (await inWorkspace(platform, entry, (ctx) => runNext(ctx, orderId)));
    } catch (error) {
      await inWorkspace(platform, entry, (ctx) => noteTrouble(ctx, orderId, error));
      throw error;
    }
  },
});
