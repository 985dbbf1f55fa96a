import { z } from 'zod';
import { type App, route } from '#kernel/http';
import * as home from './home/service.ts';
import * as performance from './performance/service.ts';
import * as rows from './rows/service.ts';
import { RowsQuery } from './rows/shapes.ts';
import * as running from './running/service.ts';
import { search } from './search/service.ts';
import { Hit, Home, LinkPerformance, PlaybookPerformance, Rows, Work } from './shapes.ts';

export function analyticsRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/home',
      permission: 'workspace.read',
      onReplica: true,
      summary: 'What changed and what waits',
      tags: ['Home'],
      answers: { 200: Home },
    },
    (ctx) =>
      home.show(ctx, {
        leads: ctx.access.permissions.has('leads.read'),
        money: ctx.access.permissions.has('orders.read'),
      }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/performance/playbooks',
      permission: 'analytics.read',
      onReplica: true,
      summary: 'Readers, leads and money of each playbook',
      tags: ['Analytics'],
      answers: { 200: z.object({ data: z.array(PlaybookPerformance) }) },
    },
    async (ctx) => ({ data: await performance.ofPlaybooks(ctx) }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/performance/links',
      permission: 'analytics.read',
      onReplica: true,
      summary: 'Leads and money that each link brought',
      tags: ['Analytics'],
      answers: { 200: z.object({ data: z.array(LinkPerformance) }) },
    },
    async (ctx) => ({ data: await performance.ofLinks(ctx) }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/rows',
      permission: 'leads.read',
      onReplica: true,
      summary: 'Open a number down to its rows',
      tags: ['Analytics'],
      query: RowsQuery,
      answers: { 200: Rows },
    },
    (ctx, { query }) => rows.open(ctx, query, { money: ctx.access.permissions.has('orders.read') }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/running',
      permission: 'running.read',
      summary: 'Longer work that is under way',
      tags: ['Running'],
      answers: { 200: z.object({ data: z.array(Work) }) },
    },
    async (ctx) => ({ data: await running.list(ctx) }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/search',
      permission: 'workspace.read',
      onReplica: true,
      summary: 'Find people, playbooks, steps, passages, links and sources',
      tags: ['Search'],
      query: z.object({
        q: z.string().trim().min(1).max(200),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
      answers: { 200: z.object({ data: z.array(Hit) }) },
    },
    async (ctx, { query }) => {
      const may = (permission: Parameters<typeof ctx.access.permissions.has>[0]) =>
        ctx.access.permissions.has(permission);
      const reach = {
        leads: may('leads.read'),
        sources: may('sources.read'),
        playbooks: may('playbooks.read'),
        links: may('links.read'),
      };
      return { data: await search(ctx, query.q, reach, query.limit) };
    },
  );
}
