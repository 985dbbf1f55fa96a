import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import { reserve } from '#kernel/usage';
import { playbooks } from '#modules/creation';
import * as queries from './queries.ts';
import type { NewPost, Post, PostChange, PostQuery } from './shapes.ts';

const NAMES: Record<NewPost['channel'], string> = {
  linkedin: 'LinkedIn',
  x: 'X',
  reddit: 'Reddit',
  hacker_news: 'Hacker News',
  newsletter: 'Newsletter',
  blog: 'Blog',
  other: 'Elsewhere',
};

/**
 * Keeps the words of a post. No account is connected, so nothing leaves the house: a person posts it by hand and says so.
 * @throws PlanLimitReached; Invalid when there is no such playbook
 */
export async function draft(ctx: Context, input: NewPost & { composer?: string }): Promise<Post> {
  const { channel, body, playbookId, composer } = input;
  if (playbookId && !(await playbooks.namesOf(ctx, [playbookId])).has(playbookId))
    throw new Invalid([{ pointer: '/playbookId', detail: 'There is no such playbook.' }]);
  const id = newId();
  const now = ctx.clock.now();
  await reserve(ctx, 'posts', 1, { type: 'post', id });
  await queries.insertPost(ctx.db, {
    id,
    workspaceId: ctx.workspace.id,
    channelId: await queries.ensureChannel(ctx.db, ctx.workspace.id, {
      ...{ kind: channel, name: NAMES[channel], now },
    }),
    body,
    playbookId: playbookId ?? null,
    composer: composer ?? null,
    waitReason: `No ${NAMES[channel]} account is connected: post it by hand, then mark it as posted.`,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await audit(ctx, { action: 'post.drafted', subject: { type: 'post', id }, after: { channel } });
  return get(ctx, id);
}

/** Posts, newest first. */
export async function list(ctx: Context, { cursor, limit, state }: PostQuery): Promise<Page<Post>> {
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listPosts(ctx.db, ctx.workspace.id, { state, after, limit: limit + 1 });
  return cutPage(rows, limit, ({ post }) => [post.id], show);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Post> {
  const row = await queries.findPost(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such post.');
  return show(row);
}

/** Changes the words, or says that it was posted by hand or will not be. @throws NotFound, Conflict */
export async function change(ctx: Context, id: string, input: PostChange): Promise<Post> {
  const { state } = await get(ctx, id);
  if (state === 'published' || state === 'cancelled')
    throw new Conflict(`A post that is ${state} is not changed any more. Draft another.`);
  const now = ctx.clock.now();
  await queries.updatePost(ctx.db, ctx.workspace.id, id, {
    ...(input.body !== undefined && { body: input.body }),
    ...(input.externalUrl !== undefined && { externalUrl: input.externalUrl }),
    ...(input.state && { state: input.state, waitReason: null }),
    ...(input.state === 'published' && { publishedAt: now }),
    updatedAt: now,
  });
  if (input.state) await audit(ctx, { action: `post.${input.state}`, subject: { type: 'post', id } });
  return get(ctx, id);
}

const show = ({ post, channel }: queries.PostRow): Post => ({
  id: post.id,
  channel,
  body: post.body,
  state: post.state,
  waitReason: post.waitReason,
  playbookId: post.playbookId,
  externalUrl: post.externalUrl,
  composer: post.composer,
  publishedAt: post.publishedAt?.toISOString() ?? null,
  createdAt: post.createdAt.toISOString(),
});
