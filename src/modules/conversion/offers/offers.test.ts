import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { openCheckout, pay, publishOffer } from '../../../../tests/support/offer.ts';
import { publishPlaybook } from '../../../../tests/support/playbook.ts';

const UNKNOWN = '0197b3c0-0000-7000-8000-000000000000';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = async (id: string) => (await house.call('GET', `/api/v1/offers/${id}`)).body;

describe('an offer', () => {
  it('takes from its playbook what it grants, and says what is missing before it opens', async () => {
    const playbook = await publishPlaybook(house, { title: 'The quiet audit' });
    const made = await house.call('POST', '/api/v1/offers', { name: 'The Audit', playbookId: playbook.id });
    expect(made.body).toMatchObject({
      slug: 'the-audit',
      state: 'draft',
      price: null,
      grants: [{ kind: 'playbook', subjectId: playbook.id, label: 'The quiet audit' }],
      fulfilment: [{ kind: 'grant' }, { kind: 'mail' }, { kind: 'enrol' }],
    });
    const { id } = made.body;
    const early = await house.call('POST', `/api/v1/offers/${id}/publications`);
    expect(early.status).toBe(409);
    expect(early.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/price',
      '/contents',
    ]);
    await house.call('PATCH', `/api/v1/offers/${id}`, { contents: [{ text: 'The checklist' }] });
    await house.call('PUT', `/api/v1/offers/${id}/price`, { amountMinor: 19_900, currency: 'eur' });
    expect((await house.call('POST', `/api/v1/offers/${id}/publications`)).body.state).toBe('active');
  });

  it.each([
    ['less than a provider takes', { amountMinor: 49, currency: 'EUR' }],
    ['parts of a cent', { amountMinor: 100.5, currency: 'EUR' }],
    ['a currency that is none', { amountMinor: 100, currency: 'ABC' }],
    ['more than a provider takes', { amountMinor: 100_000_000, currency: 'EUR' }],
  ])('is not priced at %s', async (_words, price) => {
    const { id } = await publishOffer(house);
    expect((await house.call('PUT', `/api/v1/offers/${id}/price`, price)).status).toBe(422);
  });

  it('keeps for a checkout the price it was opened at, and for an order what was bought', async () => {
    const { id } = await publishOffer(house, { amountMinor: 10_000 });
    const path = await openCheckout(house, id, { email: 'early@halvorn.example' });
    await house.call('PUT', `/api/v1/offers/${id}/price`, { amountMinor: 20_000, currency: 'EUR' });
    await pay(house, path, 'early@halvorn.example');
    await house.call('PATCH', `/api/v1/offers/${id}`, { name: 'Another name' });
    const { body } = await house.call('GET', '/api/v1/orders?q=early@');
    const order = (await house.call('GET', `/api/v1/orders/${body.data[0].id}`)).body;
    expect(order).toMatchObject({ totalMinor: 10_000, lines: [{ description: 'The Fixed-Price Kit' }] });
    expect(await get(id)).toMatchObject({
      orders: 1,
      bookedMinor: 10_000,
      price: { amountMinor: 20_000 },
    });
  });

  it('that is archived sells no more, and stays with whoever bought it', async () => {
    const { id } = await publishOffer(house);
    expect((await house.call('DELETE', `/api/v1/offers/${id}`)).status).toBe(204);
    expect((await house.call('POST', '/api/v1/checkouts', { offerId: id })).status).toBe(409);
    const listed = async (query: string) =>
      (await house.call('GET', `/api/v1/offers${query}`)).body.data.some(
        (row: { id: string }) => row.id === id,
      );
    expect(await listed('')).toBe(false);
    expect(await listed('?archived=true')).toBe(true);
  });

  it('names only what exists', async () => {
    const refused = await house.call('POST', '/api/v1/offers', {
      name: 'X',
      grants: [{ kind: 'playbook', subjectId: UNKNOWN, label: 'Nothing' }],
    });
    expect(refused.body.errors[0].pointer).toBe('/grants/0/subjectId');
    expect((await house.call('POST', '/api/v1/offers', { name: 'X', sharePercent: 20 })).status).toBe(422);
    expect((await house.call('POST', '/api/v1/offers', { name: 'X', expertId: UNKNOWN })).status).toBe(422);
  });
});

describe('a checkout', () => {
  it('is the same for the same person while it is unfinished, and another afterwards', async () => {
    const { id } = await publishOffer(house);
    const lead = (await house.call('POST', '/api/v1/leads', { email: 'same@halvorn.example' })).body;
    const open = () => openCheckout(house, id, { leadId: lead.id });
    const [first, second] = [await open(), await open()];
    expect(second).toBe(first);
    expect((await house.call('GET', `/api/v1/leads/${lead.id}`)).body.stage).toBe('checkout');
    await pay(house, first, 'same@halvorn.example');
    expect(await open()).not.toBe(first);
  });
});
