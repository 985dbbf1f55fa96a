import { type App, route } from '#kernel/http';
import { page } from '#kernel/shapes';
import * as signals from './service.ts';
import { Signal, SignalQuery, SignalRule } from './shapes.ts';

const tags = ['Hand-raises'];

export function signalRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/signals',
      permission: 'signals.read',
      summary: 'List signals, newest first',
      tags,
      query: SignalQuery,
      answers: { 200: page(Signal) },
    },
    (ctx, { query }) => signals.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/signal-rules',
      permission: 'signals.read',
      summary: 'List what counts as a signal, and how much',
      tags,
      answers: { 200: page(SignalRule) },
    },
    async (ctx) => ({ data: await signals.listRules(ctx), nextCursor: null }),
  );
}
