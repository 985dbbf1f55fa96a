import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { inWorkspace } from '#kernel/database';
import { type App, publicPage, route } from '#kernel/http';
import { readReader } from '#kernel/pages';
import { Id } from '#kernel/shapes';
import { readFile } from '#kernel/storage';
import { publicUrlOf } from '../playbooks/show.ts';
import { readablePositions, slotPageOf } from '../readings/render.ts';
import * as readings from '../readings/service.ts';
import { typesetInWorkshop } from '../workshop.ts';
import * as editions from './service.ts';
import { editionText } from './text.ts';

/** The PDF of a playbook: for strangers what stands before the gate, for readers who passed what they may read. */
export function editionRoutes(app: App): void {
  const { platform } = app;
  const typeset = new LRUCache<string, Buffer>({
    max: 50,
    maxSize: 100_000_000,
    sizeCalculation: (pdf) => pdf.length,
  });

  publicPage(
    app,
    {
      url: '/p/:workspace/:playbook/edition.pdf',
      params: z.object({ workspace: z.string().max(63), playbook: z.string().max(80) }),
    },
    async ({ params, request, reply }) => {
      const workspace = await readings.workspaceAt(platform, params.workspace);
      const reader = readReader(request, workspace.slug, platform.settings);
      const actor = readings.readerActor(reader?.leadId ?? null);
      const { text, key } = await inWorkspace(
        platform,
        { workspace, actor, correlationId: request.id, readOnly: true },
        async (ctx) => {
          const published = await readings.getPublished(ctx, params.playbook);
          const readable = await readablePositions(platform, slotPageOf(ctx, published, reader, {}));
          return {
            key: `${published.versionId} ${[...readable].join(',')}`,
            text: editionText(published, publicUrlOf(ctx, published.slug), readable),
          };
        },
      );
      const pdf = typeset.get(key) ?? (await typesetInWorkshop(text));
      typeset.set(key, pdf);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', `inline; filename="${params.playbook}.pdf"`)
        .send(pdf);
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/editions/:id/file',
      permission: 'playbooks.read',
      summary: 'Download an edition of a version',
      tags: ['Playbooks'],
      params: z.object({ id: Id }),
      answers: { 200: z.any().describe('application/pdf') },
      transaction: false,
    },
    async ({ platform, workspace, actor, correlationId }, { params, reply }) => {
      const { fileId } = await inWorkspace(platform, { workspace, actor, correlationId }, (ctx) =>
        editions.getFile(ctx, params.id),
      );
      const pdf = await readFile(platform, { workspaceId: workspace.id, fileId });
      reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="playbook.pdf"')
        .serializer((body: unknown) => body as string);
      return pdf;
    },
  );
}
