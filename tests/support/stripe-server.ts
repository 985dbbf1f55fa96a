import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

// Stripe's API as far as we call it: form bodies with brackets, its version, its idempotency, its errors. What it would
// not take is refused here as it refuses it, unknown parameters among it.

const Metadata = z.record(z.string().max(40), z.string().max(500));
const NewSession = z.strictObject({
  mode: z.literal('payment'),
  line_items: z
    .array(
      z.strictObject({
        quantity: z.coerce.number().int().positive(),
        price_data: z.strictObject({
          currency: z.string().regex(/^[a-z]{3}$/),
          unit_amount: z.coerce.number().int().min(50),
          product_data: z.strictObject({
            name: z.string().min(1),
            description: z.string().min(1).optional(),
          }),
        }),
      }),
    )
    .min(1),
  client_reference_id: z.string().max(200),
  customer_email: z.email(),
  success_url: z.url(),
  cancel_url: z.url(),
  metadata: Metadata,
  payment_intent_data: z.strictObject({ metadata: Metadata }),
});
const NewRefund = z.strictObject({
  payment_intent: z.string().startsWith('pi_'),
  amount: z.coerce.number().int().positive(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']),
  metadata: Metadata,
});

export interface StripeRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}
/** Stripe says no. */
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly error: Record<string, unknown>,
  ) {
    super(String(error.message));
  }
}
type Json = Record<string, unknown> & { id: string };
interface Refusal {
  status: number;
  error: Record<string, unknown>;
  headers?: Record<string, string>;
}

export interface StripeServer {
  url: string;
  requests: StripeRequest[];
  sessions: Map<string, Json>;
  refunds: Json[];
  /** Answers the next calls with refusals instead; null breaks the connection. */
  refuse(...refusals: (Refusal | null)[]): void;
  /** The buyer pays on Stripe's page. @returns the paid session and its payment */
  pay(sessionId: string): { session: Json; intent: Json };
  /** Somebody gives money back in Stripe's dashboard. */
  refundElsewhere(intentId: string, amount: number): Json;
  close(): Promise<void>;
}

