import type { Context } from '#context';
import { listener } from '#kernel/events';
import { findCheckout } from '../checkouts/queries.ts';
import { findOrder } from '../orders/queries.ts';
import { settlePlan } from './service.ts';

async function settle(ctx: Context, orderId: string, outcome: 'paid' | 'refunded'): Promise<void> {
  if (ctx.workspace.kind !== 'system') return;
  const order = await findOrder(ctx.db, ctx.workspace.id, orderId);
  const checkout = order?.checkoutId
    ? await findCheckout(ctx.db, ctx.workspace.id, order.checkoutId)
    : undefined;
  if (checkout) await settlePlan(ctx, checkout.idempotencyKey, outcome);
}

export const whenPlanPaid = listener({
  name: 'conversion.put-plan-in-force',
  event: 'order.paid',
  handle: (ctx, { payload }) => settle(ctx, payload.orderId, 'paid'),
});

export const whenPlanRefunded = listener({
  name: 'conversion.end-refunded-plan',
  event: 'order.refunded',
  async handle(ctx, { payload }) {
    if (payload.isRevoked) await settle(ctx, payload.orderId, 'refunded');
  },
});
