import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Platform, Workspace } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { type App, NotFound, publicPage } from '#kernel/http';
import {
  encodingFor,
  type KnownReader,
  type Packed,
  PUBLIC_CONTENT_SECURITY_POLICY,
  pack,
  readReader,
  renderPage,
} from '#kernel/pages';
import { Id } from '#kernel/shapes';
import { type RenderedReader, renderReader } from './render.ts';
import * as readings from './service.ts';

const params = z.object({ workspace: z.string().max(63), playbook: z.string().max(80) });
/** Longest that another process may show a page after it was replaced. */
const FRESH_MS = 1_000;

interface Cached extends RenderedReader {
  body: Buffer;
  etag: string;
  /** Packed when first asked for, once per encoding. */
  packed: Map<string, Packed>;
}

/** The public page of a playbook and what it sends back. */
export function readingRoutes(app: App): void {
  const { platform } = app;
  const pages = new LRUCache<string, Cached>({ max: 500, ttl: FRESH_MS });
  const watched = new Map<string, () => void>();
  app.addHook('onClose', async () => {
    for (const stop of watched.values()) stop();
  });

  /** Forgets a workspace's pages as soon as anything in it is published or a gate moves. */
  const watch = (workspace: Workspace) => {
    if (watched.has(workspace.id)) return;
    const stop = platform.live.subscribe(workspace.id, ({ topic }) => {
      if (/^(playbook|gate|reconnected)/.test(topic))
        for (const key of pages.keys()) if (key.startsWith(`${workspace.slug}/`)) pages.delete(key);
    });
    watched.set(workspace.id, stop);
  };

  publicPage(app, { url: '/p/:workspace/:playbook', params }, async ({ params, request, reply }) => {
    const key = `${params.workspace}/${params.playbook}`;
    const known = hasReaderCookie(request, params.workspace);
    let page = known ? undefined : pages.get(key);
    if (!page) {
      const workspace = await readings.workspaceAt(platform, params.workspace);
      const reader = readReader(request, workspace.slug, platform.settings);
      const rendered = await renderReader(
        platform,
        workspace,
        params.playbook,
        reader,
        request.query as Record<string, string>,
      );
      const body = Buffer.from(renderPage(rendered.document));
      page = { ...rendered, body, etag: newId(), packed: new Map() };
      if (reader)
        return send(reply, pack(body, encodingFor(request.headers['accept-encoding'])), 'private, no-store');
      watch(workspace);
      if (!Object.keys(request.query as object).some((name) => name === 'gate')) pages.set(key, page);
    }
    const encoding = encodingFor(request.headers['accept-encoding']);
    const etag = `"${page.etag}${encoding ?? ''}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag)
      return reply.header('vary', VARY).header('cache-control', 'public, no-cache').code(304).send();
    const packed = page.packed.get(encoding ?? '') ?? pack(page.body, encoding);
    page.packed.set(encoding ?? '', packed);
    return send(reply, packed, 'public, no-cache');
  });

  publicPage(app, { url: '/p/:workspace/:playbook/view.gif', params }, async ({ params, request, reply }) => {
    const clickId = clickIdIn(request.headers.referer);
    await record(platform, params, request, {
      kind: 'view',
      versionId: null,
      clickId,
      referrer: null,
      utm: {},
    }).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
    return reply.type('image/gif').header('cache-control', 'no-store').send(PIXEL);
  });

  publicPage(
    app,
    { method: 'POST', url: '/p/:workspace/:playbook/facts', params, body: ReaderFact, bodyLimit: 8 * 1024 },
    async ({ params, body, request, reply }) => {
      await record(platform, params, request, body);
      return reply.code(204).send();
    },
  );

  publicPage(
    app,
    {
      method: 'POST',
      url: '/p/:workspace/:playbook/progress',
      params,
      body: Progress,
      bodyLimit: 512 * 1024,
    },
    async ({ params, body, request, reply }) => {
      const workspace = await readings.workspaceAt(platform, params.workspace);
      const reader = readReader(request, workspace.slug, platform.settings);
      await inWorkspace(
        platform,
        { workspace, actor: readings.readerActor(reader?.leadId ?? null), correlationId: request.id },
        async (ctx) => {
          const { playbookId } = await readings.getPublished(ctx, params.playbook);
          const { readingId } = await readings.ofDevice(ctx, reader, playbookId);
          if (!readingId)
            throw new NotFound('Pass the gate first; until then your answers stay on your device.');
          await readings.keepProgress(ctx, readingId, body);
        },
      );
      return reply.code(204).send();
    },
  );
}

const Progress = z.object({
  answers: z.record(z.string().max(64), z.json()),
  stepsDone: z.array(z.string().max(64)).max(300),
  position: z.number().int().min(1).max(1000),
});

const ReaderFact = z.object({
  kind: z.enum(['view', 'opened', 'done', 'undone', 'gate_seen']),
  versionId: Id.nullable(),
  clickId: Id.nullable().catch(null),
  referrer: z.string().max(2000).nullable().catch(null),
  utm: z.record(z.string().max(20), z.string().max(300)).catch({}),
  stepId: z.string().max(64).optional(),
  position: z.number().int().min(1).max(1000).optional(),
});
type ReaderFact = z.output<typeof ReaderFact>;

async function record(
  platform: Platform,
  at: { workspace: string; playbook: string },
  request: FastifyRequest,
  fact: ReaderFact,
): Promise<void> {
  const workspace = await readings.workspaceAt(platform, at.workspace);
  const reader: KnownReader | null = readReader(request, workspace.slug, platform.settings);
  const { published, device } = await inWorkspace(
    platform,
    { workspace, actor: readings.readerActor(null), correlationId: request.id, readOnly: true },
    async (ctx) => {
      const published = await readings.getPublished(ctx, at.playbook);
      return { published, device: await readings.ofDevice(ctx, reader, published.playbookId) };
    },
  );
  const observation = await platform.facts.observe(workspace.id, {
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    method: request.method,
    headers: request.headers,
  });
  const row = {
    id: newId(),
    workspaceId: workspace.id,
    playbookId: published.playbookId,
    versionId: published.versionId,
    occurredAt: platform.clock.now(),
    clickId: fact.clickId,
    ...device,
    ...observation,
  };
  if (fact.kind === 'view') {
    await platform.facts.record('page_views', {
      ...row,
      path: `/p/${at.workspace}/${at.playbook}`,
      referrer: fact.referrer,
      userAgent: request.headers['user-agent']?.slice(0, 500) ?? null,
      utmSource: fact.utm.utm_source ?? null,
      utmMedium: fact.utm.utm_medium ?? null,
      utmCampaign: fact.utm.utm_campaign ?? null,
      utmTerm: fact.utm.utm_term ?? null,
      utmContent: fact.utm.utm_content ?? null,
    });
    return;
  }
  await platform.facts.record('step_events', {
    ...row,
    kind: fact.kind,
    stepId: fact.stepId ?? null,
    stepPosition: fact.position ?? null,
  });
}

function clickIdIn(referer: string | undefined): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const checked = Id.safeParse(new URL(referer).searchParams.get('c'));
  return checked.success ? checked.data : null;
}

const hasReaderCookie = (request: FastifyRequest, workspace: string): boolean =>
  request.cookies[`pb_reader_${workspace}`] !== undefined;

const VARY = 'cookie, accept-encoding';

const send = (reply: FastifyReply, { body, encoding }: Packed, cache: string): FastifyReply =>
  (encoding ? reply.header('content-encoding', encoding) : reply)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', PUBLIC_CONTENT_SECURITY_POLICY)
    .header('cache-control', cache)
    .header('vary', VARY)
    .send(body);

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
