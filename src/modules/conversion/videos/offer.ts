import type { Context } from '#context';
import * as queries from '../offers/queries.ts';

/** What a video needs to know of an offer. */
export interface VideoOffer {
  id: string;
  name: string;
  headline: string;
  description: string;
  /** Line by line. */
  contents: string[];
  guarantee: string;
  price: { amountMinor: number; currency: string; recursEvery: string | null };
}

/** An offer that can be bought now: by its id, or the one of a playbook that was made last. Undefined when there is none. */
export async function findActiveOffer(
  ctx: Context,
  key: { id: string } | { playbookId: string },
): Promise<VideoOffer | undefined> {
  const row =
    'id' in key
      ? await queries.findOffer(ctx.db, ctx.workspace.id, key.id)
      : await queries.findActiveOf(ctx.db, ctx.workspace.id, key.playbookId);
  if (row?.state !== 'active') return undefined;
  const price = (await queries.listActivePrices(ctx.db, ctx.workspace.id, [row.id])).get(row.id);
  if (!price) return undefined;
  const { id, name, headline, description, guarantee } = row;
  const { amountMinor, currency, recursEvery } = price;
  return {
    id,
    name,
    headline,
    description,
    contents: (row.contents as { text: string }[]).map(({ text }) => text),
    guarantee,
    price: { amountMinor, currency, recursEvery },
  };
}

/** Names of offers by id, whether they can be bought or not. */
export async function nameOffers(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const offer = await queries.findOffer(ctx.db, ctx.workspace.id, id);
    if (offer) names.set(id, offer.name);
  }
  return names;
}
