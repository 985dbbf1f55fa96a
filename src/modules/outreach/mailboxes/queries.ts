import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { mailboxDays, mailboxes } from './schema.ts';

export type MailboxRow = typeof mailboxes.$inferSelect;

/** @returns false when the address has a mailbox already */
export async function insertMailbox(
  db: Transaction,
  workspaceId: string,
  row: Omit<typeof mailboxes.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(mailboxes)
    .values({ ...row, workspaceId })
    .onConflictDoNothing({ target: [mailboxes.workspaceId, mailboxes.email] })
    .returning({ id: mailboxes.id });
  return rows.length > 0;
}

export async function listMailboxes(db: Transaction, workspaceId: string): Promise<MailboxRow[]> {
  return db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), isNull(mailboxes.archivedAt)))
    .orderBy(asc(mailboxes.id));
}

export async function findMailbox(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<MailboxRow | undefined> {
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), eq(mailboxes.id, id)));
  return row;
}

export async function findByEmail(
  db: Transaction,
  workspaceId: string,
  emails: string[],
): Promise<MailboxRow | undefined> {
  if (emails.length === 0) return undefined;
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), inArray(mailboxes.email, emails)))
    .limit(1);
  return row;
}

/** The same, kept from every other worker until the transaction ends: limits are counted under this lock. */
export async function lockMailbox(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<MailboxRow | undefined> {
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), eq(mailboxes.id, id)))
    .for('update');
  return row;
}

export async function updateMailbox(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof mailboxes.$inferInsert>,
): Promise<void> {
  await db
    .update(mailboxes)
    .set(change)
    .where(and(eq(mailboxes.workspaceId, workspaceId), eq(mailboxes.id, id)));
}

/** Mails that a mailbox has taken on for a day. */
export async function findReserved(
  db: Transaction,
  workspaceId: string,
  mailboxId: string,
  day: string,
): Promise<number> {
  const [row] = await db
    .select({ reserved: mailboxDays.reserved })
    .from(mailboxDays)
    .where(
      and(
        eq(mailboxDays.workspaceId, workspaceId),
        eq(mailboxDays.mailboxId, mailboxId),
        eq(mailboxDays.day, day),
      ),
    );
  return row?.reserved ?? 0;
}

/** Takes one of a day's mails. */
export async function reserve(
  db: Transaction,
  workspaceId: string,
  { mailboxId, day, cap }: { mailboxId: string; day: string; cap: number },
): Promise<void> {
  await db
    .insert(mailboxDays)
    .values({ workspaceId, mailboxId, day, cap, reserved: 1 })
    .onConflictDoUpdate({
      target: [mailboxDays.mailboxId, mailboxDays.day],
      set: { reserved: sql`${mailboxDays.reserved} + 1`, cap },
    });
}

/** Counts what became of a day's mails. */
export async function tally(
  db: Transaction,
  workspaceId: string,
  { mailboxId, day, what }: { mailboxId: string; day: string; what: 'sent' | 'bounced' | 'replied' },
): Promise<void> {
  const column = mailboxDays[what];
  await db
    .insert(mailboxDays)
    .values({ workspaceId, mailboxId, day, cap: 0, [what]: 1 })
    .onConflictDoUpdate({
      target: [mailboxDays.mailboxId, mailboxDays.day],
      set: { [what]: sql`${column} + 1` },
    });
}
