import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as connections from './connections.ts';
import { Connection, ConnectionQuery, NewConnection } from './shapes.ts';

const tags = ['Connections'];
const params = z.object({ id: Id });

export function connectionRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/connections',
      permission: 'connections.read',
      summary: 'List connected accounts and how they are doing',
      tags,
      query: ConnectionQuery,
      answers: { 200: page(Connection) },
    },
    (ctx, { query }) => connections.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/connections',
      permission: 'connections.manage',
      summary: 'Connect an account by its key, or renew the key',
      tags,
      body: NewConnection,
      answers: { 201: Connection },
    },
    (ctx, { body }) => connections.connectBySecret(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/connections/:id',
      permission: 'connections.read',
      summary: 'Read one connection',
      tags,
      params,
      answers: { 200: Connection },
    },
    (ctx, { params: { id } }) => connections.get(ctx, id),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/connections/:id',
      permission: 'connections.manage',
      summary: 'Disconnect an account and forget its key',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params: { id } }) => connections.disconnect(ctx, id),
  );
}
