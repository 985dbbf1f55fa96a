import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as policies from './actions/policies.ts';
import * as actions from './actions/service.ts';
import {
  Action,
  ActionKind,
  ActionQuery,
  NewApproval,
  NewDecline,
  Policy,
  PolicyChange,
} from './actions/shapes.ts';
import * as config from './config/service.ts';
import { CeoConfig, CeoConfigChange, NewStop } from './config/shapes.ts';
import * as looks from './looks/service.ts';
import { DetectorShape, Insight, InsightQuery, InsightWithRows, Run } from './looks/shapes.ts';

const tags = ['CEO'];
const params = z.object({ id: Id });

/** What the CEO sees, proposes and may do. */
export function ceoRoutes(app: App): void {
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/ceo', permission: 'policy.read', tags },
      summary: 'Read what the CEO is told to be, and whether it is stopped',
      answers: { 200: CeoConfig },
    },
    (ctx) => config.get(ctx),
  );
  route(
    app,
    {
      ...{ method: 'PATCH', url: '/api/v1/ceo', permission: 'policy.write', tags },
      summary: 'Tell the CEO to be otherwise',
      body: CeoConfigChange,
      answers: { 200: CeoConfig },
    },
    (ctx, { body }) => config.change(ctx, body),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/ceo/stops', permission: 'policy.write', tags },
      summary: 'Stop all actions: nothing acts alone until this is lifted',
      body: NewStop,
      answers: { 200: CeoConfig },
    },
    (ctx, { body }) => config.stop(ctx, body.reason ?? null),
  );
  route(
    app,
    {
      ...{ method: 'DELETE', url: '/api/v1/ceo/stops', permission: 'policy.write', tags },
      summary: 'Let the CEO act again, inside its policy',
      answers: { 200: CeoConfig },
    },
    (ctx) => config.resume(ctx),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/ceo/runs', permission: 'insights.read', tags },
      summary: 'List when the CEO looked, newest first',
      query: PageQuery,
      answers: { 200: page(Run) },
    },
    (ctx, { query }) => looks.listRuns(ctx, query),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/ceo/runs', permission: 'insights.write', tags },
      summary: 'Have the CEO look now',
      answers: { 201: Run },
      callsPerMinute: 30,
    },
    (ctx) => looks.look(ctx, 'asked'),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/detectors', permission: 'insights.read', tags },
      summary: 'List what the CEO looks for, and how often it was right',
      answers: { 200: z.object({ data: z.array(DetectorShape) }) },
    },
    async (ctx) => ({ data: await looks.listDetectors(ctx) }),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/insights', permission: 'insights.read', tags },
      summary: 'List what the CEO saw, newest first',
      query: InsightQuery,
      answers: { 200: page(Insight) },
    },
    (ctx, { query }) => looks.listInsights(ctx, query),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/insights/:id', permission: 'insights.read', tags },
      summary: 'Read one insight with the rows behind it',
      params,
      answers: { 200: InsightWithRows },
    },
    (ctx, { params: { id } }) => looks.getInsight(ctx, id),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/insights/:id/dismissals', permission: 'insights.write', tags },
      summary: 'Put an insight away',
      params,
      answers: { 200: Insight },
    },
    (ctx, { params: { id } }) => looks.dismiss(ctx, id),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/actions', permission: 'actions.read', tags },
      summary: 'List what the CEO proposed and did, newest first',
      query: ActionQuery,
      answers: { 200: page(Action) },
    },
    (ctx, { query }) => actions.list(ctx, query),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/actions/:id', permission: 'actions.read', tags },
      summary: 'Read one action',
      params,
      answers: { 200: Action },
    },
    (ctx, { params: { id } }) => actions.get(ctx, id),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/actions/:id/approvals', permission: 'actions.approve', tags },
      summary: 'Approve an action, whole or in part, with the words as changed',
      params,
      body: NewApproval,
      answers: { 200: Action },
    },
    (ctx, { params: { id }, body }) => actions.approve(ctx, id, body),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/actions/:id/declines', permission: 'actions.approve', tags },
      summary: 'Decline an action; the reason teaches',
      params,
      body: NewDecline,
      answers: { 200: Action },
    },
    (ctx, { params: { id }, body }) => actions.decline(ctx, id, body.reason),
  );
  route(
    app,
    {
      ...{ method: 'POST', url: '/api/v1/actions/:id/undos', permission: 'actions.approve', tags },
      summary: 'Take an action back, as far as it has not left the house',
      params,
      answers: { 200: Action },
    },
    (ctx, { params: { id } }) => actions.undo(ctx, id),
  );
  route(
    app,
    {
      ...{ method: 'GET', url: '/api/v1/policies', permission: 'policy.read', tags },
      summary: 'List what the CEO may do',
      answers: { 200: z.object({ data: z.array(Policy) }) },
    },
    async (ctx) => ({ data: await policies.list(ctx) }),
  );
  route(
    app,
    {
      ...{ method: 'PUT', url: '/api/v1/policies/:kind', permission: 'policy.write', tags },
      summary: 'Say what the CEO may do of one kind',
      params: z.object({ kind: ActionKind }),
      body: PolicyChange,
      answers: { 200: Policy },
    },
    (ctx, { params: { kind }, body }) => policies.set(ctx, kind, body),
  );
}
