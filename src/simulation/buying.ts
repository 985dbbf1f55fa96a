import type { Visitor } from './visitor.ts';
import { Unexpected } from './web.ts';

/** Number of Stripe's test card that pays; no bank ever gave it to anybody. */
const TEST_CARD = '4242 4242 4242 4242';

/** Opens a video's page and plays it from its start. @param share of its length that is played */
export async function watch(who: Visitor, path: string, share: number): Promise<void> {
  const page = await who.get(path);
  const length = Number(/data-length="(\d+)"/.exec(page.text)?.[1] ?? 0);
  if (page.status !== 200 || length === 0) throw new Unexpected({ method: 'GET', path }, page);
  const toMs = Math.round(length * share);
  await who.tell(`${path}/facts`, {
    session: 'first',
    facts: [{ kind: 'opened' }, { kind: 'played', fromMs: 0 }, { kind: 'watched', fromMs: 0, toMs }],
  });
}

/** Takes the offer of a video and pays it in the test checkout. @throws Unexpected when the checkout does not let them */
export async function buy(
  who: Visitor,
  videoPath: string,
  buyer: { email: string; name: string },
): Promise<void> {
  const opened = await who.submit(`${videoPath}/checkout`, {});
  if (opened.status !== 303 || !opened.location)
    throw new Unexpected({ method: 'POST', path: `${videoPath}/checkout` }, opened);
  const path = new URL(opened.location, 'http://localhost').pathname;
  const { email, name } = buyer;
  const paid = await who.submit(path, { email, name, country: 'NL', deliver: 'yes', card: TEST_CARD });
  if (paid.status !== 303 || !paid.location?.includes('/done'))
    throw new Unexpected({ method: 'POST', path }, paid);
}
