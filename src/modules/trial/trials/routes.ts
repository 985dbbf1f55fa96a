import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import * as trials from './service.ts';
import { Trial, TrialQuery, TrialRecord } from './shapes.ts';

const tags = ['Trials'];

export function trialRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/trials',
      permission: 'trials.read',
      summary: 'List trials of clones, newest first',
      tags,
      query: TrialQuery,
      answers: { 200: page(Trial) },
    },
    (ctx, { query }) => trials.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/trials/:id',
      permission: 'trials.read',
      summary: 'Read one trial with what was asked',
      tags,
      params: z.object({ id: Id }),
      answers: { 200: TrialRecord },
    },
    (ctx, { params }) => trials.get(ctx, params.id),
  );
}
