import { and, asc, count, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { campaignProspects, campaigns, variantMails, variants } from '../campaigns/schema.ts';
import { mailboxes } from '../mailboxes/schema.ts';
import type { SendState } from './kinds.ts';
import { plannedSends } from './schema.ts';

export type SendRow = typeof plannedSends.$inferSelect;

export async function insertSends(
  db: Transaction,
  workspaceId: string,
  rows: Omit<typeof plannedSends.$inferInsert, 'workspaceId'>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000)
    await db
      .insert(plannedSends)
      .values(rows.slice(from, from + 1_000).map((row) => ({ ...row, workspaceId })))
      .onConflictDoNothing({ target: [plannedSends.campaignProspectId, plannedSends.position] });
}

export async function countPlanned(
  db: Transaction,
  workspaceId: string,
  campaignId: string,
): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(plannedSends)
    .where(and(eq(plannedSends.workspaceId, workspaceId), eq(plannedSends.campaignId, campaignId)));
  return row?.value ?? 0;
}

/** What a mailbox has before it, by day of its zone. */
export async function plannedByDay(
  db: Transaction,
  workspaceId: string,
  mailboxId: string,
  zone: string,
  from: string,
): Promise<Map<string, number>> {
  const day = sql<string>`to_char(coalesce(${plannedSends.sentAt}, ${plannedSends.plannedAt}) at time zone ${zone}::text, 'YYYY-MM-DD')`;
  const { rows } = await db.execute<{ day: string; value: number }>(sql`
    select ${day} as day, count(*)::int as value from ${plannedSends}
    where ${plannedSends.workspaceId} = ${workspaceId} and ${plannedSends.mailboxId} = ${mailboxId}
      and ${plannedSends.state} in ('planned', 'claimed', 'sending', 'sent', 'unconfirmed')
      and coalesce(${plannedSends.sentAt}, ${plannedSends.plannedAt}) > ${from}::date - 1
    group by 1`);
  return new Map(rows.map((row) => [row.day, row.value]));
}

/** Sends whose time has come in campaigns that run, the longest waiting first. */
export async function listDue(
  db: Transaction,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<{ id: string; campaignProspectId: string }[]> {
  return db
    .select({ id: plannedSends.id, campaignProspectId: plannedSends.campaignProspectId })
    .from(plannedSends)
    .innerJoin(
      campaigns,
      and(eq(campaigns.workspaceId, plannedSends.workspaceId), eq(campaigns.id, plannedSends.campaignId)),
    )
    .where(
      and(
        eq(plannedSends.workspaceId, workspaceId),
        eq(plannedSends.state, 'planned'),
        lte(plannedSends.movesAt, now),
        eq(campaigns.status, 'running'),
      ),
    )
    .orderBy(asc(plannedSends.plannedAt), asc(plannedSends.id))
    .limit(limit);
}

/** When the next send of a running campaign moves. */
export async function findNextMove(db: Transaction, workspaceId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: plannedSends.movesAt })
    .from(plannedSends)
    .innerJoin(
      campaigns,
      and(eq(campaigns.workspaceId, plannedSends.workspaceId), eq(campaigns.id, plannedSends.campaignId)),
    )
    .where(
      and(
        eq(plannedSends.workspaceId, workspaceId),
        eq(plannedSends.state, 'planned'),
        eq(campaigns.status, 'running'),
        sql`${plannedSends.movesAt} is not null`,
      ),
    )
    .orderBy(asc(plannedSends.movesAt))
    .limit(1);
  return row?.at ?? null;
}

/** One send, kept from everybody else. Lock its person first: whoever stops somebody does it in that order too. */
export async function lockSend(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<SendRow | undefined> {
  const [row] = await db
    .select()
    .from(plannedSends)
    .where(and(eq(plannedSends.workspaceId, workspaceId), eq(plannedSends.id, id)))
    .for('update');
  return row;
}

export async function findSend(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<SendRow | undefined> {
  const [row] = await db
    .select()
    .from(plannedSends)
    .where(and(eq(plannedSends.workspaceId, workspaceId), eq(plannedSends.id, id)));
  return row;
}

export async function findByMessage(
  db: Transaction,
  workspaceId: string,
  messageId: string,
): Promise<SendRow | undefined> {
  const [row] = await db
    .select()
    .from(plannedSends)
    .where(and(eq(plannedSends.workspaceId, workspaceId), eq(plannedSends.messageId, messageId)));
  return row;
}

/** Messages that were asked for long ago and of which nothing was heard since. */
export async function listLate(
  db: Transaction,
  workspaceId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ messageId: plannedSends.messageId })
    .from(plannedSends)
    .where(
      and(
        eq(plannedSends.workspaceId, workspaceId),
        inArray(plannedSends.state, ['claimed', 'sending', 'unconfirmed']),
        lte(plannedSends.claimedAt, before),
      ),
    )
    .orderBy(asc(plannedSends.claimedAt))
    .limit(limit);
  return rows.flatMap(({ messageId }) => (messageId ? [messageId] : []));
}

