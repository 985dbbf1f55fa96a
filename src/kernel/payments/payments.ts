import { createHmac } from 'node:crypto';
import { type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import type { Gateway, Provider } from './gateway.ts';
import { PaymentEvent } from './objects.ts';
import { ForgedEvent, PaymentsDown } from './problems.ts';
import { sign, signerOf } from './signing.ts';
import { buildStandIn } from './stand-in.ts';
import { buildStripe } from './stripe.ts';

export interface PaymentSettings {
  stripeSecretKey: string | undefined;
  /** Several while one is being replaced. */
  stripeWebhookSecrets: string[];
  /** Where Stripe's API is; its own when absent. */
  stripeApiUrl: string | undefined;
}

export interface PaymentsState {
  state: 'ok' | 'stand-in' | 'failing';
  reason?: string;
}

/** Carries a signed event to the route that takes it. @returns the status of the answer */
export type Post = (body: string, signature: string) => Promise<number>;

/** Takes money: with a key through Stripe, without one in the labelled test checkout. */
export interface Payments {
  /** Takes what is bought from now on. */
  provider: Provider;
  state(): PaymentsState;
  /** The provider of a payment, also of one made before a key was set. @throws PaymentsDown when it is gone */
  at(provider: Provider): Gateway;
  /**
   * Reads an event as it came over the wire.
   * @returns the event and whose signature it carries
   * @throws ForgedEvent
   */
  read(body: Buffer, signature: string | undefined): { provider: Provider; event: PaymentEvent };
  /** Tells the program where its own route is. */
  connect(post: Post): void;
  /** Signs and posts an event of the test checkout. @throws Error when it was not taken */
  postTestEvent(body: string): Promise<void>;
}

/** Builds the payment service. Of the platform it uses settings, clock, log, outbound and, once started, the database. */
export function buildPayments(settings: PaymentSettings, platform: Platform): Payments {
  const { stripeSecretKey, stripeWebhookSecrets, stripeApiUrl } = settings;
  const testSecret = `whsec_test_${createHmac('sha256', platform.settings.signingKey).update('test checkout').digest('hex')}`;
  const secrets = [testSecret, ...stripeWebhookSecrets];
  let trouble: string | null = null;
  let post: Post | undefined;
  const standIn = buildStandIn((workspaceId, work) =>
    inWorkspace(platform, { workspaceId, actor: system('test checkout') }, work),
  );
  const stripe = stripeSecretKey
    ? buildStripe({
        secretKey: stripeSecretKey,
        baseUrl: stripeApiUrl,
        outbound: platform.outbound,
        onTrouble: (reason) => {
          trouble = reason;
        },
      })
    : undefined;

  return {
    provider: stripe ? 'stripe' : 'test',
    state() {
      if (!stripe) return { state: 'stand-in', reason: 'Test checkout: no STRIPE_SECRET_KEY is set.' };
      if (trouble) return { state: 'failing', reason: trouble };
      if (stripeWebhookSecrets.length === 0)
        return {
          state: 'failing',
          reason: 'No STRIPE_WEBHOOK_SECRET is set, so payments are noticed late and refunds not at all.',
        };
      return { state: 'ok' };
    },
    at(provider) {
      if (provider === 'test') return standIn;
      if (!stripe) throw new PaymentsDown('This was paid through Stripe, and no STRIPE_SECRET_KEY is set.');
      return stripe;
    },
    read(body, signature) {
      const signer = signerOf(body, signature, secrets, platform.clock.now());
      const read = PaymentEvent.safeParse(parse(body));
      if (!read.success) throw new ForgedEvent('The body is no event.');
      return { provider: signer === 0 ? 'test' : 'stripe', event: read.data };
    },
    connect(route) {
      post = route;
    },
    async postTestEvent(body) {
      if (!post) throw new Error('The test checkout has no route to post to.');
      const status = await post(body, sign(body, testSecret, platform.clock.now()));
      if (status >= 300) throw new Error(`The test checkout's event was answered with ${status}.`);
    },
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
