import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Fact, Forbidden, Invalid, NotFound } from '#kernel/http';
import type { Executor } from './connection.ts';
import { members, organizations, subscriptions, users, workspaceMembers } from './schema.ts';

export class LastOwner extends Fact {
  override readonly status = 409;
  override readonly title = 'Somebody has to own it';
}

/** A person in an organization, or a guest in some of its workspaces. */
export interface Member {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: 'owner' | 'admin' | 'member';
  /** Null: sees every workspace of the organization. */
  workspaceIds: string[] | null;
  createdAt: Date;
}

interface Changes {
  role?: 'owner' | 'admin' | 'member' | undefined;
  /** Null lifts the restriction. */
  workspaceIds?: string[] | null | undefined;
}

/** The organization that the workspace of this transaction belongs to. */
export function organizationOf(ctx: Pick<Context, 'workspace'>): string {
  const { organizationId } = ctx.workspace;
  if (!organizationId) throw new NotFound('This workspace belongs to no organization.');
  return organizationId;
}

export async function getOrganization(ctx: Context) {
  const [row] = await ctx.db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      createdAt: organizations.createdAt,
      plan: subscriptions.plan,
      limitsOn: subscriptions.limitsOn,
    })
    .from(organizations)
    .leftJoin(subscriptions, eq(subscriptions.organizationId, organizations.id))
    .where(eq(organizations.id, organizationOf(ctx)))
    .limit(1);
  if (!row) throw new NotFound();
  return { ...row, plan: row.plan ?? ('enterprise' as const), limitsOn: row.limitsOn ?? false };
}

export async function renameOrganization(ctx: Context, name: string) {
  const id = organizationOf(ctx);
  await ctx.db.update(organizations).set({ name }).where(eq(organizations.id, id));
  await audit(ctx, {
    action: 'organization.renamed',
    subject: { type: 'organization', id },
    after: { name },
  });
  return getOrganization(ctx);
}

/**
 * Ends the organization with every workspace in it.
 * @param confirmation its name, typed by the person who ends it
 */
export async function deleteOrganization(ctx: Context, confirmation: string): Promise<void> {
  const organization = await getOrganization(ctx);
  if (confirmation.trim() !== organization.name) {
    throw new Invalid([
      { pointer: '/name', detail: `Type ${organization.name} to confirm. Nothing was deleted.` },
    ]);
  }
  await ctx.db.delete(organizations).where(eq(organizations.id, organization.id));
}

/** People of the organization, longest-standing first. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  return readMembers(ctx.db, organizationOf(ctx));
}

/**
 * Changes a person's role or which workspaces they see.
 * @throws Forbidden when the role of the one who asks does not reach that far
 * @throws LastOwner
 */
export async function changeMember(ctx: Context, memberId: string, changes: Changes): Promise<Member> {
  const organizationId = organizationOf(ctx);
  const member = await lockMember(ctx, memberId);
  const role = changes.role ?? member.role;
  if ((member.role === 'owner' || role === 'owner') && role !== member.role) assertOwner(ctx);
  if (member.role === 'owner' && role !== 'owner') await assertAnotherOwner(ctx, memberId);
  const workspaceIds =
    role === 'member' ? (changes.workspaceIds ?? (changes.workspaceIds === null ? null : undefined)) : null;
  if (role !== 'member' && changes.workspaceIds) {
    throw new Invalid([{ pointer: '/workspaceIds', detail: 'Only a member can be limited to workspaces.' }]);
  }
  const restricted = workspaceIds === undefined ? undefined : workspaceIds !== null;
  await ctx.db
    .update(members)
    .set({ role, ...(restricted !== undefined && { restricted }) })
    .where(eq(members.id, memberId));
  if (workspaceIds !== undefined)
    await limitTo(ctx.db, { organizationId, userId: member.userId, workspaceIds, now: ctx.clock.now() });
  const changed = (await readMembers(ctx.db, organizationId)).find(({ id }) => id === memberId);
  if (!changed) throw new NotFound();
  await audit(ctx, {
    action: 'member.changed',
    subject: { type: 'member', id: memberId },
    before: { role: member.role, restricted: member.restricted },
    after: { role, workspaceIds: changed.workspaceIds },
  });
  return changed;
}

