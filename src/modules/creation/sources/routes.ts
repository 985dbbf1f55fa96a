import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, Invalid, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import { keepUpload } from '#kernel/storage';
import * as sources from './service.ts';
import { NewSource, PassageInContext, Source, SourceChange, SourceSummary } from './shapes.ts';

const tags = ['Sources'];
const params = z.object({ id: Id });

export function sourceRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/sources',
      permission: 'sources.read',
      summary: 'List sources',
      tags,
      query: PageQuery.extend({ q: z.string().max(200).optional(), expertId: Id.optional() }),
      answers: { 200: page(SourceSummary) },
    },
    (ctx, { query }) => sources.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/sources',
      permission: 'sources.write',
      summary: 'Add a source by text or address',
      tags,
      body: NewSource,
      bodyLimit: 12_000_000,
      answers: { 201: SourceSummary },
    },
    (ctx, { body }) => sources.add(ctx, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/sources/uploads',
      permission: 'sources.write',
      summary: 'Add sources by upload',
      description: 'multipart/form-data with one or more `files` and, before them, an optional `expertId`.',
      tags,
      consumes: ['multipart/form-data'],
      answers: { 201: z.object({ data: z.array(SourceSummary) }) },
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId }, { request }) => {
      const data: SourceSummary[] = [];
      let expertId: string | undefined;
      for await (const part of request.parts()) {
        if (part.type === 'field') {
          if (part.fieldname === 'expertId' && part.value) expertId = readExpertId(part.value);
          continue;
        }
        const kept = await keepUpload(platform, { workspace, actor, correlationId }, part);
        data.push(
          await inWorkspace(platform, { workspace, actor, correlationId }, (ctx) =>
            sources.addFile(ctx, kept, expertId),
          ),
        );
      }
      if (data.length === 0) throw new Invalid([{ pointer: '/files', detail: 'Choose at least one file.' }]);
      return { data };
    },
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/sources/:id',
      permission: 'sources.read',
      summary: 'Read one source with its passages',
      tags,
      params,
      answers: { 200: Source },
    },
    (ctx, { params }) => sources.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/sources/:id',
      permission: 'sources.write',
      summary: 'Rename a source or give it to an expert',
      tags,
      params,
      body: SourceChange,
      answers: { 200: SourceSummary },
    },
    (ctx, { params, body }) => sources.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/sources/:id',
      permission: 'sources.write',
      summary: 'Remove a source; can be undone',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => sources.remove(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/sources/:id/restorations',
      permission: 'sources.write',
      summary: 'Bring a removed source back',
      tags,
      params,
      answers: { 201: SourceSummary },
    },
    (ctx, { params }) => sources.restore(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/sources/:id/imports',
      permission: 'sources.write',
      summary: 'Read a source again',
      tags,
      params,
      answers: { 202: SourceSummary },
    },
    (ctx, { params }) => sources.readAgain(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/passages/:id',
      permission: 'sources.read',
      summary: 'Open a passage in its context',
      tags,
      params,
      answers: { 200: PassageInContext },
    },
    (ctx, { params }) => sources.getPassage(ctx, params.id),
  );
}

function readExpertId(value: unknown): string {
  const checked = Id.safeParse(value);
  if (!checked.success) throw new Invalid([{ pointer: '/expertId', detail: 'There is no such expert.' }]);
  return checked.data;
}
