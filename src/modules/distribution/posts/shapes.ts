import { z } from 'zod';
import { Id, Instant, PageQuery, Prose } from '#kernel/shapes';

export const PostState = z.enum([
  'draft',
  'proposed',
  'scheduled',
  'publishing',
  'published',
  'unconfirmed',
  'failed',
  'cancelled',
]);

export const Post = z
  .object({
    id: Id,
    channel: z.object({ id: Id, kind: z.string(), name: z.string() }),
    body: z.string(),
    state: PostState,
    waitReason: z.string().nullable().describe('why it is not out yet, and what moves it'),
    playbookId: Id.nullable(),
    externalUrl: z.string().nullable(),
    composer: z.string().nullable(),
    publishedAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Post' });
export type Post = z.output<typeof Post>;

export const ChannelKind = z.enum(['linkedin', 'x', 'reddit', 'hacker_news', 'newsletter', 'blog', 'other']);

const Body = Prose(20_000).trim().min(1, 'Write something here.');

export const NewPost = z
  .object({ channel: ChannelKind.default('linkedin'), body: Body, playbookId: Id.optional() })
  .meta({ id: 'NewPost' });
export type NewPost = z.output<typeof NewPost>;

export const PostChange = z
  .object({
    body: Body,
    state: z.enum(['published', 'cancelled']).describe('published: you posted it by hand'),
    externalUrl: z.url({ protocol: /^https?$/, message: 'Write the address of the post.' }),
  })
  .partial()
  .meta({ id: 'PostChange' });
export type PostChange = z.output<typeof PostChange>;

export const PostQuery = PageQuery.extend({ state: PostState.optional() });
export type PostQuery = z.output<typeof PostQuery>;
