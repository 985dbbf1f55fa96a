import { createHash, createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Context, Platform } from '#context';
import { inTransaction, newId } from '#kernel/database';
import { publicTokens } from './schema.ts';

export type TokenKind = (typeof publicTokens.kind.enumValues)[number];

/** Where a private link leads. Whether it still holds is said by the instants. */
export interface TokenTarget {
  workspaceId: string;
  subjectId: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/**
 * Makes the private link of a subject, or finds it again: the token follows from the subject and the installation's key,
 * so it can be put into a second mail although only its SHA-256 is kept.
 * @returns the token as it stands in the address
 */
export async function openToken(
  ctx: Context,
  kind: TokenKind,
  subjectId: string,
  expiresAt: Date | null = null,
): Promise<string> {
  const token = tokenOf(ctx.platform, kind, ctx.workspace.id, subjectId);
  await ctx.db
    .insert(publicTokens)
    .values({
      id: newId(),
      workspaceId: ctx.workspace.id,
      kind,
      subjectId,
      tokenHash: hashOf(token),
      expiresAt,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoUpdate({ target: publicTokens.tokenHash, set: { expiresAt } });
  return token;
}

/** The token that `openToken` gives for a subject, without opening anything: for showing an address again. */
export const tokenFor = (ctx: Context, kind: TokenKind, subjectId: string): string =>
  tokenOf(ctx.platform, kind, ctx.workspace.id, subjectId);

/** Ends a private link; its address answers from then on as one that has ended. */
export async function revokeToken(ctx: Context, kind: TokenKind, subjectId: string): Promise<void> {
  await ctx.db
    .update(publicTokens)
    .set({ revokedAt: ctx.clock.now() })
    .where(eq(publicTokens.tokenHash, hashOf(tokenOf(ctx.platform, kind, ctx.workspace.id, subjectId))));
}

/** Where a token leads, before any workspace is known; undefined for one that we never made. */
export async function findToken(
  platform: Platform,
  kind: TokenKind,
  token: string,
): Promise<TokenTarget | undefined> {
  const { rows } = await inTransaction(platform.database.pool, { readOnly: true }, (db) =>
    db.execute<{
      workspace_id: string;
      subject_id: string;
      expires_at: Date | string | null;
      revoked_at: Date | string | null;
    }>(
      sql`select workspace_id, subject_id, expires_at, revoked_at from lookup.public_token(${kind}, ${hashOf(token)})`,
    ),
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    workspaceId: row.workspace_id,
    subjectId: row.subject_id,
    expiresAt: row.expires_at ? new Date(row.expires_at) : null,
    revokedAt: row.revoked_at ? new Date(row.revoked_at) : null,
  };
}

const tokenOf = (platform: Platform, kind: TokenKind, workspaceId: string, subjectId: string): string =>
  createHmac('sha256', platform.settings.signingKey)
    .update(`token ${kind} ${workspaceId} ${subjectId}`)
    .digest('base64url')
    .slice(0, 32);

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
