import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import { questions } from '#modules/analytics';
import * as conversations from './service.ts';
import {
  AnswerRowsQuery,
  Conversation,
  ConversationWithMessages,
  Exchange,
  NewConversation,
  NewMessage,
  Suggestion,
} from './shapes.ts';
import { suggest } from './suggestions.ts';

const tags = ['Conversations'];
const params = z.object({ id: Id });

/** Asking the data, and ordering work. */
export function conversationRoutes(app: App): void {
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/conversations', permission: 'conversations.read', tags },
      summary: 'List your own conversations, the last spoken in first',
      query: PageQuery,
      answers: { 200: page(Conversation) },
    },
    (ctx, { query }) => conversations.list(ctx, query),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/conversations', permission: 'conversations.write', tags },
      summary: 'Begin a conversation',
      body: NewConversation,
      answers: { 201: Conversation },
    },
    (ctx, { body }) => conversations.create(ctx, body),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/conversations/:id', permission: 'conversations.read', tags },
      summary: 'Read a conversation of your own',
      params,
      answers: { 200: ConversationWithMessages },
    },
    (ctx, { params: { id } }) => conversations.get(ctx, id, ctx.access.permissions),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/conversations/:id/messages',
      permission: 'conversations.write',
      tags,
      summary: 'Ask, or say what to do',
      description:
        'Answers from the data, with what the asker may see. Orders: “create a task to …”, “write to them”, “stop all actions”.',
      params,
      body: NewMessage,
      answers: { 201: Exchange },
      transaction: false,
      callsPerMinute: 60,
    },
    (ctx, { params: { id }, body }) =>
      conversations.say(ctx.platform, ctx, id, body.content, ctx.access.permissions),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/conversations/:id/messages/:messageId/rows',
      permission: 'conversations.read',
      tags,
      summary: 'Open a number of an answer down to its rows',
      params: z.object({ id: Id, messageId: Id }),
      query: AnswerRowsQuery,
      answers: { 200: questions.AnswerRows },
    },
    (ctx, { params: ids, query }) => conversations.rows(ctx, ids, query, ctx.access.permissions),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/suggested-questions', permission: 'conversations.read', tags },
      summary: 'List questions that the data of this workspace answers',
      answers: { 200: z.object({ data: z.array(Suggestion) }) },
    },
    async (ctx) => ({ data: await suggest(ctx, ctx.access.permissions) }),
  );
}
