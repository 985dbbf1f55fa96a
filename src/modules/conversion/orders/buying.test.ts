import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { CARDS, openCheckout, pay, publishOffer, sendForm } from '../../../../tests/support/offer.ts';
import { secretOf } from '../../../../tests/support/playbook.ts';

let house: TestHouse;
let offer: Awaited<ReturnType<typeof publishOffer>>;
beforeAll(async () => {
  house = await openHouse();
  offer = await publishOffer(house, { sharePercent: 30 });
});
afterAll(() => house.close());

const mailTo = async (email: string) => {
  const { body } = await house.call('GET', '/api/v1/stand-ins/mail?limit=100');
  const found = body.data.filter((mail: { to: unknown }) => JSON.stringify(mail.to).includes(email));
  return found as { id: string; subject: string }[];
};
const textOf = async (id: string): Promise<string> =>
  (await house.call('GET', `/api/v1/stand-ins/mail/${id}`)).body.text;
const orderOf = async (email: string) => {
  const { body } = await house.call('GET', `/api/v1/orders?q=${encodeURIComponent(email)}`);
  const [summary] = body.data;
  return summary ? (await house.call('GET', `/api/v1/orders/${summary.id}`)).body : undefined;
};
const page = (url: string, cookie?: string) =>
  house.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...(cookie && { cookie }) } });

