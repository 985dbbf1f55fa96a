import { z } from 'zod';
import { job } from '#kernel/jobs';
import { send } from './refunds.ts';

/** Asks the provider for one refund. */
export const sendRefund = job({
  name: 'refund.send',
  payload: z.object({ workspaceId: z.uuid(), refundId: z.uuid() }),
  maxAttempts: 25,
  run: (platform, { workspaceId, refundId }) => send(platform, workspaceId, refundId),
});
