import type { TestHouse } from './harness.ts';
import { type PublishedPlaybook, publishPlaybook } from './playbook.ts';

export const CARDS = {
  pays: '4242 4242 4242 4242',
  declines: '4000000000000002',
  asks: '4000002500003155',
};

interface PublishedOffer {
  id: string;
  playbook: PublishedPlaybook;
}

/** Publishes a playbook and an offer that grants it. */
export async function publishOffer(
  house: TestHouse,
  {
    amountMinor = 49_000,
    title = 'The fixed-price quote',
    sharePercent,
  }: { amountMinor?: number; title?: string; sharePercent?: number } = {},
): Promise<PublishedOffer> {
  const playbook = await publishPlaybook(house, { title });
  let expertId: string | undefined;
  if (sharePercent !== undefined)
    expertId = (await house.call('POST', '/api/v1/experts', { name: 'Marit Ostrevik' })).body.id;
  const made = await house.call('POST', '/api/v1/offers', {
    name: 'The Fixed-Price Kit',
    headline: 'Quote once, earn what you quoted',
    contents: [{ text: 'Quote template, in three file formats' }],
    guarantee: 'Write “no” within 30 days and the money goes back.',
    playbookId: playbook.id,
    ...(expertId && { expertId, sharePercent }),
    price: { amountMinor, currency: 'EUR' },
  });
  if (made.status !== 201) throw new Error(made.text);
  const opened = await house.call('POST', `/api/v1/offers/${made.body.id}/publications`);
  if (opened.status !== 201) throw new Error(opened.text);
  return { id: made.body.id, playbook };
}

/** Opens a checkout of an offer. @returns its path */
export async function openCheckout(
  house: TestHouse,
  offerId: string,
  who: { leadId?: string; email?: string } = {},
): Promise<string> {
  const opened = await house.call('POST', '/api/v1/checkouts', { offerId, ...who });
  if (opened.status !== 201) throw new Error(opened.text);
  return new URL(opened.body.url).pathname;
}

/** Sends a form as a browser without script would. */
export const sendForm = (house: TestHouse, url: string, fields: Record<string, string>) =>
  house.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });

/** Pays in the test checkout and lets everything that follows happen. */
export async function pay(
  house: TestHouse,
  path: string,
  email: string,
  fields: Record<string, string> = {},
): Promise<void> {
  const answer = await sendForm(house, path, { email, name: 'Noor Tamberlin', card: CARDS.pays, ...fields });
  if (answer.statusCode !== 303) throw new Error(answer.payload);
  await house.settle();
}
