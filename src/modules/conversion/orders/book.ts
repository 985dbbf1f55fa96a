import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { buyers, leads } from '#modules/capture';
import { playbooks } from '#modules/creation';
import { asOf } from '../as-of.ts';
import { type CheckoutRow, updateCheckout } from '../checkouts/queries.ts';
import { plan } from '../fulfilment/service.ts';
import { findAgreement } from '../offers/queries.ts';
import { getRow } from '../offers/service.ts';
import type { ToldPaid } from '../payments/fold.ts';
import { pathOf } from './path.ts';
import * as queries from './queries.ts';

/**
 * Turns a paid checkout into an order, once. Later news of the same payment may put its time and its sums right, and
 * nothing else. Undefined while nobody knows whose order it would be.
 * @param known the order from before
 */
export async function book(
  ctx: Context,
  checkout: CheckoutRow,
  paid: ToldPaid,
  known: queries.OrderRow | undefined,
): Promise<queries.OrderRow | undefined> {
  // The provider's time is in whole seconds; nobody paid before they opened the page.
  const bookedAt = new Date(Math.max(paid.at.getTime(), (checkout.triedAt ?? checkout.openedAt).getTime()));
  const sums = {
    subtotalMinor: paid.totalMinor + paid.discountMinor - paid.taxMinor,
    discountMinor: paid.discountMinor,
    taxMinor: paid.taxMinor,
    totalMinor: paid.totalMinor,
    currency: paid.currency || checkout.currency,
    providerPaymentId: paid.paymentId,
    isTest: !paid.isLive,
    bookedAt,
  };
  if (known) {
    const change = { ...sums, name: known.name ?? paid.name };
    const isNews = Object.entries(change).some(
      ([key, value]) => JSON.stringify(known[key as keyof typeof change]) !== JSON.stringify(value),
    );
    if (!isNews) return known;
    await queries.updateOrder(ctx.db, ctx.workspace.id, known.id, change);
    return { ...known, ...change };
  }
  const email = checkout.email ?? paid.email?.toLowerCase();
  if (!email) return undefined;
  return insert(asOf(ctx, bookedAt), checkout, { ...sums, email, name: checkout.name ?? paid.name });
}

type Sums = Pick<
  queries.OrderRow,
  | 'subtotalMinor'
  | 'discountMinor'
  | 'taxMinor'
  | 'totalMinor'
  | 'currency'
  | 'isTest'
  | 'bookedAt'
  | 'email'
  | 'name'
> & { providerPaymentId: string };

async function insert(ctx: Context, checkout: CheckoutRow, sums: Sums): Promise<queries.OrderRow> {
  const { db, workspace } = ctx;
  const offer = await getRow(ctx, checkout.offerId);
  const lead = await buyerOf(ctx, checkout, sums);
  // Before the number: two orders of one person must not wait for each other in opposite order.
  await leads.hold(ctx, lead.id);
  const playbookId = checkout.playbookId ?? offer.playbookId;
  const playbook = playbookId ? await playbooks.getRow(ctx, playbookId) : undefined;
  const versionId =
    checkout.versionId ??
    (lead.playbookId === playbookId ? lead.versionId : (playbook?.currentVersionId ?? null));
  const expertId = offer.expertId ?? playbook?.expertId ?? null;
  const path = await pathOf(ctx, lead, checkout, { at: sums.bookedAt, label: `Paid for ${offer.name}` });
  const firstTouchAt = path[0] ? new Date(path[0].at) : checkout.openedAt;
  const order = await queries.insertOrder(db, workspace.id, {
    ...sums,
    id: newId(),
    number: await queries.nextNumber(db, workspace.id),
    checkoutId: checkout.id,
    leadId: lead.id,
    offerId: offer.id,
    billing: {
      ...checkout.billingAddress,
      company: checkout.company,
      country: checkout.country,
      taxId: checkout.taxId,
    },
    playbookId,
    versionId,
    expertId,
    purpose: playbook?.purpose ?? offer.purpose,
    firstTouchAt,
    conversionSeconds: Math.max(0, Math.round((sums.bookedAt.getTime() - firstTouchAt.getTime()) / 1000)),
    conversionPath: path,
    variantAssignments: checkout.variantAssignments,
    cohortWeek: lead.cohortWeek,
    provider: checkout.provider,
    createdAt: sums.bookedAt,
    updatedAt: sums.bookedAt,
  });
  const lineId = newId();
  await queries.insertLine(db, workspace.id, {
    id: lineId,
    orderId: order.id,
    position: 1,
    offerId: offer.id,
    priceId: checkout.priceId,
    description: offer.name,
    unitMinor: checkout.amountMinor,
    discountMinor: sums.discountMinor,
    taxMinor: sums.taxMinor,
    totalMinor: sums.totalMinor,
    createdAt: sums.bookedAt,
  });
  if (checkout.leadId !== lead.id && checkout.leadId === null)
    await updateCheckout(db, workspace.id, checkout.id, { leadId: lead.id });
  await keepShare(ctx, order);
  await leads.advance(ctx, lead.id, 'customer');
  await buyers.keepIntent(ctx, lead.id, 'paid');
  const valueMinor = await queries.sumOfLead(db, workspace.id, lead.id);
  await buyers.keepPurchases(ctx, lead.id, { valueMinor, currency: order.currency, path });
  await plan(ctx, order, offer);
  await publish(ctx, 'order.paid', {
    orderId: order.id,
    leadId: lead.id,
    offerId: offer.id,
    playbookId,
    totalMinor: order.totalMinor,
    currency: order.currency,
  });
  return order;
}

// Who typed another address than the one the link was sent to may be somebody else, to whom it was passed on: they get
// a library of their own and see nothing of the other's.
async function buyerOf(ctx: Context, checkout: CheckoutRow, { email, name }: Sums) {
  const lead = checkout.leadId ? await leads.getRow(ctx, checkout.leadId) : undefined;
  if (lead && lead.email === email) return lead;
  return buyers.ensure(ctx, {
    email,
    name,
    company: checkout.company,
    country: checkout.country,
    clickId: checkout.clickId ?? lead?.firstClickId ?? null,
    playbookId: checkout.playbookId,
  });
}

/** What the expert was promised of this offer; of the sum without tax unless agreed otherwise. */
async function keepShare(ctx: Context, order: queries.OrderRow): Promise<void> {
  const agreement = order.offerId ? await findAgreement(ctx.db, ctx.workspace.id, order.offerId) : undefined;
  if (!agreement || agreement.startsAt > order.bookedAt) return;
  const baseMinor = agreement.basis === 'total' ? order.totalMinor : order.totalMinor - order.taxMinor;
  await queries.insertShare(ctx.db, ctx.workspace.id, {
    id: newId(),
    orderId: order.id,
    agreementId: agreement.id,
    expertId: agreement.expertId,
    baseMinor,
    percent: agreement.percent,
    shareMinor: Math.round((baseMinor * agreement.percent) / 100),
    currency: order.currency,
    bookedAt: order.bookedAt,
    createdAt: order.bookedAt,
  });
}
