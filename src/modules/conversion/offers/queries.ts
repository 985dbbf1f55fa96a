import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { shareAgreements } from '../orders/schema.ts';
import { offers, prices } from './schema.ts';

export type OfferRow = typeof offers.$inferSelect;
export type PriceRow = typeof prices.$inferSelect;
export type AgreementRow = typeof shareAgreements.$inferSelect;
type Without<T> = Omit<T, 'workspaceId'>;

export interface CountedOffer {
  offer: OfferRow;
  orders: number;
  bookedMinor: number;
}

// Columns of the outer table are named in plain SQL: inside these the bare name would be the inner table's.
const counted = {
  offer: offers,
  orders: sql<number>`(select count(*)::int from app.orders o where o.workspace_id = offers.workspace_id
    and o.offer_id = offers.id)`,
  bookedMinor: sql<number>`(select coalesce(sum(o.total_minor - o.refunded_minor), 0)::float8 from app.orders o
    where o.workspace_id = offers.workspace_id and o.offer_id = offers.id)`,
};

/** Newest first; archived ones only when asked for. */
export async function listOffers(
  db: Transaction,
  workspaceId: string,
  { isArchived, after }: { isArchived: boolean; after?: { createdAt: Date; id: string } | undefined },
  limit: number,
): Promise<CountedOffer[]> {
  return db
    .select(counted)
    .from(offers)
    .where(
      and(
        eq(offers.workspaceId, workspaceId),
        isArchived ? eq(offers.state, 'archived') : inArray(offers.state, ['draft', 'active']),
        after
          ? or(
              lt(offers.createdAt, after.createdAt),
              and(eq(offers.createdAt, after.createdAt), lt(offers.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(offers.createdAt), desc(offers.id))
    .limit(limit);
}

export async function findCounted(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CountedOffer | undefined> {
  const [row] = await db
    .select(counted)
    .from(offers)
    .where(and(eq(offers.workspaceId, workspaceId), eq(offers.id, id)))
    .limit(1);
  return row;
}

export async function findOffer(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<OfferRow | undefined> {
  const query = db
    .select()
    .from(offers)
    .where(and(eq(offers.workspaceId, workspaceId), eq(offers.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

/** The active offer of a playbook that was made last. */
export async function findActiveOf(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
): Promise<OfferRow | undefined> {
  const [row] = await db
    .select()
    .from(offers)
    .where(
      and(eq(offers.workspaceId, workspaceId), eq(offers.playbookId, playbookId), eq(offers.state, 'active')),
    )
    .orderBy(desc(offers.createdAt))
    .limit(1);
  return row;
}

export async function isSlugTaken(db: Transaction, workspaceId: string, slug: string): Promise<boolean> {
  const rows = await db
    .select({ id: offers.id })
    .from(offers)
    .where(and(eq(offers.workspaceId, workspaceId), eq(offers.slug, slug)))
    .limit(1);
  return rows.length > 0;
}

export async function insertOffer(
  db: Transaction,
  workspaceId: string,
  offer: Without<typeof offers.$inferInsert>,
): Promise<void> {
  await db.insert(offers).values({ ...offer, workspaceId });
}

export async function updateOffer(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof offers.$inferInsert>,
): Promise<void> {
  await db
    .update(offers)
    .set(change)
    .where(and(eq(offers.workspaceId, workspaceId), eq(offers.id, id)));
}

/** The price that counts now, by offer. */
export async function listActivePrices(
  db: Transaction,
  workspaceId: string,
  offerIds: string[],
): Promise<Map<string, PriceRow>> {
  if (offerIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(prices)
    .where(
      and(eq(prices.workspaceId, workspaceId), inArray(prices.offerId, offerIds), eq(prices.isActive, true)),
    );
  return new Map(rows.map((row) => [row.offerId, row]));
}

export async function replacePrice(
  db: Transaction,
  workspaceId: string,
  price: Without<typeof prices.$inferInsert>,
): Promise<void> {
  await db
    .update(prices)
    .set({ isActive: false })
    .where(and(eq(prices.workspaceId, workspaceId), eq(prices.offerId, price.offerId)));
  await db.insert(prices).values({ ...price, workspaceId });
}

export async function findAgreement(
  db: Transaction,
  workspaceId: string,
  offerId: string,
): Promise<AgreementRow | undefined> {
  const [row] = await db
    .select()
    .from(shareAgreements)
    .where(
      and(
        eq(shareAgreements.workspaceId, workspaceId),
        eq(shareAgreements.offerId, offerId),
        isNull(shareAgreements.endsAt),
      ),
    )
    .orderBy(desc(shareAgreements.startsAt))
    .limit(1);
  return row;
}

export async function endAgreement(
  db: Transaction,
  workspaceId: string,
  id: string,
  endsAt: Date,
): Promise<void> {
  await db
    .update(shareAgreements)
    .set({ endsAt })
    .where(and(eq(shareAgreements.workspaceId, workspaceId), eq(shareAgreements.id, id)));
}

export async function insertAgreement(
  db: Transaction,
  workspaceId: string,
  agreement: Without<typeof shareAgreements.$inferInsert>,
): Promise<void> {
  await db.insert(shareAgreements).values({ ...agreement, workspaceId });
}
