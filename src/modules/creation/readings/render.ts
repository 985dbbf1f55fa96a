import { createElement, type ReactElement, type ReactNode } from 'react';
import type { Platform, Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import type { KnownReader, SlotPage } from '#kernel/pages';
import { ReaderPage } from './page.tsx';
import * as readings from './service.ts';

export interface RenderedReader {
  document: ReactElement;
}

/** Steps that a reader may see, asked of every layer that has a say. Silence means no. */
export async function readablePositions(platform: Platform, page: SlotPage): Promise<Set<number>> {
  const readable = new Set<number>();
  for (const { position } of page.steps)
    if (await platform.slots.mayRead(page, position)) readable.add(position);
  return readable;
}

/** How later layers see the page of a published playbook. */
export function slotPageOf(
  ctx: SlotPage['ctx'],
  published: readings.Published,
  reader: KnownReader | null,
  query: SlotPage['query'],
): SlotPage {
  return {
    ctx,
    playbook: { id: published.playbookId, slug: published.slug, title: published.content.title },
    versionId: published.versionId,
    steps: published.content.steps.map(({ id, position, title }) => ({ id, position, title })),
    reader: {
      leadId: reader?.leadId ?? null,
      readingId: reader?.readingId ?? null,
      visitorHash: null,
      clickId: query.c ?? null,
    },
    path: `/p/${ctx.workspace.slug}/${published.slug}`,
    query,
  };
}

/** Renders the page for one reader. What they may not see is not handed to the page at all. @throws NotFound */
export async function renderReader(
  platform: Platform,
  workspace: Workspace,
  slug: string,
  reader: KnownReader | null,
  query: Record<string, string>,
): Promise<RenderedReader> {
  return inWorkspace(
    platform,
    { workspace, actor: readings.readerActor(reader?.leadId ?? null), readOnly: true },
    async (ctx) => {
      const published = await readings.getPublished(ctx, slug);
      const page = slotPageOf(ctx, published, reader, query);
      const { readingId } = await readings.ofDevice(ctx, reader, published.playbookId);
      // Later layers show what was done on this device in this playbook, not what its owner reads elsewhere.
      page.reader.readingId = readingId;
      const readable = await readablePositions(platform, page);
      const blocks = new Map<number, { name: string; node: ReactNode }[]>();
      for (const position of readable) blocks.set(position, await platform.slots.afterStep(page, position));
      const progress = readingId
        ? await readings.getProgress(ctx, readingId)
        : { answers: {}, stepsDone: [] };
      const visible = {
        ...published,
        content: {
          ...published.content,
          steps: published.content.steps.map((step) =>
            readable.has(step.position) ? step : onlyTitle(step),
          ),
        },
      };
      const document = createElement(ReaderPage, {
        published: visible,
        siteName: workspace.name,
        url: `${platform.settings.publicUrl}${page.path}`,
        readable,
        blocks,
        progress,
        isKnown: reader !== null,
      });
      return { document };
    },
  );
}

type StepContent = readings.Published['content']['steps'][number];

const onlyTitle = ({ id, position, title }: StepContent): StepContent => ({
  id,
  position,
  title,
  citations: [],
  inputs: [],
  instructions: [],
  blanks: [],
  commonMistakes: [],
  tools: [],
});
