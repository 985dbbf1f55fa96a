import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Fact, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery, slugify } from '#kernel/shapes';
import * as queries from './queries.ts';
import type { Expert, ExpertChange, NewExpert } from './shapes.ts';

export class ExpertSlugTaken extends Fact {
  override readonly status = 409;
  override readonly title = 'That slug is taken';
}

const show = (row: queries.CountedExpert): Expert => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  trade: row.trade,
  bio: row.bio,
  email: row.email,
  sourceCount: row.sourceCount,
  playbookCount: row.playbookCount,
  createdAt: row.createdAt.toISOString(),
});

export async function list(ctx: Context, { cursor, limit }: PageQuery): Promise<Page<Expert>> {
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = createdAt && id ? { createdAt: instantIn(createdAt), id: String(id) } : undefined;
  const rows = await queries.listExperts(ctx.db, ctx.workspace.id, limit + 1, after);
  return cutPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], show);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Expert> {
  const row = await queries.findExpert(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such expert.');
  return show(row);
}

/** Adds an expert; the slug follows from the name and steps aside when it is taken. */
export async function add(ctx: Context, input: NewExpert): Promise<Expert> {
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertExpert(ctx.db, ctx.workspace.id, {
    id,
    name: input.name,
    slug: await freeSlug(ctx, slugify(input.name, 'expert')),
    trade: input.trade,
    bio: input.bio,
    email: input.email ?? null,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await audit(ctx, { action: 'expert.added', subject: { type: 'expert', id }, after: { name: input.name } });
  return get(ctx, id);
}

/** @throws NotFound, ExpertSlugTaken */
export async function change(ctx: Context, id: string, input: ExpertChange): Promise<Expert> {
  const before = await get(ctx, id);
  if (
    input.slug &&
    input.slug !== before.slug &&
    (await queries.findExpertBySlug(ctx.db, ctx.workspace.id, input.slug))
  ) {
    throw new ExpertSlugTaken(`"${input.slug}" belongs to another expert.`, [
      { pointer: '/slug', detail: 'Choose another slug.' },
    ]);
  }
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  await queries.updateExpert(ctx.db, ctx.workspace.id, id, { ...given, updatedAt: ctx.clock.now() });
  await audit(ctx, {
    action: 'expert.changed',
    subject: { type: 'expert', id },
    before: { name: before.name },
    after: given,
  });
  return get(ctx, id);
}

/** Whose method a person's own account stands for. */
export const idsOfUser = (ctx: Context, userId: string): Promise<string[]> =>
  queries.listIdsOfUser(ctx.db, ctx.workspace.id, userId);

async function freeSlug(ctx: Context, wanted: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await queries.findExpertBySlug(ctx.db, ctx.workspace.id, slug))) return slug;
  }
}
