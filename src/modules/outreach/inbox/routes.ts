import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as inbox from './service.ts';
import { NewThreadMessage, Thread, ThreadChange, ThreadQuery, ThreadRecord } from './shapes.ts';

const tags = ['Inbox'];
const params = z.object({ id: Id });

export function inboxRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/threads',
      permission: 'inbox.read',
      summary: 'List conversations',
      tags,
      query: ThreadQuery,
      answers: { 200: page(Thread) },
    },
    (ctx, { query }) => inbox.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/threads/:id',
      permission: 'inbox.read',
      summary: 'Read one conversation with every mail of both sides',
      tags,
      params,
      answers: { 200: ThreadRecord },
    },
    (ctx, { params: { id } }) => inbox.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/threads/:id',
      permission: 'inbox.write',
      summary: 'Mark a conversation, put it aside, or say what it wants',
      tags,
      params,
      body: ThreadChange,
      answers: { 200: ThreadRecord },
    },
    (ctx, { params: { id }, body }) => inbox.change(ctx, id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/threads/:id/messages',
      permission: 'inbox.write',
      summary: 'Answer in a conversation',
      tags,
      params,
      body: NewThreadMessage,
      answers: { 201: ThreadRecord },
    },
    (ctx, { params: { id }, body }) => inbox.answer(ctx, id, body.text),
  );
}
