import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Platform } from '#context';
import { inTransaction, type Transaction } from '#kernel/database';
import {
  type AttemptRow,
  type MessageRow,
  type MessageState,
  messageAttempts,
  messages,
  type NewMessage,
  type Stream,
} from './schema.ts';

/** @returns undefined when the workspace has a message with this dedupe key */
export async function insertMessage(
  db: Transaction,
  workspaceId: string,
  message: Omit<NewMessage, 'workspaceId'>,
): Promise<MessageRow | undefined> {
  const [row] = await db
    .insert(messages)
    .values({ ...message, workspaceId })
    .onConflictDoNothing({
      target: [messages.workspaceId, messages.dedupeKey],
      where: sql`dedupe_key is not null`,
    })
    .returning();
  return row;
}

export async function findMessageByDedupeKey(
  db: Transaction,
  workspaceId: string,
  dedupeKey: string,
): Promise<MessageRow | undefined> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.dedupeKey, dedupeKey)))
    .limit(1);
  return row;
}

export async function findMessage(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)))
    .limit(1);
  return row;
}

export async function listByMessageId(
  db: Transaction,
  workspaceId: string,
  rfcMessageIds: string[],
): Promise<MessageRow[]> {
  if (rfcMessageIds.length === 0) return [];
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), inArray(messages.rfcMessageId, rfcMessageIds)));
}

export async function listByIds(db: Transaction, workspaceId: string, ids: string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), inArray(messages.id, ids)));
}

/** The same, kept from everybody else until the transaction ends. */
export async function lockMessage(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)))
    .limit(1)
    .for('update');
  return row;
}

/**
 * Moves a message from one of the given states.
 * @returns the row as it is now, or undefined when it was in none of them
 */
export async function moveMessage(
  db: Transaction,
  workspaceId: string,
  { id, from, attempt }: { id: string; from: MessageState[]; attempt?: number },
  values: Partial<NewMessage>,
): Promise<MessageRow | undefined> {
  const [row] = await db
    .update(messages)
    .set(values)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.id, id),
        inArray(messages.state, from),
        attempt === undefined ? undefined : eq(messages.attempts, attempt),
      ),
    )
    .returning();
  return row;
}

/** Stops what waits for an address. @returns ids of the messages that were stopped */
export async function holdQueuedMessages(
  db: Transaction,
  workspaceId: string,
  { email, streams }: { email: string; streams: Stream[] },
  values: Partial<NewMessage>,
): Promise<string[]> {
  const rows = await db
    .update(messages)
    .set({ ...values, state: 'held', nextAttemptAt: null })
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.toEmail, email),
        inArray(messages.stream, streams),
        eq(messages.state, 'queued'),
      ),
    )
    .returning({ id: messages.id });
  return rows.map(({ id }) => id);
}

export interface MessageFilter {
  states?: MessageState[];
  stream?: Stream;
  leadId?: string;
  /** Newest first, older than this id. */
  before?: string;
}

export async function listMessages(
  db: Transaction,
  workspaceId: string,
  filter: MessageFilter,
  limit: number,
): Promise<MessageRow[]> {
  const { states, stream, leadId, before } = filter;
  return db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        states && inArray(messages.state, states),
        stream && eq(messages.stream, stream),
        leadId ? eq(messages.leadId, leadId) : undefined,
        before ? lt(messages.id, before) : undefined,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit);
}

export async function insertAttempt(
  db: Transaction,
  workspaceId: string,
  attempt: Omit<AttemptRow, 'workspaceId' | 'createdAt'>,
): Promise<void> {
  await db.insert(messageAttempts).values({ ...attempt, workspaceId });
}

export async function updateAttempt(
  db: Transaction,
  workspaceId: string,
  { messageId, number }: { messageId: string; number: number },
  values: Pick<AttemptRow, 'outcome' | 'smtpCode' | 'response' | 'endedAt'>,
): Promise<void> {
  await db
    .update(messageAttempts)
    .set(values)
    .where(
      and(
        eq(messageAttempts.workspaceId, workspaceId),
        eq(messageAttempts.messageId, messageId),
        eq(messageAttempts.number, number),
      ),
    );
}

export async function listAttempts(
  db: Transaction,
  workspaceId: string,
  messageId: string,
): Promise<AttemptRow[]> {
  return db
    .select()
    .from(messageAttempts)
    .where(and(eq(messageAttempts.workspaceId, workspaceId), eq(messageAttempts.messageId, messageId)))
    .orderBy(asc(messageAttempts.number));
}

/** Takes everything that says who it was out of the messages to one address, servers' words included. */
export async function scrubMessages(
  db: Transaction,
  workspaceId: string,
  email: string,
  replacement: string,
): Promise<number> {
  const rows = await db
    .update(messages)
    .set({
      toEmail: replacement,
      toName: null,
      subject: '',
      html: null,
      text: '',
      headers: {},
      leadId: null,
      prospectId: null,
      replyTo: null,
      reason: null,
      smtpResponse: null,
    })
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.toEmail, email)))
    .returning({ id: messages.id });
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    await db
      .update(messageAttempts)
      .set({ response: null })
      .where(and(eq(messageAttempts.workspaceId, workspaceId), inArray(messageAttempts.messageId, ids)));
  }
  return ids.length;
}

/** Messages of all workspaces that were claimed, or due, before the given instant and have not moved since. */
export async function listAbandonedMessages(
  platform: Pick<Platform, 'database'>,
  before: Date,
  limit: number,
): Promise<{ workspaceId: string; id: string }[]> {
  return inTransaction(platform.database.pool, {}, async (db) => {
    const { rows } = await db.execute<{ workspace_id: string; id: string }>(
      sql`select workspace_id, id from lookup.abandoned_messages(${before}, ${limit})`,
    );
    return rows.map((row) => ({ workspaceId: row.workspace_id, id: row.id }));
  });
}

/** The clock by which jobs become due. */
export async function readDatabaseClock(db: Transaction): Promise<Date> {
  const { rows } = await db.execute<{ ms: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`,
  );
  return new Date(Number(rows[0]?.ms));
}
