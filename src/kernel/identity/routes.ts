import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Platform } from '#context';
import { type App, Fact, Forbidden, Invalid, NotFound, route, Unauthenticated } from '#kernel/http';
import type { Access, listOrganizations } from './access.ts';
import { type ApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { SAMPLE_OWNER } from './first-owner.ts';
import type { Principal } from './principal.ts';
import { isLoopbackHost } from './same-origin.ts';
import * as shapes from './shapes.ts';
import { changeWorkspace } from './workspaces.ts';

type Organizations = Awaited<ReturnType<typeof listOrganizations>>;

/** Who I am, my workspaces and their keys, coming in by invitation or through the sample. */
export function accountRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/me',
      permission: 'signed-in',
      summary: 'Who I am and where I may work',
      tags: ['Account'],
      answers: { 200: shapes.Me },
    },
    async ({ platform, principal }) => whoIs(platform, principal),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/workspaces',
      permission: 'signed-in',
      summary: 'List my workspaces',
      tags: ['Account'],
      answers: { 200: shapes.MyWorkspaces },
    },
    async ({ platform, principal }) => ({
      data: (await whoIs(platform, principal)).workspaces,
      nextCursor: null,
    }),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/workspaces',
      permission: 'signed-in',
      summary: 'Make a workspace',
      tags: ['Account'],
      body: shapes.NewWorkspace,
      answers: { 201: shapes.MyWorkspace },
      callsPerMinute: 20,
    },
    async ({ platform, principal }, { body }) => {
      if (principal.kind === 'key')
        throw new Forbidden('A key belongs to one workspace. Sign in to make another.');
      const { planLimits } = platform.settings;
      const made = await platform.identity.foundWorkspace({ userId: principal.userId, ...body, planLimits });
      const mine = (await whoIs(platform, principal)).workspaces.find(({ id }) => id === made.id);
      if (!mine) throw new NotFound();
      return mine;
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/workspace',
      permission: 'workspace.read',
      summary: 'Read this workspace',
      tags: ['Workspace'],
      answers: { 200: shapes.WorkspaceShape },
    },
    async (ctx) => ctx.workspace,
  );

  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/workspace',
      permission: 'workspace.manage',
      summary: 'Rename this workspace or change how it counts',
      tags: ['Workspace'],
      body: shapes.WorkspaceChanges,
      answers: { 200: shapes.WorkspaceShape },
    },
    async (ctx, { body }) => changeWorkspace(ctx, body),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/api-keys',
      permission: 'api-keys.read',
      summary: 'List the keys of this workspace',
      tags: ['API keys'],
      answers: { 200: shapes.ApiKeys },
    },
    async (ctx) => ({ data: (await listApiKeys(ctx.db, ctx.workspace.id)).map(showKey), nextCursor: null }),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/api-keys',
      permission: 'api-keys.manage',
      summary: 'Make a key; it is shown once',
      tags: ['API keys'],
      body: shapes.NewApiKey,
      answers: { 201: shapes.MadeApiKey },
      transaction: false,
    },
    async ({ platform, workspace, access, principal }, { body }) => {
      const { name, scopes, expiresAt } = body;
      const made = await platform.identity.createApiKey({
        workspaceId: workspace.id,
        name,
        scopes: scopes ?? defaultScopes(principal),
        expiresAt: expiresAt ? new Date(expiresAt) : null,
        ...(principal.kind === 'user' && { createdBy: principal.userId }),
        ...assertWithin(access, scopes),
      });
      return { ...showKey(made), key: made.key };
    },
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/api-keys/:id',
      permission: 'api-keys.manage',
      summary: 'End a key',
      tags: ['API keys'],
      params: shapes.Params,
      answers: { 204: z.void() },
    },
    async (ctx, { params }) => {
      if (!(await revokeApiKey(ctx.db, ctx.workspace.id, params.id, ctx.clock.now()))) throw new NotFound();
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/sample-session',
      permission: 'public',
      summary: 'Enter the sample workspace, on this machine only',
      tags: ['Account'],
      answers: { 201: shapes.SampleSession },
      callsPerMinute: 60,
    },
    async ({ platform }, { request, reply }) => {
      if (!isLocal(platform, request)) throw new NotFound();
      const owner = await platform.identity.findAccountByEmail(SAMPLE_OWNER.email);
      if (!owner) throw new NotFound();
      const { token, cookies } = await platform.identity.openSession(owner.userId);
      reply.header('set-cookie', cookies);
      return { token, user: { id: owner.userId, email: owner.email, name: owner.name } };
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/invitations/:token',
      permission: 'public',
      summary: 'Read an invitation before accepting it',
      tags: ['Account'],
      params: shapes.InvitationToken,
      answers: { 200: shapes.InvitationPreviewShape },
      callsPerMinute: 60,
    },
    async ({ platform }, { params }) => {
      const preview = await platform.identity.previewInvitation(params.token);
      return { ...preview, expiresAt: preview.expiresAt.toISOString() };
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/invitations/:token/acceptances',
      permission: 'public',
      summary: 'Accept an invitation, signed in or with a new account',
      tags: ['Account'],
      params: shapes.InvitationToken,
      body: shapes.Acceptance,
      answers: { 201: shapes.Accepted },
      callsPerMinute: 20,
    },
    async ({ platform }, { params, body, request, reply }) => {
      const { identity } = platform;
      const principal = await identity.authenticate(request);
      identity.assertSameOrigin(request);
      const { email, userId } = await identity.accountOfInvitation(params.token);
      if (principal?.kind === 'user') {
        const accepted = await identity.acceptInvitation({
          token: params.token,
          userId: principal.userId,
          email: principal.email,
        });
        return { ...accepted, token: null };
      }
      if (userId) throw new Unauthenticated(`${email} has an account. Sign in with it, then accept.`);
      if (!body.name || !body.password) throw new Invalid(missingIn(body));
      // Whoever holds the mailed link has shown that the address is theirs.
      const account = await identity.makeAccount({ email, name: body.name, password: body.password });
      const accepted = await identity.acceptInvitation({
        token: params.token,
        userId: account.userId,
        email,
      });
      const { token, cookies } = await identity.openSession(account.userId);
      reply.header('set-cookie', cookies);
      return { ...accepted, token };
    },
  );
}

