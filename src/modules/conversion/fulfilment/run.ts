import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { asOf } from '../as-of.ts';
import { Grant } from '../offers/shapes.ts';
import { findOrder, listLines, type OrderRow } from '../orders/queries.ts';
import { sendAccess } from './letter.ts';
import * as queries from './queries.ts';

const DAY_MS = 86_400_000;
const AGAIN_AFTER_MS = 60_000;

/**
 * Runs the next step of an order in the caller's transaction: done and kept together, or not at all. What follows from
 * the payment carries the payment's time.
 * @returns whether there may be another
 */
export async function runNext(ctx: Context, orderId: string): Promise<boolean> {
  const { db, workspace } = ctx;
  const order = await findOrder(db, workspace.id, orderId, { lock: true });
  if (!order) return false;
  const steps = await queries.listSteps(db, workspace.id, orderId);
  const step = steps.find(({ state }) => state === 'planned');
  if (!step) {
    await finish(ctx, order);
    return false;
  }
  const values = await run(asOf(ctx, order.bookedAt), order, step);
  await queries.updateStep(db, workspace.id, step.id, {
    attempts: step.attempts + 1,
    nextAttemptAt: null,
    problem: null,
    waitReason: null,
    ...values,
    updatedAt: ctx.clock.now(),
  });
  return true;
}

type Outcome = Partial<queries.StepRow>;

async function run(ctx: Context, order: OrderRow, step: queries.StepRow): Promise<Outcome> {
  if (!order.leadId) return failed('The buyer was erased.');
  const buyer = { leadId: order.leadId };
  switch (step.kind) {
    case 'grant':
      return done(ctx, { entitlements: await grant(ctx, order, buyer.leadId, step) });
    case 'mail': {
      const note = typeof step.settings.note === 'string' ? step.settings.note : '';
      const message = await sendAccess(ctx, order, { key: 'first', note });
      if (message.state === 'held')
        return { ...failed(message.reason ?? 'Held'), result: { messageId: message.id } };
      return {
        state: 'running',
        waitReason: 'The mail is on its way to the mail server.',
        result: { messageId: message.id },
      };
    }
    case 'enrol': {
      const texts = Array.isArray(step.settings.checklist) ? step.settings.checklist : [];
      await queries.insertOnboarding(ctx.db, ctx.workspace.id, {
        id: newId(),
        orderId: order.id,
        leadId: buyer.leadId,
        checklist: texts.map((text, index) => ({ key: `item-${index + 1}`, text, doneAt: null })),
        startedAt: ctx.clock.now(),
        createdAt: ctx.clock.now(),
        updatedAt: ctx.clock.now(),
      });
      return done(ctx, { items: texts.length });
    }
    default:
      return failed(`Nothing here carries out a step of the kind “${step.kind}”.`);
  }
}

const done = (ctx: Context, result: Record<string, unknown>): Outcome => ({
  state: 'done',
  result,
  doneAt: ctx.clock.now(),
});
const failed = (problem: string): Outcome => ({ state: 'failed', problem });

async function grant(
  ctx: Context,
  order: OrderRow,
  leadId: string,
  step: queries.StepRow,
): Promise<string[]> {
  const [line] = await listLines(ctx.db, ctx.workspace.id, [order.id]);
  const now = ctx.clock.now();
  const ids: string[] = [];
  for (const { kind, subjectId, label, days, uses } of Grant.array().parse(step.settings.grants)) {
    const id = newId();
    await queries.insertEntitlement(ctx.db, ctx.workspace.id, {
      id,
      leadId,
      orderId: order.id,
      orderLineId: line?.id ?? null,
      kind,
      subjectId,
      label,
      usesAllowed: uses,
      grantedAt: now,
      expiresAt: days === null ? null : new Date(now.getTime() + days * DAY_MS),
      createdAt: now,
    });
    await publish(ctx, 'entitlement.granted', { entitlementId: id, leadId, orderId: order.id });
    ids.push(id);
  }
  return ids;
}

/** Says once that everything was delivered, when everything was. */
export async function finish(ctx: Context, order: OrderRow): Promise<void> {
  const steps = (await queries.listSteps(ctx.db, ctx.workspace.id, order.id)).filter(
    ({ triggerEvent }) => triggerEvent === 'payment.completed',
  );
  const last = steps.at(-1);
  if (!last || steps.some(({ state }) => state !== 'done') || last.result.isTold === true) return;
  await queries.updateStep(ctx.db, ctx.workspace.id, last.id, { result: { ...last.result, isTold: true } });
  await publish(ctx, 'order.fulfilled', { orderId: order.id });
}

/** Says why the step at hand waits, and until when. */
export async function noteTrouble(ctx: Context, orderId: string, error: unknown): Promise<void> {
  const { db, workspace } = ctx;
  const step = (await queries.listSteps(db, workspace.id, orderId)).find(({ state }) => state === 'planned');
  if (!step) return;
  const now = ctx.clock.now();
  await queries.updateStep(db, workspace.id, step.id, {
    attempts: step.attempts + 1,
    problem: error instanceof Error ? error.message.slice(0, 500) : 'It broke.',
    waitReason: 'It did not go, and is tried again by itself.',
    nextAttemptAt: new Date(now.getTime() + AGAIN_AFTER_MS),
    updatedAt: now,
  });
}
