import { z } from 'zod';
import { job } from '#kernel/jobs';
import { lookUp } from './submit.ts';

/** Asks Stripe what became of one checkout. */
export const lookUpCheckout = job({
  name: 'checkout.look-up',
  payload: z.object({ workspaceId: z.uuid(), checkoutId: z.uuid() }),
  maxAttempts: 5,
  run: (platform, { workspaceId, checkoutId }) => lookUp(platform, workspaceId, checkoutId),
});
