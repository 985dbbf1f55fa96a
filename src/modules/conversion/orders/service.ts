import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Conflict, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { leads } from '#modules/capture';
import { experts, playbooks } from '#modules/creation';
import { findCheckout } from '../checkouts/queries.ts';
import { sendAccess } from '../fulfilment/letter.ts';
import { type EntitlementRow, listOfOrder, listSteps, type StepRow } from '../fulfilment/queries.ts';
import { findOffer } from '../offers/queries.ts';
import { listPayments, type PaymentRow } from '../payments/queries.ts';
import type { PathEntry } from './path.ts';
import * as queries from './queries.ts';
import { ask, refundable } from './refunds.ts';
import type { NewRefund, Order, OrderQuery, OrderSummary, Refund } from './shapes.ts';

/** Orders, newest first. */
export async function list(
  ctx: Context,
  { cursor, limit, ...narrowed }: OrderQuery,
): Promise<Page<OrderSummary>> {
  const [bookedAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = bookedAt && id ? { bookedAt: instantIn(bookedAt), id: String(id) } : undefined;
  const rows = await queries.listOrders(ctx.db, ctx.workspace.id, { ...narrowed, after }, limit + 1);
  const show = await summarizer(ctx, rows);
  return cutPage(rows, limit, (row) => [row.bookedAt.toISOString(), row.id], show);
}

/** Orders of one person, newest first. */
export async function listOf(ctx: Context, leadId: string): Promise<OrderSummary[]> {
  const rows = await queries.listOfLead(ctx.db, ctx.workspace.id, leadId);
  return rows.map(await summarizer(ctx, rows));
}

/** An order with everything behind it. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Order> {
  const { db, workspace } = ctx;
  const row = await queries.findOrder(db, workspace.id, id);
  if (!row) throw new NotFound('There is no such order.');
  const summary = (await summarizer(ctx, [row]))(row);
  const checkout = row.checkoutId ? await findCheckout(db, workspace.id, row.checkoutId) : undefined;
  const expert = row.expertId ? await experts.get(ctx, row.expertId) : undefined;
  const shares = await queries.listShares(db, workspace.id, id);
  const billing = row.billing as { company?: string | null; country?: string | null; taxId?: string | null };
  return {
    ...summary,
    name: row.name,
    billing: {
      company: billing.company ?? null,
      country: billing.country ?? null,
      taxId: billing.taxId ?? null,
    },
    subtotalMinor: row.subtotalMinor,
    discountMinor: row.discountMinor,
    taxMinor: row.taxMinor,
    expert: expert ? { id: expert.id, name: expert.name } : null,
    purpose: row.purpose,
    versionId: row.versionId,
    firstTouchAt: row.firstTouchAt?.toISOString() ?? null,
    conversionSeconds: row.conversionSeconds,
    lines: (await queries.listLines(db, workspace.id, [id])).map(
      ({ description, quantity, unitMinor, discountMinor, taxMinor, totalMinor }) => ({
        description,
        quantity,
        unitMinor,
        discountMinor,
        taxMinor,
        totalMinor,
      }),
    ),
    payments: row.checkoutId ? (await listPayments(db, workspace.id, row.checkoutId)).map(showPayment) : [],
    refunds: (await queries.listRefunds(db, workspace.id, id)).map(showRefund),
    refundableMinor: await refundable(ctx, row),
    entitlements: (await listOfOrder(db, workspace.id, id)).map(showEntitlement),
    fulfilment: (await listSteps(db, workspace.id, id)).map(showStep),
    path: row.conversionPath as PathEntry[],
    checkout: checkout
      ? {
          id: checkout.id,
          state: checkout.state,
          provider: checkout.provider,
          openedAt: checkout.openedAt.toISOString(),
        }
      : null,
    share: expert && shares[0] ? showShare(expert, shares) : null,
  };
}

/** Gives money back, all or part of it. @throws NotFound, Invalid, Conflict */
export async function refund(ctx: Context, id: string, input: NewRefund): Promise<Refund> {
  const refundId = await ask(ctx, id, input);
  const row = await queries.findRefund(ctx.db, ctx.workspace.id, refundId);
  if (!row) throw new NotFound('There is no such refund.');
  return showRefund(row);
}

/** Sends the mail that opens what was bought once more. @throws NotFound, Conflict */
export async function resendAccess(ctx: Context, id: string): Promise<{ messageId: string; state: string }> {
  const row = await queries.findOrder(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such order.');
  if (!row.leadId) throw new Conflict('The buyer was erased; there is nobody to write to.');
  const open = (await listOfOrder(ctx.db, ctx.workspace.id, id)).some(({ revokedAt }) => revokedAt === null);
  if (!open) throw new Conflict('This order opens nothing any more.');
  const message = await sendAccess(ctx, row, { key: newId() });
  await audit(ctx, { action: 'order.access-sent', subject: { type: 'order', id } });
  return { messageId: message.id, state: message.state };
}

async function summarizer(
  ctx: Context,
  rows: queries.OrderRow[],
): Promise<(row: queries.OrderRow) => OrderSummary> {
  const { db, workspace } = ctx;
  const names = await playbooks.namesOf(ctx, [
    ...new Set(rows.flatMap(({ playbookId }) => playbookId ?? [])),
  ]);
  const offers = new Map<string, string>();
  for (const id of new Set(rows.flatMap(({ offerId }) => offerId ?? [])))
    offers.set(id, (await findOffer(db, workspace.id, id))?.name ?? '');
  const people = new Map<string, string>();
  for (const id of new Set(rows.flatMap(({ leadId }) => leadId ?? []))) {
    const lead = await leads.getRow(ctx, id);
    people.set(id, lead.name ?? lead.email);
  }
  const named = (known: Map<string, string>, id: string | null) => {
    const name = id ? known.get(id) : undefined;
    return id && name !== undefined ? { id, name } : null;
  };
  return (row) => {
    const playbook = row.playbookId ? names.get(row.playbookId) : undefined;
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      offer: named(offers, row.offerId),
      lead: named(people, row.leadId),
      email: row.email,
      totalMinor: row.totalMinor,
      refundedMinor: row.refundedMinor,
      currency: row.currency,
      isTest: row.isTest,
      playbook: row.playbookId && playbook ? { id: row.playbookId, ...playbook } : null,
      bookedAt: row.bookedAt.toISOString(),
    };
  };
}

const showPayment = (row: PaymentRow): Order['payments'][number] => ({
  id: row.id,
  provider: row.provider,
  providerPaymentId: row.providerPaymentId,
  state: row.state,
  amountMinor: row.amountMinor,
  currency: row.currency,
  failure: row.failure,
  asOf: row.stateAsOf.toISOString(),
});

const showRefund = (row: queries.RefundRow): Refund => ({
  id: row.id,
  amountMinor: row.amountMinor,
  currency: row.currency,
  reason: row.reason,
  state: row.state,
  revokesAccess: row.revokesAccess,
  waitReason: row.state === 'done' ? null : row.problem,
  doneAt: row.doneAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

const showEntitlement = (row: EntitlementRow): Order['entitlements'][number] => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  grantedAt: row.grantedAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  revokedReason: row.revokedReason,
});

const showStep = (row: StepRow): Order['fulfilment'][number] => ({
  id: row.id,
  kind: row.kind,
  trigger: row.triggerEvent,
  state: row.state,
  waitReason: row.waitReason,
  problem: row.problem,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  doneAt: row.doneAt?.toISOString() ?? null,
});

const showShare = (expert: { id: string; name: string }, shares: queries.ShareRow[]): Order['share'] => ({
  expert: { id: expert.id, name: expert.name },
  percent: shares[0]?.percent ?? 0,
  baseMinor: shares.reduce((sum, { baseMinor }) => sum + baseMinor, 0),
  shareMinor: shares.reduce((sum, { shareMinor }) => sum + shareMinor, 0),
});
