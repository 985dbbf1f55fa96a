import type { Context } from '#context';
import { newId } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { getRow } from '../playbooks/service.ts';
import * as queries from './queries.ts';
import type { Comment, NewComment } from './shapes.ts';

const userIdOf = (ctx: Context): string | null => (ctx.actor.kind === 'user' ? ctx.actor.userId : null);

const show = (ctx: Context, row: queries.CommentRow): Comment => ({
  id: row.id,
  stepId: row.stepId,
  body: row.body,
  authorName: row.authorName,
  isMine: row.authorId !== null && row.authorId === userIdOf(ctx),
  createdAt: row.createdAt.toISOString(),
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
});

/** What people said about a playbook, oldest first. @throws NotFound */
export async function list(ctx: Context, playbookId: string): Promise<Comment[]> {
  await getRow(ctx, playbookId);
  const rows = await queries.listComments(ctx.db, ctx.workspace.id, playbookId);
  return rows.map((row) => show(ctx, row));
}

/** Says something about a playbook or one of its steps. @throws NotFound */
export async function add(ctx: Context, playbookId: string, { body, stepId }: NewComment): Promise<Comment> {
  await getRow(ctx, playbookId);
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertComment(ctx.db, ctx.workspace.id, {
    id,
    playbookId,
    stepId: stepId ?? null,
    body: body.trim(),
    authorId: userIdOf(ctx),
    authorName: 'name' in ctx.actor ? ctx.actor.name : '',
    createdAt: now,
    updatedAt: now,
  });
  await notify(ctx, 'comment.added', { playbookId });
  return get(ctx, id);
}

/** Marks what was said as dealt with, or takes that back. @throws NotFound */
export async function resolve(ctx: Context, id: string, resolved: boolean): Promise<Comment> {
  const row = await queries.findComment(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such comment.');
  await queries.updateComment(ctx.db, ctx.workspace.id, id, {
    resolvedAt: resolved ? ctx.clock.now() : null,
    resolvedBy: resolved ? userIdOf(ctx) : null,
    updatedAt: ctx.clock.now(),
  });
  await notify(ctx, 'comment.resolved', { playbookId: row.playbookId });
  return get(ctx, id);
}

async function get(ctx: Context, id: string): Promise<Comment> {
  const row = await queries.findComment(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such comment.');
  return show(ctx, row);
}
