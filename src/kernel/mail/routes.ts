import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import { getMessage, resolveMessage } from './messages.ts';
import { listAttempts, listMessages } from './queries.ts';
import {
  Message,
  MessageQuery,
  MessageRecord,
  NewSuppression,
  Resolution,
  Suppression,
  SuppressionQuery,
} from './shapes.ts';
import { showMessage, showMessageRecord, showPage, showSuppression, startOf } from './show.ts';
import { listSuppressions } from './suppression-queries.ts';
import { liftSuppression, suppress } from './suppressions.ts';

const ById = z.object({ id: Id });

/** Messages and the list of who must not be written to. */
export function messageRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/messages',
      permission: 'mail.read',
      summary: 'List messages, newest first',
      tags: ['Mail'],
      query: MessageQuery,
      answers: { 200: page(Message) },
    },
    async (ctx, { query }) => {
      const { limit, state, stream, leadId } = query;
      const filter = {
        ...startOf(query),
        ...(state && { states: [state] }),
        ...(stream && { stream }),
        ...(leadId && { leadId }),
      };
      const rows = await listMessages(ctx.db, ctx.workspace.id, filter, limit + 1);
      return showPage(rows, limit, showMessage);
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/messages/:id',
      permission: 'mail.read',
      summary: 'Read one message with every attempt to send it',
      tags: ['Mail'],
      params: ById,
      answers: { 200: MessageRecord },
    },
    async (ctx, { params }) => {
      const row = await getMessage(ctx, params.id);
      return showMessageRecord(row, await listAttempts(ctx.db, ctx.workspace.id, row.id));
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/messages/:id/resolutions',
      permission: 'mail.manage',
      summary: 'Say what became of an unconfirmed message, or send a failed one again',
      tags: ['Mail'],
      params: ById,
      body: Resolution,
      answers: { 200: Message },
    },
    async (ctx, { params, body }) => showMessage(await resolveMessage(ctx, params.id, body.outcome)),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/suppressions',
      permission: 'mail.read',
      summary: 'List addresses that must not be written to',
      tags: ['Mail'],
      query: SuppressionQuery,
      answers: { 200: page(Suppression) },
    },
    async (ctx, { query }) => {
      const { limit, search, stream, lifted } = query;
      const filter = { ...startOf(query), lifted, ...(search && { search }), ...(stream && { stream }) };
      const rows = await listSuppressions(ctx.db, ctx.workspace.id, filter, limit + 1);
      return showPage(rows, limit, showSuppression);
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/suppressions',
      permission: 'mail.manage',
      summary: 'Write to an address no more',
      description:
        'Idempotent: an address that is suppressed in this stream answers with the suppression in force.',
      tags: ['Mail'],
      body: NewSuppression,
      answers: { 201: Suppression },
    },
    async (ctx, { body }) => {
      const { email, stream, reason, detail } = body;
      const { suppression } = await suppress(ctx, { email, stream, reason, ...(detail && { detail }) });
      return showSuppression(suppression);
    },
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/suppressions/:id',
      permission: 'mail.manage',
      summary: 'Allow writing to an address again',
      tags: ['Mail'],
      params: ById,
      answers: { 204: z.void() },
    },
    async (ctx, { params }) => {
      await liftSuppression(ctx, params.id);
    },
  );
}
