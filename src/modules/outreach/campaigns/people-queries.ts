import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { prospects } from '../prospects/schema.ts';
import { campaignProspects, campaigns } from './schema.ts';

export type PersonRow = typeof campaignProspects.$inferSelect;

/** Takes people on; whoever is in the campaign already stays as they are. */
export async function insertPeople(
  db: Transaction,
  workspaceId: string,
  rows: Omit<typeof campaignProspects.$inferInsert, 'workspaceId'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(campaignProspects)
    .values(rows.map((row) => ({ ...row, workspaceId })))
    .onConflictDoNothing({ target: [campaignProspects.campaignId, campaignProspects.email] });
}

/** People of a campaign for whom nothing is planned yet, in their order. */
export async function listUnplanned(
  db: Transaction,
  workspaceId: string,
  campaignId: string,
): Promise<(PersonRow & { timeZone: string | null })[]> {
  const rows = await db
    .select({ person: campaignProspects, timeZone: prospects.timeZone })
    .from(campaignProspects)
    .innerJoin(
      prospects,
      and(
        eq(prospects.workspaceId, campaignProspects.workspaceId),
        eq(prospects.id, campaignProspects.prospectId),
      ),
    )
    .where(
      and(
        eq(campaignProspects.workspaceId, workspaceId),
        eq(campaignProspects.campaignId, campaignId),
        eq(campaignProspects.state, 'planned'),
        sql`not exists (select from app.planned_sends s where s.campaign_prospect_id = ${campaignProspects.id})`,
      ),
    )
    .orderBy(asc(campaignProspects.id));
  return rows.map(({ person, timeZone }) => ({ ...person, timeZone }));
}

export async function findPerson(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<PersonRow | undefined> {
  const [row] = await db
    .select()
    .from(campaignProspects)
    .where(and(eq(campaignProspects.workspaceId, workspaceId), eq(campaignProspects.id, id)));
  return row;
}

/** The same, kept from everybody else: who sends to a person and who stops it come one after the other. */
export async function lockPerson(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<PersonRow | undefined> {
  const [row] = await db
    .select()
    .from(campaignProspects)
    .where(and(eq(campaignProspects.workspaceId, workspaceId), eq(campaignProspects.id, id)))
    .for('update');
  return row;
}

export async function updatePerson(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof campaignProspects.$inferInsert>,
): Promise<void> {
  await db
    .update(campaignProspects)
    .set(change)
    .where(and(eq(campaignProspects.workspaceId, workspaceId), eq(campaignProspects.id, id)));
}

/** Whom a reply may come from, by address: where somebody is still being written to first, then the newest. */
export async function findByEmail(
  db: Transaction,
  workspaceId: string,
  email: string,
): Promise<PersonRow | undefined> {
  const [row] = await db
    .select()
    .from(campaignProspects)
    .where(and(eq(campaignProspects.workspaceId, workspaceId), eq(campaignProspects.email, email)))
    .orderBy(sql`${campaignProspects.contactedAt} desc nulls last`, sql`${campaignProspects.id} desc`)
    .limit(1);
  return row;
}

/** Somebody we wrote to at a company, the newest first. */
export async function findByCompany(
  db: Transaction,
  workspaceId: string,
  domain: string,
): Promise<PersonRow | undefined> {
  const [row] = await db
    .select({ person: campaignProspects })
    .from(campaignProspects)
    .innerJoin(
      prospects,
      and(
        eq(prospects.workspaceId, campaignProspects.workspaceId),
        eq(prospects.id, campaignProspects.prospectId),
      ),
    )
    .where(
      and(
        eq(campaignProspects.workspaceId, workspaceId),
        eq(prospects.companyDomain, domain),
        sql`${campaignProspects.contactedAt} is not null`,
      ),
    )
    .orderBy(sql`${campaignProspects.contactedAt} desc`)
    .limit(1);
  return row?.person;
}

/** Ids of people whose mails still go on, in one order, so that two who stop them do not wait for each other. */
export async function listGoingOn(
  db: Transaction,
  workspaceId: string,
  who: { email: string } | { campaignId: string; companyDomain: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: campaignProspects.id })
    .from(campaignProspects)
    .innerJoin(
      prospects,
      and(
        eq(prospects.workspaceId, campaignProspects.workspaceId),
        eq(prospects.id, campaignProspects.prospectId),
      ),
    )
    .where(
      and(
        eq(campaignProspects.workspaceId, workspaceId),
        inArray(campaignProspects.state, ['planned', 'active', 'held']),
        'email' in who
          ? eq(campaignProspects.email, who.email)
          : and(
              eq(campaignProspects.campaignId, who.campaignId),
              eq(prospects.companyDomain, who.companyDomain),
            ),
      ),
    )
    .orderBy(asc(campaignProspects.id));
  return rows.map(({ id }) => id);
}

/** Addresses of these that a campaign still writes to, or wrote to since a day. */
export async function listBusyElsewhere(
  db: Transaction,
  workspaceId: string,
  campaignId: string,
  emails: string[],
): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const rows = await db
    .select({ email: campaignProspects.email })
    .from(campaignProspects)
    .innerJoin(
      campaigns,
      and(
        eq(campaigns.workspaceId, campaignProspects.workspaceId),
        eq(campaigns.id, campaignProspects.campaignId),
      ),
    )
    .where(
      and(
        eq(campaignProspects.workspaceId, workspaceId),
        sql`${campaignProspects.campaignId} <> ${campaignId}`,
        inArray(campaignProspects.state, ['planned', 'active']),
        isNull(campaigns.archivedAt),
        sql`${campaignProspects.email} = any(${sql.param(emails)}::text[])`,
      ),
    );
  return new Set(rows.map(({ email }) => email));
}
