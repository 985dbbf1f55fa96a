import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import * as queries from './queries.ts';
import type { Connection, ConnectionQuery, NewConnection } from './shapes.ts';

/** Nothing is connected there, or it is not yours. */
export class ConnectionMissing extends Error {
  readonly status = 404;
  readonly title = 'Not found';
  constructor() {
    super('There is no such connection.');
    this.name = 'ConnectionMissing';
  }
}

/** The connection is there and cannot be used as it stands. */
export class ConnectionUnusable extends Error {
  readonly status = 409;
  readonly title = 'That connection needs attention';
  constructor(name: string, why: string) {
    super(`${name} cannot be used: ${why} Connect it again.`);
    this.name = 'ConnectionUnusable';
  }
}

/** What an adapter needs to call as somebody. */
export interface Credentials {
  id: string;
  provider: string;
  account: string;
  accessToken: string;
  refreshToken: string | null;
  expiresAt: Date | null;
  settings: Record<string, unknown>;
}

/** Tokens as an outside service gave them. */
export interface Grant {
  provider: string;
  /** Which account there, when there can be several. */
  account?: string;
  name: string;
  authKind: 'api_key' | 'oauth2' | 'basic' | 'webhook' | 'none';
  accessToken: string;
  refreshToken?: string;
  expiresAt?: Date;
  scopes?: string[];
  settings?: Record<string, unknown>;
}

/** What a call at the service came to; kept so that people see why something waits. */
export type CallOutcome = { ok: true } | { ok: false; error: string; retryAt?: Date; revoked?: boolean };

const sealedFor = (id: string): string => `connection:${id}`;

/** Connects an account, or connects it again: the tokens are sealed before they are stored. */
export async function connect(ctx: Context, grant: Grant): Promise<Connection> {
  const account = grant.account ?? '';
  const before = await queries.findByAccount(ctx.db, ctx.workspace.id, grant.provider, account);
  const id = before?.id ?? newId();
  const { vault } = ctx.platform;
  const known = {
    name: grant.name,
    authKind: grant.authKind,
    state: 'connected' as const,
    stateReason: null,
    accessTokenSealed: vault.seal(grant.accessToken, sealedFor(id)),
    refreshTokenSealed: grant.refreshToken ? vault.seal(grant.refreshToken, sealedFor(id)) : null,
    tokenExpiresAt: grant.expiresAt ?? null,
    scopes: grant.scopes ?? [],
    settings: grant.settings ?? {},
    lastError: null,
    retryAt: null,
    updatedAt: ctx.clock.now(),
  };
  const row = await queries.upsertConnection(
    ctx.db,
    {
      id,
      workspaceId: ctx.workspace.id,
      provider: grant.provider,
      accountKey: account,
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      createdAt: ctx.clock.now(),
      ...known,
    },
    known,
  );
  await audit(ctx, {
    action: before ? 'connection.renewed' : 'connection.made',
    subject: { type: 'connection', id },
    after: { provider: grant.provider, account, name: grant.name },
  });
  return show(row);
}

/** Connects by a secret that a person typed. */
export const connectBySecret = (ctx: Context, { secret, ...given }: NewConnection): Promise<Connection> =>
  connect(ctx, { ...given, accessToken: secret });

/**
 * Opens the tokens, for a call after this transaction.
 * @throws ConnectionMissing, ConnectionUnusable, SecretUnreadable
 */
export async function credentials(ctx: Context, id: string): Promise<Credentials> {
  const row = await queries.findConnection(ctx.db, ctx.workspace.id, id);
  if (!row) throw new ConnectionMissing();
  if (row.state === 'disconnected' || row.state === 'revoked' || !row.accessTokenSealed) {
    throw new ConnectionUnusable(row.name, row.stateReason ?? 'it was disconnected.');
  }
  const { vault } = ctx.platform;
  return {
    id,
    provider: row.provider,
    account: row.accountKey,
    accessToken: vault.open(row.accessTokenSealed, sealedFor(id)),
    refreshToken: row.refreshTokenSealed ? vault.open(row.refreshTokenSealed, sealedFor(id)) : null,
    expiresAt: row.tokenExpiresAt,
    settings: row.settings,
  };
}

/** Writes down what a call came to. A revoked token stays unusable until somebody connects again. */
export async function noteCall(ctx: Context, id: string, outcome: CallOutcome): Promise<void> {
  const now = ctx.clock.now();
  const change = outcome.ok
    ? { state: 'connected' as const, stateReason: null, lastSuccessAt: now, lastError: null, retryAt: null }
    : {
        state: outcome.revoked ? ('revoked' as const) : ('failing' as const),
        stateReason: outcome.error,
        lastError: outcome.error,
        lastErrorAt: now,
        retryAt: outcome.retryAt ?? null,
      };
  await queries.updateConnection(ctx.db, ctx.workspace.id, id, {
    ...change,
    lastCallAt: now,
    updatedAt: now,
  });
}

/** Forgets the tokens and keeps the history. @throws ConnectionMissing */
export async function disconnect(ctx: Context, id: string): Promise<void> {
  const row = await queries.updateConnection(ctx.db, ctx.workspace.id, id, {
    state: 'disconnected',
    stateReason: 'Somebody disconnected it.',
    accessTokenSealed: null,
    refreshTokenSealed: null,
    retryAt: null,
    updatedAt: ctx.clock.now(),
  });
  if (!row) throw new ConnectionMissing();
  await audit(ctx, {
    action: 'connection.ended',
    subject: { type: 'connection', id },
    before: { provider: row.provider },
  });
}

/** Oldest first; never with tokens. */
export async function list(
  ctx: Context,
  { cursor, limit, provider }: ConnectionQuery,
): Promise<Page<Connection>> {
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listConnections(ctx.db, ctx.workspace.id, {
    limit,
    ...(after && { after }),
    ...(provider && { provider }),
  });
  return cutPage(rows, limit, (row) => [row.id], show);
}

/** @throws ConnectionMissing */
export async function get(ctx: Context, id: string): Promise<Connection> {
  const row = await queries.findConnection(ctx.db, ctx.workspace.id, id);
  if (!row) throw new ConnectionMissing();
  return show(row);
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const show = (row: queries.ConnectionRow): Connection => ({
  id: row.id,
  provider: row.provider,
  account: row.accountKey,
  name: row.name,
  authKind: row.authKind,
  state: row.state,
  stateReason: row.stateReason,
  scopes: row.scopes,
  settings: row.settings,
  expiresAt: iso(row.tokenExpiresAt),
  lastCallAt: iso(row.lastCallAt),
  lastSuccessAt: iso(row.lastSuccessAt),
  lastError: row.lastError,
  retryAt: iso(row.retryAt),
  createdAt: row.createdAt.toISOString(),
});
