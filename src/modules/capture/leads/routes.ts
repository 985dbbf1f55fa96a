import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, Prose, page } from '#kernel/shapes';
import { erase } from './erasure.ts';
import { exportCsv } from './export.ts';
import { importRows } from './imports.ts';
import * as record from './record.ts';
import * as leads from './service.ts';
import {
  Lead,
  LeadChange,
  LeadCounts,
  LeadFilter,
  LeadImport,
  LeadImported,
  LeadMessage,
  LeadQuery,
  LeadSummary,
  NewLead,
  Note,
  TimelineEntry,
} from './shapes.ts';
import { timeline } from './timeline.ts';

const tags = ['Leads'];
const params = z.object({ id: Id });

export function leadRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads',
      permission: 'leads.read',
      summary: 'List leads',
      tags,
      query: LeadQuery,
      answers: { 200: page(LeadSummary) },
    },
    (ctx, { query }) => leads.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/leads',
      permission: 'leads.write',
      summary: 'Add a person by hand',
      tags,
      body: NewLead,
      answers: { 201: LeadSummary },
    },
    (ctx, { body }) => leads.add(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads/counts',
      permission: 'leads.read',
      summary: 'Count leads by stage',
      tags,
      query: LeadFilter,
      answers: { 200: LeadCounts },
    },
    (ctx, { query }) => leads.counts(ctx, query),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads.csv',
      permission: 'leads.export',
      summary: 'Download leads as CSV',
      tags,
      query: LeadFilter,
      answers: { 200: z.any().describe('text/csv') },
    },
    async (ctx, { query, reply }) => {
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="leads.csv"')
        .serializer((body: unknown) => body as string);
      return exportCsv(ctx, query);
    },
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/leads/imports',
      permission: 'leads.write',
      summary: 'Import people, or see what an import would do',
      description:
        'Rows with headings as keys; email, name, company and their usual spellings are known. A dry run keeps nothing.',
      tags,
      body: LeadImport,
      bodyLimit: 8_000_000,
      answers: { 201: LeadImported },
    },
    (ctx, { body }) => importRows(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads/:id',
      permission: 'leads.read',
      summary: 'Read one lead with everything behind it',
      tags,
      params,
      answers: { 200: Lead },
    },
    (ctx, { params }) => record.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/leads/:id',
      permission: 'leads.write',
      summary: 'Change what is known of a person',
      tags,
      params,
      body: LeadChange,
      answers: { 200: LeadSummary },
    },
    (ctx, { params, body }) => leads.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/leads/:id',
      permission: 'leads.write',
      summary: 'Erase a person everywhere; cannot be undone',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => erase(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads/:id/timeline',
      permission: 'leads.read',
      summary: 'Read what happened with a person, newest first',
      tags,
      params,
      query: z.object({
        raw: z.enum(['true', 'false', '1', '0', '']).optional().describe('also what machines did'),
      }),
      answers: { 200: page(TimelineEntry) },
    },
    async (ctx, { params, query }) => ({
      data: await timeline(ctx, params.id, {
        raw: query.raw !== undefined && !['false', '0'].includes(query.raw),
      }),
      nextCursor: null,
    }),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads/:id/notes',
      permission: 'leads.read',
      summary: 'List notes on a person',
      tags,
      params,
      answers: { 200: page(Note) },
    },
    async (ctx, { params }) => ({ data: await leads.listNotes(ctx, params.id), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/leads/:id/notes',
      permission: 'leads.write',
      summary: 'Write a note on a person',
      tags,
      params,
      body: z.object({
        body: Prose(10_000).refine((text) => text.trim() !== '', { message: 'Write something here.' }),
      }),
      answers: { 201: Note },
    },
    (ctx, { params, body }) => leads.addNote(ctx, params.id, body.body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/leads/:id/messages',
      permission: 'leads.read',
      summary: 'List mail to a person',
      tags,
      params,
      answers: { 200: page(LeadMessage) },
    },
    async (ctx, { params }) => ({ data: await leads.listMessages(ctx, params.id), nextCursor: null }),
  );
}
