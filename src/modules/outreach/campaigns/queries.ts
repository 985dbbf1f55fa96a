import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { prospects } from '../prospects/schema.ts';
import { campaignLists, campaigns, preflights, variantClaims, variantMails, variants } from './schema.ts';

export type CampaignRow = typeof campaigns.$inferSelect;
export type VariantRow = typeof variants.$inferSelect;
export type VariantMailRow = typeof variantMails.$inferSelect;
type New<Table extends { $inferInsert: object }> = Omit<Table['$inferInsert'], 'workspaceId'>;

export async function insertCampaign(
  db: Transaction,
  workspaceId: string,
  row: New<typeof campaigns>,
): Promise<void> {
  await db.insert(campaigns).values({ ...row, workspaceId });
}

const one = (workspaceId: string, id: string) =>
  and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, id), isNull(campaigns.archivedAt));

export async function findCampaign(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CampaignRow | undefined> {
  const [row] = await db.select().from(campaigns).where(one(workspaceId, id));
  return row;
}

/** The newest of that name. */
export async function findCampaignByName(
  db: Transaction,
  workspaceId: string,
  name: string,
): Promise<CampaignRow | undefined> {
  const [row] = await db
    .select()
    .from(campaigns)
    .where(
      and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.name, name), isNull(campaigns.archivedAt)),
    )
    .orderBy(desc(campaigns.id))
    .limit(1);
  return row;
}

/** The same, kept from everybody else until the transaction ends. */
export async function lockCampaign(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CampaignRow | undefined> {
  const [row] = await db.select().from(campaigns).where(one(workspaceId, id)).for('update');
  return row;
}

export async function listCampaigns(
  db: Transaction,
  workspaceId: string,
  filter: { status?: CampaignRow['status'] | undefined; q?: string | undefined },
  before: string | undefined,
  limit: number,
): Promise<CampaignRow[]> {
  const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, workspaceId),
        isNull(campaigns.archivedAt),
        filter.status ? eq(campaigns.status, filter.status) : undefined,
        pattern ? sql`(${campaigns.name} ilike ${pattern} or ${campaigns.url} ilike ${pattern})` : undefined,
        before ? lt(campaigns.id, before) : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(limit);
}

export async function updateCampaign(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof campaigns.$inferInsert>,
): Promise<void> {
  await db
    .update(campaigns)
    .set(change)
    .where(and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, id)));
}

export async function setLists(
  db: Transaction,
  workspaceId: string,
  campaignId: string,
  listIds: string[],
): Promise<void> {
  await db
    .delete(campaignLists)
    .where(and(eq(campaignLists.workspaceId, workspaceId), eq(campaignLists.campaignId, campaignId)));
  if (listIds.length > 0)
    await db
      .insert(campaignLists)
      .values([...new Set(listIds)].map((listId) => ({ workspaceId, campaignId, listId })));
}

export async function listListIds(
  db: Transaction,
  workspaceId: string,
  campaignId: string,
): Promise<string[]> {
  const rows = await db
    .select({ listId: campaignLists.listId })
    .from(campaignLists)
    .where(and(eq(campaignLists.workspaceId, workspaceId), eq(campaignLists.campaignId, campaignId)))
    .orderBy(asc(campaignLists.createdAt), asc(campaignLists.listId));
  return rows.map(({ listId }) => listId);
}

/** People of a list who are held back. */
export async function listHeld(
  db: Transaction,
  workspaceId: string,
  listId: string,
): Promise<{ email: string; heldReason: string | null }[]> {
  return db
    .select({ email: prospects.email, heldReason: prospects.heldReason })
    .from(prospects)
    .where(
      and(eq(prospects.workspaceId, workspaceId), eq(prospects.listId, listId), eq(prospects.state, 'held')),
    )
    .orderBy(asc(prospects.id));
}

export async function listVariants(
  db: Transaction,
  workspaceId: string,
  campaignIds: string[],
): Promise<(VariantRow & { mails: VariantMailRow[] })[]> {
  if (campaignIds.length === 0) return [];
  const rows = await db
    .select()
    .from(variants)
    .where(and(eq(variants.workspaceId, workspaceId), inArray(variants.campaignId, campaignIds)))
    .orderBy(asc(variants.position));
  if (rows.length === 0) return [];
  const mails = await db
    .select()
    .from(variantMails)
    .where(
      and(
        eq(variantMails.workspaceId, workspaceId),
        inArray(
          variantMails.variantId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(variantMails.position));
  return rows.map((row) => ({ ...row, mails: mails.filter(({ variantId }) => variantId === row.id) }));
}

export async function findVariant(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<VariantRow | undefined> {
  const [row] = await db
    .select()
    .from(variants)
    .where(and(eq(variants.workspaceId, workspaceId), eq(variants.id, id)));
  return row;
}

export async function deleteVariants(
  db: Transaction,
  workspaceId: string,
  campaignId: string,
  angle?: VariantRow['angle'],
): Promise<void> {
  await db
    .delete(variants)
    .where(
      and(
        eq(variants.workspaceId, workspaceId),
        eq(variants.campaignId, campaignId),
        angle ? eq(variants.angle, angle) : undefined,
      ),
    );
}

export async function insertVariant(
  db: Transaction,
  workspaceId: string,
  variant: New<typeof variants>,
  mails: New<typeof variantMails>[],
  claims: New<typeof variantClaims>[],
): Promise<void> {
  await db.insert(variants).values({ ...variant, workspaceId });
  await db.insert(variantMails).values(mails.map((mail) => ({ ...mail, workspaceId })));
  if (claims.length > 0)
    await db.insert(variantClaims).values(claims.map((claim) => ({ ...claim, workspaceId })));
}

export async function updateVariant(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof variants.$inferInsert>,
): Promise<void> {
  await db
    .update(variants)
    .set(change)
    .where(and(eq(variants.workspaceId, workspaceId), eq(variants.id, id)));
}

export async function updateMail(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof variantMails.$inferInsert>,
): Promise<void> {
  await db
    .update(variantMails)
    .set({ ...change, revision: sql`${variantMails.revision} + 1` })
    .where(and(eq(variantMails.workspaceId, workspaceId), eq(variantMails.id, id)));
}

export async function findMail(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<VariantMailRow | undefined> {
  const [row] = await db
    .select()
    .from(variantMails)
    .where(and(eq(variantMails.workspaceId, workspaceId), eq(variantMails.id, id)));
  return row;
}

export async function listVariantClaims(
  db: Transaction,
  workspaceId: string,
  mailIds: string[],
): Promise<(typeof variantClaims.$inferSelect)[]> {
  if (mailIds.length === 0) return [];
  return db
    .select()
    .from(variantClaims)
    .where(and(eq(variantClaims.workspaceId, workspaceId), inArray(variantClaims.variantMailId, mailIds)))
    .orderBy(asc(variantClaims.startOffset));
}

export async function replaceVariantClaims(
  db: Transaction,
  workspaceId: string,
  mailId: string,
  claims: New<typeof variantClaims>[],
): Promise<void> {
  await db
    .delete(variantClaims)
    .where(and(eq(variantClaims.workspaceId, workspaceId), eq(variantClaims.variantMailId, mailId)));
  if (claims.length > 0)
    await db.insert(variantClaims).values(claims.map((claim) => ({ ...claim, workspaceId })));
}

export async function insertPreflight(
  db: Transaction,
  workspaceId: string,
  row: New<typeof preflights>,
): Promise<void> {
  await db.insert(preflights).values({ ...row, workspaceId });
}
