import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { enqueue } from '#kernel/jobs';
import { revokeToken } from '#kernel/pages';
import type { OfferRow } from '../offers/queries.ts';
import { FulfilmentPlan, Grant } from '../offers/shapes.ts';
import type { OrderRow } from '../orders/queries.ts';
import { fulfilOrder } from './jobs.ts';
import * as queries from './queries.ts';

/** Sets off what the offer promises, step by step; the job runs after commit. */
export async function plan(ctx: Context, order: OrderRow, offer: OfferRow): Promise<void> {
  const now = ctx.clock.now();
  const grants = Grant.array().parse(offer.grants);
  const steps = FulfilmentPlan.array()
    .parse(offer.fulfilment)
    .map(({ kind, ...settings }, index) => ({
      id: newId(),
      orderId: order.id,
      position: index + 1,
      kind,
      // Copied: what was bought stays what it was when the offer changes.
      settings: kind === 'grant' ? { grants } : settings,
      waitReason: index === 0 ? 'It runs in a moment.' : 'It waits for the step before it.',
      nextAttemptAt: now,
      createdAt: now,
      updatedAt: now,
    }));
  await queries.insertSteps(ctx.db, ctx.workspace.id, steps);
  await fulfilLater(ctx, order.id);
}

/** Lets the job run what is left of an order's steps. */
export const fulfilLater = (ctx: Context, orderId: string): Promise<void> =>
  enqueue(ctx, fulfilOrder, { workspaceId: ctx.workspace.id, orderId }, { key: `order.fulfil:${orderId}` });

/** Closes what an order had opened. Again is as good as once. */
export async function revoke(ctx: Context, orderId: string, reason: string): Promise<void> {
  const { db, workspace } = ctx;
  const now = ctx.clock.now();
  const values = { revokedAt: now, revokedReason: reason };
  const closed = await queries.revokeOfOrder(db, workspace.id, orderId, values);
  const steps = await queries.listSteps(db, workspace.id, orderId);
  for (const { id } of steps.filter(({ state, kind }) => state === 'planned' && kind !== 'revoke'))
    await queries.updateStep(db, workspace.id, id, {
      state: 'cancelled',
      waitReason: reason,
      updatedAt: now,
    });
  if (steps.some(({ kind, state }) => kind === 'revoke' && state === 'done')) return;
  const known = steps.find(({ kind }) => kind === 'revoke');
  const step = {
    state: 'done',
    result: { entitlements: closed.map(({ id }) => id), reason },
    doneAt: now,
    updatedAt: now,
  } as const;
  if (known) await queries.updateStep(db, workspace.id, known.id, step);
  else
    await queries.insertSteps(db, workspace.id, [
      {
        id: newId(),
        orderId,
        position: 1,
        kind: 'revoke',
        triggerEvent: 'payment.refunded',
        createdAt: now,
        ...step,
      },
    ]);
  await queries.stopOnboarding(db, workspace.id, orderId, now);
  for (const { id, leadId } of closed)
    await publish(ctx, 'entitlement.revoked', { entitlementId: id, leadId, orderId });
}

/** Opens again what a refund had closed that the bank sent back. */
export async function reinstate(ctx: Context, orderId: string): Promise<void> {
  const { db, workspace } = ctx;
  const steps = await queries.listSteps(db, workspace.id, orderId);
  const closing = steps.find(({ kind, state }) => kind === 'revoke' && state === 'done');
  if (!closing) return;
  const now = ctx.clock.now();
  const opened = await queries.reinstateOfOrder(db, workspace.id, orderId);
  await queries.updateStep(db, workspace.id, closing.id, {
    state: 'cancelled',
    waitReason: 'The refund did not go through.',
    doneAt: null,
    updatedAt: now,
  });
  const halted = steps.filter(({ state, kind }) => state === 'cancelled' && kind !== 'revoke');
  for (const { id } of halted)
    await queries.updateStep(db, workspace.id, id, {
      state: 'planned',
      waitReason: 'It runs in a moment.',
      nextAttemptAt: now,
      updatedAt: now,
    });
  if (halted.length > 0) await fulfilLater(ctx, orderId);
  for (const { id, leadId } of opened)
    await publish(ctx, 'entitlement.granted', { entitlementId: id, leadId, orderId });
}

/** Whether a person owns a playbook now. */
export const ownsPlaybook = (ctx: Context, leadId: string, playbookId: string): Promise<boolean> =>
  queries.isEntitled(ctx.db, ctx.workspace.id, {
    leadId,
    kind: 'playbook',
    subjectId: playbookId,
    now: ctx.clock.now(),
  });

/** Ends the library of somebody who was erased. */
export const closeLibrary = (ctx: Context, leadId: string): Promise<void> =>
  revokeToken(ctx, 'library', leadId);
