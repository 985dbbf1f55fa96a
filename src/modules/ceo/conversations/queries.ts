import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { conversationMessages, conversations } from './schema.ts';

export type ConversationRow = typeof conversations.$inferSelect;
export type MessageRow = typeof conversationMessages.$inferSelect;

export async function insertConversation(
  db: Transaction,
  row: typeof conversations.$inferInsert,
): Promise<ConversationRow> {
  const [inserted] = await db.insert(conversations).values(row).returning();
  return inserted as ConversationRow;
}

/** Conversations of one asker, the last spoken in first. */
export async function listConversations(
  db: Transaction,
  workspaceId: string,
  { ownerId, after, limit }: { ownerId: string; after?: { at: Date; id: string } | undefined; limit: number },
): Promise<ConversationRow[]> {
  const spoken = sql`coalesce(${conversations.lastMessageAt}, ${conversations.createdAt})`;
  return db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.ownerId, ownerId),
        isNull(conversations.archivedAt),
        after
          ? or(
              sql`date_trunc('milliseconds', ${spoken}) < ${after.at}`,
              and(sql`date_trunc('milliseconds', ${spoken}) = ${after.at}`, lt(conversations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(sql`date_trunc('milliseconds', ${spoken}) desc`, desc(conversations.id))
    .limit(limit);
}

export async function findConversation(
  db: Transaction,
  workspaceId: string,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<ConversationRow | undefined> {
  const [row] = await db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.id, id),
        eq(conversations.ownerId, ownerId),
      ),
    );
  return row;
}

export async function touchConversation(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: { title: string; lastMessageAt: Date },
): Promise<void> {
  await db
    .update(conversations)
    .set({ ...set, updatedAt: set.lastMessageAt })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, id)));
}

export async function insertMessages(
  db: Transaction,
  rows: (typeof conversationMessages.$inferInsert)[],
): Promise<MessageRow[]> {
  return db.insert(conversationMessages).values(rows).returning();
}

/** The newest messages of a conversation, oldest first. */
export async function listMessages(
  db: Transaction,
  workspaceId: string,
  conversationId: string,
  limit: number,
): Promise<MessageRow[]> {
  const rows = await db
    .select()
    .from(conversationMessages)
    .where(
      and(
        eq(conversationMessages.workspaceId, workspaceId),
        eq(conversationMessages.conversationId, conversationId),
      ),
    )
    .orderBy(desc(conversationMessages.createdAt), desc(conversationMessages.id))
    .limit(limit);
  return rows.reverse();
}

export async function findMessage(
  db: Transaction,
  workspaceId: string,
  { id, conversationId }: { id: string; conversationId: string },
): Promise<MessageRow | undefined> {
  const [row] = await db
    .select()
    .from(conversationMessages)
    .where(
      and(
        eq(conversationMessages.workspaceId, workspaceId),
        eq(conversationMessages.conversationId, conversationId),
        eq(conversationMessages.id, id),
      ),
    );
  return row;
}
