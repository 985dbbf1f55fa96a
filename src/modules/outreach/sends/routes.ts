import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as sends from './service.ts';
import { Send, SendQuery, SendsQuery } from './shapes.ts';

const tags = ['Outreach'];

export function sendRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/sends',
      permission: 'campaigns.read',
      summary: 'List planned and sent mails of all campaigns, by time',
      tags,
      query: SendsQuery,
      answers: { 200: page(Send) },
    },
    (ctx, { query }) => sends.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/campaigns/:id/sends',
      permission: 'campaigns.read',
      summary: 'List planned and sent mails of one campaign, by time',
      tags,
      params: z.object({ id: Id }),
      query: SendQuery,
      answers: { 200: page(Send) },
    },
    (ctx, { params, query }) => sends.list(ctx, { ...query, campaign: params.id }),
  );
}
