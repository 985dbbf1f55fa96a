import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { campaigns } from '../campaigns/schema.ts';
import { mailboxes } from '../mailboxes/schema.ts';
import { replies, threadMessages, threads } from './schema.ts';

export type ThreadRow = typeof threads.$inferSelect;
export type ReplyRow = typeof replies.$inferSelect;

/** Keeps a reply once per Message-ID. @returns whether it is new */
export async function insertReply(
  db: Transaction,
  workspaceId: string,
  row: Omit<typeof replies.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(replies)
    .values({ ...row, workspaceId })
    .onConflictDoNothing({ target: [replies.workspaceId, replies.rfcMessageId] })
    .returning({ id: replies.id });
  return rows.length > 0;
}

export async function findReplyByMessageId(
  db: Transaction,
  workspaceId: string,
  rfcMessageId: string,
): Promise<ReplyRow | undefined> {
  const [row] = await db
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.rfcMessageId, rfcMessageId)));
  return row;
}

export async function updateReply(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof replies.$inferInsert>,
): Promise<void> {
  await db
    .update(replies)
    .set(change)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.id, id)));
}

/** The conversation a mail belongs to: with a person of a campaign, else with an address and a mailbox. */
export async function findThread(
  db: Transaction,
  workspaceId: string,
  { personId, email }: { personId: string | null; email: string },
): Promise<ThreadRow | undefined> {
  const [row] = await db
    .select()
    .from(threads)
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        personId
          ? eq(threads.campaignProspectId, personId)
          : and(eq(threads.email, email), sql`${threads.campaignProspectId} is null`),
      ),
    )
    .orderBy(desc(threads.lastMessageAt))
    .limit(1);
  return row;
}

export async function findThreadOfMessage(
  db: Transaction,
  workspaceId: string,
  messageId: string,
): Promise<ThreadRow | undefined> {
  const [row] = await db
    .select({ thread: threads })
    .from(threadMessages)
    .innerJoin(threads, eq(threads.id, threadMessages.threadId))
    .where(and(eq(threadMessages.workspaceId, workspaceId), eq(threadMessages.messageId, messageId)))
    .limit(1);
  return row?.thread;
}

export async function insertThread(
  db: Transaction,
  workspaceId: string,
  row: Omit<typeof threads.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(threads).values({ ...row, workspaceId });
}

export async function updateThread(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof threads.$inferInsert>,
): Promise<void> {
  await db
    .update(threads)
    .set(change)
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, id)));
}

export async function addMessages(
  db: Transaction,
  workspaceId: string,
  threadId: string,
  messageIds: string[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await db
    .insert(threadMessages)
    .values(messageIds.map((messageId) => ({ workspaceId, threadId, messageId })))
    .onConflictDoNothing();
}

export async function listMessageIds(
  db: Transaction,
  workspaceId: string,
  threadId: string,
): Promise<string[]> {
  const rows = await db
    .select({ messageId: threadMessages.messageId })
    .from(threadMessages)
    .where(and(eq(threadMessages.workspaceId, workspaceId), eq(threadMessages.threadId, threadId)));
  return rows.map(({ messageId }) => messageId);
}

export async function listReplies(
  db: Transaction,
  workspaceId: string,
  threadIds: string[],
): Promise<ReplyRow[]> {
  if (threadIds.length === 0) return [];
  return db
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), inArray(replies.threadId, threadIds)))
    .orderBy(asc(replies.receivedAt), asc(replies.id));
}

export interface ThreadFilter {
  state?: ThreadRow['state'] | undefined;
  kind?: string | undefined;
  campaign?: string | undefined;
  mailbox?: string | undefined;
  q?: string | undefined;
}

export interface ThreadLine extends ThreadRow {
  campaignName: string | null;
  mailboxEmail: string | null;
}

const listed = { thread: threads, campaignName: campaigns.name, mailboxEmail: mailboxes.email };

/** Conversations, the newest first. */
export async function listThreads(
  db: Transaction,
  workspaceId: string,
  filter: ThreadFilter,
  before: { at: Date; id: string } | undefined,
  limit: number,
): Promise<ThreadLine[]> {
  const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db
    .select(listed)
    .from(threads)
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .leftJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        filter.state ? eq(threads.state, filter.state) : undefined,
        filter.kind ? eq(threads.kind, filter.kind) : undefined,
        filter.campaign ? eq(threads.campaignId, filter.campaign) : undefined,
        filter.mailbox ? eq(threads.mailboxId, filter.mailbox) : undefined,
        pattern
          ? sql`(${threads.email} ilike ${pattern} or ${threads.name} ilike ${pattern} or ${threads.subject} ilike ${pattern})`
          : undefined,
        before
          ? sql`(${threads.lastMessageAt}, ${threads.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(threads.lastMessageAt), desc(threads.id))
    .limit(limit);
  return rows.map(({ thread, ...rest }) => ({ ...thread, ...rest }));
}

export async function getThread(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ThreadLine | undefined> {
  const [row] = await db
    .select(listed)
    .from(threads)
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .leftJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, id)));
  return row && { ...row.thread, campaignName: row.campaignName, mailboxEmail: row.mailboxEmail };
}

/** Snoozed conversations whose time has come stand open again. */
export async function wakeThreads(db: Transaction, workspaceId: string, now: Date): Promise<void> {
  await db
    .update(threads)
    .set({ state: 'open', snoozedUntil: null })
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        eq(threads.state, 'snoozed'),
        sql`${threads.snoozedUntil} <= ${now.toISOString()}::timestamptz`,
      ),
    );
}
