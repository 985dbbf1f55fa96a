import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as views from './service.ts';
import { NewSavedView, SavedView } from './shapes.ts';

const tags = ['Leads'];

export function viewRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/saved-views',
      permission: 'leads.read',
      summary: 'List saved views of a list',
      tags,
      query: z.object({ list: z.enum(['leads']).default('leads') }),
      answers: { 200: page(SavedView) },
    },
    async (ctx, { query }) => ({ data: await views.list(ctx, query.list), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/saved-views',
      permission: 'leads.write',
      summary: 'Save a view',
      tags,
      body: NewSavedView,
      answers: { 201: SavedView },
    },
    (ctx, { body }) => views.save(ctx, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/saved-views/:id',
      permission: 'leads.write',
      summary: 'Remove a saved view',
      tags,
      params: z.object({ id: Id }),
      answers: { 204: z.void() },
    },
    (ctx, { params }) => views.remove(ctx, params.id),
  );
}
