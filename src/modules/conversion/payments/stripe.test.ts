import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { openCheckout, publishOffer, sendForm } from '../../../../tests/support/offer.ts';
import { eventOf, sendEvent, WEBHOOK_SECRET } from '../../../../tests/support/stripe-events.ts';
import { type StripeServer, startStripeServer } from '../../../../tests/support/stripe-server.ts';

let stripe: StripeServer;
let house: TestHouse;
let offer: Awaited<ReturnType<typeof publishOffer>>;
beforeAll(async () => {
  stripe = await startStripeServer();
  house = await openHouse({
    env: {
      STRIPE_SECRET_KEY: 'sk_test_of_this_test',
      STRIPE_WEBHOOK_SECRET: `whsec_the_one_before,${WEBHOOK_SECRET}`,
      STRIPE_API_URL: stripe.url,
    },
  });
  offer = await publishOffer(house);
});
afterAll(async () => {
  await house.close();
  await stripe.close();
});

const get = (url: string) => house.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
const orderOf = async (email: string) => {
  const { body } = await house.call('GET', `/api/v1/orders?q=${encodeURIComponent(email)}`);
  return body.data[0] ? (await house.call('GET', `/api/v1/orders/${body.data[0].id}`)).body : undefined;
};
const lastSession = () => [...stripe.sessions.values()].at(-1) ?? { id: '' };
const countEvents = async () =>
  (
    await house.inWorkspace((ctx) =>
      ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from app.payment_events`),
    )
  ).rows[0]?.count;

/** Somebody goes to Stripe's page and pays there. */
async function buy(email: string) {
  const path = await openCheckout(house, offer.id, { email });
  const answer = await sendForm(house, path, { email, name: 'Noor Tamberlin' });
  expect(answer.statusCode).toBe(303);
  const { session, intent } = stripe.pay(lastSession().id);
  const at = house.clock.now();
  return {
    path,
    session,
    intent,
    completed: eventOf('checkout.session.completed', session, at),
    succeeded: eventOf('payment_intent.succeeded', intent, at),
  };
}

async function paid(email: string) {
  const bought = await buy(email);
  expect(await sendEvent(house, bought.completed)).toBe(200);
  await house.settle();
  return { ...bought, order: await orderOf(email) };
}

describe('a checkout through Stripe', () => {
  it('opens Stripe’s page with what ties the payment to the checkout, once', async () => {
    const email = 'first@halvorn.example';
    const path = await openCheckout(house, offer.id, { email });
    const page = await get(path);
    expect(page.payload).toContain('Go to Stripe and pay €490.00');
    expect(page.payload).not.toContain('Test checkout');
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https:");
    const answer = await sendForm(house, path, { email, name: 'Noor', company: 'Halvorn', country: 'BE' });
    expect(answer.headers.location).toBe('https://checkout.stripe.com/c/pay/test');
    const [request] = stripe.requests.filter(({ method }) => method === 'POST');
    expect(request?.headers['idempotency-key']).toMatch(/^checkout:/);
    expect(request?.headers['stripe-version']).toBe('2026-10-28.endive');
    expect(lastSession()).toMatchObject({
      amount_total: 49_000,
      currency: 'eur',
      metadata: { workspace_id: house.workspace.id },
    });
    // The buyer comes back and goes on: the page from before is still open.
    await sendForm(house, path, { email, name: 'Noor' });
    expect(stripe.sessions.size).toBe(1);
    // Another address is another page; nobody can pay on the one from before.
    await sendForm(house, path, { email: 'other@halvorn.example', name: 'Noor' });
    expect([...stripe.sessions.values()].map(({ status }) => status)).toEqual(['expired', 'open']);
  });

  it('books the order when Stripe says that it was paid, and not because the buyer came back', async () => {
    const email = 'paid@halvorn.example';
    const { path, completed } = await buy(email);
    expect((await get(`${path}/done`)).payload).toContain('We are asking the bank');
    expect(await orderOf(email)).toBeUndefined();
    expect(await sendEvent(house, completed)).toBe(200);
    await house.settle();
    expect(await orderOf(email)).toMatchObject({ state: 'paid', totalMinor: 49_000, isTest: true });
    expect((await get(`${path}/done`)).payload).toContain('Paid. It is yours');
  });

  it('looks a payment up whose news were lost', async () => {
    const email = 'lost@halvorn.example';
    const { path } = await buy(email);
    await get(`${path}/done`);
    await house.settle();
    expect(await orderOf(email)).toMatchObject({ state: 'paid' });
  });

  it.each([
    ['breaks the connection', [null, null]],
    ['is broken', [500, 500]],
    ['asks to slow down', [429]],
    ['does not take the key', [401]],
  ] as const)('says so and keeps the intent when Stripe %s', async (_words, statuses) => {
    const email = `down${statuses.length}${statuses[0]}@halvorn.example`;
    const path = await openCheckout(house, offer.id, { email });
    stripe.refuse(
      ...statuses.map((status) =>
        status === null ? null : { status, error: { type: 'api_error', message: 'Not now' } },
      ),
    );
    const answer = await sendForm(house, path, { email, name: 'Noor', company: 'Halvorn' });
    expect(answer.statusCode).toBe(503);
    expect(answer.payload).toContain('Nothing was charged');
    expect(answer.payload).toContain('value="Halvorn"');
    const health = await house.call('GET', '/api/health');
    expect(health.body.services.payments.state).toBe('failing');
    const again = await sendForm(house, path, { email, name: 'Noor' });
    expect(again.headers.location).toBe('https://checkout.stripe.com/c/pay/test');
    expect((await house.call('GET', '/api/health')).body.services.payments.state).toBe('ok');
  });
});

describe('an event', () => {
  it('that is forged, altered or too old is refused, and nothing is written', async () => {
    const { completed } = await buy('forged@halvorn.example');
    const before = await countEvents();
    const old = new Date(house.clock.now().getTime() - 301_000);
    expect(await sendEvent(house, completed, { secret: 'whsec_of_somebody_else' })).toBe(400);
    expect(await sendEvent(house, completed, { at: old })).toBe(400);
    expect(await sendEvent(house, completed, { signature: '' })).toBe(400);
    expect(await sendEvent(house, completed, { signature: 't=1,v1=00' })).toBe(400);
    await house.settle();
    expect(await countEvents()).toBe(before);
    expect(await orderOf('forged@halvorn.example')).toBeUndefined();
  });

  it('signed with the secret from before counts while that one is being replaced', async () => {
    const { completed } = await buy('rolled@halvorn.example');
    expect(await sendEvent(house, completed, { secret: 'whsec_the_one_before' })).toBe(200);
    await house.settle();
    expect(await orderOf('rolled@halvorn.example')).toMatchObject({ state: 'paid' });
  });

  it('that comes twice, or again after days, is one', async () => {
    const email = 'again@halvorn.example';
    const { completed, order } = await paid(email);
    const before = await countEvents();
    expect(
      await Promise.all([completed, completed, completed].map((event) => sendEvent(house, event))),
    ).toEqual([200, 200, 200]);
    await house.settle();
    expect(await countEvents()).toBe(before);
    expect(await orderOf(email)).toEqual(order);
  });

  it('of another workspace’s checkout, or of none, changes nothing', async () => {
    const { workspace } = await house.neighbour();
    const { session } = await buy('wall@halvorn.example');
    const before = await countEvents();
    const metadata = session.metadata as Record<string, string>;
    const elsewhere = { ...session, metadata: { ...metadata, workspace_id: workspace.id } };
    expect(await sendEvent(house, eventOf('checkout.session.completed', elsewhere, house.clock.now()))).toBe(
      200,
    );
    const nobody = { ...session, payment_intent: 'pi_of_another_shop', metadata: {} };
    expect(await sendEvent(house, eventOf('checkout.session.completed', nobody, house.clock.now()))).toBe(
      200,
    );
    const unknown = { ...session, metadata: { ...metadata, checkout_id: workspace.id } };
    expect(await sendEvent(house, eventOf('checkout.session.completed', unknown, house.clock.now()))).toBe(
      200,
    );
    await house.settle();
    expect(await countEvents()).toBe(before);
    expect(await orderOf('wall@halvorn.example')).toBeUndefined();
  });

  it('of a payment that failed before it succeeded does not undo it, whichever comes first', async () => {
    const email = 'late@halvorn.example';
    const { intent, completed } = await buy(email);
    const failed = {
      ...intent,
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', message: 'Your card was declined.' },
    };
    const earlier = new Date(house.clock.now().getTime() - 60_000);
    await sendEvent(house, completed);
    await sendEvent(house, eventOf('payment_intent.payment_failed', failed, earlier));
    await house.settle();
    expect(await orderOf(email)).toMatchObject({
      state: 'paid',
      checkout: { state: 'completed' },
      payments: [{ state: 'succeeded' }],
    });
  });

  it('in a shape that nobody knows is kept aside and holds nothing up', async () => {
    const email = 'odd@halvorn.example';
    const { completed, intent } = await buy(email);
    const odd = eventOf('payment_intent.processing', { ...intent, amount: 'much' }, house.clock.now());
    expect(await sendEvent(house, odd)).toBe(200);
    await sendEvent(house, completed);
    await house.settle();
    expect(await orderOf(email)).toMatchObject({ state: 'paid' });
  });

  it('of a page left open closes it, and of a dispute marks the order until it is decided', async () => {
    const path = await openCheckout(house, offer.id, { email: 'left@halvorn.example' });
    await sendForm(house, path, { email: 'left@halvorn.example' });
    const session = { ...lastSession(), status: 'expired' };
    await sendEvent(house, eventOf('checkout.session.expired', session, house.clock.now()));
    await house.settle();
    expect((await get(path)).payload).toContain('left open too long');

    const { intent, order } = await paid('disputed@halvorn.example');
    const dispute = (status: string) => ({
      id: 'dp_1',
      object: 'dispute',
      amount: 49_000,
      status,
      payment_intent: intent.id,
      metadata: {},
    });
    const tell = async (type: string, status: string, seconds: number) => {
      const at = new Date(house.clock.now().getTime() + seconds * 1000);
      expect(await sendEvent(house, eventOf(type, dispute(status), at))).toBe(200);
      await house.settle();
      return (await house.call('GET', `/api/v1/orders/${order.id}`)).body;
    };
    const opened = await tell('charge.dispute.created', 'needs_response', 0);
    expect(opened).toMatchObject({ state: 'disputed', entitlements: [{ revokedAt: null }] });
    const lost = await tell('charge.dispute.closed', 'lost', 5);
    expect(lost).toMatchObject({ state: 'lost_dispute' });
    expect(lost.entitlements[0].revokedAt).not.toBeNull();
  });
});

describe('a refund through Stripe', () => {
  it('asked for here is sent once, under its own key, and known again when Stripe tells of it', async () => {
    const { order, intent } = await paid('refund@halvorn.example');
    await house.call('POST', `/api/v1/orders/${order.id}/refunds`, {
      amountMinor: 9_000,
      reason: 'Goodwill',
    });
    await house.settle();
    const [refund] = stripe.refunds.slice(-1);
    expect(refund).toMatchObject({
      payment_intent: intent.id,
      amount: 9_000,
      reason: 'requested_by_customer',
    });
    await sendEvent(house, eventOf('refund.updated', refund ?? {}, house.clock.now()));
    await house.settle();
    expect(await orderOf('refund@halvorn.example')).toMatchObject({
      state: 'part_refunded',
      refundedMinor: 9_000,
      refunds: [{ state: 'done', reason: 'Goodwill' }],
    });
  });

  it('made in Stripe’s dashboard is found by its payment and revokes when nothing is left', async () => {
    const email = 'dashboard@halvorn.example';
    const { intent } = await paid(email);
    stripe.refundElsewhere(intent.id, 20_000);
    stripe.refundElsewhere(intent.id, 29_000);
    const charge = {
      id: 'ch_1',
      object: 'charge',
      amount_refunded: 49_000,
      payment_intent: intent.id,
      metadata: intent.metadata,
    };
    expect(await sendEvent(house, eventOf('charge.refunded', charge, house.clock.now()))).toBe(200);
    await house.settle();
    const order = await orderOf(email);
    expect(order).toMatchObject({ state: 'refunded', refundedMinor: 49_000 });
    expect(order.refunds.map(({ amountMinor }: { amountMinor: number }) => amountMinor).sort()).toEqual([
      20_000, 29_000,
    ]);
    expect(order.entitlements[0].revokedAt).not.toBeNull();
  });

  it('whose answer was lost is looked up, and not made twice', async () => {
    const email = 'answer@halvorn.example';
    const { order, intent } = await paid(email);
    const asked = await house.call('POST', `/api/v1/orders/${order.id}/refunds`, {});
    // Stripe made it, and the process died before it could write that down.
    await house.inWorkspace((ctx) =>
      ctx.db.execute(sql`update app.refunds set state = 'sending' where id = ${asked.body.id}`),
    );
    const made = stripe.refundElsewhere(intent.id, 49_000);
    made.metadata = { refund_id: asked.body.id };
    const before = stripe.refunds.length;
    await house.settle();
    expect(stripe.refunds).toHaveLength(before);
    expect(await orderOf(email)).toMatchObject({ state: 'refunded', refunds: [{ state: 'done' }] });
  });

  it('that Stripe will not make says why, and may be asked for again', async () => {
    const email = 'refused@halvorn.example';
    const { order } = await paid(email);
    await house.call('POST', `/api/v1/orders/${order.id}/refunds`, {});
    stripe.refuse({ status: 400, error: { type: 'invalid_request_error', message: 'Charge is disputed.' } });
    await house.settle();
    expect(await orderOf(email)).toMatchObject({
      state: 'paid',
      refundableMinor: 49_000,
      refunds: [{ state: 'failed', waitReason: 'The provider says no: Charge is disputed.' }],
    });
  });

  it('waits and says so while Stripe is away, and is made when it is back', async () => {
    const email = 'away@halvorn.example';
    const { order } = await paid(email);
    const asked = await house.call('POST', `/api/v1/orders/${order.id}/refunds`, {});
    stripe.refuse(null, null);
    await house.settle();
    const waiting = await orderOf(email);
    expect(waiting.refunds).toMatchObject([{ state: 'unconfirmed' }]);
    expect(waiting.refunds[0].waitReason).toContain('tried again by itself');
    house.clock.advance({ minutes: 10 });
    await house.worker.runSchedule('payments.settle');
    await house.settle();
    expect((await orderOf(email)).refunds).toMatchObject([{ id: asked.body.id, state: 'done' }]);
  });
});
