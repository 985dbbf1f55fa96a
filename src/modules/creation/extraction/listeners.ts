import type { Context } from '#context';
import { listener } from '#kernel/events';
import { enqueue } from '#kernel/jobs';
import { composeDraftLater } from './jobs.ts';
import { listWaitingExtractions } from './queries.ts';

/** A draft that waited for this source may be composed now. */
export const whenSourceImported = listener({
  name: 'creation.resume-extraction',
  event: 'source.imported',
  handle: (ctx, event) => resume(ctx, event.payload.sourceId),
});

/** A source that cannot be read must not hold up the others. */
export const whenSourceFailed = listener({
  name: 'creation.resume-extraction-after-failure',
  event: 'source.failed',
  handle: (ctx, event) => resume(ctx, event.payload.sourceId),
});

async function resume(ctx: Context, sourceId: string): Promise<void> {
  for (const extractionId of await listWaitingExtractions(ctx.db, ctx.workspace.id, sourceId)) {
    await enqueue(ctx, composeDraftLater, { workspaceId: ctx.workspace.id, extractionId });
  }
}
