import { z } from 'zod';
import { enqueue, type Job, job } from '#kernel/jobs';
import { deliver } from './deliver.ts';

interface Payload {
  workspaceId: string;
  deliveryId: string;
}

/** Posts one delivery. Further attempts are jobs of their own, at the times the schedule of webhooks gives. */
export const deliverWebhook: Job<Payload> = job({
  name: 'webhook.deliver',
  payload: z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
  run: (platform, payload) =>
    deliver(platform, payload, (ctx, runAt) => enqueue(ctx, deliverWebhook, payload, { runAt })),
});
