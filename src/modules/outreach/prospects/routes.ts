import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import * as prospects from './service.ts';
import {
  NewProspectList,
  NewProspects,
  Prospect,
  ProspectChange,
  ProspectImport,
  ProspectList,
  ProspectQuery,
} from './shapes.ts';

const tags = ['Outreach'];
const params = z.object({ id: Id });
const LARGEST_LIST = 12 * 1024 * 1024;

export function prospectRoutes(app: App): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/prospect-lists',
      permission: 'prospects.write',
      summary: 'Take in a list of people, pasted, as CSV or as objects',
      description: 'With dryRun it says what would happen and keeps nothing.',
      tags,
      body: NewProspectList,
      answers: { 201: ProspectImport },
      bodyLimit: LARGEST_LIST,
    },
    (ctx, { body }) => prospects.importList(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/prospect-lists',
      permission: 'prospects.read',
      summary: 'List the lists of prospects',
      tags,
      query: PageQuery,
      answers: { 200: page(ProspectList) },
    },
    (ctx, { query }) => prospects.lists(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/prospect-lists/:id',
      permission: 'prospects.read',
      summary: 'Read one list',
      tags,
      params,
      answers: { 200: ProspectList },
    },
    (ctx, { params: { id } }) => prospects.getList(ctx, id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/prospect-lists/:id/prospects',
      permission: 'prospects.write',
      summary: 'Add people to a list',
      tags,
      params,
      body: NewProspects,
      answers: { 201: ProspectImport },
      bodyLimit: LARGEST_LIST,
    },
    (ctx, { params: { id }, body }) => prospects.addToList(ctx, id, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/prospects',
      permission: 'prospects.read',
      summary: 'List prospects',
      tags,
      query: ProspectQuery,
      answers: { 200: page(Prospect) },
    },
    (ctx, { query }) => prospects.list(ctx, query),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/prospects/:id',
      permission: 'prospects.write',
      summary: 'Correct a prospect, let them in or keep them out',
      tags,
      params,
      body: ProspectChange,
      answers: { 200: Prospect },
    },
    (ctx, { params: { id }, body }) => prospects.change(ctx, id, body),
  );
}