/** Ends a membership, and with it every place in the organization's workspaces. @throws LastOwner */
export async function removeMember(ctx: Context, memberId: string): Promise<void> {
  const organizationId = organizationOf(ctx);
  const member = await lockMember(ctx, memberId);
  if (member.role === 'owner') {
    assertOwner(ctx);
    await assertAnotherOwner(ctx, memberId);
  }
  await ctx.db.delete(members).where(eq(members.id, memberId));
  await ctx.db
    .delete(workspaceMembers)
    .where(
      and(eq(workspaceMembers.organizationId, organizationId), eq(workspaceMembers.userId, member.userId)),
    );
  await audit(ctx, {
    action: 'member.removed',
    subject: { type: 'member', id: memberId },
    before: { userId: member.userId, role: member.role },
  });
}

/**
 * Limits a member to workspaces of their organization, or lifts the limit.
 * @throws Invalid when a workspace is not one of the organization's
 */
export async function limitTo(
  db: Executor,
  {
    organizationId,
    userId,
    workspaceIds,
    now,
  }: { organizationId: string; userId: string; workspaceIds: string[] | null; now: Date },
): Promise<void> {
  await db
    .delete(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.organizationId, organizationId),
        eq(workspaceMembers.userId, userId),
        eq(workspaceMembers.role, 'member'),
      ),
    );
  if (!workspaceIds || workspaceIds.length === 0) return;
  await assertWorkspacesOf(db, organizationId, workspaceIds);
  await db
    .insert(workspaceMembers)
    .values(
      [...new Set(workspaceIds)].map((workspaceId) => ({
        id: newId(),
        organizationId,
        workspaceId,
        userId,
        role: 'member' as const,
        createdAt: now,
      })),
    )
    .onConflictDoNothing();
}

/** @throws Invalid when one is not a workspace of the organization */
export async function assertWorkspacesOf(
  db: Executor,
  organizationId: string,
  workspaceIds: string[],
): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from lookup.workspaces_of_organization(array[${organizationId}]::uuid[])`,
  );
  const own = new Set(rows.map(({ id }) => id));
  if (workspaceIds.every((id) => own.has(id))) return;
  throw new Invalid([{ pointer: '/workspaceIds', detail: 'Name workspaces of this organization.' }]);
}

async function readMembers(db: Executor, organizationId: string): Promise<Member[]> {
  const rows = await db
    .select({ member: members, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organizationId, organizationId))
    .orderBy(members.createdAt, members.id);
  const limited = rows.filter(({ member }) => member.restricted).map(({ member }) => member.userId);
  const places =
    limited.length === 0
      ? []
      : await db
          .select()
          .from(workspaceMembers)
          .where(
            and(
              eq(workspaceMembers.organizationId, organizationId),
              inArray(workspaceMembers.userId, limited),
            ),
          );
  return rows.map(({ member, name, email }) => ({
    id: member.id,
    userId: member.userId,
    name,
    email,
    role: member.role,
    workspaceIds: member.restricted
      ? places
          .filter((place) => place.userId === member.userId && place.role === 'member')
          .map((place) => place.workspaceId)
      : null,
    createdAt: member.createdAt,
  }));
}

async function lockMember(ctx: Context, memberId: string) {
  const [member] = await ctx.db
    .select()
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.organizationId, organizationOf(ctx))))
    .for('update')
    .limit(1);
  if (!member) throw new NotFound();
  return member;
}

function assertOwner({ actor }: Context): void {
  if (actor.kind !== 'user' || actor.role !== 'owner')
    throw new Forbidden('Only an owner can make or unmake an owner.');
}

// All owners are locked in one order, so that two who leave at once cannot both find the other still there.
async function assertAnotherOwner(ctx: Context, memberId: string): Promise<void> {
  const owners = await ctx.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, organizationOf(ctx)), eq(members.role, 'owner')))
    .orderBy(members.id)
    .for('update');
  if (owners.every(({ id }) => id === memberId))
    throw new LastOwner('This is the last owner. Make somebody else an owner first.');
}
