import { type App, route } from '#kernel/http';
import { chain } from './service.ts';
import { Chain, ChainQuery } from './shapes.ts';

export function evidenceRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/chains',
      permission: 'leads.read',
      onReplica: true,
      summary: 'Follow a person or an order from sentence to euro',
      tags: ['Analytics'],
      query: ChainQuery,
      answers: { 200: Chain },
    },
    (ctx, { query }) => chain(ctx, query.of, { money: ctx.access.permissions.has('orders.read') }),
  );
}