describe('buying in the test checkout', () => {
  it('goes from the page to the order, what it grants, the mail and the library', async () => {
    const email = 'noor@studiohalvorn.example';
    const path = await openCheckout(house, offer.id, { email });
    const shown = await page(path);
    expect(shown.statusCode).toBe(200);
    expect(shown.payload).toContain('€490.00');
    expect(shown.payload).toContain('Test checkout.');
    expect(shown.payload).not.toContain('checked=""');
    await pay(house, path, email, { company: 'Studio Halvorn', country: 'BE' });
    const done = await page(`${path}/done`);
    expect(done.payload).toContain('Paid. It is yours');

    const order = await orderOf(email);
    expect(order).toMatchObject({
      number: 1,
      state: 'paid',
      totalMinor: 49_000,
      refundedMinor: 0,
      currency: 'EUR',
      isTest: true,
      billing: { company: 'Studio Halvorn', country: 'BE' },
      lines: [{ description: 'The Fixed-Price Kit', totalMinor: 49_000 }],
      payments: [{ state: 'succeeded', amountMinor: 49_000 }],
      entitlements: [{ kind: 'playbook', revokedAt: null }],
      checkout: { state: 'completed', provider: 'test' },
      share: { percent: 30, baseMinor: 49_000, shareMinor: 14_700 },
    });
    expect(order.fulfilment.map(({ kind, state }: { kind: string; state: string }) => [kind, state])).toEqual(
      [
        ['grant', 'done'],
        ['mail', 'done'],
        ['enrol', 'done'],
      ],
    );
    expect(order.path.at(-1)).toMatchObject({ kind: 'order' });
    const lead = (await house.call('GET', `/api/v1/leads/${order.lead.id}`)).body;
    expect(lead.stage).toBe('customer');

    const mails = await mailTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual(['The Fixed-Price Kit is yours']);
    const link = /http:\/\/localhost:3000(\/library\/\S+)/.exec(await textOf(mails[0]?.id ?? ''))?.[1] ?? '';
    const library = await page(link);
    expect(library.payload).toContain('The fixed-price quote');
    const opened = await sendForm(house, `${link}/openings`, { playbook: offer.playbook.id });
    expect(opened.headers.location).toBe(offer.playbook.path);
    const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const whole = await page(offer.playbook.path, cookie);
    for (const position of [1, 4, 8]) expect(whole.payload).toContain(secretOf(position));
    expect(whole.payload).not.toContain('id="gate"');
    expect((await page(offer.playbook.path)).payload).not.toContain(secretOf(8));
  });

  it('says that the bank declined, keeps what was written, and lets the buyer try again', async () => {
    const email = 'declined@studiohalvorn.example';
    const path = await openCheckout(house, offer.id, { email });
    const refused = await sendForm(house, path, {
      email,
      name: 'Noor',
      company: 'Halvorn',
      card: CARDS.declines,
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.payload).toContain('Your bank declined. Nothing was charged.');
    expect(refused.payload).toContain('value="Halvorn"');
    await house.settle();
    expect(await orderOf(email)).toBeUndefined();
    expect((await page(path)).payload).toContain('Nothing was charged.');
    house.clock.advance({ minutes: 1 });
    await pay(house, path, email);
    expect(await orderOf(email)).toMatchObject({ state: 'paid', payments: [{ state: 'succeeded' }] });
  });

  it('asks the buyer’s bank when the card wants that, and takes both answers', async () => {
    const email = 'asked@studiohalvorn.example';
    const path = await openCheckout(house, offer.id, { email });
    await pay(house, path, email, { card: CARDS.asks });
    expect((await page(`${path}/done`)).payload).toContain('Your bank asks');
    const no = await sendForm(house, `${path}/bank`, { answer: 'no' });
    expect(no.payload).toContain('Nothing was charged.');
    await house.settle();
    expect(await orderOf(email)).toBeUndefined();
    house.clock.advance({ minutes: 1 });
    await pay(house, path, email, { card: CARDS.asks });
    await sendForm(house, `${path}/bank`, { answer: 'yes' });
    await house.settle();
    expect(await orderOf(email)).toMatchObject({ state: 'paid' });
  });

  it('takes no card but those made for tests', async () => {
    const path = await openCheckout(house, offer.id, { email: 'real@studiohalvorn.example' });
    const answer = await sendForm(house, path, {
      email: 'real@studiohalvorn.example',
      card: '4111111111111111',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.payload).toContain('none of Stripe’s test cards');
    expect(answer.payload).not.toContain('4111111111111111');
  });

  it('lets nobody pay twice, however often the form is sent', async () => {
    const email = 'twice@studiohalvorn.example';
    const path = await openCheckout(house, offer.id, { email });
    const form = { email, card: CARDS.pays };
    const answers = await Promise.all([1, 2, 3].map(() => sendForm(house, path, form)));
    expect(answers.map(({ headers }) => headers.location)).toEqual(Array(3).fill(`${path}/done`));
    await house.settle();
    expect((await sendForm(house, path, form)).headers.location).toBe(`${path}/done`);
    await house.settle();
    const { body } = await house.call('GET', `/api/v1/orders?q=${email}`);
    expect(body.data).toHaveLength(1);
    expect(await mailTo(email)).toHaveLength(1);
  });

  it('gives a library of their own to whoever pays from a link that was passed on', async () => {
    const lead = (await house.call('POST', '/api/v1/leads', { email: 'first@halvorn.example' })).body;
    const path = await openCheckout(house, offer.id, { leadId: lead.id });
    expect((await page(path)).payload).toContain('first@halvorn.example');
    await pay(house, path, 'second@halvorn.example');
    const order = await orderOf('second@halvorn.example');
    expect(order.lead.id).not.toBe(lead.id);
    const ofPerson = async (id: string) =>
      (await house.call('GET', `/api/v1/orders?leadId=${id}&offerId=${offer.id}`)).body.data;
    expect(await ofPerson(order.lead.id)).toMatchObject([{ id: order.id }]);
    expect(await ofPerson(lead.id)).toEqual([]);
    expect(await mailTo('first@halvorn.example')).toHaveLength(0);
  });
});

describe('refunds', () => {
  const bought = async (email: string) => {
    const path = await openCheckout(house, offer.id, { email });
    await pay(house, path, email);
    return orderOf(email);
  };

  it('of all: closes what was bought, in place, and takes the share back', async () => {
    const email = 'back@halvorn.example';
    const { id } = await bought(email);
    const [mail] = await mailTo(email);
    const link = /(\/library\/\S+)/.exec(await textOf(mail?.id ?? ''))?.[1] ?? '';
    const asked = await house.call('POST', `/api/v1/orders/${id}/refunds`, { reason: 'Did not fit' });
    expect(asked.body).toMatchObject({ state: 'planned', amountMinor: 49_000 });
    await house.settle();
    const order = await orderOf(email);
    expect(order).toMatchObject({
      state: 'refunded',
      refundedMinor: 49_000,
      refundableMinor: 0,
      refunds: [{ state: 'done', reason: 'Did not fit', waitReason: null }],
      share: { baseMinor: 0, shareMinor: 0 },
    });
    expect(order.entitlements[0].revokedReason).toBe('Refunded');
    const library = await page(link);
    expect(library.statusCode).toBe(200);
    expect(library.payload).toContain('Refunded');
    expect(library.payload).not.toContain('>Open<');
    expect((await house.call('POST', `/api/v1/orders/${id}/refunds`, {})).status).toBe(409);
  });

  it('of a part: leaves what was bought open, and never gives back more than was paid', async () => {
    const email = 'part@halvorn.example';
    const { id } = await bought(email);
    await house.call('POST', `/api/v1/orders/${id}/refunds`, { amountMinor: 10_000 });
    expect((await house.call('POST', `/api/v1/orders/${id}/refunds`, { amountMinor: 40_000 })).status).toBe(
      422,
    );
    await house.settle();
    expect(await orderOf(email)).toMatchObject({
      state: 'part_refunded',
      refundedMinor: 10_000,
      refundableMinor: 39_000,
      entitlements: [{ revokedAt: null }],
    });
  });
});

describe('a buyer who is erased', () => {
  it('leaves sums behind and nothing of themselves', async () => {
    const email = 'forgotten@halvorn.example';
    const path = await openCheckout(house, offer.id, { email });
    await pay(house, path, email, { company: 'Halvorn', country: 'BE' });
    const { id, lead } = await orderOf(email);
    expect((await house.call('DELETE', `/api/v1/leads/${lead.id}`)).status).toBe(204);
    await house.settle();
    const order = (await house.call('GET', `/api/v1/orders/${id}`)).body;
    expect(order).toMatchObject({
      totalMinor: 49_000,
      email: 'erased',
      name: null,
      lead: null,
      entitlements: [],
    });
    const { rows } = await house.inWorkspace((ctx) =>
      ctx.db.execute<{ text: string }>(sql`select concat(
        (select jsonb_agg(to_jsonb(o)) from app.orders o where o.id = ${id}),
        (select jsonb_agg(to_jsonb(c)) from app.checkouts c join app.orders o on o.checkout_id = c.id where o.id = ${id}),
        (select jsonb_agg(to_jsonb(e)) from app.payment_events e join app.orders o on o.checkout_id::text = e.object_id
          where o.id = ${id})) as text`),
    );
    for (const word of [email, 'Tamberlin', 'Halvorn']) expect(rows[0]?.text).not.toContain(word);
  });
});

describe('the library', () => {
  it('mails its link to buyers, and says the same to everybody', async () => {
    const before = await mailTo('noor@studiohalvorn.example');
    const known = await sendForm(house, '/library', { email: 'noor@studiohalvorn.example' });
    const unknown = await sendForm(house, '/library', { email: 'nobody@studiohalvorn.example' });
    expect(known.payload).toBe(unknown.payload);
    await house.settle();
    expect(await mailTo('noor@studiohalvorn.example')).toHaveLength(before.length + 1);
    expect(await mailTo('nobody@studiohalvorn.example')).toHaveLength(0);
  });

  it('opens nothing with a made-up link', async () => {
    expect((await page('/library/made-up')).statusCode).toBe(404);
    expect((await page('/checkout/made-up')).statusCode).toBe(404);
  });
});
