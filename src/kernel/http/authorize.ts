import type { FastifyRequest } from 'fastify';
import type { Actor, Platform } from '#context';
import type { Access, Permission, Principal } from '#kernel/identity';
import { Forbidden, NotFound, Unauthenticated } from './facts.ts';

/** Who calls. @throws Unauthenticated */
export async function signedIn(platform: Platform, request: FastifyRequest): Promise<Principal> {
  const principal = await platform.identity.authenticate(request);
  if (!principal) throw new Unauthenticated();
  platform.identity.assertSameOrigin(request);
  return principal;
}

/**
 * Who calls, into which workspace, and whether they may.
 * @throws Unauthenticated
 * @throws NotFound when the workspace is not theirs to see: as if it did not exist
 * @throws Forbidden when they see it and lack the permission
 */
export async function authorize(
  platform: Platform,
  request: FastifyRequest,
  permission: Permission,
): Promise<{ principal: Principal; access: Access }> {
  const principal = await signedIn(platform, request);
  const access = await platform.identity.resolveAccess(principal, {
    workspaceSlug: workspaceSlugOf(request),
  });
  if (!access)
    throw new NotFound('There is no such workspace for you. Name one with the header X-Workspace.');
  if (!access.permissions.has(permission)) {
    throw new Forbidden(
      principal.kind === 'key'
        ? `This key lacks the scope ${permission}.`
        : `Your role, ${access.role}, does not include ${permission}. Ask an owner or admin of this organization.`,
    );
  }
  return { principal, access };
}

// EventSource and plain links cannot send headers, so reading requests may name the workspace in the query.
function workspaceSlugOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-workspace'];
  if (typeof header === 'string' && header) return header;
  const { workspace } = request.query as { workspace?: unknown };
  return request.method === 'GET' && typeof workspace === 'string' && workspace ? workspace : undefined;
}

export function actorOf(principal: Principal, access: Access): Actor {
  return principal.kind === 'key'
    ? { kind: 'key', keyId: principal.keyId, name: principal.name }
    : {
        kind: 'user',
        userId: principal.userId,
        name: principal.name,
        email: principal.email,
        role: access.role,
      };
}
