import { type Context, type Platform, system } from '#context';
import { audit } from '#kernel/audit';
import { inWorkspace, newId } from '#kernel/database';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { PaymentRefused, PaymentsDown, type Provider, RefundObject } from '#kernel/payments';
import { record } from '../payments/service.ts';
import { sendRefund } from './jobs.ts';
import * as queries from './queries.ts';
import type { NewRefund } from './shapes.ts';

/**
 * Asks for money to be given back. The intent is kept here; the provider is asked by a job, once.
 * @returns the refund's id
 * @throws NotFound
 * @throws Invalid for more than is left
 * @throws Conflict when nothing is left
 */
export async function ask(
  ctx: Context,
  orderId: string,
  { amountMinor, reason, revokesAccess }: NewRefund,
): Promise<string> {
  const { db, workspace } = ctx;
  const order = await queries.findOrder(db, workspace.id, orderId, { lock: true });
  if (!order) throw new NotFound('There is no such order.');
  const left = await refundable(ctx, order);
  if (left === 0) throw new Conflict('Everything was given back already, or is on its way.');
  if (!order.providerPaymentId || !order.checkoutId) throw new Conflict('This order was not paid here.');
  const wanted = amountMinor ?? left;
  if (wanted > left)
    throw new Invalid([{ pointer: '/amountMinor', detail: `At most ${left} may still be given back.` }]);
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertRefund(db, workspace.id, {
    id,
    orderId,
    amountMinor: wanted,
    currency: order.currency,
    reason,
    revokesAccess,
    idempotencyKey: `refund:${id}`,
    problem: 'The provider is asked in a moment.',
    askedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await audit(ctx, {
    action: 'order.refund-asked',
    subject: { type: 'order', id: orderId },
    after: { amountMinor: wanted, revokesAccess },
    ...(reason && { reason }),
  });
  await sendLater(ctx, id);
  return id;
}

/** What is neither given back nor on its way back. */
export async function refundable(ctx: Context, order: queries.OrderRow): Promise<number> {
  if (order.state === 'lost_dispute') return 0;
  const refunds = await queries.listRefunds(ctx.db, ctx.workspace.id, order.id);
  const gone = refunds
    .filter(({ state }) => state !== 'failed')
    .reduce((sum, row) => sum + row.amountMinor, 0);
  return Math.max(0, order.totalMinor - gone);
}

/** Lets a job ask the provider. */
export const sendLater = (ctx: Context, refundId: string): Promise<void> =>
  enqueue(ctx, sendRefund, { workspaceId: ctx.workspace.id, refundId }, { key: `refund.send:${refundId}` });

interface Claim {
  refund: queries.RefundRow;
  paymentId: string;
  checkoutId: string;
  provider: Provider;
  /** Somebody asked before and may have been heard. */
  isAgain: boolean;
}

/**
 * Asks the provider for one refund. A process that died after asking leaves it unconfirmed: then it is looked up first,
 * and asked for again only under the same key, which the provider answers with the refund from before.
 * @throws PaymentsDown, so that the job comes again
 */
export async function send(platform: Platform, workspaceId: string, refundId: string): Promise<void> {
  const entry = { workspaceId, actor: system('refunds') };
  const claim = await inWorkspace(platform, entry, (ctx) => take(ctx, refundId));
  if (!claim) return;
  const { refund, paymentId, checkoutId, provider, isAgain } = claim;
  try {
    const gateway = platform.payments.at(provider);
    const known = isAgain
      ? (await gateway.listRefunds(paymentId)).find(({ metadata }) => metadata?.refund_id === refundId)
      : undefined;
    const answer =
      known ??
      (await gateway.refund({
        workspaceId,
        checkoutId,
        refundId,
        idempotencyKey: refund.idempotencyKey,
        paymentId,
        amountMinor: refund.amountMinor,
        currency: refund.currency,
        at: platform.clock.now(),
      }));
    await inWorkspace(platform, entry, (ctx) => keepAnswer(ctx, checkoutId, provider, answer));
  } catch (error) {
    if (error instanceof PaymentRefused) {
      const problem = `The provider says no: ${error.message}`;
      await inWorkspace(platform, entry, (ctx) => move(ctx, refundId, { state: 'failed', problem }));
      return;
    }
    if (error instanceof PaymentsDown) {
      const problem = `${error.message} It is looked up and tried again by itself.`;
      await inWorkspace(platform, entry, (ctx) => move(ctx, refundId, { state: 'unconfirmed', problem }));
    }
    throw error;
  }
}

async function take(ctx: Context, refundId: string): Promise<Claim | undefined> {
  const refund = await queries.findRefund(ctx.db, ctx.workspace.id, refundId, { lock: true });
  if (!refund || refund.providerRefundId || refund.state === 'done' || refund.state === 'failed')
    return undefined;
  const order = await queries.findOrder(ctx.db, ctx.workspace.id, refund.orderId);
  if (!order?.providerPaymentId || !order.checkoutId) return undefined;
  await move(ctx, refundId, { state: 'sending', problem: 'The provider is being asked.' });
  return {
    refund,
    paymentId: order.providerPaymentId,
    checkoutId: order.checkoutId,
    provider: order.provider as Provider,
    isAgain: refund.state !== 'planned',
  };
}

/** What the provider answered is news like any other. */
async function keepAnswer(
  ctx: Context,
  checkoutId: string,
  provider: Provider,
  answer: RefundObject,
): Promise<void> {
  const refund = RefundObject.parse(answer);
  await record(ctx, checkoutId, provider, [
    {
      id: `answered:${refund.id}:${refund.status ?? 'pending'}`,
      object: 'event',
      type: 'refund.updated',
      created: refund.created,
      livemode: provider === 'stripe',
      data: { object: refund },
    },
  ]);
}

const move = (ctx: Context, id: string, values: { state: queries.RefundRow['state']; problem: string }) =>
  queries.updateRefund(ctx.db, ctx.workspace.id, id, { ...values, updatedAt: ctx.clock.now() });
