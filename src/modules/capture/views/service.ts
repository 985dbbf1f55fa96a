import type { Context } from '#context';
import { isId, newId } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { namesOfUsers } from '#kernel/identity';
import * as queries from './queries.ts';
import { type NewSavedView, type SavedView, ViewQuery } from './shapes.ts';

const userOf = (ctx: Context): string | null => (ctx.actor.kind === 'user' ? ctx.actor.userId : null);

/** Tabs above a list: shared ones and one's own. */
export async function list(ctx: Context, area: string): Promise<SavedView[]> {
  const rows = await queries.listViews(ctx.db, ctx.workspace.id, area, userOf(ctx));
  const names = await namesOfUsers(
    ctx,
    rows.flatMap(({ updatedBy }) => updatedBy ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    list: row.area,
    name: row.name,
    query: ViewQuery.catch({}).parse(row.query),
    position: row.position,
    isShared: row.isShared,
    updatedBy: row.updatedBy
      ? { id: row.updatedBy, name: names.get(row.updatedBy) ?? 'Somebody who left' }
      : null,
    updatedAt: row.updatedAt.toISOString(),
  }));
}

export async function save(
  ctx: Context,
  { list: area, name, query, isShared }: NewSavedView,
): Promise<SavedView> {
  const id = newId();
  const now = ctx.clock.now();
  const userId = userOf(ctx);
  const known = await queries.listViews(ctx.db, ctx.workspace.id, area, userId);
  // A key belongs to nobody, so what it saves can only be shared.
  const view = {
    id,
    area,
    name,
    query,
    position: known.length,
    isShared: isShared || !userId,
    ownerId: userId,
    updatedBy: userId,
    createdAt: now,
    updatedAt: now,
  };
  await queries.insertView(ctx.db, ctx.workspace.id, view);
  const saved = (await list(ctx, area)).find((candidate) => candidate.id === id);
  if (!saved) throw new Error('A view that was just saved is gone.');
  return saved;
}

/** @throws NotFound */
export async function remove(ctx: Context, id: string): Promise<void> {
  if (!(await queries.findView(ctx.db, ctx.workspace.id, id, userOf(ctx))))
    throw new NotFound('There is no such view.');
  await queries.deleteView(ctx.db, ctx.workspace.id, id);
}

/** What a view looks for. @throws NotFound */
export async function findFilter(
  ctx: Context,
  id: string,
): Promise<{ filter: Omit<ViewQuery, 'sort' | 'columns'>; sort: ViewQuery['sort'] }> {
  const row = isId(id) ? await queries.findView(ctx.db, ctx.workspace.id, id, userOf(ctx)) : undefined;
  if (!row) throw new NotFound('There is no such view.');
  const { sort, columns: _, ...filter } = ViewQuery.catch({}).parse(row.query);
  return { filter, sort };
}
