import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { channels } from '../channels/schema.ts';
import { posts } from './schema.ts';

type State = (typeof posts.$inferSelect)['state'];
export interface PostRow {
  post: typeof posts.$inferSelect;
  channel: { id: string; kind: string; name: string };
}

/** The workspace's channel of a kind, made when there is none. @returns its id */
export async function ensureChannel(
  db: Transaction,
  workspaceId: string,
  { kind, name, now }: { kind: string; name: string; now: Date },
): Promise<string> {
  const [known] = await db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.kind, kind), isNull(channels.archivedAt)))
    .orderBy(channels.id)
    .limit(1);
  if (known) return known.id;
  const id = newId();
  await db
    .insert(channels)
    .values({ id, workspaceId, kind, name, isAssisted: true, createdAt: now, updatedAt: now });
  return id;
}

export async function insertPost(db: Transaction, row: typeof posts.$inferInsert): Promise<void> {
  await db.insert(posts).values(row);
}

const select = (db: Transaction) =>
  db
    .select({ post: posts, channel: { id: channels.id, kind: channels.kind, name: channels.name } })
    .from(posts)
    .innerJoin(channels, eq(channels.id, posts.channelId));

export async function findPost(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<PostRow | undefined> {
  const [row] = await select(db)
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, id)))
    .limit(1);
  return row;
}

export async function listPosts(
  db: Transaction,
  workspaceId: string,
  { state, after, limit }: { state?: State | undefined; after?: string | undefined; limit: number },
): Promise<PostRow[]> {
  return select(db)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        state ? eq(posts.state, state) : undefined,
        after ? lt(posts.id, after) : undefined,
      ),
    )
    .orderBy(desc(posts.id))
    .limit(limit);
}

export async function updatePost(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: Partial<typeof posts.$inferInsert>,
): Promise<void> {
  await db
    .update(posts)
    .set(set)
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, id)));
}
