import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type pg from 'pg';
import type { Clock, Context, Workspace } from '#context';
import { audit } from '#kernel/audit';
import { inTransaction, newId, type Transaction, workspaces } from '#kernel/database';
import { Fact, Forbidden, NotFound } from '#kernel/http';
import { slugify } from '#kernel/shapes';
import { rolePermissions } from './permissions.ts';
import { members, organizations, subscriptions } from './schema.ts';

export class SlugTaken extends Fact {
  override readonly status = 409;
  override readonly title = 'That address is taken';
}

interface NewWorkspace {
  /** Its id, when it comes from an archive. */
  id?: string | undefined;
  /** Who will own it. */
  userId: string;
  name: string;
  /** Part of every address of the workspace; made from the name when left out. */
  slug?: string | undefined;
  /** Left out: a new organization is made for it. */
  organizationId?: string | undefined;
  organizationName?: string | undefined;
  kind?: Workspace['kind'] | undefined;
  timeZone?: string | undefined;
  currency?: string | undefined;
  /** Whether a new organization starts on the free plan with its limits, as the installation says. */
  planLimits?: boolean | undefined;
}

/** Slugs that would be mistaken for something of ours. */
const RESERVED = new Set(['system', 'sample', 'api', 'app', 'new', 'admin', 'settings']);

/**
 * Makes a workspace, and the organization that pays for it where none is named, in one transaction.
 * @throws SlugTaken when the slug was asked for by name and is in use
 * @throws NotFound when the organization is not theirs, Forbidden when their role in it does not suffice
 */
export async function foundWorkspace(pool: pg.Pool, clock: Clock, wanted: NewWorkspace): Promise<Workspace> {
  const { slug, kind = 'normal', name } = wanted;
  if (slug !== undefined) {
    if (kind !== 'sample' && RESERVED.has(slug)) throw taken(slug);
    return attempt(pool, clock, wanted, slug).catch((error) => {
      throw isTaken(error) ? taken(slug) : error;
    });
  }
  const base = slugify(name, 'workspace').slice(0, 50);
  for (let tries = 0; ; tries++) {
    const candidate = tries === 0 && !RESERVED.has(base) ? base : `${base}-${randomInt(1000, 99_999)}`;
    try {
      return await attempt(pool, clock, wanted, candidate);
    } catch (error) {
      if (!isTaken(error) || tries > 5) throw error;
    }
  }
}

const taken = (slug: string) =>
  new SlugTaken(`The address "${slug}" is in use. Choose another.`, [
    { pointer: '/slug', detail: 'Choose another address.' },
  ]);

const isTaken = (error: unknown): boolean => {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const { code, constraint } = cause as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'workspaces_slug_key';
};

async function attempt(pool: pg.Pool, clock: Clock, wanted: NewWorkspace, slug: string): Promise<Workspace> {
  const id = wanted.id ?? newId();
  return inTransaction(pool, { workspaceId: id }, async (db) => {
    const organizationId = wanted.organizationId ?? (await foundOrganization(db, clock, wanted));
    if (wanted.organizationId) await assertMayCreate(db, wanted.organizationId, wanted.userId);
    const workspace: Workspace = {
      id,
      organizationId,
      slug,
      name: wanted.name,
      kind: wanted.kind ?? 'normal',
      timeZone: wanted.timeZone ?? 'UTC',
      currency: wanted.currency ?? 'EUR',
    };
    await db.insert(workspaces).values({ ...workspace, createdAt: clock.now() });
    return workspace;
  });
}

async function foundOrganization(db: Transaction, clock: Clock, wanted: NewWorkspace): Promise<string> {
  const now = clock.now();
  const id = newId();
  const name = wanted.organizationName ?? wanted.name;
  // The end of the id is random, so that two organizations of one name never meet.
  const slug =
    wanted.kind === 'sample' ? 'sample' : `${slugify(name, 'organization').slice(0, 50)}-${id.slice(-6)}`;
  await db.insert(organizations).values({ id, name, slug, createdAt: now });
  await db
    .insert(members)
    .values({ id: newId(), organizationId: id, userId: wanted.userId, role: 'owner', createdAt: now });
  await db.insert(subscriptions).values({
    organizationId: id,
    plan: wanted.planLimits ? 'free' : 'enterprise',
    limitsOn: wanted.planLimits ?? false,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

async function assertMayCreate(db: Transaction, organizationId: string, userId: string): Promise<void> {
  const [member] = await db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.userId, userId)))
    .limit(1);
  if (!member) throw new NotFound('There is no such organization for you.');
  if (!rolePermissions[member.role].has('workspaces.create')) {
    throw new Forbidden(
      'Your role, member, does not include workspaces.create. Ask an owner or admin of this organization.',
    );
  }
}

/** Changes what a workspace is called and how it counts. Its address stays: published links stand on it. */
export async function changeWorkspace(
  ctx: Context,
  changes: { name?: string | undefined; timeZone?: string | undefined; currency?: string | undefined },
): Promise<Workspace> {
  const { name, timeZone, currency } = changes;
  const set = {
    ...(name !== undefined && { name }),
    ...(timeZone !== undefined && { timeZone }),
    ...(currency !== undefined && { currency }),
  };
  if (Object.keys(set).length > 0)
    await ctx.db.update(workspaces).set(set).where(eq(workspaces.id, ctx.workspace.id));
  await audit(ctx, {
    action: 'workspace.changed',
    subject: { type: 'workspace', id: ctx.workspace.id },
    after: set,
  });
  return { ...ctx.workspace, ...set };
}
