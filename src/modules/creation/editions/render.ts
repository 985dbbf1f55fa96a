import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { publish } from '#kernel/events';
import type { JobRun } from '#kernel/jobs';
import { files } from '#kernel/storage';
import { publicUrlOf } from '../playbooks/show.ts';
import * as readings from '../readings/service.ts';
import { typesetInWorkshop } from '../workshop.ts';
import * as queries from './queries.ts';
import { editionText } from './text.ts';

interface Rendering extends JobRun {
  workspaceId: string;
  versionId: string;
}

/** Typesets and keeps the editions of a version that are not ready. On the last failed attempt the edition says why. */
export async function renderEditions(
  platform: Platform,
  { workspaceId, versionId, correlationId, lastAttempt }: Rendering,
): Promise<void> {
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('typesetter'), correlationId }, work);
  const work = await inside(async (ctx) => {
    const slug = (await queries.findSlugOfVersion(ctx.db, workspaceId, versionId))?.slug;
    if (!slug) return undefined;
    const published = await readings.getPublishedVersion(ctx, versionId);
    return {
      published,
      url: publicUrlOf(ctx, slug),
      editions: await queries.listUnrendered(ctx.db, workspaceId, versionId),
    };
  });
  if (!work) return;
  const everything = new Set(work.published.content.steps.map((step) => step.position));
  for (const edition of work.editions) {
    try {
      const pdf = await typesetInWorkshop(editionText(work.published, work.url, everything));
      const stored = await platform.storage.put(pdf);
      await inside(async (ctx) => {
        const file = await files.keep(ctx, stored, {
          name: `${work.published.slug}.pdf`,
          purpose: 'edition',
        });
        await queries.updateEdition(ctx.db, workspaceId, edition.id, {
          state: 'ready',
          fileId: file.id,
          byteSize: stored.sizeBytes,
          contentHash: stored.sha256,
          problem: null,
          finishedAt: ctx.clock.now(),
        });
        await publish(ctx, 'edition.rendered', { versionId, editionId: edition.id, kind: edition.kind });
      });
    } catch (error) {
      if (lastAttempt) {
        await inside((ctx) =>
          queries.updateEdition(ctx.db, workspaceId, edition.id, {
            state: 'failed',
            problem: `The typesetter stopped: ${error instanceof Error ? error.message : 'no reason given'}`,
          }),
        );
      }
      throw error;
    }
  }
}
