import { type App, route } from '#kernel/http';
import { report } from './report.ts';
import { Attribution, AttributionQuery } from './shapes.ts';

export function attributionRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/attribution',
      permission: 'analytics.read',
      onReplica: true,
      summary: 'Where the money came from, to the cent',
      tags: ['Analytics'],
      query: AttributionQuery,
      answers: { 200: Attribution },
    },
    (ctx, { query }) => report(ctx, query),
  );
}
