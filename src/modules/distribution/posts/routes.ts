import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as posts from './service.ts';
import { NewPost, Post, PostChange, PostQuery } from './shapes.ts';

const tags = ['Posts'];
const params = z.object({ id: Id });

export function postRoutes(app: App): void {
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/posts', permission: 'posts.read', tags },
      summary: 'List posts, newest first',
      query: PostQuery,
      answers: { 200: page(Post) },
    },
    (ctx, { query }) => posts.list(ctx, query),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/posts', permission: 'posts.write', tags },
      summary: 'Draft a post',
      body: NewPost,
      answers: { 201: Post },
    },
    (ctx, { body }) => posts.draft(ctx, body),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/posts/:id', permission: 'posts.read', tags },
      summary: 'Read one post',
      params,
      answers: { 200: Post },
    },
    (ctx, { params: { id } }) => posts.get(ctx, id),
  );
  route(
    app,
    {
      ...{ method: 'PATCH', url: '/api/v1/posts/:id', permission: 'posts.write', tags },
      summary: 'Change a draft, or say that it was posted by hand',
      params,
      body: PostChange,
      answers: { 200: Post },
    },
    (ctx, { params: { id }, body }) => posts.change(ctx, id, body),
  );
}
