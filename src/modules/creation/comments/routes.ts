import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as comments from './service.ts';
import { Comment, NewComment } from './shapes.ts';

const tags = ['Playbooks'];
const params = z.object({ id: Id });

export function commentRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/playbooks/:id/comments',
      permission: 'playbooks.read',
      summary: 'Read what people said about a playbook',
      tags,
      params,
      answers: { 200: page(Comment) },
    },
    async (ctx, { params }) => ({ data: await comments.list(ctx, params.id), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/playbooks/:id/comments',
      permission: 'playbooks.comment',
      summary: 'Comment on a playbook or a step',
      tags,
      params,
      body: NewComment,
      answers: { 201: Comment },
    },
    (ctx, { params, body }) => comments.add(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/comments/:id',
      permission: 'playbooks.comment',
      summary: 'Mark a comment as dealt with',
      tags,
      params,
      body: z.object({ resolved: z.boolean() }),
      answers: { 200: Comment },
    },
    (ctx, { params, body }) => comments.resolve(ctx, params.id, body.resolved),
  );
}