class ScopeTooWide extends Fact {
  override readonly status = 403;
  override readonly title = 'That reaches further than you do';
}

// Nobody makes a key that may do more than they may.
function assertWithin(access: Access, scopes: readonly string[] | undefined): object {
  const beyond = (scopes ?? []).filter((scope) => !(access.permissions as ReadonlySet<string>).has(scope));
  if (beyond.length > 0)
    throw new ScopeTooWide(`You may not give away ${beyond.join(', ')}: you do not have it.`);
  return {};
}

// A limited key that makes a key without saying what for makes one as limited as itself.
const defaultScopes = (principal: Principal) => (principal.kind === 'key' ? [...principal.scopes] : null);

const missingIn = (body: { name?: string | undefined; password?: string | undefined }) => [
  ...(body.name ? [] : [{ pointer: '/name', detail: 'Say what you are called.' }]),
  ...(body.password ? [] : [{ pointer: '/password', detail: 'Choose a password of at least 8 characters.' }]),
];

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'via',
];

/** Whether a request was made on this very machine, to this very program, with nothing in between. */
function isLocal({ settings, identity }: Platform, request: FastifyRequest): boolean {
  if (!settings.loopbackOnly || FORWARDED.some((name) => request.headers[name] !== undefined)) return false;
  if (!isLoopbackHost(request.headers.host ?? '')) return false;
  if (request.headers.origin === undefined) return true;
  // A foreign page open in the same browser may not sign anybody in.
  try {
    identity.assertSameOrigin({
      method: 'POST',
      headers: { cookie: 'any', origin: request.headers.origin, host: request.headers.host },
    });
    return true;
  } catch {
    return false;
  }
}

const showKey = ({ id, name, start, scopes, createdAt, expiresAt, lastUsedAt }: ApiKey) => ({
  id,
  name,
  start,
  scopes,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

async function whoIs({ identity }: Platform, principal: Principal): Promise<z.input<typeof shapes.Me>> {
  if (principal.kind === 'key') {
    const access = await identity.resolveAccess(principal, {});
    return {
      kind: 'key',
      user: null,
      key: { id: principal.keyId, name: principal.name },
      via: 'api-key',
      organizations: [],
      workspaces: access ? [showWorkspace(access, [])] : [],
    };
  }
  const [account, organizations, reachable] = await Promise.all([
    identity.findAccount(principal.userId),
    identity.listOrganizations(principal.userId),
    identity.listAccess(principal.userId),
  ]);
  // An access token outlives the account by at most its own short life.
  if (!account) throw new Unauthenticated();
  const { userId, email, name, emailVerified, twoFactorEnabled } = account;
  return {
    kind: 'user',
    user: { id: userId, email, name, emailVerified, twoFactorEnabled },
    key: null,
    via: principal.via,
    organizations,
    workspaces: reachable.map((access) => showWorkspace(access, organizations)),
  };
}

function showWorkspace(
  { workspace, role, permissions }: Access,
  organizations: Organizations,
): z.input<typeof shapes.MyWorkspace> {
  const organization = organizations.find(({ id }) => id === workspace.organizationId);
  return {
    ...workspace,
    organization: organization
      ? { id: organization.id, slug: organization.slug, name: organization.name }
      : null,
    role,
    permissions: [...permissions],
  };
}
