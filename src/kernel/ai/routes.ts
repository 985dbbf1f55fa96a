import { type App, route } from '#kernel/http';
import { page } from '#kernel/shapes';
import { listTranscripts, showSpend } from './service.ts';
import { AiRun, AiRunQuery, AiSpend } from './shapes.ts';

const tags = ['Models'];

export function aiRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/ai/runs',
      permission: 'audit.read',
      summary: 'List what models and the built-in composer were asked and answered',
      tags,
      query: AiRunQuery,
      answers: { 200: page(AiRun) },
    },
    (ctx, { query }) => listTranscripts(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/ai/spend',
      permission: 'usage.read',
      summary: 'Show what models have cost this month',
      tags,
      answers: { 200: AiSpend },
    },
    (ctx) => showSpend(ctx),
  );
}
