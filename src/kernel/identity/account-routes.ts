import { z } from 'zod';
import type { Platform } from '#context';
import { type App, Fact, Forbidden, NotFound, route, Unauthenticated } from '#kernel/http';
import type { Access, listOrganizations } from './access.ts';
import { type ApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
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
