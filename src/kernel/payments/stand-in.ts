import { createHash } from 'node:crypto';
import type { Context } from '#context';
import { enqueue } from '#kernel/jobs';
import { testCardOf } from './cards.ts';
import type { Gateway, RefundRequest } from './gateway.ts';
import { postTestEvent } from './jobs.ts';
import { PaymentRefused } from './problems.ts';

/** What the stand-in must know to take a test card. */
export interface TestPayment {
  checkoutId: string;
  amountMinor: number;
  currency: string;
  email: string;
  name: string | null;
}

/** What became of a card in the stand-in. */
export type CardAnswer =
  | { outcome: 'taken' }
  /** The bank wants a word with its customer first. */
  | { outcome: 'asks' }
  | { outcome: 'declined'; code: string; message: string }
  /** No test card: nothing was tried. */
  | { outcome: 'unknown' };

const idOf = (prefix: string, ...parts: string[]): string =>
  `${prefix}_test_${createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 24)}`;

export const testSessionId = (checkoutId: string): string => idOf('cs', checkoutId);
const intentId = (checkoutId: string): string => idOf('pi', checkoutId);

/**
 * Takes a card in the test checkout: like Stripe, it answers the form at once and tells the rest by signed webhooks,
 * which leave when the caller's transaction commits. The number is looked at and not kept.
 */
export async function payByTestCard(
  ctx: Context,
  payment: TestPayment,
  cardNumber: string,
): Promise<CardAnswer> {
  const card = testCardOf(cardNumber);
  if (!card) return { outcome: 'unknown' };
  if (card.outcome === 'asks') return { outcome: 'asks' };
  if (card.outcome === 'pays') {
    await tellPaid(ctx, payment);
    return { outcome: 'taken' };
  }
  const { code = 'card_declined', message = 'Your bank declined.' } = card;
  await tellFailed(ctx, payment, code, message);
  return { outcome: 'declined', code, message };
}

/** The buyer answers their bank, as in 3-D Secure. */
export async function answerTestBank(ctx: Context, payment: TestPayment, isAgreed: boolean): Promise<void> {
  if (isAgreed) return tellPaid(ctx, payment);
  return tellFailed(
    ctx,
    payment,
    'payment_intent_authentication_failure',
    'You did not confirm the payment with your bank.',
  );
}

async function tellPaid(ctx: Context, payment: TestPayment): Promise<void> {
  const intent = { ...intentOf(ctx, payment), status: 'succeeded', amount_received: payment.amountMinor };
  await tell(ctx, 'payment_intent.succeeded', intent, 'paid');
  await tell(
    ctx,
    'checkout.session.completed',
    {
      id: testSessionId(payment.checkoutId),
      object: 'checkout.session',
      status: 'complete',
      payment_status: 'paid',
      mode: 'payment',
      payment_intent: intent.id,
      amount_subtotal: payment.amountMinor,
      amount_total: payment.amountMinor,
      currency: payment.currency.toLowerCase(),
      total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
      customer: null,
      customer_details: { email: payment.email, name: payment.name },
      client_reference_id: payment.checkoutId,
      livemode: false,
      metadata: intent.metadata,
    },
    'paid',
  );
}

async function tellFailed(ctx: Context, payment: TestPayment, code: string, message: string): Promise<void> {
  const intent = {
    ...intentOf(ctx, payment),
    status: 'requires_payment_method',
    last_payment_error: { code, decline_code: code, message, type: 'card_error' },
  };
  // A card may be refused several times, and each is news.
  await tell(ctx, 'payment_intent.payment_failed', intent, ctx.clock.now().toISOString());
}

const intentOf = (ctx: Context, { checkoutId, amountMinor, currency }: TestPayment) => ({
  id: intentId(checkoutId),
  object: 'payment_intent',
  amount: amountMinor,
  amount_received: 0,
  currency: currency.toLowerCase(),
  livemode: false,
  payment_method_types: ['card'],
  metadata: { workspace_id: ctx.workspace.id, checkout_id: checkoutId },
});

/** An object as Stripe shapes it. */
type Told = { id: string; object: string } & Record<string, unknown>;

/** @param news tells repetitions of one event from another event of the same type about the same object */
const tell = (ctx: Context, type: string, object: Told, news: string): Promise<void> =>
  post(ctx, ctx.workspace.id, type, object, news, ctx.clock.now());

async function post(
  ctx: Pick<Context, 'db' | 'correlationId'>,
  workspaceId: string,
  type: string,
  object: Told,
  news: string,
  at: Date,
): Promise<void> {
  const event = {
    id: idOf('evt', type, object.id, news),
    object: 'event',
    api_version: null,
    created: Math.floor(at.getTime() / 1000),
    livemode: false,
    type,
    data: { object },
  };
  await enqueue(ctx, postTestEvent, { workspaceId, body: JSON.stringify(event) });
}

type InTransaction = <T>(
  workspaceId: string,
  work: (ctx: Pick<Context, 'db' | 'correlationId'>) => Promise<T>,
) => Promise<T>;

/** The stand-in's side of the calls that we make to a provider. */
export function buildStandIn(inTransaction: InTransaction): Gateway {
  const nowhere = async (): Promise<never> => {
    throw new PaymentRefused('The test checkout keeps nothing to look up.', 'test_checkout');
  };
  return {
    openSession: nowhere,
    endSession: nowhere,
    findSession: nowhere,
    findIntent: nowhere,
    // It keeps no books of its own: what it gave back is what it told.
    listRefunds: async () => [],
    async refund(request: RefundRequest) {
      const refund = {
        id: idOf('re', request.idempotencyKey),
        object: 'refund' as const,
        amount: request.amountMinor,
        currency: request.currency.toLowerCase(),
        status: 'succeeded',
        reason: 'requested_by_customer',
        created: Math.floor(request.at.getTime() / 1000),
        payment_intent: request.paymentId,
        metadata: {
          workspace_id: request.workspaceId,
          checkout_id: request.checkoutId,
          refund_id: request.refundId,
        },
      };
      await inTransaction(request.workspaceId, (ctx) =>
        post(ctx, request.workspaceId, 'refund.updated', refund, 'succeeded', request.at),
      );
      return refund;
    },
  };
}
