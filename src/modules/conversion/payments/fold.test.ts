import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaymentEvent } from '#kernel/payments';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { openCheckout, publishOffer } from '../../../../tests/support/offer.ts';
import { eventOf, sendEvent, WEBHOOK_SECRET } from '../../../../tests/support/stripe-events.ts';
import { fold, keptOf as kept } from './fold.ts';

const keptOf = (event: object) => kept(event as PaymentEvent);

const START = Date.parse('2026-03-02T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const metadata = (workspaceId: string, checkoutId: string) => ({
  workspace_id: workspaceId,
  checkout_id: checkoutId,
});

/** Everything that may be told about one checkout; several at the same second, as Stripe's clock has it. */
function storyOf(tie: Record<string, string>, name = 'a') {
  const intent = {
    id: `pi_${name}`,
    object: 'payment_intent',
    amount: 49_000,
    amount_received: 49_000,
    currency: 'eur',
    livemode: false,
    payment_method_types: ['card'],
    metadata: tie,
  };
  const declined = { last_payment_error: { code: 'card_declined', message: 'Declined.' } };
  const session = {
    id: `cs_${name}`,
    object: 'checkout.session',
    status: 'complete',
    payment_status: 'paid',
    payment_intent: intent.id,
    amount_total: 49_000,
    currency: 'eur',
    customer_details: { email: `${name}@halvorn.example`, name: 'Noor Tamberlin' },
    livemode: false,
    metadata: tie,
  };
  const refund = (id: string, amount: number, status: string) => ({
    id: `${id}_${name}`,
    object: 'refund',
    amount,
    currency: 'eur',
    status,
    created: Math.floor(at(100).getTime() / 1000),
    payment_intent: intent.id,
    metadata: tie,
  });
  const dispute = (status: string) => ({
    id: `dp_${name}`,
    object: 'dispute',
    amount: 49_000,
    status,
    payment_intent: intent.id,
    metadata: tie,
  });
  return [
    eventOf('payment_intent.created', { ...intent, status: 'requires_payment_method' }, at(0)),
    eventOf(
      'payment_intent.payment_failed',
      { ...intent, ...declined, status: 'requires_payment_method' },
      at(10),
    ),
    eventOf('payment_intent.processing', { ...intent, status: 'processing' }, at(20)),
    eventOf('checkout.session.completed', { ...session, payment_status: 'unpaid' }, at(20)),
    eventOf('payment_intent.succeeded', { ...intent, status: 'succeeded' }, at(20)),
    eventOf('checkout.session.async_payment_succeeded', session, at(21)),
    eventOf('refund.created', refund('re_1', 9_000, 'pending'), at(100)),
    eventOf('refund.updated', refund('re_1', 9_000, 'succeeded'), at(101)),
    eventOf('refund.updated', refund('re_2', 40_000, 'succeeded'), at(102)),
    eventOf(
      'charge.refunded',
      {
        id: `ch_${name}`,
        object: 'charge',
        amount_refunded: 49_000,
        payment_intent: intent.id,
        refunds: { data: [refund('re_1', 9_000, 'succeeded'), refund('re_2', 40_000, 'succeeded')] },
        metadata: tie,
      },
      at(102),
    ),
    eventOf('refund.failed', refund('re_2', 40_000, 'failed'), at(500)),
    eventOf('charge.dispute.created', dispute('needs_response'), at(600)),
    eventOf('charge.dispute.closed', dispute('won'), at(700)),
  ];
}
type Story = ReturnType<typeof storyOf>;

/** Some of a story, in any order, some of it several times. */
const telling = (story: Story) =>
  fc.subarray(story, { minLength: 1 }).chain((some) =>
    fc.record({
      some: fc.constant(some),
      first: fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
      repeated: fc.array(fc.constantFrom(...some), { maxLength: 5 }),
    }),
  );

