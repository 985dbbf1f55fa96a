import { z } from 'zod';
import type { Platform } from '#context';
import { audit } from '#kernel/audit';
import { inWorkspace } from '#kernel/database';
import { type App, Fact, Forbidden, NotFound, route, Unauthenticated } from '#kernel/http';
import type { Access, listOrganizations } from './access.ts';
import { type ApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { noteDown } from './joining.ts';
import { allScopes, type Permission } from './permissions.ts';
import type { Principal } from './principal.ts';
import * as shapes from './shapes.ts';
import { changeWorkspace } from './workspaces.ts';

type Organizations = Awaited<ReturnType<typeof listOrganizations>>;

/** Who I am, my workspaces and the keys of each. */
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
    async ({ platform, principal }, { request, reply }) => {
      if (principal.kind === 'user' && principal.via === 'cookie') {
        const cookies = await platform.identity.prolongSession(request);
        if (cookies.length > 0) reply.header('set-cookie', cookies);
      }
      return whoIs(platform, principal);
    },
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
    async ({ platform, principal, correlationId }, { body }) => {
      if (principal.kind === 'key')
        throw new Forbidden('A key belongs to one workspace. Sign in to make another.');
      const { planLimits } = platform.settings;
      const made = await platform.identity.foundWorkspace({ userId: principal.userId, ...body, planLimits });
      await noteDown(
        platform,
        { principal, workspace: made, role: 'owner', correlationId },
        {
          action: 'workspace.founded',
          subject: { type: 'workspace', id: made.id },
          after: { name: made.name, slug: made.slug },
        },
      );
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
      secretAnswer: true,
      transaction: false,
    },
    async ({ platform, workspace, actor, access, principal, correlationId }, { body }) => {
      const { name, expiresAt } = body;
      const scopes = scopesWithin(access, body.scopes);
      const made = await platform.identity.createApiKey({
        workspaceId: workspace.id,
        name,
        scopes,
        expiresAt: expiresAt ? new Date(expiresAt) : null,
        ...(principal.kind === 'user' && { createdBy: principal.userId }),
      });
      await inWorkspace(platform, { workspace, actor, correlationId }, (ctx) =>
        audit(ctx, {
          action: 'api-key.made',
          subject: { type: 'api-key', id: made.id },
          after: { name, scopes },
        }),
      );
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
      await audit(ctx, { action: 'api-key.revoked', subject: { type: 'api-key', id: params.id } });
    },
  );
}

class ScopeTooWide extends Fact {
  override readonly status = 403;
  override readonly title = 'That reaches further than you do';
}

/**
 * What a new key may do: what was asked for, or else all that its maker may; null where that is everything.
 * @throws ScopeTooWide when somebody gives away what they do not have
 */
function scopesWithin(
  { permissions }: Access,
  asked: readonly Permission[] | undefined,
): Permission[] | null {
  const beyond = (asked ?? []).filter((scope) => !permissions.has(scope));
  if (beyond.length > 0)
    throw new ScopeTooWide(`You may not give away ${beyond.join(', ')}: you do not have it.`);
  const wanted = asked ?? [...allScopes].filter((scope) => permissions.has(scope));
  return !asked && wanted.length === allScopes.size ? null : [...wanted];
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