/** Every send to one person, in order. */
export async function listOfPerson(
  db: Transaction,
  workspaceId: string,
  personId: string,
): Promise<SendRow[]> {
  return db
    .select()
    .from(plannedSends)
    .where(and(eq(plannedSends.workspaceId, workspaceId), eq(plannedSends.campaignProspectId, personId)))
    .orderBy(asc(plannedSends.position));
}

export async function updateSend(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof plannedSends.$inferInsert>,
): Promise<void> {
  await db
    .update(plannedSends)
    .set(change)
    .where(and(eq(plannedSends.workspaceId, workspaceId), eq(plannedSends.id, id)));
}

/** Lets everything that waits in a campaign move again. */
export async function wake(db: Transaction, workspaceId: string, campaignId: string): Promise<void> {
  await db
    .update(plannedSends)
    .set({ movesAt: sql`${plannedSends.plannedAt}` })
    .where(
      and(
        eq(plannedSends.workspaceId, workspaceId),
        eq(plannedSends.campaignId, campaignId),
        eq(plannedSends.state, 'planned'),
      ),
    );
}

export interface SendFilter {
  campaign?: string | undefined;
  state?: SendState | undefined;
  mailbox?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

export interface SendLine extends SendRow {
  email: string;
  campaignName: string;
  campaignStatus: string;
  variantName: string | null;
  subject: string | null;
  mailboxEmail: string | null;
}

const at = sql`coalesce(${plannedSends.sentAt}, ${plannedSends.plannedAt})`;

/** Sends by the time they left or will leave. */
export async function listSends(
  db: Transaction,
  workspaceId: string,
  filter: SendFilter,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<SendLine[]> {
  const rows = await db
    .select({
      send: plannedSends,
      email: campaignProspects.email,
      campaignName: campaigns.name,
      campaignStatus: campaigns.status,
      variantName: variants.name,
      subject: variantMails.subject,
      mailboxEmail: mailboxes.email,
    })
    .from(plannedSends)
    .innerJoin(campaignProspects, eq(campaignProspects.id, plannedSends.campaignProspectId))
    .innerJoin(campaigns, eq(campaigns.id, plannedSends.campaignId))
    .leftJoin(variantMails, eq(variantMails.id, plannedSends.variantMailId))
    .leftJoin(variants, eq(variants.id, variantMails.variantId))
    .leftJoin(mailboxes, eq(mailboxes.id, plannedSends.mailboxId))
    .where(
      and(
        eq(plannedSends.workspaceId, workspaceId),
        filter.campaign ? eq(plannedSends.campaignId, filter.campaign) : undefined,
        filter.state ? eq(plannedSends.state, filter.state) : undefined,
        filter.mailbox ? eq(plannedSends.mailboxId, filter.mailbox) : undefined,
        filter.from ? gte(at, filter.from) : undefined,
        filter.to ? lte(at, filter.to) : undefined,
        after
          ? sql`(${at}, ${plannedSends.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${at}`, asc(plannedSends.id))
    .limit(limit);
  return rows.map(({ send, ...rest }) => ({ ...send, ...rest }));
}

/** Ids of messages that campaigns sent to a person. */
export async function listMessageIds(
  db: Transaction,
  workspaceId: string,
  personIds: string[],
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select({ messageId: plannedSends.messageId })
    .from(plannedSends)
    .where(
      and(
        eq(plannedSends.workspaceId, workspaceId),
        inArray(plannedSends.campaignProspectId, personIds),
        sql`${plannedSends.messageId} is not null`,
      ),
    );
  return rows.flatMap(({ messageId }) => (messageId ? [messageId] : []));
}