describe('what follows from what the provider told', () => {
  const story = storyOf(
    metadata('0197b3c0-0000-7000-8000-000000000000', '0197b3c0-0000-7000-8000-000000000001'),
  );

  it('is the same in every order, and with repetitions', () => {
    fc.assert(
      fc.property(telling(story), ({ some, first, repeated }) => {
        const straight = fold(some.map(keptOf));
        expect(fold([...first, ...repeated].map(keptOf))).toEqual(straight);
      }),
      { numRuns: 2_000 },
    );
  });

  it('adds up: paid once, the first refund done, the second sent back, the dispute won', () => {
    const told = fold(story.map(keptOf));
    expect(told).toMatchObject({
      paid: { totalMinor: 49_000, at: at(20), paymentId: 'pi_a' },
      surplus: [],
      isAwaited: false,
      dispute: 'won',
      payments: [{ state: 'succeeded', method: 'card' }],
    });
    expect(told.refunds.map(({ id, state }) => [id, state])).toEqual([
      ['re_1_a', 'done'],
      ['re_2_a', 'failed'],
    ]);
    expect(told.outdated.length).toBeGreaterThan(3);
  });

  it('knows a payment that the bank has not carried out from one that it refused', () => {
    const [, , , unpaid] = story;
    if (!unpaid) throw new Error('The story is shorter.');
    expect(fold([keptOf(unpaid)])).toMatchObject({ paid: null, isAwaited: true });
    const refused = eventOf('checkout.session.async_payment_failed', unpaid.data.object, at(30));
    expect(fold([refused, unpaid].map(keptOf))).toMatchObject({
      paid: null,
      isAwaited: false,
      payments: [{ state: 'failed' }],
    });
  });
});

describe('the tables', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse({
      clock: at(1_000),
      env: {
        STRIPE_SECRET_KEY: 'sk_test_x',
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
        STRIPE_API_URL: 'http://127.0.0.1:9',
      },
    });
  });
  afterAll(() => house.close());

  /** Where everything stands, without ids and without the order in which it came about. */
  async function standOf(checkoutId: string): Promise<unknown> {
    const { rows } = await house.inWorkspace((ctx) =>
      ctx.db.execute<{ stand: unknown }>(sql`select jsonb_build_object(
        'checkout', (select jsonb_build_array(c.state, c.failure_code, c.completed_at) from app.checkouts c where c.id = ${checkoutId}),
        'payments', (select jsonb_agg(jsonb_build_array(p.state, p.state_as_of, p.amount_minor, p.method, p.order_id is not null))
          from app.payments p where p.checkout_id = ${checkoutId}),
        'orders', (select jsonb_agg(jsonb_build_array(o.state, o.total_minor, o.refunded_minor, o.booked_at, o.name, o.email is not null,
          (select jsonb_agg(jsonb_build_array(r.amount_minor, r.state) order by r.amount_minor) from app.refunds r where r.order_id = o.id),
          (select jsonb_agg(e.revoked_at is null) from app.entitlements e where e.order_id = o.id),
          (select jsonb_agg(jsonb_build_array(s.kind, s.state) order by s.kind) from app.fulfilment_steps s
            where s.order_id = o.id and s.kind <> 'revoke'),
          (select count(*) from app.messages m where m.dedupe_key like 'order.access:' || o.id || '%'),
          (select count(*) from app.events v where v.name = 'order.paid' and v.payload->>'orderId' = o.id::text)))
          from app.orders o where o.checkout_id = ${checkoutId}),
        'untaken', (select count(*) from app.payment_events e where e.object_id = ${checkoutId} and e.state = 'received')
      ) as stand`),
    );
    return rows[0]?.stand;
  }

  it('stand the same whatever the order, with repetitions, however the jobs fall in between', async () => {
    const offer = await publishOffer(house);
    let run = 0;
    const tell = async (order: (story: Story) => Story, settleAfter: number[]) => {
      run += 1;
      const path = await openCheckout(house, offer.id, { email: `run${run}@halvorn.example` });
      const { rows } = await house.inWorkspace((ctx) =>
        ctx.db.execute<{ id: string }>(sql`select id from app.checkouts order by id desc limit 1`),
      );
      expect(path).toContain('/checkout/');
      const id = rows[0]?.id ?? '';
      const events = order(storyOf(metadata(house.workspace.id, id), `r${run}`));
      for (const [index, event] of events.entries()) {
        expect(await sendEvent(house, event)).toBe(200);
        if (settleAfter.includes(index)) await house.settle();
      }
      await house.settle();
      return standOf(id);
    };
    const straight = await tell((story) => story, []);
    expect(straight).toMatchObject({ checkout: ['completed', null, expect.any(String)], untaken: 0 });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          Array.from({ length: 13 }, (_, index) => index),
          { minLength: 13, maxLength: 13 },
        ),
        fc.array(fc.nat(12), { maxLength: 4 }),
        fc.array(fc.nat(16), { maxLength: 4 }),
        async (places, repeated, pauses) => {
          const stand = await tell(
            (story) =>
              [...places, ...repeated].map((index) => story[index]).filter((event) => event !== undefined),
            pauses,
          );
          expect(stand).toEqual(straight);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);
});
