import { and, arrayContains, desc, eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { type CaughtMailRow, caughtMails } from './schema.ts';

/** Keeps a caught mail once per Message-ID. @returns whether it is new */
export async function insertCaughtMail(
  db: Transaction,
  workspaceId: string,
  mail: Omit<CaughtMailRow, 'workspaceId' | 'createdAt'>,
): Promise<boolean> {
  const rows = await db
    .insert(caughtMails)
    .values({ ...mail, workspaceId })
    .onConflictDoNothing({ target: [caughtMails.workspaceId, caughtMails.rfcMessageId] })
    .returning({ id: caughtMails.id });
  return rows.length > 0;
}

// A list never reads bodies.
const listed = {
  id: caughtMails.id,
  messageId: caughtMails.messageId,
  rfcMessageId: caughtMails.rfcMessageId,
  fromAddress: caughtMails.fromAddress,
  toAddresses: caughtMails.toAddresses,
  subject: caughtMails.subject,
  preview: caughtMails.preview,
  attachments: caughtMails.attachments,
  sizeBytes: caughtMails.sizeBytes,
  receivedAt: caughtMails.receivedAt,
};

export type CaughtMailLine = Pick<
  CaughtMailRow,
  | 'id'
  | 'messageId'
  | 'rfcMessageId'
  | 'fromAddress'
  | 'toAddresses'
  | 'subject'
  | 'preview'
  | 'attachments'
  | 'sizeBytes'
  | 'receivedAt'
>;

interface CaughtMailFilter {
  search?: string;
  before?: string;
}

export async function listCaughtMails(
  db: Transaction,
  workspaceId: string,
  { search, before }: CaughtMailFilter,
  limit: number,
): Promise<CaughtMailLine[]> {
  const pattern = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
  return db
    .select(listed)
    .from(caughtMails)
    .where(
      and(
        eq(caughtMails.workspaceId, workspaceId),
        pattern
          ? sql`(${caughtMails.subject} ilike ${pattern} or ${caughtMails.fromAddress} ilike ${pattern}
              or array_to_string(${caughtMails.toAddresses}, ' ') ilike ${pattern} or ${caughtMails.text} ilike ${pattern})`
          : undefined,
        before ? lt(caughtMails.id, before) : undefined,
      ),
    )
    .orderBy(desc(caughtMails.id))
    .limit(limit);
}

export async function findCaughtMail(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CaughtMailRow | undefined> {
  const [row] = await db
    .select()
    .from(caughtMails)
    .where(and(eq(caughtMails.workspaceId, workspaceId), eq(caughtMails.id, id)))
    .limit(1);
  return row;
}

/** @returns when the catcher took this mail, if it did */
export async function findCaughtAt(
  db: Transaction,
  workspaceId: string,
  rfcMessageId: string,
): Promise<Date | undefined> {
  const [row] = await db
    .select({ receivedAt: caughtMails.receivedAt })
    .from(caughtMails)
    .where(and(eq(caughtMails.workspaceId, workspaceId), eq(caughtMails.rfcMessageId, rfcMessageId)))
    .limit(1);
  return row?.receivedAt;
}

export async function listNewestCaughtMails(
  db: Transaction,
  workspaceId: string,
  to: string | undefined,
  limit: number,
): Promise<CaughtMailRow[]> {
  return db
    .select()
    .from(caughtMails)
    .where(
      and(
        eq(caughtMails.workspaceId, workspaceId),
        to ? arrayContains(caughtMails.toAddresses, [to]) : undefined,
      ),
    )
    .orderBy(desc(caughtMails.id))
    .limit(limit);
}

export async function deleteCaughtMailsTo(
  db: Transaction,
  workspaceId: string,
  email: string,
): Promise<number> {
  const rows = await db
    .delete(caughtMails)
    .where(and(eq(caughtMails.workspaceId, workspaceId), arrayContains(caughtMails.toAddresses, [email])))
    .returning({ id: caughtMails.id });
  return rows.length;
}

/** @returns how many went */
export async function deleteCaughtMails(db: Transaction, workspaceId: string): Promise<number> {
  const rows = await db
    .delete(caughtMails)
    .where(eq(caughtMails.workspaceId, workspaceId))
    .returning({ id: caughtMails.id });
  return rows.length;
}
