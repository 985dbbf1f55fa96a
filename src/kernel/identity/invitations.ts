import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Clock, Context } from '#context';
import { audit } from '#kernel/audit';
import { inTransaction, newId, type Transaction } from '#kernel/database';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { queueMessage } from '#kernel/mail';
import type { Executor } from './connection.ts';
import { invitationLetter } from './letters.ts';
import { assertWorkspacesOf, organizationOf } from './members.ts';
import { invitations, members, organizations, users, workspaceMembers } from './schema.ts';

export class AlreadyMember extends Fact {
  override readonly status = 409;
  override readonly title = 'Already a member';
}

export class InvitationNotYours extends Fact {
  override readonly status = 403;
  override readonly title = 'That invitation is for somebody else';
}

export interface Invitation {
  id: string;
  email: string;
  role: 'admin' | 'member' | 'expert' | 'subscriber';
  /** Null: every workspace of the organization. */
  workspaceIds: string[] | null;
  expiresAt: Date;
  createdAt: Date;
}

interface NewInvitation {
  email: string;
  role: Invitation['role'];
  workspaceIds?: string[] | null | undefined;
  expertId?: string | undefined;
}

const LIFE_MS = 7 * 86_400_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const show = ({
  id,
  email,
  role,
  workspaceIds,
  expiresAt,
  createdAt,
}: typeof invitations.$inferSelect): Invitation => ({
  id,
  email,
  role,
  workspaceIds,
  expiresAt,
  createdAt,
});

/**
 * Invites an address into the organization, or as expert or subscriber into named workspaces, and mails the link.
 * A second invitation of the same address takes the place of the first.
 * @throws AlreadyMember
 */
export async function invite(ctx: Context, wanted: NewInvitation): Promise<Invitation> {
  const organizationId = organizationOf(ctx);
  const email = wanted.email.trim().toLowerCase();
  const { role, expertId } = wanted;
  const isGuest = role === 'expert' || role === 'subscriber';
  const workspaceIds = wanted.workspaceIds ?? (isGuest ? [ctx.workspace.id] : null);
  if (role === 'admin' && workspaceIds) {
    throw new Invalid([{ pointer: '/workspaceIds', detail: 'An admin sees every workspace.' }]);
  }
  if (workspaceIds) await assertWorkspacesOf(ctx.db, organizationId, workspaceIds);
  if (!isGuest && (await isMember(ctx.db, organizationId, email))) {
    throw new AlreadyMember(`${email} belongs to this organization already. Change their role instead.`);
  }
  const now = ctx.clock.now();
  await ctx.db
    .update(invitations)
    .set({ status: 'revoked' })
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.email, email),
        eq(invitations.status, 'pending'),
      ),
    );
  const token = randomBytes(24).toString('base64url');
  const [row] = await ctx.db
    .insert(invitations)
    .values({
      id: newId(),
      organizationId,
      email,
      role,
      tokenHash: hashOf(token),
      workspaceIds,
      expertId: role === 'expert' ? (expertId ?? null) : null,
      inviterId: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      expiresAt: new Date(now.getTime() + LIFE_MS),
      createdAt: now,
    })
    .returning();
  if (!row) throw new Error('The invitation was not kept.');
  const [organization] = await ctx.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const letter = invitationLetter({
    url: `${ctx.platform.settings.publicUrl}/invitations/${token}`,
    inviter: ctx.actor.kind === 'user' ? ctx.actor.name : null,
    organization: organization?.name ?? 'an organization',
    role,
  });
  // In the inviter's own transaction: no invitation without its mail, no mail without its invitation.
  await queueMessage(ctx, {
    stream: 'transactional',
    kind: 'account.invitation',
    to: { email },
    ...letter,
    secret: true,
    dedupeKey: `invitation:${row.id}`,
  });
  await audit(ctx, {
    action: 'invitation.sent',
    subject: { type: 'invitation', id: row.id },
    after: { role, workspaceIds },
  });
  return show(row);
}

/** Invitations that are still open, newest first. */
export async function listInvitations(ctx: Context): Promise<Invitation[]> {
  const rows = await ctx.db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationOf(ctx)),
        eq(invitations.status, 'pending'),
        gt(invitations.expiresAt, ctx.clock.now()),
      ),
    )
    .orderBy(sql`${invitations.id} desc`);
  return rows.map(show);
}

