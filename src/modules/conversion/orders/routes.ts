import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import { listOwnShares } from './own.ts';
import * as orders from './service.ts';
import { NewRefund, Order, OrderQuery, OrderSummary, OwnShares, QueuedMail, Refund } from './shapes.ts';

const tags = ['Orders'];
const params = z.object({ id: Id });

export function orderRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/orders',
      permission: 'orders.read',
      summary: 'List orders',
      tags,
      query: OrderQuery,
      answers: { 200: page(OrderSummary) },
    },
    (ctx, { query }) => orders.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/orders/:id',
      permission: 'orders.read',
      summary: 'Read one order with everything behind it',
      tags,
      params,
      answers: { 200: Order },
    },
    (ctx, { params }) => orders.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/orders/:id/refunds',
      permission: 'orders.refund',
      summary: 'Give money back',
      description: 'The refund is asked for in the background; it says why it waits until it is done.',
      tags,
      params,
      body: NewRefund,
      answers: { 201: Refund },
    },
    (ctx, { params, body }) => orders.refund(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/orders/:id/access-mails',
      permission: 'offers.write',
      summary: 'Send the access to what was bought once more',
      tags,
      params,
      answers: { 201: QueuedMail },
    },
    (ctx, { params }) => orders.resendAccess(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/own-shares',
      permission: 'own-share.read',
      summary: 'What the orders owe the expert who asks',
      description: 'Each order and each refund by itself, without the buyer.',
      tags,
      answers: { 200: OwnShares },
    },
    (ctx) => listOwnShares(ctx),
  );
}
