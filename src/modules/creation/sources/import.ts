import { createHash } from 'node:crypto';
import { type Context, type Platform, system } from '#context';
import { OutboundRefused } from '#kernel/connectors';
import { inWorkspace } from '#kernel/database';
import { publish } from '#kernel/events';
import { notify } from '#kernel/live';
import { readFile } from '#kernel/storage';
import { type ReadWork, readInWorkshop } from '../workshop.ts';
import * as queries from './queries.ts';
import type { Stage } from './shapes.ts';

interface Import {
  workspaceId: string;
  sourceId: string;
  correlationId: string;
  /** Nobody tries again after this one. */
  lastAttempt: boolean;
}

/** What could not be read, said to the person who brought it. */
interface Failure {
  code: string;
  sentence: string;
}

/** Longest page that is fetched, in bytes. */
const PAGE_LIMIT = 10_000_000;
const PAGE_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown', 'application/pdf'];

type Inside = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/**
 * Fetches, reads and cuts one source, each outside step between two transactions.
 * What cannot be read leaves the source in state `failed` with its reason; only unexpected errors are thrown and
 * retried, and after the last attempt the source says that it was given up.
 */
export async function importSource(
  platform: Platform,
  { workspaceId, sourceId, correlationId, lastAttempt }: Import,
): Promise<void> {
  const inside: Inside = (work) =>
    inWorkspace(platform, { workspaceId, actor: system('source import'), correlationId }, work);
  const stages: Stage[] = [];
  try {
    await readSource(platform, inside, { workspaceId, sourceId }, stages);
  } catch (error) {
    if (lastAttempt) {
      const sentence = 'Reading it broke off, several times. It is kept. Read it again, or paste the words.';
      await inside((ctx) => fail(ctx, sourceId, stages, { code: 'unexpected', sentence }));
    }
    throw error;
  }
}

async function readSource(
  platform: Platform,
  inside: Inside,
  { workspaceId, sourceId }: Pick<Import, 'workspaceId' | 'sourceId'>,
  stages: Stage[],
): Promise<void> {
  const source = await inside((ctx) => queries.findSource(ctx.db, workspaceId, sourceId));
  if (source?.status !== 'importing' || source.deletedAt) return;

  const enter = async (name: string) => {
    for (const stage of stages) stage.state = 'done';
    stages.push({ name, state: 'running', count: null });
    await inside(async (ctx) => {
      await queries.updateSource(ctx.db, workspaceId, sourceId, { stages });
      await notify(ctx, 'source.progressed', { sourceId });
    });
  };

  if (source.kind === 'url') await enter('Open the page');
  const material = await gather(platform, source, inside);
  if ('sentence' in material) return inside((ctx) => fail(ctx, sourceId, stages, material));

  await enter('Read the text');
  const { reading, passages, format } = await readInWorkshop(material);
  if (reading.text.trim() === '') {
    const { code, message } = reading.problem ?? {
      code: 'empty',
      message: 'There is no text in here. It is kept. Paste the words.',
    };
    return inside((ctx) => fail(ctx, sourceId, stages, { code, sentence: message }));
  }

  await inside(async (ctx) => {
    const now = ctx.clock.now();
    const textHash = createHash('sha256').update(reading.text).digest('hex');
    await queries.replacePassages(ctx.db, workspaceId, sourceId, passages.map(passageRow));
    await queries.updateSource(ctx.db, workspaceId, sourceId, {
      text: reading.text,
      textHash,
      duplicateOfId: await queries.findTwin(ctx.db, workspaceId, sourceId, textHash),
      format,
      title: source.title || reading.title,
      author: reading.author ?? source.author,
      language: reading.language ?? null,
      direction: RIGHT_TO_LEFT.has(reading.language ?? '') ? 'rtl' : 'ltr',
      wordCount: countWords(reading.text),
      metadata: { marks: reading.marks },
      status: 'ready',
      problem: reading.problem?.message ?? null,
      problemCode: reading.problem?.code ?? null,
      stages: [
        ...stages.map((stage): Stage => ({ ...stage, state: 'done' })),
        { name: 'Cut into passages', state: 'done', count: passages.length },
      ],
      ...('url' in material && material.url ? { canonicalUrl: material.url, fetchedAt: now } : {}),
      importedAt: now,
      updatedAt: now,
    });
    await publish(ctx, 'source.imported', { sourceId, expertId: source.expertId });
  });
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'sd']);

type Material = ReadWork & { url?: string };

async function gather(
  platform: Platform,
  source: queries.SourceRow,
  inside: Inside,
): Promise<Material | Failure> {
  if (source.kind === 'url') return fetchPage(platform, source.url ?? '');
  if (source.fileId) {
    const { fileId } = source;
    const bytes = await readFile(
      platform,
      await inside(async (ctx) => ({ workspaceId: ctx.workspace.id, fileId })),
    );
    return {
      bytes,
      given: {
        ...(source.fileName && { fileName: source.fileName }),
        ...(source.mediaType && { contentType: source.mediaType }),
      },
    };
  }
  return { text: source.text, title: source.title || firstWords(source.text) };
}

async function fetchPage(platform: Platform, url: string): Promise<Material | Failure> {
  try {
    const answer = await platform.outbound.request(url, {
      maxBytes: PAGE_LIMIT,
      accept: PAGE_TYPES,
      acceptName: 'a web page',
      headers: {
        accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1',
        'user-agent': 'PlaybookOS source import',
      },
    });
    if (!answer.ok) {
      return {
        code: 'status',
        sentence: `${new URL(url).host} answered ${answer.status} instead of the page. Check the address, or paste the text.`,
      };
    }
    const contentType = answer.headers['content-type'];
    return { bytes: answer.body, given: { ...(contentType && { contentType }) }, url: answer.url };
  } catch (error) {
    if (error instanceof OutboundRefused) return { code: error.code, sentence: error.message };
    throw error;
  }
}

async function fail(
  ctx: Context,
  sourceId: string,
  stages: Stage[],
  { code, sentence }: Failure,
): Promise<void> {
  await queries.updateSource(ctx.db, ctx.workspace.id, sourceId, {
    status: 'failed',
    problemCode: code,
    problem: sentence,
    stages: stages.map((stage): Stage => (stage.state === 'running' ? { ...stage, state: 'failed' } : stage)),
    updatedAt: ctx.clock.now(),
  });
  await publish(ctx, 'source.failed', { sourceId, reason: code });
}

type Cut = Awaited<ReturnType<typeof readInWorkshop>>['passages'][number];

const KINDS: Record<Cut['kind'], queries.PassageRow['kind']> = {
  sentence: 'sentence',
  heading: 'heading',
  item: 'list_item',
  quote: 'paragraph',
  row: 'table_row',
};

const passageRow = (passage: Cut) => ({
  position: passage.position,
  kind: KINDS[passage.kind],
  startOffset: passage.start,
  endOffset: passage.end,
  quote: passage.quote,
  heading: passage.headings.at(-1) ?? null,
  speaker: passage.speaker ?? null,
  timeMs: passage.timeMs ?? null,
  page: passage.page ?? null,
});

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;

const firstWords = (text: string): string => text.trim().split(/\s+/).slice(0, 8).join(' ').slice(0, 80);
