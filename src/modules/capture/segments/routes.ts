import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id, Instant, PageQuery, page } from '#kernel/shapes';
import * as segments from './service.ts';
import { NewSegment, Rule, Segment, SegmentChange, SegmentPreview } from './shapes.ts';

const tags = ['Segments'];
const params = z.object({ id: Id });
const Member = z
  .object({ id: Id, name: z.string(), email: z.string(), joinedAt: Instant, reasons: z.array(z.string()) })
  .meta({ id: 'SegmentMember' });

export function segmentRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/segments',
      permission: 'segments.read',
      summary: 'List segments',
      tags,
      answers: { 200: page(Segment) },
    },
    async (ctx) => ({ data: await segments.list(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/segments',
      permission: 'segments.write',
      summary: 'Name a group by a rule',
      tags,
      body: NewSegment,
      answers: { 201: Segment },
    },
    (ctx, { body }) => segments.create(ctx, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/segments/previews',
      permission: 'segments.read',
      summary: 'Say a rule in words and count who it finds',
      tags,
      body: z.object({ rule: Rule }),
      answers: { 200: SegmentPreview },
    },
    (ctx, { body }) => segments.preview(ctx, body.rule),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/segments/:id',
      permission: 'segments.read',
      summary: 'Read one segment',
      tags,
      params,
      answers: { 200: Segment },
    },
    (ctx, { params }) => segments.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/segments/:id',
      permission: 'segments.write',
      summary: 'Change a segment',
      tags,
      params,
      body: SegmentChange,
      answers: { 200: Segment },
    },
    (ctx, { params, body }) => segments.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/segments/:id',
      permission: 'segments.write',
      summary: 'Take a segment away',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => segments.remove(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/segments/:id/members',
      permission: 'leads.read',
      summary: 'List who is in a segment, and why',
      tags,
      params,
      query: PageQuery,
      answers: { 200: page(Member) },
    },
    (ctx, { params, query }) => segments.listMembers(ctx, params.id, query),
  );
}