/** Starts a Stripe for one test file. */
export async function startStripeServer(): Promise<StripeServer> {
  const requests: StripeRequest[] = [];
  const sessions = new Map<string, Json>();
  const intents = new Map<string, Json>();
  const refunds: Json[] = [];
  const keys = new Map<string, { sent: string; answer: Json }>();
  const refusals: (Refusal | null)[] = [];
  const now = () => Math.floor(Date.now() / 1000);
  const id = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 24)}`;
  const invalid = (message: string, status = 400): Refused => {
    const code = status === 404 ? 'resource_missing' : 'parameter_invalid';
    return new Refused(status, { type: 'invalid_request_error', message, code });
  };

  const openSession = (body: Record<string, unknown>): Json => {
    const input = NewSession.parse(body);
    const total = input.line_items.reduce(
      (sum, line) => sum + line.quantity * line.price_data.unit_amount,
      0,
    );
    const session = {
      id: id('cs_test'),
      object: 'checkout.session',
      mode: 'payment',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_subtotal: total,
      amount_total: total,
      total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
      currency: input.line_items[0]?.price_data.currency,
      customer: null,
      customer_email: input.customer_email,
      customer_details: null,
      expires_at: now() + 86_400,
      livemode: false,
      metadata: input.metadata,
      client_reference_id: input.client_reference_id,
      url: 'https://checkout.stripe.com/c/pay/test',
      intentMetadata: input.payment_intent_data.metadata,
    };
    sessions.set(session.id, session);
    return session;
  };

  const refund = (body: Record<string, unknown>): Json => {
    const input = NewRefund.parse(body);
    return addRefund(input.payment_intent, input.amount, input.metadata, input.reason);
  };
  const addRefund = (
    intentId: string,
    amount: number,
    metadata: Record<string, string>,
    reason: string | null,
  ): Json => {
    const intent = intents.get(intentId);
    if (!intent) throw invalid(`No such payment_intent: '${intentId}'`, 404);
    const before = refunds
      .filter((row) => row.payment_intent === intentId)
      .reduce((sum, row) => sum + Number(row.amount), 0);
    if (before + amount > Number(intent.amount_received))
      throw invalid('Refund amount is greater than unrefunded amount on charge');
    const row = {
      id: id('re'),
      object: 'refund',
      amount,
      currency: intent.currency,
      status: 'succeeded',
      reason,
      created: now(),
      payment_intent: intentId,
      charge: intent.latest_charge,
      metadata,
    };
    refunds.push(row);
    return row;
  };

  function answer({ method, path, body }: StripeRequest): unknown {
    const [route = '', query = ''] = path.split('?');
    if (method === 'POST' && route === '/v1/checkout/sessions') return openSession(body);
    const session = /^\/v1\/checkout\/sessions\/([^/]+)(\/expire)?$/.exec(route);
    if (session) {
      const found = sessions.get(session[1] ?? '');
      if (!found) throw invalid(`No such checkout.session: '${session[1]}'`, 404);
      if (session[2]) {
        if (found.status !== 'open')
          throw invalid('Only Checkout Sessions with a status in ["open"] can be expired.');
        found.status = 'expired';
      }
      return found;
    }
    const intent = /^\/v1\/payment_intents\/([^/]+)$/.exec(route);
    if (intent) {
      const found = intents.get(intent[1] ?? '');
      if (!found) throw invalid(`No such payment_intent: '${intent[1]}'`, 404);
      return found;
    }
    if (method === 'POST' && route === '/v1/refunds') return refund(body);
    if (method === 'GET' && route === '/v1/refunds') {
      const wanted = new URLSearchParams(query).get('payment_intent');
      const data = refunds.filter((row) => row.payment_intent === wanted);
      return { object: 'list', url: '/v1/refunds', has_more: false, data };
    }
    throw invalid(`Unrecognized request URL (${method}: ${route}).`, 404);
  }

  function answerOnce(request: StripeRequest): unknown {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST') return answer(request);
    if (typeof key !== 'string') throw invalid('Every POST needs an Idempotency-Key here.');
    const sent = JSON.stringify([request.path, request.body]);
    const known = keys.get(key);
    if (known && known.sent !== sent)
      throw new Refused(400, {
        type: 'idempotency_error',
        message: 'Keys for idempotent requests can only be used with the same parameters.',
      });
    if (known) return known.answer;
    const made = answer(request) as Json;
    keys.set(key, { sent, answer: made });
    return made;
  }

  const server = createServer(async (incoming, outgoing) => {
    let text = '';
    for await (const piece of incoming) text += String(piece);
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: unpack(text),
    };
    requests.push(request);
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      outgoing
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    if (refusals.length > 0) {
      const refusal = refusals.shift();
      if (!refusal) return incoming.socket.destroy();
      return send(refusal.status, { error: refusal.error }, refusal.headers);
    }
    const { authorization, 'stripe-version': version, 'content-type': type } = incoming.headers;
    if (!authorization?.startsWith('Bearer sk_test_'))
      return send(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } });
    if (version !== '2026-10-28.endive') return send(400, { error: invalid(`Version ${version}`).error });
    if (request.method === 'POST' && !type?.startsWith('application/x-www-form-urlencoded'))
      return send(400, { error: invalid(`Content type ${type}`).error });
    try {
      return send(200, answerOnce(request));
    } catch (error) {
      if (error instanceof z.ZodError) return send(400, { error: invalid(error.message).error });
      if (error instanceof Refused) return send(error.status, { error: error.error });
      return send(500, { error: { type: 'api_error', message: String(error) } });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sessions,
    refunds,
    refuse: (...next) => void refusals.push(...next),
    pay(sessionId) {
      const session = sessions.get(sessionId);
      if (!session) throw new Error(`No session ${sessionId}.`);
      const intent = {
        id: id('pi'),
        object: 'payment_intent',
        status: 'succeeded',
        amount: session.amount_total,
        amount_received: session.amount_total,
        currency: session.currency,
        latest_charge: id('ch'),
        livemode: false,
        payment_method_types: ['card'],
        metadata: session.intentMetadata,
      };
      intents.set(intent.id, intent);
      Object.assign(session, {
        status: 'complete',
        payment_status: 'paid',
        payment_intent: intent.id,
        url: null,
        customer_details: { email: session.customer_email, name: 'Noor Tamberlin' },
      });
      return { session, intent };
    },
    refundElsewhere: (intentId, amount) => addRefund(intentId, amount, {}, null),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** `a[b][0]=c` as an object. */
function unpack(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.replaceAll(']', '').split('[');
    let place: Record<string, unknown> = root;
    for (const part of path.slice(0, -1)) {
      place[part] ??= {};
      place = place[part] as Record<string, unknown>;
    }
    place[path.at(-1) ?? ''] = value;
  }
  return listed(root) as Record<string, unknown>;
}

function listed(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, listed(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
