import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { customerProfiles, profileClaims, sitePages, siteProfiles } from './schema.ts';

export type ProfileRow = typeof siteProfiles.$inferSelect;
export type ClaimRow = typeof profileClaims.$inferSelect;
export type CustomerRow = typeof customerProfiles.$inferSelect;
export type PageRow = typeof sitePages.$inferSelect;
type New<Table extends { $inferInsert: object }> = Omit<Table['$inferInsert'], 'workspaceId'>;

export async function insertProfile(
  db: Transaction,
  workspaceId: string,
  row: New<typeof siteProfiles>,
): Promise<void> {
  await db.insert(siteProfiles).values({ ...row, workspaceId });
}

export async function findProfile(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ProfileRow | undefined> {
  const [row] = await db
    .select()
    .from(siteProfiles)
    .where(and(eq(siteProfiles.workspaceId, workspaceId), eq(siteProfiles.id, id)));
  return row;
}

export async function listProfiles(
  db: Transaction,
  workspaceId: string,
  before: string | undefined,
  limit: number,
): Promise<ProfileRow[]> {
  return db
    .select()
    .from(siteProfiles)
    .where(and(eq(siteProfiles.workspaceId, workspaceId), before ? lt(siteProfiles.id, before) : undefined))
    .orderBy(desc(siteProfiles.id))
    .limit(limit);
}

export async function updateProfile(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof siteProfiles.$inferInsert>,
): Promise<void> {
  await db
    .update(siteProfiles)
    .set(change)
    .where(and(eq(siteProfiles.workspaceId, workspaceId), eq(siteProfiles.id, id)));
}

/** Puts what was read in place of what stood there. */
export async function replaceReading(
  db: Transaction,
  workspaceId: string,
  profileId: string,
  reading: {
    pages: New<typeof sitePages>[];
    claims: New<typeof profileClaims>[];
    customers: New<typeof customerProfiles>[];
  },
): Promise<void> {
  const mine = and(eq(profileClaims.workspaceId, workspaceId), eq(profileClaims.profileId, profileId));
  await db.delete(profileClaims).where(mine);
  await db
    .delete(sitePages)
    .where(and(eq(sitePages.workspaceId, workspaceId), eq(sitePages.profileId, profileId)));
  await db
    .delete(customerProfiles)
    .where(
      and(
        eq(customerProfiles.workspaceId, workspaceId),
        eq(customerProfiles.profileId, profileId),
        eq(customerProfiles.origin, 'suggested'),
      ),
    );
  const own = <Row extends object>(rows: Row[]) => rows.map((row) => ({ ...row, workspaceId }));
  if (reading.pages.length > 0) await db.insert(sitePages).values(own(reading.pages)).onConflictDoNothing();
  if (reading.claims.length > 0) await db.insert(profileClaims).values(own(reading.claims));
  if (reading.customers.length > 0) await db.insert(customerProfiles).values(own(reading.customers));
}

export async function listPages(db: Transaction, workspaceId: string, profileId: string): Promise<PageRow[]> {
  return db
    .select()
    .from(sitePages)
    .where(and(eq(sitePages.workspaceId, workspaceId), eq(sitePages.profileId, profileId)))
    .orderBy(asc(sitePages.id));
}

export async function listClaims(
  db: Transaction,
  workspaceId: string,
  profileId: string,
): Promise<ClaimRow[]> {
  return db
    .select()
    .from(profileClaims)
    .where(and(eq(profileClaims.workspaceId, workspaceId), eq(profileClaims.profileId, profileId)))
    .orderBy(asc(profileClaims.id));
}

/** Strikes a claim out, or lets it stand again. @returns whether there is one */
export async function strikeClaim(
  db: Transaction,
  workspaceId: string,
  { profileId, claimId }: { profileId: string; claimId: string },
  values: { isStruck: boolean; struckBy: string | null },
): Promise<boolean> {
  const rows = await db
    .update(profileClaims)
    .set(values)
    .where(
      and(
        eq(profileClaims.workspaceId, workspaceId),
        eq(profileClaims.profileId, profileId),
        eq(profileClaims.id, claimId),
      ),
    )
    .returning({ id: profileClaims.id });
  return rows.length > 0;
}

export async function listCustomers(
  db: Transaction,
  workspaceId: string,
  {
    profileId,
    before,
    limit,
  }: { profileId?: string | undefined; before?: string | undefined; limit: number },
): Promise<CustomerRow[]> {
  return db
    .select()
    .from(customerProfiles)
    .where(
      and(
        eq(customerProfiles.workspaceId, workspaceId),
        profileId ? eq(customerProfiles.profileId, profileId) : undefined,
        before ? lt(customerProfiles.id, before) : undefined,
      ),
    )
    .orderBy(profileId ? asc(customerProfiles.id) : desc(customerProfiles.id))
    .limit(limit);
}

export async function findCustomer(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CustomerRow | undefined> {
  const [row] = await db
    .select()
    .from(customerProfiles)
    .where(and(eq(customerProfiles.workspaceId, workspaceId), eq(customerProfiles.id, id)));
  return row;
}

export async function insertCustomer(
  db: Transaction,
  workspaceId: string,
  row: New<typeof customerProfiles>,
): Promise<void> {
  await db.insert(customerProfiles).values({ ...row, workspaceId });
}

export async function updateCustomer(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof customerProfiles.$inferInsert>,
): Promise<void> {
  await db
    .update(customerProfiles)
    .set(change)
    .where(and(eq(customerProfiles.workspaceId, workspaceId), eq(customerProfiles.id, id)));
}
