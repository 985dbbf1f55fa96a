import { createHash, createHmac } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Context, type Platform, system } from '#context';
import { inTransaction, inWorkspace, newId, type Transaction } from '#kernel/database';
import { publish } from '#kernel/events';
import { findMessage } from './queries.ts';
import { type MessageRow, type Stream, unsubscribeTokens } from './schema.ts';
import { suppress } from './suppressions.ts';

/** What a link to unsubscribe ends, for the page that asks. */
export interface UnsubscribeOffer {
  workspaceName: string;
  stream: Stream;
  /** With its middle hidden: the link may have been forwarded. */
  address: string;
  done: boolean;
}

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * The token of one message. It is computed and not kept, so that the database alone opens nothing.
 */
export function unsubscribeTokenOf(signingKey: string, messageId: string): string {
  return createHmac('sha256', signingKey).update(`unsubscribe:${messageId}`).digest('base64url');
}

/** Makes the address under which the reader of a message may end its stream. Called when the message leaves. */
export async function offerUnsubscribe(
  ctx: Context,
  { id, stream }: Pick<MessageRow, 'id' | 'stream'>,
): Promise<string | null> {
  if (stream === 'transactional') return null;
  const { signingKey, publicUrl } = ctx.platform.settings;
  const token = unsubscribeTokenOf(signingKey, id);
  await ctx.db
    .insert(unsubscribeTokens)
    .values({
      id: newId(),
      workspaceId: ctx.workspace.id,
      tokenHash: hashToken(token),
      messageId: id,
      stream,
      createdAt: ctx.clock.now(),
    })
    // A retry makes the same token, unless the key was replaced in between.
    .onConflictDoUpdate({
      target: [unsubscribeTokens.workspaceId, unsubscribeTokens.messageId],
      set: { tokenHash: hashToken(token) },
    });
  return `${publicUrl}/u/${token}`;
}

/** What a token would end; acts on nothing. */
export async function findUnsubscribeOffer(
  platform: Platform,
  token: string,
): Promise<UnsubscribeOffer | null> {
  return withToken(platform, token, async (ctx, _tokenId, message, usedAt) => ({
    workspaceName: ctx.workspace.name,
    stream: message.stream,
    address: masked(message.toEmail),
    done: usedAt !== null,
  }));
}

/**
 * Ends the stream of a token for its reader, at once. Again is as good as once.
 * @returns null when there is no such token
 */
export async function unsubscribe(platform: Platform, token: string): Promise<UnsubscribeOffer | null> {
  return withToken(platform, token, async (ctx, tokenId, message) => {
    const { stream, toEmail, leadId, id } = message;
    const { suppression, isNew } = await suppress(ctx, {
      email: toEmail,
      stream,
      reason: 'unsubscribe',
      messageId: id,
      ...(leadId && { leadId }),
    });
    await ctx.db
      .update(unsubscribeTokens)
      .set({ usedAt: ctx.clock.now() })
      .where(
        and(
          eq(unsubscribeTokens.workspaceId, ctx.workspace.id),
          eq(unsubscribeTokens.id, tokenId),
          isNull(unsubscribeTokens.usedAt),
        ),
      );
    if (isNew) await publish(ctx, 'address.unsubscribed', { suppressionId: suppression.id, stream, leadId });
    return { workspaceName: ctx.workspace.name, stream, address: masked(toEmail), done: true };
  });
}

async function withToken<T>(
  platform: Platform,
  token: string,
  work: (ctx: Context, tokenId: string, message: MessageRow, usedAt: Date | null) => Promise<T>,
): Promise<T | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const found = await inTransaction(platform.database.pool, {}, (db) => lookUp(db, token));
  if (!found) return null;
  const { workspace_id: workspaceId, id } = found;
  return inWorkspace(platform, { workspaceId, actor: system('unsubscribe link') }, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(unsubscribeTokens)
      .where(and(eq(unsubscribeTokens.workspaceId, workspaceId), eq(unsubscribeTokens.id, id)))
      .limit(1);
    const message = row && (await findMessage(ctx.db, workspaceId, row.messageId));
    return message ? work(ctx, id, message, row.usedAt) : null;
  });
}

async function lookUp(
  db: Transaction,
  token: string,
): Promise<{ workspace_id: string; id: string } | undefined> {
  const { rows } = await db.execute<{ workspace_id: string; id: string }>(
    sql`select workspace_id, id from lookup.unsubscribe_token(${hashToken(token)})`,
  );
  return rows[0];
}

function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(2, at))}…${email.slice(at)}`;
}
