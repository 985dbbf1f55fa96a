import type { Context } from '#context';
import { publish } from '#kernel/events';
import { judgeAddress } from '../gates/address.ts';
import { capture } from './capture.ts';
import * as queries from './queries.ts';

export type Intent = queries.LeadRow['paymentIntent'];

interface Buyer {
  /** Normalised. */
  email: string;
  name: string | null;
  company: string | null;
  country: string | null;
  /** The click that led here, when it is known. */
  clickId: string | null;
  playbookId: string | null;
}

/** The person with an address, made when nobody has it: whoever pays is somebody we know. */
export async function ensure(ctx: Context, { email, name, company, country, clickId, playbookId }: Buyer) {
  const { doubt, companyDomain } = judgeAddress(email);
  const { lead, isNew } = await capture(ctx, {
    email,
    emailTyped: email,
    companyDomain,
    source: 'checkout',
    clickId,
    referrer: null,
    playbookId,
    versionId: null,
    gateId: null,
    stepPosition: null,
    purpose: null,
    language: null,
    suspectReason: doubt,
  });
  // What somebody said of themselves before is not overwritten by a form for an invoice.
  const known = {
    name: lead.name ?? name,
    company: lead.company ?? company,
    country: lead.country ?? country,
  };
  await queries.updateLead(ctx.db, ctx.workspace.id, lead.id, known);
  if (isNew)
    await publish(ctx, 'lead.captured', { leadId: lead.id, submissionId: null, playbookId, clickId });
  return { ...lead, ...known };
}

/** Leads by address, for links that are asked for by mail. */
export const findByEmail = (ctx: Context, email: string): Promise<queries.LeadRow | undefined> =>
  queries.lockLeadByEmail(ctx.db, ctx.workspace.id, email);

const ORDER: readonly Intent[] = ['none', 'viewed_offer', 'opened_checkout', 'failed', 'tried', 'paid'];

/** Notes how far somebody went towards paying. Who paid stays a payer; an attempt may follow one that failed. */
export async function keepIntent(ctx: Context, leadId: string, intent: Intent): Promise<void> {
  const lead = await queries.lockLead(ctx.db, ctx.workspace.id, leadId);
  if (!lead || lead.paymentIntent === intent) return;
  const isBack = ORDER.indexOf(intent) < ORDER.indexOf(lead.paymentIntent);
  if (isBack && !(intent === 'failed' && lead.paymentIntent === 'tried')) return;
  const now = ctx.clock.now();
  const change = { paymentIntent: intent, paymentIntentAt: now, lastActivityAt: now, updatedAt: now };
  await queries.updateLead(ctx.db, ctx.workspace.id, leadId, change);
}

/** What somebody is worth so far, and by which way they came to buy the first time. */
export async function keepPurchases(
  ctx: Context,
  leadId: string,
  { valueMinor, currency, path }: { valueMinor: number; currency: string; path?: unknown[] },
): Promise<void> {
  const lead = await queries.lockLead(ctx.db, ctx.workspace.id, leadId);
  if (!lead) return;
  const now = ctx.clock.now();
  await queries.updateLead(ctx.db, ctx.workspace.id, leadId, {
    lifetimeValueMinor: valueMinor,
    currency,
    ...(path && !lead.convertedAt && { convertedAt: now, conversionPath: path }),
    updatedAt: now,
  });
}
