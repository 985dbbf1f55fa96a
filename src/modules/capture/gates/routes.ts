import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as gates from './service.ts';
import { Gate, GateChange } from './shapes.ts';

const tags = ['Gates'];
const params = z.object({ id: Id });

export function gateRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/gates',
      permission: 'gates.read',
      summary: 'List gates with what they ask',
      tags,
      answers: { 200: page(Gate) },
    },
    async (ctx) => ({ data: await gates.list(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/gates/:id',
      permission: 'gates.read',
      summary: 'Read one gate',
      tags,
      params,
      answers: { 200: Gate },
    },
    (ctx, { params }) => gates.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/gates',
      permission: 'gates.write',
      summary: 'Give a playbook the default gate',
      tags,
      body: z.object({ playbookId: Id }),
      answers: { 201: Gate },
    },
    (ctx, { body }) => gates.create(ctx, body.playbookId),
  );
  route(
    app,
    {
      method: 'PUT',
      url: '/api/v1/gates/:id',
      permission: 'gates.write',
      summary: 'Publish a new revision of a gate',
      tags,
      params,
      body: GateChange,
      answers: { 200: Gate },
    },
    (ctx, { params, body }) => gates.change(ctx, params.id, body),
  );
}
