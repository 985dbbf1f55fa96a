import type { Context } from '#context';
import { listener } from '#kernel/events';
import { forgetErased } from '../orders/forget.ts';
import { findOrder } from '../orders/queries.ts';
import * as queries from './queries.ts';
import { finish } from './run.ts';
import { closeLibrary } from './service.ts';

async function move(ctx: Context, messageId: string, values: Partial<queries.StepRow>): Promise<void> {
  const step = await queries.findByMessage(ctx.db, ctx.workspace.id, messageId);
  if (!step) return;
  const order = await findOrder(ctx.db, ctx.workspace.id, step.orderId, { lock: true });
  await queries.updateStep(ctx.db, ctx.workspace.id, step.id, { ...values, updatedAt: ctx.clock.now() });
  if (order) await finish(ctx, order);
}

/** The mail of an order left: its step is done. */
export const whenAccessMailSent = listener({
  name: 'conversion.finish-mail-step',
  event: 'message.sent',
  handle: (ctx, { payload, occurredAt }) =>
    move(ctx, payload.messageId, { state: 'done', doneAt: occurredAt, waitReason: null, problem: null }),
});

/** The mail of an order came back: somebody must look at it. */
export const whenAccessMailBounced = listener({
  name: 'conversion.fail-mail-step',
  event: 'message.bounced',
  handle: (ctx, { payload }) =>
    move(ctx, payload.messageId, {
      state: 'failed',
      waitReason: null,
      problem: 'The mail came back. Put the address right and send the access again.',
    }),
});

/** Somebody was erased: their library leads nowhere, and their orders are nobody's. */
export const whenBuyerErased = listener({
  name: 'conversion.forget-buyer',
  event: 'lead.erased',
  async handle(ctx, { payload }) {
    await closeLibrary(ctx, payload.leadId);
    await forgetErased(ctx);
  },
});
