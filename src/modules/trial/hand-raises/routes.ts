import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import { SignalRule, SignalRuleChange } from '../signals/shapes.ts';
import * as handRaises from './service.ts';
import {
  HandRaise,
  HandRaisePreview,
  HandRaisePreviewQuery,
  HandRaiseQuery,
  HandRaiseRule,
  HandRaiseRuleChange,
} from './shapes.ts';

const tags = ['Hand-raises'];
const params = z.object({ id: Id });

export function handRaiseRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/hand-raises',
      permission: 'signals.read',
      summary: 'List raised hands with the signals that added up, newest first',
      tags,
      query: HandRaiseQuery,
      answers: { 200: page(HandRaise) },
    },
    (ctx, { query }) => handRaises.list(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/hand-raises/:id',
      permission: 'signals.read',
      summary: 'Read one raised hand',
      tags,
      params,
      answers: { 200: HandRaise },
    },
    (ctx, { params }) => handRaises.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/hand-raises/:id/rearmings',
      permission: 'signals.write',
      summary: 'Let the next signal of a person raise their hand again',
      tags,
      params,
      answers: { 201: HandRaise },
    },
    (ctx, { params }) => handRaises.rearm(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/hand-raise-rules',
      permission: 'signals.read',
      summary: 'List when signals add up to a raised hand, and what that sets off',
      tags,
      answers: { 200: page(HandRaiseRule) },
    },
    async (ctx) => ({ data: await handRaises.listRules(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/hand-raise-rules/:id',
      permission: 'signals.write',
      summary: 'Move the line, or change what a raised hand sets off',
      tags,
      params,
      body: HandRaiseRuleChange,
      answers: { 200: HandRaiseRule },
    },
    (ctx, { params, body }) => handRaises.changeRule(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/hand-raise-previews',
      permission: 'signals.read',
      summary: 'Say who would join or leave if the line stood elsewhere',
      tags,
      query: HandRaisePreviewQuery,
      answers: { 200: HandRaisePreview },
    },
    (ctx, { query }) => handRaises.preview(ctx, query.threshold),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/signal-rules/:id',
      permission: 'signals.write',
      summary: 'Change what a signal counts',
      tags,
      params,
      body: SignalRuleChange,
      answers: { 200: SignalRule },
    },
    (ctx, { params, body }) => handRaises.changeSignalRule(ctx, params.id, body),
  );
}
