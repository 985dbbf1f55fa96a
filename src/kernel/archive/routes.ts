import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, Forbidden, Invalid, route } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { Id, PageQuery, page } from '#kernel/shapes';
import { files } from '#kernel/storage';
import { exportWorkspace, importWorkspace } from './jobs.ts';
import * as service from './service.ts';
import { Archive, ImportedWorkspace } from './shapes.ts';

const tags = ['Workspace'];
const params = z.object({ id: Id });

/** A workspace as one file, out of this installation and into another. */
export function archiveRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/archives',
      permission: 'workspace.manage',
      summary: 'List exports and imports of this workspace',
      tags,
      query: PageQuery,
      answers: { 200: page(Archive) },
    },
    (ctx, { query }) => service.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/archives',
      permission: 'workspace.manage',
      summary: 'Export this workspace as one file',
      description:
        'Rows and files in one snapshot, without passwords, tokens and private links. Made in the background.',
      tags,
      answers: { 202: Archive },
      callsPerMinute: 10,
    },
    async (ctx) => {
      const id = await service.ask(ctx, 'export');
      await enqueue(ctx, exportWorkspace, { workspaceId: ctx.workspace.id, archiveId: id });
      return service.get(ctx, id);
    },
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/archives/:id',
      permission: 'workspace.manage',
      summary: 'Read one export or import',
      tags,
      params,
      answers: { 200: Archive },
    },
    (ctx, { params: { id } }) => service.get(ctx, id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/archives/:id/file',
      permission: 'workspace.manage',
      summary: 'Download an export',
      tags,
      params,
      answers: { 200: z.unknown().describe('application/gzip') },
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId }, { params: { id }, reply }) => {
      const { sha256, name } = await inWorkspace(platform, { workspace, actor, correlationId }, (ctx) =>
        service.getFile(ctx, id),
      );
      reply
        .type('application/gzip')
        .header('content-disposition', `attachment; filename="${name}"`)
        .serializer((body: unknown) => body as string);
      return platform.storage.read(sha256);
    },
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/archives/uploads',
      permission: 'workspaces.create',
      summary: 'Import a workspace from an export, as a new workspace of this organization',
      description:
        'multipart/form-data with one `file` and, before it, an optional `name`. Filled in the background; mails and posts that were waiting stay unsent, mailboxes and connections are to be connected again.',
      tags,
      consumes: ['multipart/form-data'],
      answers: { 202: ImportedWorkspace },
      transaction: false,
      callsPerMinute: 10,
    },
    async ({ platform, workspace, actor, principal, correlationId }, { request }) => {
      if (principal.kind === 'key' || !workspace.organizationId)
        throw new Forbidden('A key belongs to one workspace. Sign in to import another.');
      const { userId } = principal;
      const { organizationId } = workspace;
      let name: string | undefined;
      for await (const part of request.parts()) {
        if (part.type === 'field') {
          if (part.fieldname === 'name' && typeof part.value === 'string' && part.value.trim())
            name = part.value.trim().slice(0, 120);
          continue;
        }
        const stored = await platform.storage.put(part.file);
        const { workspace: made } = await service.foundFromArchive(platform, stored, {
          ...{ userId, organizationId, name },
        });
        return inWorkspace(platform, { workspace: made, actor, correlationId }, async (ctx) => {
          const file = await files.keep(ctx, stored, { name: part.filename, purpose: 'archive' });
          const id = await service.ask(ctx, 'import', file.id);
          await enqueue(ctx, importWorkspace, { workspaceId: made.id, archiveId: id });
          return {
            workspace: { id: made.id, slug: made.slug, name: made.name },
            archive: await service.get(ctx, id),
          };
        });
      }
      throw new Invalid([{ pointer: '/file', detail: 'Choose the file of an export.' }]);
    },
  );
}
