import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Actor, Clock, Context, Platform, Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import type { Access, Permission, Principal } from '#kernel/identity';
import { ProblemDocument } from '#kernel/shapes';
import { actorOf, authorize, signedIn } from './authorize.ts';
import { hasCollided } from './database-facts.ts';
import { answerOnce, idempotencyKeyOf, withIdempotency } from './idempotency.ts';
import type { App } from './module.ts';

/** Needs no account / any account / this permission in the workspace or, for organization routes, in the organization. */
export type RoutePermission = 'public' | 'signed-in' | Permission;

type Answers = Partial<Record<200 | 201 | 202 | 204, z.ZodType>>;
type BodyOf<A extends Answers> = { [S in keyof A]: A[S] extends z.ZodType ? z.input<A[S]> : never }[keyof A];
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface Definition<P, Q, B, A extends Answers, Perm extends RoutePermission> {
  method: HTTPMethods;
  url: string;
  permission: Perm;
  summary: string;
  description?: string;
  tags: string[];
  params?: P;
  query?: Q;
  body?: B;
  /** Success statuses and their bodies; 204 has `z.void()`. */
  answers: A;
  /** Largest body in bytes, when it differs from the default of 1 MiB. */
  bodyLimit?: number;
  /** Fewer calls per minute than the general limit. */
  callsPerMinute?: number;
  /** Alternative media type of the body, for the contract. */
  consumes?: string[];
  hidden?: boolean;
  /** Reads from the replica where there is one: for reports, which may be a moment behind. */
  onReplica?: boolean;
  /** The answer holds a secret: it is not kept for a repeated Idempotency-Key, which is refused instead. */
  secretAnswer?: boolean;
}

interface Input<P, Q, B> {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What a route receives that belongs to no workspace, or opens its own transactions. */
export interface OpenContext {
  platform: Platform;
  clock: Clock;
  log: Logger;
  correlationId: string;
}
export interface AccountContext extends OpenContext {
  principal: Principal;
}
export interface WorkspaceContext extends AccountContext {
  workspace: Workspace;
  actor: Actor;
  access: Access;
}

type ContextFor<Perm extends RoutePermission, Tx extends boolean> = Perm extends 'public'
  ? OpenContext
  : Perm extends 'signed-in'
    ? AccountContext
    : Tx extends true
      ? Context & { access: Access }
      : WorkspaceContext;

type Schema = z.ZodType | undefined;

interface Caller {
  principal: Principal;
  access?: Access;
}
const callers = new WeakMap<FastifyRequest, Caller>();

/**
 * Declares a route: who may call it, what goes in, what comes out, one verb. For a workspace permission the whole
 * handler is one transaction behind the workspace's wall, run a second time when it lost against another.
 */
export function route<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  A extends Answers,
  Perm extends RoutePermission,
>(
  app: App,
  definition: Definition<P, Q, B, A, Perm> & { transaction?: true },
  handle: (ctx: ContextFor<Perm, true>, input: Input<P, Q, B>) => Promise<BodyOf<A>>,
): void;
/** The same without a transaction: for uploads, streams and whatever must call the outside in between. */
export function route<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  A extends Answers,
  Perm extends RoutePermission,
>(
  app: App,
  definition: Definition<P, Q, B, A, Perm> & { transaction: false },
  handle: (ctx: ContextFor<Perm, false>, input: Input<P, Q, B>) => Promise<BodyOf<A>>,
): void;
export function route(
  app: App,
  definition: Definition<Schema, Schema, Schema, Answers, RoutePermission> & { transaction?: boolean },
  handle: (ctx: never, input: Input<Schema, Schema, Schema>) => Promise<unknown>,
): void {
  const { permission, transaction = true, answers } = definition;
  const status = Number(Object.keys(answers)[0]);
  const { platform } = app;

  app.route({
    method: definition.method,
    url: definition.url,
    config: {
      permission,
      ...(definition.callsPerMinute && {
        rateLimit: { max: definition.callsPerMinute, timeWindow: '1 minute' },
      }),
    },
    ...(definition.bodyLimit && { bodyLimit: definition.bodyLimit }),
    schema: schemaOf(definition),
    // Who calls is settled before the body is read: a stranger learns nothing about what would be accepted.
    ...(permission !== 'public' && {
      onRequest: async (request) => {
        callers.set(
          request,
          permission === 'signed-in'
            ? { principal: await signedIn(platform, request) }
            : await authorize(platform, request, permission),
        );
      },
    }),
    handler: async (request, reply) => {
      const open: OpenContext = {
        platform,
        clock: platform.clock,
        log: request.log as Logger,
        correlationId: request.id,
      };
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
      } as Input<Schema, Schema, Schema>;
      reply.code(status);
      const finish = (answer: unknown) =>
        reply.sent ? reply : status === 204 ? reply.send() : reply.send(answer);

      if (permission === 'public') return finish(await handle(open as never, input));
      if (permission === 'signed-in') {
        const { principal } = callers.get(request) as Caller;
        return finish(await handle({ ...open, principal } as never, input));
      }
      const { principal, access } = callers.get(request) as Required<Caller>;
      const workspace = access.workspace;
      const actor = actorOf(principal, access);
      const key = idempotencyKeyOf(request);
      if (!transaction) {
        const run = () => handle({ ...open, principal, workspace, actor, access } as never, input);
        return finish(
          key
            ? await answerOnce(
                { platform, workspace, actor, request, reply, key, secret: definition.secretAnswer },
                run,
              )
            : await run(),
        );
      }
      const entry = {
        workspace,
        actor,
        correlationId: request.id,
        ...(definition.onReplica && { readOnly: true, onReplica: true }),
      };
      const once = () =>
        inWorkspace(platform, entry, (ctx) => {
          const run = () => handle({ ...ctx, access } as never, input);
          return key
            ? withIdempotency(ctx, { request, reply, key, secret: definition.secretAnswer }, run)
            : run();
        });
      // The loser of a deadlock has left no trace, and nothing outside was called: it may simply go again.
      const answer = await once().catch((error: unknown) => {
        if (!hasCollided(error)) throw error;
        request.log.info({ err: error }, 'gave way to another transaction, trying once more');
        return once();
      });
      return finish(answer);
    },
  });
}

const REFUSALS = ['400', '401', '403', '404', '409', '413', '415', '422', '429', '500', '503'];

function schemaOf(
  definition: Definition<Schema, Schema, Schema, Answers, RoutePermission>,
): Record<string, unknown> {
  const { params, query, body, permission } = definition;
  const refusals =
    permission === 'public' ? REFUSALS.filter((status) => status !== '401' && status !== '403') : REFUSALS;
  return {
    summary: definition.summary,
    tags: definition.tags,
    ...(definition.description && { description: definition.description }),
    ...(definition.hidden && { hide: true }),
    ...(definition.consumes && { consumes: definition.consumes }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    'x-permission': permission,
    security: permission === 'public' ? [] : [{ bearer: [] }, { session: [] }],
    response: {
      ...Object.fromEntries(
        Object.entries(definition.answers).map(([code, shape]) => [
          code,
          code === '204' ? z.null().describe('Done.') : shape,
        ]),
      ),
      ...Object.fromEntries(refusals.map((code) => [code, ProblemDocument])),
    },
  };
}
