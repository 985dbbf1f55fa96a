import { type App, route } from '#kernel/http';
import { show } from './service.ts';
import { Usage } from './shapes.ts';

export function usageRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/usage',
      permission: 'usage.read',
      summary: 'Show the plan and what was used this month',
      tags: ['Usage'],
      answers: { 200: Usage },
    },
    (ctx) => show(ctx),
  );
}
