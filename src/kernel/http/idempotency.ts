import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Context, Platform, Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import { Conflict, Invalid } from './facts.ts';

interface Kept {
  request_hash: string;
  status: number | null;
  answer: unknown;
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  key: string;
  /** The answer holds a secret: it is not kept. */
  secret?: boolean | undefined;
}

/** The key of a POST that must not happen twice. @throws Invalid */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Invalid([
      { pointer: '/headers/idempotency-key', detail: 'Use 1 to 200 visible ASCII characters.' },
    ]);
  }
  return key;
}

/**
 * Runs the handler once per key inside its own transaction: a concurrent repetition waits on the unique index and
 * then gets the first answer; a handler that fails leaves no trace and may be tried again.
 */
export async function withIdempotency(
  ctx: Context,
  { request, reply, key, secret }: Exchange,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const hash = hashOf(request);
  const caller = callerOf(ctx.actor);
  const kept = await claim(ctx, caller, key, hash);
  if (kept) return replay(kept, hash, reply, secret);
  const answer = await run();
  await record(ctx, caller, key, reply.statusCode, secret ? null : answer);
  return answer;
}

/** The same for handlers that open their own transactions: the key is claimed first and the answer recorded after. */
export async function answerOnce(
  {
    platform,
    workspace,
    actor,
    request,
    reply,
    key,
    secret,
  }: Exchange & { platform: Platform; workspace: Workspace; actor: Actor },
  run: () => Promise<unknown>,
): Promise<unknown> {
  const entry = { workspace, actor, correlationId: request.id };
  const hash = hashOf(request);
  const caller = callerOf(actor);
  const kept = await inWorkspace(platform, entry, (ctx) => claim(ctx, caller, key, hash));
  if (kept) return replay(kept, hash, reply, secret);
  try {
    const answer = await run();
    await inWorkspace(platform, entry, (ctx) =>
      record(ctx, caller, key, reply.statusCode, secret ? null : answer),
    );
    return answer;
  } catch (error) {
    await inWorkspace(platform, entry, (ctx) =>
      ctx.db.execute(sql`delete from app.idempotency_keys
        where workspace_id = ${ctx.workspace.id} and caller = ${caller} and key = ${key} and status is null`),
    );
    throw error;
  }
}

async function claim(ctx: Context, caller: string, key: string, hash: string): Promise<Kept | null> {
  const inserted =
    await ctx.db.execute(sql`insert into app.idempotency_keys (workspace_id, caller, key, request_hash, created_at)
    values (${ctx.workspace.id}, ${caller}, ${key}, ${hash}, ${ctx.clock.now()})
    on conflict do nothing returning 1`);
  if (inserted.rows.length > 0) return null;
  const { rows } = await ctx.db.execute<
    Kept & Record<string, unknown>
  >(sql`select request_hash, status, answer from app.idempotency_keys
    where workspace_id = ${ctx.workspace.id} and caller = ${caller} and key = ${key}`);
  return rows[0] ?? null;
}

async function record(
  ctx: Context,
  caller: string,
  key: string,
  status: number,
  answer: unknown,
): Promise<void> {
  await ctx.db.execute(sql`update app.idempotency_keys set status = ${status}, answer = ${JSON.stringify(answer ?? null)}::jsonb
    where workspace_id = ${ctx.workspace.id} and caller = ${caller} and key = ${key}`);
}

function replay(kept: Kept, hash: string, reply: FastifyReply, secret = false): unknown {
  if (kept.request_hash !== hash) {
    throw new Invalid([
      {
        pointer: '/headers/idempotency-key',
        detail: 'This key was used for another request. Use a new one.',
      },
    ]);
  }
  if (kept.status === null)
    throw new Conflict('The first request with this key is still under way. Ask again shortly.');
  if (secret)
    throw new Conflict('This was done before with the same key. Its answer held a secret and was not kept.');
  reply.code(kept.status).header('idempotent-replayed', 'true');
  return kept.answer;
}

const callerOf = (actor: Actor): string =>
  actor.kind === 'key' ? actor.keyId : actor.kind === 'user' ? actor.userId : actor.kind;

// An upload is not read yet when its key is looked at, and its boundary differs each time: its length stands for it.
function hashOf(request: FastifyRequest): string {
  const body = request.body ?? { bytes: request.headers['content-length'] ?? null };
  return createHash('sha256')
    .update(JSON.stringify([request.method, request.url, body]))
    .digest('hex');
}
