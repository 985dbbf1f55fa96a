import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { notify } from '#kernel/live';
import { buyers } from '#modules/capture';
import { asOf } from '../as-of.ts';
import { reinstate, revoke } from '../fulfilment/service.ts';
import type { Told } from '../payments/fold.ts';
import * as queries from './queries.ts';

/**
 * Brings an order's refunds, its state and what it grants to where everything that was told says they are. A refund that
 * the bank later sends back opens again what it had closed.
 */
export async function settle(ctx: Context, order: queries.OrderRow, told: Told): Promise<void> {
  const { db, workspace } = ctx;
  const fresh = await keepRefunds(ctx, order, told);
  const refunds = await queries.listRefunds(db, workspace.id, order.id);
  const done = refunds.filter(({ state }) => state === 'done');
  const refundedMinor = Math.min(
    order.totalMinor,
    done.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  );
  const isWhole = refundedMinor >= order.totalMinor && done.length > 0;
  const state = stateOf(told.dispute, refundedMinor, isWhole);
  const isRevoked = told.dispute === 'lost' || (isWhole && done.some(({ revokesAccess }) => revokesAccess));
  const at = told.refunds.reduce((last, refund) => (refund.at > last ? refund.at : last), order.bookedAt);
  const then = asOf(ctx, at);
  if (isRevoked)
    await revoke(then, order.id, told.dispute === 'lost' ? 'The payment was disputed and lost' : 'Refunded');
  else await reinstate(then, order.id);
  if (state !== order.state || refundedMinor !== order.refundedMinor) {
    await queries.updateOrder(db, workspace.id, order.id, {
      state,
      refundedMinor,
      updatedAt: ctx.clock.now(),
    });
    if (order.leadId) {
      const valueMinor = await queries.sumOfLead(db, workspace.id, order.leadId);
      await buyers.keepPurchases(ctx, order.leadId, { valueMinor, currency: order.currency });
    }
    await notify(ctx, 'order.changed', { orderId: order.id });
  }
  for (const { id, amountMinor, doneAt } of done.filter((refund) => fresh.has(refund.id))) {
    const when = asOf(ctx, doneAt ?? at);
    await takeShareBack(when, order, { id, amountMinor });
    await publish(when, 'order.refunded', {
      orderId: order.id,
      refundId: id,
      amountMinor,
      currency: order.currency,
      isRevoked,
    });
  }
}

function stateOf(
  dispute: Told['dispute'],
  refundedMinor: number,
  isWhole: boolean,
): queries.OrderRow['state'] {
  if (dispute === 'lost') return 'lost_dispute';
  if (dispute === 'open') return 'disputed';
  if (isWhole) return 'refunded';
  return refundedMinor > 0 ? 'part_refunded' : 'paid';
}

/** @returns ids of our refunds that are done now and were not before */
async function keepRefunds(ctx: Context, order: queries.OrderRow, told: Told): Promise<Set<string>> {
  const { db, workspace } = ctx;
  const rows = await queries.listRefunds(db, workspace.id, order.id);
  const fresh = new Set<string>();
  for (const refund of told.refunds) {
    const row =
      rows.find(({ providerRefundId }) => providerRefundId === refund.id) ??
      rows.find(({ id }) => id === refund.ourId);
    const state = refund.state === 'pending' ? 'sending' : refund.state;
    const values = {
      state,
      providerRefundId: refund.id,
      problem: refund.state === 'pending' ? 'The bank is at it; it can take some days.' : refund.problem,
      doneAt: state === 'done' ? refund.at : null,
      updatedAt: ctx.clock.now(),
    } as const;
    const id = row?.id ?? newId();
    if (!row)
      await queries.insertRefund(db, workspace.id, {
        id,
        orderId: order.id,
        amountMinor: refund.amountMinor,
        currency: order.currency,
        reason: refund.reason || 'Given back in the provider’s dashboard',
        idempotencyKey: `told:${refund.id}`,
        createdAt: refund.at,
        ...values,
      });
    else if (row.state !== state || row.providerRefundId !== refund.id)
      await queries.updateRefund(db, workspace.id, id, values);
    if (state === 'done' && row?.state !== 'done') fresh.add(id);
  }
  return fresh;
}

/** A refund takes back of each share what it takes back of the order. */
async function takeShareBack(
  ctx: Context,
  order: queries.OrderRow,
  refund: { id: string; amountMinor: number },
): Promise<void> {
  const shares = await queries.listShares(ctx.db, ctx.workspace.id, order.id);
  for (const share of shares.filter(({ refundId }) => refundId === null)) {
    const baseMinor = -Math.round((share.baseMinor * refund.amountMinor) / order.totalMinor);
    await queries.insertShare(ctx.db, ctx.workspace.id, {
      id: newId(),
      orderId: order.id,
      refundId: refund.id,
      agreementId: share.agreementId,
      expertId: share.expertId,
      baseMinor,
      percent: share.percent,
      shareMinor: Math.round((baseMinor * share.percent) / 100),
      currency: order.currency,
      bookedAt: ctx.clock.now(),
      createdAt: ctx.clock.now(),
    });
  }
}
