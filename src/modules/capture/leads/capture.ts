import type { Context } from '#context';
import { newId } from '#kernel/database';
import { links } from '#modules/distribution';
import * as queries from './queries.ts';

interface Capture {
  /** Normalised. */
  email: string;
  emailTyped: string;
  companyDomain: string | null;
  source: string;
  clickId: string | null;
  referrer: string | null;
  playbookId: string | null;
  versionId: string | null;
  gateId: string | null;
  stepPosition: number | null;
  purpose: string | null;
  language: string | null;
  /** Why this may be no person; null when nothing speaks against it. */
  suspectReason: string | null;
}

/**
 * Makes a lead of an address, or finds the one it belongs to: a returning person keeps their history, first touch
 * included.
 */
export async function capture(
  ctx: Context,
  input: Capture,
): Promise<{ lead: queries.LeadRow; isNew: boolean }> {
  const now = ctx.clock.now();
  const origin = input.clickId ? await links.originOf(ctx, input.clickId) : null;
  const { suspectReason, clickId, referrer, ...kept } = input;
  const inserted = await queries.insertLead(ctx.db, ctx.workspace.id, ctx.workspace.timeZone, {
    ...kept,
    id: newId(),
    firstClickId: origin ? clickId : null,
    firstLinkId: origin?.link.id ?? null,
    firstChannelId: origin?.link.channelId ?? null,
    firstReferrer: origin?.click.referrer ?? referrer,
    utmSource: origin?.link.utmSource ?? null,
    utmMedium: origin?.link.utmMedium ?? null,
    utmCampaign: origin?.link.utmCampaign ?? null,
    utmTerm: origin?.link.utmTerm ?? null,
    utmContent: origin?.link.utmContent ?? null,
    currency: ctx.workspace.currency,
    isSuspect: suspectReason !== null,
    suspectReason,
    capturedAt: now,
    stageSince: now,
    lastActivityAt: now,
    createdAt: now,
    updatedAt: now,
  });
  if (inserted) return { lead: inserted, isNew: true };
  const lead = await queries.lockLeadByEmail(ctx.db, ctx.workspace.id, input.email);
  if (!lead) throw new Error('A lead that stood in the way of another is gone.');
  const changed = { lastActivityAt: now, updatedAt: now, archivedAt: null };
  await queries.updateLead(ctx.db, ctx.workspace.id, lead.id, changed);
  return { lead: { ...lead, ...changed }, isNew: false };
}
