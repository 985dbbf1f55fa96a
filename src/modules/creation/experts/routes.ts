import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as experts from './service.ts';
import { Expert, ExpertChange, NewExpert } from './shapes.ts';

const tags = ['Experts'];
const params = z.object({ id: Id });

export function expertRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/experts',
      permission: 'experts.read',
      summary: 'List experts',
      tags,
      query: PageQuery,
      answers: { 200: page(Expert) },
    },
    (ctx, { query }) => experts.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/experts',
      permission: 'experts.write',
      summary: 'Add an expert',
      tags,
      body: NewExpert,
      answers: { 201: Expert },
    },
    (ctx, { body }) => experts.add(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/experts/:id',
      permission: 'experts.read',
      summary: 'Read one expert',
      tags,
      params,
      answers: { 200: Expert },
    },
    (ctx, { params }) => experts.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/experts/:id',
      permission: 'experts.write',
      summary: 'Change an expert',
      tags,
      params,
      body: ExpertChange,
      answers: { 200: Expert },
    },
    (ctx, { params, body }) => experts.change(ctx, params.id, body),
  );
}
