import { listener } from '#kernel/events';
import { forgetUsage } from './usage-queries.ts';

/** The rows go with the person; what was counted stays as counts of nobody. */
export const whenLeadErased = listener({
  name: 'trial.forget-erased-lead',
  event: 'lead.erased',
  handle: (ctx, event) => forgetUsage(ctx.db, ctx.workspace.id, event.payload.leadId),
});