/** Takes an invitation back. */
export async function revokeInvitation(ctx: Context, invitationId: string): Promise<void> {
  const ended = await ctx.db
    .update(invitations)
    .set({ status: 'revoked' })
    .where(
      and(
        eq(invitations.id, invitationId),
        eq(invitations.organizationId, organizationOf(ctx)),
        eq(invitations.status, 'pending'),
      ),
    )
    .returning({ id: invitations.id });
  if (ended.length === 0) throw new NotFound();
  await audit(ctx, { action: 'invitation.revoked', subject: { type: 'invitation', id: invitationId } });
}

/** What the person who holds the link may know before they accept. */
export interface InvitationPreview {
  organization: string;
  email: string;
  role: Invitation['role'];
  inviter: string | null;
  /** Whether that address has an account to sign in with. */
  hasAccount: boolean;
  expiresAt: Date;
}

/** @throws NotFound when the link was used, taken back, has run out or never was */
export async function previewInvitation(db: Executor, token: string, now: Date): Promise<InvitationPreview> {
  const { invitation, organization, inviter, accountId } = await findOpen(db, token, now);
  const { email, role, expiresAt } = invitation;
  return { organization, email, role, inviter, hasAccount: accountId !== null, expiresAt };
}

/** Who must be signed in to accept, if anybody: null when the address has no account yet. */
export async function accountOfInvitation(
  db: Executor,
  token: string,
  now: Date,
): Promise<{ email: string; userId: string | null }> {
  const { invitation, accountId } = await findOpen(db, token, now);
  return { email: invitation.email, userId: accountId };
}

/**
 * Makes the person a member, or a guest of the workspaces that the invitation names. Works once.
 * @throws NotFound as for previewInvitation, InvitationNotYours when it was sent to another address
 */
export async function acceptInvitation(
  pool: pg.Pool,
  clock: Clock,
  { token, userId, email }: { token: string; userId: string; email: string },
): Promise<{ organizationId: string }> {
  const now = clock.now();
  return inTransaction(pool, {}, async (db) => {
    const [invitation] = await db
      .update(invitations)
      .set({ status: 'accepted', acceptedBy: userId, acceptedAt: now })
      .where(openAt(token, now))
      .returning();
    if (!invitation) throw gone();
    if (invitation.email !== email.toLowerCase()) {
      throw new InvitationNotYours(
        `It was sent to ${invitation.email}. Sign in with that address to accept it.`,
      );
    }
    await join(db, invitation, userId, now);
    return { organizationId: invitation.organizationId };
  });
}

async function join(
  db: Transaction,
  invitation: typeof invitations.$inferSelect,
  userId: string,
  now: Date,
): Promise<void> {
  const { organizationId, role, expertId } = invitation;
  const workspaceIds = invitation.workspaceIds ?? [];
  const isGuest = role === 'expert' || role === 'subscriber';
  if (!isGuest) {
    await db
      .insert(members)
      .values({
        id: newId(),
        organizationId,
        userId,
        role,
        restricted: role === 'member' && workspaceIds.length > 0,
        createdAt: now,
      })
      .onConflictDoNothing();
  }
  for (const workspaceId of workspaceIds) {
    await db
      .insert(workspaceMembers)
      .values({
        id: newId(),
        organizationId,
        workspaceId,
        userId,
        role: isGuest ? role : 'member',
        expertId,
        createdAt: now,
      })
      .onConflictDoUpdate({
        target: [workspaceMembers.workspaceId, workspaceMembers.userId],
        set: { role: isGuest ? role : 'member', expertId },
      });
  }
}

const gone = () => new NotFound('This invitation is not open any more. Ask for a new one.');

const openAt = (token: string, now: Date) =>
  and(
    eq(invitations.tokenHash, hashOf(token)),
    eq(invitations.status, 'pending'),
    gt(invitations.expiresAt, now),
  );

async function findOpen(db: Executor, token: string, now: Date) {
  const inviters = db.select({ id: users.id, inviterName: users.name }).from(users).as('inviters');
  const [row] = await db
    .select({
      invitation: invitations,
      organization: organizations.name,
      inviter: inviters.inviterName,
      accountId: users.id,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .leftJoin(inviters, eq(inviters.id, invitations.inviterId))
    .leftJoin(users, eq(users.email, invitations.email))
    .where(openAt(token, now))
    .limit(1);
  if (!row) throw gone();
  return row;
}

async function isMember(db: Executor, organizationId: string, email: string): Promise<boolean> {
  const [row] = await db
    .select({ id: members.id })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, organizationId), eq(users.email, email)))
    .limit(1);
  return row !== undefined;
}
