import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Workspace } from '#context';
import type { Executor, IdentityDatabase } from './connection.ts';
import { type Permission, type Role, rolePermissions } from './permissions.ts';
import type { Principal } from './principal.ts';
import { members, organizations, users, workspaceMembers } from './schema.ts';

/** What somebody may do in one workspace. */
export interface Access {
  workspace: Workspace;
  role: Role;
  permissions: ReadonlySet<Permission>;
  /** Which expert of the workspace this person is, when they are one. */
  expertId: string | null;
}

export interface Wanted {
  workspaceSlug?: string | undefined;
  organizationSlug?: string | undefined;
}

interface Place {
  role: 'owner' | 'admin' | 'member' | null;
  restricted: boolean | null;
  workspaceRole: 'member' | 'expert' | 'subscriber' | null;
  expertId: string | null;
}

type Row = Record<string, unknown> & {
  id: string;
  organization_id: string | null;
  slug: string;
  name: string;
  kind: Workspace['kind'];
  time_zone: string;
  currency: string;
};

const workspaceOf = (row: Row): Workspace => ({
  id: row.id,
  organizationId: row.organization_id,
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  timeZone: row.time_zone,
  currency: row.currency,
});

/**
 * What a caller may do, and where. Null when there is no such workspace for them: not theirs, or none at all, look the
 * same. Without a slug a key means its own workspace, and a person the only one they have.
 */
export async function resolveAccess(
  db: IdentityDatabase,
  principal: Principal,
  wanted: Wanted,
): Promise<Access | null> {
  if (principal.kind === 'key') return accessOfKey(db, principal, wanted);
  if (wanted.workspaceSlug === undefined) return theOnlyOne(db, principal.userId, wanted.organizationSlug);
  const { rows } = await db.execute<
    Row & {
      role: Place['role'];
      restricted: boolean | null;
      workspace_role: Place['workspaceRole'];
      expert_id: string | null;
    }
  >(sql`
    select w.*, m.role, m.restricted, p.role as workspace_role, p.expert_id
    from lookup.workspace_by_slug(${wanted.workspaceSlug}) w
    left join identity.members m on m.organization_id = w.organization_id and m.user_id = ${principal.userId}
    left join identity.workspace_members p on p.workspace_id = w.id and p.user_id = ${principal.userId}`);
  const [row] = rows;
  if (!row || row.kind === 'system') return null;
  const place = {
    role: row.role,
    restricted: row.restricted,
    workspaceRole: row.workspace_role,
    expertId: row.expert_id,
  };
  return accessAt(workspaceOf(row), place);
}

/** Every workspace a person may see, with what they may do there, by name. */
export async function listAccess(db: IdentityDatabase, userId: string): Promise<Access[]> {
  const [memberships, places] = await Promise.all([
    db.select().from(members).where(eq(members.userId, userId)),
    db.select().from(workspaceMembers).where(eq(workspaceMembers.userId, userId)),
  ]);
  const ids = [...new Set([...memberships, ...places].map((row) => row.organizationId))];
  if (ids.length === 0) return [];
  const { rows } = await db.execute<Row>(
    sql`select * from lookup.workspaces_of_organization(${sql.param(ids)}::uuid[])`,
  );
  const reachable = rows.flatMap((row) => {
    const membership = memberships.find((one) => one.organizationId === row.organization_id);
    const place = places.find((one) => one.workspaceId === row.id);
    const access = accessAt(workspaceOf(row), {
      role: membership?.role ?? null,
      restricted: membership?.restricted ?? null,
      workspaceRole: place?.role ?? null,
      expertId: place?.expertId ?? null,
    });
    return access ? [access] : [];
  });
  return reachable.sort((a, b) => a.workspace.name.localeCompare(b.workspace.name));
}

/** The organizations a person is a member of, or works in as an expert or subscriber (role null). */
export async function listOrganizations(db: IdentityDatabase, userId: string) {
  const places = await db
    .select({ id: workspaceMembers.organizationId })
    .from(workspaceMembers)
    .where(eq(workspaceMembers.userId, userId));
  const memberships = await db
    .select({ id: members.organizationId, role: members.role })
    .from(members)
    .where(eq(members.userId, userId));
  const ids = [...new Set([...places, ...memberships].map(({ id }) => id))];
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(organizations)
    .where(inArray(organizations.id, ids))
    .orderBy(organizations.name);
  return rows.map(({ id, slug, name }) => ({
    id,
    slug,
    name,
    role: memberships.find((membership) => membership.id === id)?.role ?? null,
  }));
}

/** Accounts by their ids; whoever is gone is left out. */
export async function accountsOf(
  { db }: { db: Executor },
  userIds: string[],
): Promise<{ id: string; email: string; name: string }[]> {
  if (userIds.length === 0) return [];
  return db
    .select({ id: users.id, email: users.email, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]))
    .orderBy(users.id);
}

/** Which members of an organization have these addresses. @returns ids by address in lower case */
export async function membersByEmail(
  { db }: { db: Executor },
  organizationId: string,
  emails: string[],
): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, email: users.email })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(
      and(
        eq(members.organizationId, organizationId),
        inArray(sql`lower(${users.email})`, [...new Set(emails.map((email) => email.toLowerCase()))]),
      ),
    );
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]));
}

/** What people are called, by id; who is gone is left out. */
export async function namesOfUsers(
  { db }: { db: Executor },
  userIds: string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function accessOfKey(
  db: IdentityDatabase,
  key: Extract<Principal, { kind: 'key' }>,
  wanted: Wanted,
): Promise<Access | null> {
  const { rows } = await db.execute<Row>(sql`select * from lookup.workspace_by_id(${key.workspaceId})`);
  const [row] = rows;
  if (!row || (wanted.workspaceSlug !== undefined && wanted.workspaceSlug !== row.slug)) return null;
  return { workspace: workspaceOf(row), role: 'admin', permissions: key.scopes, expertId: null };
}

async function theOnlyOne(
  db: IdentityDatabase,
  userId: string,
  organizationSlug?: string,
): Promise<Access | null> {
  const reachable = await listAccess(db, userId);
  if (organizationSlug === undefined) return reachable.length === 1 ? (reachable[0] ?? null) : null;
  const [organization] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, organizationSlug))
    .limit(1);
  return (
    reachable.find(({ workspace }) => organization && workspace.organizationId === organization.id) ?? null
  );
}

function accessAt(workspace: Workspace, { role, restricted, workspaceRole, expertId }: Place): Access | null {
  // A restricted member sees what workspace_members names; a row there without a membership counts only for its own role.
  const asMember = role !== null && (!restricted || workspaceRole === 'member') ? role : null;
  const asGuest = workspaceRole === 'expert' || workspaceRole === 'subscriber' ? workspaceRole : null;
  const main = asMember ?? asGuest;
  if (!main) return null;
  const permissions = new Set([...rolePermissions[main], ...(asGuest ? rolePermissions[asGuest] : [])]);
  return { workspace, role: main, permissions, expertId: asGuest === 'expert' ? expertId : null };
}
