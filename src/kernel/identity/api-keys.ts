import { defaultKeyHasher } from '@better-auth/api-key';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { Invalid } from '#kernel/http';
import type { Auth } from './auth.ts';
import type { Executor } from './connection.ts';
import { allScopes, scopes as grantable, isPermission, type Permission } from './permissions.ts';
import { apiKeys } from './schema.ts';

/** A key as its workspace sees it; the key itself is never read again. */
export interface ApiKey {
  id: string;
  name: string;
  /** First characters, to tell keys apart. */
  start: string;
  /** Null: every scope. */
  scopes: Permission[] | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

interface NewKey {
  workspaceId: string;
  name: string;
  /** Every scope when left out. */
  scopes?: Permission[] | null;
  expiresAt?: Date | null;
  createdBy?: string;
}

/** How exact "last used" is: one write a minute per key, however busy it is. */
const USED_REST_MS = 60_000;

/**
 * Makes a key for one workspace. The key is in the answer and nowhere else: only its hash is kept.
 * @throws Invalid when a scope cannot be given to a key
 */
export async function createApiKey(
  auth: Auth,
  db: Executor,
  wanted: NewKey,
  now: Date,
): Promise<ApiKey & { key: string }> {
  const { workspaceId, name, scopes = null, expiresAt = null, createdBy } = wanted;
  const refused = scopes?.filter((scope) => !grantable.includes(scope)) ?? [];
  if (refused.length > 0)
    throw new Invalid([{ pointer: '/scopes', detail: `A key cannot be given ${refused.join(', ')}.` }]);
  if (expiresAt && expiresAt <= now)
    throw new Invalid([{ pointer: '/expiresAt', detail: 'Choose a time that is still to come.' }]);
  const made = await auth.api.createApiKey({
    // To Better Auth the workspace is the owner of the key.
    body: { name, userId: workspaceId, ...(scopes && { permissions: packScopes(scopes) }) },
  });
  await db
    .update(apiKeys)
    .set({ createdBy: createdBy ?? null, expiresAt })
    .where(eq(apiKeys.id, made.id));
  return {
    id: made.id,
    name,
    start: made.start ?? '',
    scopes,
    createdAt: new Date(made.createdAt),
    expiresAt,
    lastUsedAt: null,
    key: made.key,
  };
}

/** Finds the key that a caller sent, unless it was revoked or has expired, and notes that it was used. */
export async function findKey(
  db: Executor,
  token: string,
  now: Date,
): Promise<{ keyId: string; name: string; workspaceId: string; scopes: ReadonlySet<Permission> } | null> {
  const hash = await defaultKeyHasher(token);
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.key, hash)).limit(1);
  if (!row?.enabled || (row.expiresAt && row.expiresAt <= now)) return null;
  const rested = new Date(now.getTime() - USED_REST_MS);
  if (!row.lastRequest || row.lastRequest < rested) {
    await db
      .update(apiKeys)
      .set({ lastRequest: now })
      .where(and(eq(apiKeys.id, row.id), or(isNull(apiKeys.lastRequest), lt(apiKeys.lastRequest, rested))));
  }
  const scopes = unpackScopes(row.permissions);
  return {
    keyId: row.id,
    name: row.name ?? '',
    workspaceId: row.referenceId,
    scopes: scopes ? new Set(scopes) : allScopes,
  };
}

/** Keys of one workspace that work, newest first. */
export async function listApiKeys(db: Executor, workspaceId: string): Promise<ApiKey[]> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.referenceId, workspaceId), eq(apiKeys.enabled, true)))
    .orderBy(apiKeys.id);
  return rows.reverse().map((row) => ({
    id: row.id,
    name: row.name ?? '',
    start: row.start ?? '',
    scopes: unpackScopes(row.permissions),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastRequest,
  }));
}

/** Ends a key at once. Its row stays, so that what it did keeps a name. @returns whether there was one to end */
export async function revokeApiKey(
  db: Executor,
  workspaceId: string,
  keyId: string,
  now: Date,
): Promise<boolean> {
  const ended = await db
    .update(apiKeys)
    .set({ enabled: false, revokedAt: now, updatedAt: now })
    .where(and(eq(apiKeys.id, keyId), eq(apiKeys.referenceId, workspaceId), eq(apiKeys.enabled, true)))
    .returning({ id: apiKeys.id });
  return ended.length > 0;
}

// `playbooks.write` is kept in Better Auth's own form: { playbooks: ['write'] }.
function packScopes(scopes: Permission[]): Record<string, string[]> {
  const packed: Record<string, string[]> = {};
  for (const scope of new Set(scopes)) {
    const [noun = '', verb = ''] = scope.split('.');
    packed[noun] = [...(packed[noun] ?? []), verb];
  }
  return packed;
}

function unpackScopes(stored: string | null): Permission[] | null {
  if (!stored) return null;
  const packed = JSON.parse(stored) as Record<string, string[]>;
  return Object.entries(packed)
    .flatMap(([noun, verbs]) => verbs.map((verb) => `${noun}.${verb}`))
    .filter(isPermission)
    .filter((scope) => allScopes.has(scope));
}
