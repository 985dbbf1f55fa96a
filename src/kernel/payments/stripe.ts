import Stripe from 'stripe';
import type { z } from 'zod';
import type { Outbound } from '#kernel/connectors';
import type { Gateway } from './gateway.ts';
import { IntentObject, RefundObject, SessionObject } from './objects.ts';
import { PaymentRefused, PaymentsDown } from './problems.ts';

/** The version our shapes were written against; an account that moves on does not change what we are told. */
export const STRIPE_VERSION = '2026-10-28.endive';

const PATIENCE_MS = 20_000;
const MOST_REFUNDS = 100;

interface Parts {
  secretKey: string;
  /** Default: Stripe's own. */
  baseUrl: string | undefined;
  outbound: Outbound;
  /** Hears what is wrong with the provider; null when it answers. */
  onTrouble: (reason: string | null) => void;
}

/** Stripe by its own library, through our walls. */
export function buildStripe({ secretKey, baseUrl, outbound, onTrouble }: Parts): Gateway {
  const base = new URL(baseUrl ?? 'https://api.stripe.com');
  const stripe = new Stripe(secretKey, {
    apiVersion: STRIPE_VERSION,
    httpClient: Stripe.createFetchHttpClient(outbound.fetchTo(base.origin)),
    host: base.hostname,
    protocol: base.protocol === 'http:' ? 'http' : 'https',
    ...(base.port && { port: base.port }),
    timeout: PATIENCE_MS,
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: 'PlaybookOS' },
  });

  async function ask<Shape extends z.ZodType>(
    shape: Shape,
    call: () => Promise<unknown>,
  ): Promise<z.output<Shape>> {
    let answer: unknown;
    try {
      answer = await call();
    } catch (error) {
      const read = readError(error);
      onTrouble(read instanceof PaymentsDown ? read.message : null);
      throw read;
    }
    onTrouble(null);
    return shape.parse(answer);
  }

  return {
    openSession({ workspaceId, checkoutId, idempotencyKey, ...order }) {
      const metadata = { workspace_id: workspaceId, checkout_id: checkoutId };
      return ask(SessionObject, () =>
        stripe.checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [
              {
                quantity: 1,
                price_data: {
                  currency: order.currency.toLowerCase(),
                  unit_amount: order.amountMinor,
                  product_data: {
                    name: order.name,
                    ...(order.description && { description: order.description }),
                  },
                },
              },
            ],
            client_reference_id: checkoutId,
            customer_email: order.email,
            success_url: order.successUrl,
            cancel_url: order.cancelUrl,
            metadata,
            payment_intent_data: { metadata },
          },
          { idempotencyKey },
        ),
      );
    },
    endSession: (id) => ask(SessionObject, () => stripe.checkout.sessions.expire(id)),
    findSession: (id) => ask(SessionObject, () => stripe.checkout.sessions.retrieve(id)),
    findIntent: (id) => ask(IntentObject, () => stripe.paymentIntents.retrieve(id)),
    refund: ({ workspaceId, checkoutId, refundId, idempotencyKey, paymentId, amountMinor }) =>
      ask(RefundObject, () =>
        stripe.refunds.create(
          {
            payment_intent: paymentId,
            amount: amountMinor,
            reason: 'requested_by_customer',
            metadata: { workspace_id: workspaceId, checkout_id: checkoutId, refund_id: refundId },
          },
          { idempotencyKey },
        ),
      ),
    listRefunds: (paymentId) =>
      ask(RefundObject.array(), async () => {
        const { data } = await stripe.refunds.list({ payment_intent: paymentId, limit: MOST_REFUNDS });
        return data;
      }),
  };
}

function readError(error: unknown): Error {
  const { StripeAuthenticationError, StripePermissionError, StripeRateLimitError } = Stripe.errors;
  if (error instanceof StripeAuthenticationError || error instanceof StripePermissionError)
    return new PaymentsDown('Stripe does not accept the key of this installation.');
  if (error instanceof StripeRateLimitError)
    return new PaymentsDown('Stripe asks us to slow down. Try again in a minute.');
  if (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError
  )
    return new PaymentRefused(error.message, error.code ?? error.type);
  if (error instanceof Stripe.errors.StripeIdempotencyError)
    return new PaymentRefused(error.message, 'idempotency_error');
  if (error instanceof Stripe.errors.StripeError)
    return new PaymentsDown('Stripe does not answer right now.');
  return error instanceof Error ? error : new Error(String(error));
}
