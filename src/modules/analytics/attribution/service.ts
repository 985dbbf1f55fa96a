import type { Context } from '#context';
import { earnersOf, type Touch, touchesOf } from './arrivals.ts';
import { MODEL_VERSION, MODELS, type Model, sharesOf, split, splitRefund } from './credit.ts';
import * as queries from './queries.ts';

/** More page views of one person than this are not read for where they came from. */
const MOST_VIEWS = 2_000;

/**
 * Counts a person anew: touches from the facts there are, the journey until now and up to each order, and which touch
 * earned which money. The same facts give the same rows, however often and however late it runs.
 * @param at when the thing happened that gave the occasion
 */
export async function traceLead(ctx: Context, leadId: string, at: Date): Promise<void> {
  const { db, workspace } = ctx;
  await queries.takeTurn(db, workspace.id, leadId);
  const found = touchesOf(
    {
      leadId,
      clicks: await queries.listClicks(db, workspace.id, leadId),
      views: await queries.listViews(db, workspace.id, leadId, MOST_VIEWS),
      deeds: await queries.listDeeds(db, workspace.id, leadId),
    },
    new URL(ctx.platform.settings.publicUrl).hostname,
  );
  const touches = await queries.keepTouches(db, workspace.id, leadId, found, at);
  const last = touches.at(-1);
  if (last) await keepJourney(ctx, leadId, null, touches, last.occurredAt, at);
  for (const order of await queries.listOrdersOfLead(db, workspace.id, leadId))
    await attribute(ctx, order, touches, at);
}

/** Counts the money of an order anew, whether or not its buyer is known. */
export async function traceOrder(ctx: Context, orderId: string, at: Date): Promise<void> {
  const order = await queries.findOrder(ctx.db, ctx.workspace.id, orderId);
  if (!order) return;
  if (order.leadId) return traceLead(ctx, order.leadId, at);
  await queries.takeTurn(ctx.db, ctx.workspace.id, order.id);
  await attribute(ctx, order, null, at);
}

async function keepJourney(
  ctx: Context,
  leadId: string,
  orderId: string | null,
  touches: Touch[],
  endedAt: Date,
  at: Date,
): Promise<void> {
  const people = touches.filter((touch) => !touch.isBot);
  const firstTouchAt = people[0]?.occurredAt ?? null;
  await queries.keepJourney(ctx.db, ctx.workspace.id, {
    leadId,
    orderId,
    touchIds: people.map(({ id }) => id),
    firstTouchAt,
    endedAt,
    seconds: firstTouchAt ? Math.round((endedAt.getTime() - firstTouchAt.getTime()) / 1000) : null,
    computedAt: at,
  });
}

/** A share of an order, and where it goes. */
type Credit = Pick<Touch, 'channelGroup' | 'linkId' | 'postId'> & { touchId: string | null };

/** @param touches of the buyer, oldest first; null when nobody knows who bought */
async function attribute(
  ctx: Context,
  order: queries.OrderRow,
  touches: Touch[] | null,
  at: Date,
): Promise<void> {
  const journey = (touches ?? []).filter((touch) => touch.occurredAt <= order.bookedAt);
  if (touches && order.leadId) await keepJourney(ctx, order.leadId, order.id, journey, order.bookedAt, at);
  const { earners, reason } = touches
    ? earnersOf(journey, order.bookedAt)
    : { earners: [], reason: 'The buyer is not among the leads' };
  const kept = touches ? [] : await queries.listAttributions(ctx.db, ctx.workspace.id, order.id);
  const rows = MODELS.flatMap((model) => {
    const { credits, shares, why } = sharing(model, earners, kept, reason);
    const row = (credit: Credit, index: number, amountMinor: number) => ({
      orderId: order.id,
      model,
      modelVersion: MODEL_VERSION,
      ...credit,
      share: shares[index] ?? 0,
      amountMinor,
      currency: order.currency,
      unattributedReason: credit.channelGroup === 'unattributed' ? why : null,
      // Of the order, so that the same filter finds what was booked and who earned it.
      playbookId: order.playbookId,
      versionId: order.versionId,
      purpose: order.purpose,
      computedAt: at,
      createdAt: at,
    });
    const booked = split(order.totalMinor, shares);
    let returned = 0;
    return [
      ...credits.map((credit, index) => ({
        ...row(credit, index, booked[index] ?? 0),
        refundId: null as string | null,
        bookedAt: order.bookedAt,
      })),
      ...order.refunds.flatMap((refund) => {
        const back = splitRefund(returned, refund.amountMinor, shares);
        returned += refund.amountMinor;
        return credits.map((credit, index) => ({
          ...row(credit, index, back[index] ?? 0),
          refundId: refund.id,
          bookedAt: new Date(refund.doneAt),
        }));
      }),
    ].filter(({ share }) => share > 0);
  });
  await queries.replaceAttributions(ctx.db, ctx.workspace.id, order.id, rows);
}

/** Who shares an order's money under a model: its touches; after an erasure whoever earned it before; else nobody. */
function sharing(
  model: Model,
  earners: Touch[],
  kept: Awaited<ReturnType<typeof queries.listAttributions>>,
  reason: string | null,
): { credits: Credit[]; shares: number[]; why: string } {
  const why = reason ?? '';
  if (earners.length > 0)
    return {
      credits: earners.map(({ id, channelGroup, linkId, postId }) => ({
        touchId: id,
        channelGroup,
        linkId,
        postId,
      })),
      shares: sharesOf(model, earners.length),
      why,
    };
  const before = kept.filter((row) => row.model === model && row.refundId === null);
  if (before.length > 0)
    return {
      credits: before.map(({ touchId, channelGroup, linkId, postId }) => ({
        touchId,
        channelGroup,
        linkId,
        postId,
      })),
      shares: before.map(({ share }) => share),
      why: before[0]?.unattributedReason ?? why,
    };
  return {
    credits: [{ touchId: null, channelGroup: 'unattributed', linkId: null, postId: null }],
    shares: [1],
    why,
  };
}
