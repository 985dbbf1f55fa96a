import { z } from 'zod';
import { job } from '#kernel/jobs';

/**
 * The test checkout tells us something, as Stripe would: signed when it is sent, over the same route, again and again
 * until it is taken.
 */
export const postTestEvent = job({
  name: 'test-payment.post-event',
  payload: z.object({ workspaceId: z.uuid(), body: z.string() }),
  maxAttempts: 25,
  run: (platform, { body }) => platform.payments.postTestEvent(body),
});
