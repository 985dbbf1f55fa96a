import { z } from 'zod';
import { system } from '#context';
import { inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { take } from './take.ts';

/** Acts on what the provider told about one checkout. */
export const takePaymentEvents = job({
  name: 'payment.take-events',
  payload: z.object({ workspaceId: z.uuid(), checkoutId: z.uuid() }),
  maxAttempts: 25,
  run: (platform, { workspaceId, checkoutId }, { correlationId }) =>
    inWorkspace(platform, { workspaceId, actor: system('payments'), correlationId }, (ctx) =>
      take(ctx, checkoutId),
    ),
});
