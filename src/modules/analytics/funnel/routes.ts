import { type App, route } from '#kernel/http';
import { funnel } from './service.ts';
import { Funnel, FunnelQuery } from './shapes.ts';

export function funnelRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/funnel',
      permission: 'analytics.read',
      onReplica: true,
      summary: 'Where people leave: five stages, four rates',
      tags: ['Analytics'],
      query: FunnelQuery,
      answers: { 200: Funnel },
    },
    (ctx, { query }) => funnel(ctx, query),
  );
}
