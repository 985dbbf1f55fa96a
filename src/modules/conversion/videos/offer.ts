import { sql } from 'drizzle-orm';
import type { Context } from '#context';

/** What a video needs to know of an offer. */
export interface VideoOffer {
  id: string;
  name: string;
  headline: string;
  description: string;
  contents: { text: string; detail?: string }[];
  guarantee: string;
  playbookId: string | null;
  price: { amountMinor: number; currency: string; recursEvery: string | null; isTaxIncluded: boolean } | null;
}

interface OfferLine extends Record<string, unknown> {
  id: string;
  name: string;
  headline: string;
  description: string;
  contents: { text: string; detail?: string }[];
  guarantee: string;
  playbook_id: string | null;
  amount_minor: string | null;
  currency: string | null;
  recurs_every: string | null;
  tax_behaviour: string | null;
}

/** An offer that can be bought now: by its id, or the one of a playbook that was made last. Undefined when there is none. */
export async function findActiveOffer(
  ctx: Context,
  key: { id: string } | { playbookId: string },
): Promise<VideoOffer | undefined> {
  const which = 'id' in key ? sql`offers.id = ${key.id}` : sql`offers.playbook_id = ${key.playbookId}`;
  const { rows } = await ctx.db.execute<OfferLine>(sql`
    select offers.id, offers.name, offers.headline, offers.description, offers.contents, offers.guarantee,
      offers.playbook_id, prices.amount_minor, prices.currency, prices.recurs_every, prices.tax_behaviour
    from app.offers
    left join lateral (
      select * from app.prices
      where prices.offer_id = offers.id and prices.workspace_id = offers.workspace_id and prices.is_active
      order by prices.created_at desc, prices.id desc limit 1
    ) prices on true
    where offers.workspace_id = ${ctx.workspace.id} and offers.state = 'active' and ${which}
    order by offers.created_at desc, offers.id desc limit 1`);
  const row = rows[0];
  if (!row) return undefined;
  const { id, name, headline, description, contents, guarantee } = row;
  return {
    id,
    name,
    headline,
    description,
    contents,
    guarantee,
    playbookId: row.playbook_id,
    price:
      row.amount_minor !== null && row.currency !== null
        ? {
            amountMinor: Number(row.amount_minor),
            currency: row.currency,
            recursEvery: row.recurs_every,
            isTaxIncluded: row.tax_behaviour === 'inclusive',
          }
        : null,
  };
}

/** Names of offers by id, whether they can be bought or not. */
export async function nameOffers(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await ctx.db.execute<{ id: string; name: string }>(sql`
    select id, name from app.offers
    where workspace_id = ${ctx.workspace.id} and id = any(${sql.param([...new Set(ids)])}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
