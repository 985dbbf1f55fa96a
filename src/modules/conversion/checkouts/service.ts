import { type Context, type Platform, system, type Workspace } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Invalid, NotFound } from '#kernel/http';
import { findToken, openToken } from '#kernel/pages';
import { buyers, leads } from '#modules/capture';
import { experts } from '#modules/creation';
import { findAgreement } from '../offers/queries.ts';
import * as offers from '../offers/service.ts';
import { findByCheckout } from '../orders/queries.ts';
import * as queries from './queries.ts';

export interface Opening {
  offerId: string;
  leadId?: string | null | undefined;
  /** Normalised; filled in on the page. */
  email?: string | null | undefined;
  videoId?: string | null | undefined;
  trialId?: string | null | undefined;
  playbookId?: string | null | undefined;
  versionId?: string | null | undefined;
  clickId?: string | null | undefined;
  /** The same key opens the same checkout. Without one a person's unfinished checkout of the offer is found again. */
  key?: string | undefined;
}

/** Where a buyer goes to pay. */
export interface OpenedCheckout {
  id: string;
  token: string;
  /** Absolute. */
  url: string;
}

/**
 * Opens a checkout: an intent to buy at today's price, kept whatever happens to the payment.
 * @throws NotFound, OfferClosed; Invalid when there is no such lead
 */
export async function open(ctx: Context, opening: Opening): Promise<OpenedCheckout> {
  const { db, workspace, platform } = ctx;
  const { offer, price } = await offers.priceOf(ctx, opening.offerId);
  const lead = await leadOf(ctx, opening);
  // Two windows of one person open one checkout.
  if (lead) await leads.hold(ctx, lead.id);
  const known = opening.key
    ? await queries.findByKey(db, workspace.id, opening.key)
    : lead &&
      (await queries.findUnfinished(db, workspace.id, {
        leadId: lead.id,
        offerId: offer.id,
        priceId: price.id,
      }));
  if (known) return show(ctx, known.id);
  const id = newId();
  const now = ctx.clock.now();
  const row = await queries.insertCheckout(db, workspace.id, {
    id,
    offerId: offer.id,
    priceId: price.id,
    leadId: lead?.id ?? null,
    videoId: opening.videoId ?? null,
    trialId: opening.trialId ?? null,
    playbookId: opening.playbookId ?? offer.playbookId,
    versionId: opening.versionId ?? null,
    clickId: opening.clickId ?? lead?.firstClickId ?? null,
    provider: platform.payments.provider,
    idempotencyKey: opening.key ?? `checkout:${id}`,
    amountMinor: price.amountMinor,
    currency: price.currency,
    email: opening.email ?? lead?.email ?? null,
    name: lead?.name ?? null,
    company: lead?.company ?? null,
    country: lead?.country ?? null,
    openedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  if (!row) {
    const first = opening.key ? await queries.findByKey(db, workspace.id, opening.key) : undefined;
    if (!first) throw new Error('A checkout that stood in the way of another is gone.');
    return show(ctx, first.id);
  }
  if (lead) {
    await leads.advance(ctx, lead.id, 'checkout');
    await buyers.keepIntent(ctx, lead.id, 'opened_checkout');
  }
  await publish(ctx, 'checkout.opened', { checkoutId: id, offerId: offer.id, leadId: lead?.id ?? null });
  return show(ctx, id);
}

async function show(ctx: Context, id: string): Promise<OpenedCheckout> {
  const token = await openToken(ctx, 'checkout', id);
  return { id, token, url: `${ctx.platform.settings.publicUrl}/checkout/${token}` };
}

async function leadOf(ctx: Context, { leadId, email }: Opening) {
  if (!leadId) return email ? buyers.findByEmail(ctx, email) : undefined;
  try {
    return await leads.getRow(ctx, leadId);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Invalid([{ pointer: '/leadId', detail: 'There is no such lead.' }]);
  }
}

/** Everything that the page of a checkout shows. */
export interface CheckoutView {
  id: string;
  workspace: Workspace;
  state: queries.CheckoutRow['state'];
  provider: queries.CheckoutRow['provider'];
  offer: {
    name: string;
    headline: string;
    contents: { text: string; detail: string }[];
    guarantee: string;
    termsUrl: string | null;
  };
  expertName: string | null;
  sharePercent: number | null;
  amountMinor: number;
  currency: string;
  email: string;
  /** Whether the address came along and was not typed here. */
  isKnown: boolean;
  name: string;
  company: string;
  country: string;
  taxId: string;
  failure: string | null;
  waitReason: string | null;
  /** Whether the stand-in's bank waits for a word of the buyer. */
  isAsking: boolean;
  orderNumber: number | null;
}

/** What the private link of a checkout shows; null when there is none. Reads nothing else and changes nothing. */
export const find = (platform: Platform, token: string): Promise<CheckoutView | null> =>
  withToken(platform, token, { readOnly: true }, view);

/** Runs work on the checkout behind a private link, in one transaction. Null when the link leads nowhere. */
export async function withToken<T>(
  platform: Platform,
  token: string,
  { readOnly = false }: { readOnly?: boolean },
  work: (ctx: Context, row: queries.CheckoutRow) => Promise<T>,
): Promise<T | null> {
  const target = await findToken(platform, 'checkout', token);
  if (!target || target.revokedAt) return null;
  const entry = { workspaceId: target.workspaceId, actor: system('checkout'), readOnly };
  return inWorkspace(platform, entry, async (ctx) => {
    const row = readOnly
      ? await queries.findCheckout(ctx.db, ctx.workspace.id, target.subjectId)
      : await queries.lockCheckout(ctx.db, ctx.workspace.id, target.subjectId);
    return row ? work(ctx, row) : null;
  });
}

/** Stands in a checkout's reason to wait while the stand-in's bank asks its customer. */
export const BANK_ASKS = 'Your bank wants you to confirm this payment.';

export async function view(ctx: Context, row: queries.CheckoutRow): Promise<CheckoutView> {
  const { offer, expert, sharePercent } = await offerOf(ctx, row.offerId);
  const order =
    row.state === 'completed' ? await findByCheckout(ctx.db, ctx.workspace.id, row.id) : undefined;
  return {
    id: row.id,
    workspace: ctx.workspace,
    state: row.state,
    provider: row.state === 'open' ? ctx.platform.payments.provider : row.provider,
    offer,
    expertName: expert,
    sharePercent,
    amountMinor: row.amountMinor,
    currency: row.currency,
    email: row.email ?? '',
    isKnown: row.leadId !== null && row.triedAt === null,
    name: row.name ?? '',
    company: row.company ?? '',
    country: row.country ?? '',
    taxId: row.taxId ?? '',
    failure: row.failure,
    waitReason: row.waitReason,
    isAsking: row.state === 'paying' && row.waitReason === BANK_ASKS,
    orderNumber: order?.number ?? null,
  };
}

async function offerOf(ctx: Context, id: string) {
  const offer = await offers.getRow(ctx, id);
  const agreement = await findAgreement(ctx.db, ctx.workspace.id, id);
  const expert = offer.expertId ? (await experts.get(ctx, offer.expertId)).name : null;
  return {
    offer: {
      name: offer.name,
      headline: offer.headline,
      contents: offer.contents as { text: string; detail: string }[],
      guarantee: offer.guarantee,
      termsUrl: offer.termsUrl,
    },
    expert,
    sharePercent: agreement?.percent ?? null,
  };
}
