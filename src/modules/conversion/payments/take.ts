import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import type { PaymentEvent } from '#kernel/payments';
import { buyers } from '#modules/capture';
import * as checkouts from '../checkouts/queries.ts';
import { book } from '../orders/book.ts';
import { findByCheckout } from '../orders/queries.ts';
import { settle } from '../orders/settle.ts';
import { fold, keptOf, type Told } from './fold.ts';
import * as queries from './queries.ts';

/**
 * Brings a checkout, its payments and its order to where everything that was told says they are. Whoever does it again,
 * with the same news in another order or twice, changes nothing.
 */
export async function take(ctx: Context, checkoutId: string): Promise<void> {
  const { db, workspace } = ctx;
  const checkout = await checkouts.lockCheckout(db, workspace.id, checkoutId);
  if (!checkout) return;
  const rows = (await queries.listEvents(db, workspace.id, checkoutId)).filter(
    ({ provider, state }) => provider === checkout.provider && state !== 'failed',
  );
  const told = fold(rows.map(({ payload }) => keptOf(payload as unknown as PaymentEvent)));
  const payments = await keepPayments(ctx, checkout, told);
  const known = await findByCheckout(db, workspace.id, checkoutId);
  const order = told.paid ? await book(ctx, checkout, told.paid, known) : known;
  if (order) {
    for (const { id, orderId, providerPaymentId } of payments)
      if (providerPaymentId === order.providerPaymentId && orderId !== order.id)
        await queries.updatePayment(db, workspace.id, id, { orderId: order.id });
    await settle(ctx, order, told);
  }
  await moveCheckout(ctx, checkout, told, order !== undefined);
  const outdated = new Set(told.outdated);
  const now = ctx.clock.now();
  const fresh = rows.filter(({ state }) => state === 'received');
  const idsOf = (isOutdated: boolean) =>
    fresh.filter(({ externalId }) => outdated.has(externalId) === isOutdated).map(({ id }) => id);
  await queries.updateEvents(db, workspace.id, idsOf(false), { state: 'handled', handledAt: now });
  await queries.updateEvents(db, workspace.id, idsOf(true), { state: 'outdated', handledAt: now });
}

async function keepPayments(
  ctx: Context,
  checkout: checkouts.CheckoutRow,
  told: Told,
): Promise<queries.PaymentRow[]> {
  const { db, workspace } = ctx;
  const rows = await queries.listPayments(db, workspace.id, checkout.id);
  const now = ctx.clock.now();
  for (const { id, state, asOf, amountMinor, currency, method, failureCode, failure } of told.payments) {
    const row = rows.find(({ providerPaymentId }) => providerPaymentId === id);
    const values = {
      state,
      stateAsOf: asOf,
      amountMinor,
      currency: currency || checkout.currency,
      method,
      failureCode,
      failure,
    };
    const isNews = !row || row.state !== state || row.stateAsOf.getTime() !== asOf.getTime();
    if (!row)
      await queries.insertPayment(db, workspace.id, {
        id: newId(),
        checkoutId: checkout.id,
        provider: checkout.provider,
        providerPaymentId: id,
        createdAt: now,
        updatedAt: now,
        ...values,
      });
    else if (differs(row, values))
      await queries.updatePayment(db, workspace.id, row.id, { ...values, updatedAt: now });
    if (isNews && state === 'failed' && !told.paid)
      await publish(ctx, 'payment.failed', { checkoutId: checkout.id, code: failureCode ?? 'declined' });
  }
  return queries.listPayments(db, workspace.id, checkout.id);
}

const differs = (row: queries.PaymentRow, values: Partial<queries.PaymentRow>): boolean =>
  Object.entries(values).some(
    ([key, value]) => JSON.stringify(row[key as keyof queries.PaymentRow]) !== JSON.stringify(value),
  );

async function moveCheckout(
  ctx: Context,
  checkout: checkouts.CheckoutRow,
  told: Told,
  isBooked: boolean,
): Promise<void> {
  const values = isBooked && told.paid ? completed(told) : unpaid(checkout, told);
  if (!values) return;
  await checkouts.updateCheckout(ctx.db, ctx.workspace.id, checkout.id, {
    ...values,
    updatedAt: ctx.clock.now(),
  });
  if (values.state === 'failed' && checkout.leadId) await buyers.keepIntent(ctx, checkout.leadId, 'failed');
}

const completed = ({ paid, surplus }: Told) => ({
  state: 'completed' as const,
  completedAt: paid?.at ?? null,
  failureCode: null,
  failure: null,
  nextCheckAt: null,
  waitReason:
    surplus.length > 0
      ? `Paid ${surplus.length + 1} times. Give back ${surplus.join(', ')} in the provider’s dashboard.`
      : null,
});

function unpaid(checkout: checkouts.CheckoutRow, told: Told) {
  if (told.isAwaited)
    return {
      state: 'paying' as const,
      failureCode: null,
      failure: null,
      waitReason: 'The bank has not carried out the payment yet; some ways of paying take days.',
    };
  const failed = told.payments
    .filter(({ state }) => state === 'failed')
    .sort((a, b) => b.asOf.getTime() - a.asOf.getTime())[0];
  // A later attempt may be under way already: what failed before it says nothing about it.
  const isOvertaken =
    checkout.state === 'paying' &&
    checkout.triedAt !== null &&
    failed !== undefined &&
    failed.asOf.getTime() < Math.floor(checkout.triedAt.getTime() / 1000) * 1000;
  if (failed && !isOvertaken)
    return {
      state: 'failed' as const,
      failureCode: failed.failureCode,
      failure: failed.failure,
      waitReason: null,
      nextCheckAt: null,
    };
  const isExpired =
    checkout.providerSessionId !== null && told.expiredSessions.includes(checkout.providerSessionId);
  if (isExpired)
    return {
      state: 'expired' as const,
      failureCode: null,
      failure: null,
      nextCheckAt: null,
      waitReason: 'The page for paying was left open too long. The link opens a new one.',
    };
  return undefined;
}
