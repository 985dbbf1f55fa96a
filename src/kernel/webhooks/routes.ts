import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, route, type WorkspaceContext } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as webhooks from './service.ts';
import { Delivery, Endpoint, EndpointChange, EndpointWithSecret, NewEndpoint, PageQuery } from './shapes.ts';

const tags = ['Webhooks'];
const params = z.object({ id: Id });
const delivery = z.object({ id: Id, deliveryId: Id });
const permission = 'webhooks.manage';

const opened = ({ platform, workspace, actor, correlationId }: WorkspaceContext) =>
  [platform, { workspace, actor, correlationId }] as const;

export function webhookRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/webhooks',
      permission: 'webhooks.read',
      summary: 'List webhook endpoints',
      tags,
      query: PageQuery,
      answers: { 200: page(Endpoint) },
    },
    (ctx, { query }) => webhooks.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/webhooks',
      permission,
      summary: 'Add a webhook endpoint',
      tags,
      body: NewEndpoint,
      answers: { 201: EndpointWithSecret },
      transaction: false,
    },
    async (ctx, { body }) => {
      // Looking the name up is outside work, so it comes before the transaction.
      await ctx.platform.outbound.assertAllowedUrl(body.url);
      return inWorkspace(...opened(ctx), (inside) => webhooks.add(inside, body));
    },
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/webhooks/:id',
      permission: 'webhooks.read',
      summary: 'Read a webhook endpoint',
      tags,
      params,
      answers: { 200: Endpoint },
    },
    (ctx, { params: { id } }) => webhooks.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/webhooks/:id',
      permission,
      summary: 'Change, pause or resume a webhook endpoint',
      tags,
      params,
      body: EndpointChange,
      answers: { 200: Endpoint },
      transaction: false,
    },
    async (ctx, { params: { id }, body }) => {
      if (body.url) await ctx.platform.outbound.assertAllowedUrl(body.url);
      return inWorkspace(...opened(ctx), (inside) => webhooks.change(inside, id, body));
    },
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/webhooks/:id',
      permission,
      summary: 'Remove a webhook endpoint',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params: { id } }) => webhooks.remove(ctx, id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/webhooks/:id/secrets',
      permission,
      summary: 'Replace the secret; the old one signs along for a day',
      tags,
      params,
      answers: { 201: EndpointWithSecret },
    },
    (ctx, { params: { id } }) => webhooks.replaceSecret(ctx, id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/webhooks/:id/deliveries',
      permission: 'webhooks.read',
      summary: 'List deliveries, newest first',
      tags,
      params,
      query: PageQuery,
      answers: { 200: page(Delivery) },
    },
    (ctx, { params: { id }, query }) => webhooks.listDeliveries(ctx, id, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/webhooks/:id/deliveries/:deliveryId/retries',
      permission,
      summary: 'Deliver again now',
      tags,
      params: delivery,
      answers: { 202: Delivery },
    },
    (ctx, { params: { id, deliveryId } }) => webhooks.retry(ctx, id, deliveryId),
  );
}
