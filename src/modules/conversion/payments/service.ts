import { type Context, type Platform, system } from '#context';
import { inWorkspace, newId, WorkspaceGone } from '#kernel/database';
import { enqueue } from '#kernel/jobs';
import { ChargeObject, type PaymentEvent, PaymentRefused, type Provider, Tie } from '#kernel/payments';
import { findCheckout } from '../checkouts/queries.ts';
import { fold, isHeard, keptOf } from './fold.ts';
import { takePaymentEvents } from './jobs.ts';
import * as queries from './queries.ts';

const actor = system('payments');

/**
 * Takes one signed event: keeps it, once per the provider's id, and lets a job act on it. What is about no checkout of
 * ours is none of our business and is answered like all the rest, or the provider would send it for days.
 * @returns whether it was about a checkout of ours
 * @throws ForgedEvent and then writes nothing
 * @throws PaymentsDown when the provider must be asked whose payment it is, and does not answer: it sends again
 */
export async function receive(
  platform: Platform,
  body: Buffer,
  signature: string | undefined,
): Promise<boolean> {
  const { provider, event } = platform.payments.read(body, signature);
  if (!isHeard(event.type)) return false;
  const tie = await tieOf(platform, provider, event);
  if (!tie) return false;
  const told = await refundsOf(platform, provider, event);
  const entry = { workspaceId: tie.workspace_id, actor };
  try {
    return await inWorkspace(platform, entry, async (ctx) => {
      const checkout = await findCheckout(ctx.db, ctx.workspace.id, tie.checkout_id);
      if (!checkout || checkout.provider !== provider) {
        ctx.log.warn(
          { event: event.id, type: event.type },
          'a payment event names a checkout that is not here',
        );
        return false;
      }
      await record(ctx, checkout.id, provider, [event, ...told]);
      return true;
    });
  } catch (error) {
    if (error instanceof WorkspaceGone) return false;
    throw error;
  }
}

/** Keeps what a provider said, and lets a job act on it. What is known by its id is not kept twice. */
export async function record(
  ctx: Context,
  checkoutId: string,
  provider: Provider,
  events: PaymentEvent[],
): Promise<void> {
  const now = ctx.clock.now();
  for (const event of events) {
    await queries.insertEvent(ctx.db, ctx.workspace.id, {
      id: newId(),
      provider,
      externalId: event.id,
      type: event.type,
      objectId: checkoutId,
      payload: event as unknown as Record<string, unknown>,
      happenedAt: new Date(event.created * 1000),
      receivedAt: now,
      createdAt: now,
      ...trouble(ctx, event),
    });
  }
  await takeLater(ctx, checkoutId);
}

/** News in a shape that we do not read is kept aside: it must not hold up what else is told about the same checkout. */
function trouble(ctx: Context, event: PaymentEvent): { state: 'failed'; problem: string } | undefined {
  try {
    fold([keptOf(event)]);
    return undefined;
  } catch (error) {
    ctx.log.error(
      { err: error, event: event.id, type: event.type },
      'a payment event has a shape we do not know',
    );
    return { state: 'failed', problem: 'Its shape is not one that this version reads.' };
  }
}

/** Lets a job act on what was told about a checkout. */
export const takeLater = (ctx: Context, checkoutId: string): Promise<void> =>
  enqueue(
    ctx,
    takePaymentEvents,
    { workspaceId: ctx.workspace.id, checkoutId },
    { key: `payment.take-events:${checkoutId}` },
  );

// Sessions, payments and our own refunds carry the tie. What was done in the provider's own dashboard names the payment
// only, and the payment carries it.
async function tieOf(
  platform: Platform,
  provider: Provider,
  { data }: PaymentEvent,
): Promise<Tie | undefined> {
  const own = Tie.safeParse(data.object.metadata ?? {});
  if (own.success) return own.data;
  const intent = (data.object as { payment_intent?: unknown }).payment_intent;
  if (typeof intent !== 'string' || provider !== 'stripe') return undefined;
  try {
    const found = await platform.payments.at(provider).findIntent(intent);
    return Tie.safeParse(found.metadata ?? {}).data;
  } catch (error) {
    if (error instanceof PaymentRefused) return undefined;
    throw error;
  }
}

/** A charge that was refunded says how much, not by which refunds; those are asked for and kept as news of their own. */
async function refundsOf(
  platform: Platform,
  provider: Provider,
  { type, data, livemode }: PaymentEvent,
): Promise<PaymentEvent[]> {
  if (type !== 'charge.refunded') return [];
  const charge = ChargeObject.safeParse(data.object);
  if (!charge.success || charge.data.refunds || !charge.data.payment_intent) return [];
  const refunds = await platform.payments.at(provider).listRefunds(charge.data.payment_intent);
  return refunds.map((refund) => ({
    id: `looked-up:${refund.id}:${refund.status ?? 'pending'}`,
    object: 'event',
    type: 'refund.updated',
    created: refund.created,
    livemode,
    data: { object: refund },
  }));
}
