import type { FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import type { Platform } from '#context';
import { type App, assertOwnForm, NotFound, publicPage } from '#kernel/http';
import { sendPage } from '#kernel/pages';
import { mediaTypeOf, readFile } from '#kernel/storage';
import { buy } from './buy.ts';
import { EndedPage, VideoPage } from './pages.tsx';
import * as videos from './service.ts';
import { SaidSo, WatchReport } from './shapes.ts';
import { record, type Watcher } from './watch.ts';

const params = z.object({ token: z.string().max(100) });

/** The private page of a video, and what it sends back. */
export function videoPages(app: App): void {
  publicPage(
    app,
    {
      url: '/v/:token',
      params,
      query: z.object({ preview: z.string().max(10).optional(), read: z.string().max(10).optional() }),
    },
    async ({ platform, params, query, reply }) => {
      reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
      const page = await videos.open(platform, params.token);
      const { publicUrl } = platform.settings;
      if (page.state !== 'open')
        return sendPage(reply, createElement(EndedPage, { page, publicUrl }), {
          status: page.state === 'unknown' ? 404 : 410,
          cache: 'no-store',
        });
      const shown = createElement(VideoPage, {
        page,
        path: `/v/${params.token}`,
        publicUrl,
        isPreview: query.preview !== undefined,
        hasSaidSo: query.read !== undefined,
      });
      return sendPage(reply, shown, { cache: 'no-store' });
    },
  );

  publicPage(
    app,
    {
      method: 'POST',
      url: '/v/:token/facts',
      params,
      body: z.union([WatchReport, SaidSo]),
      bodyLimit: 32 * 1024,
    },
    async ({ platform, params, body, request, reply }) => {
      if ('facts' in body) {
        await record(platform, params.token, body, watcherOf(request));
        return reply.code(204).send();
      }
      assertOwnForm(request);
      const said = { session: '', facts: [{ kind: 'read' }] };
      await record(platform, params.token, said, watcherOf(request));
      return reply.redirect(`/v/${params.token}?read=yes#read`, 303);
    },
  );

  publicPage(
    app,
    { method: 'POST', url: '/v/:token/checkout', params },
    async ({ platform, params, request, reply }) => {
      assertOwnForm(request);
      const url = await buy(platform, params.token, watcherOf(request));
      return reply.redirect(url ?? `/v/${params.token}`, 303);
    },
  );

  publicPage(
    app,
    { method: 'POST', url: '/v/:token/deletion', params },
    async ({ platform, params, request, reply }) => {
      assertOwnForm(request);
      await videos.deleteByToken(platform, params.token);
      return reply.redirect(`/v/${params.token}`, 303);
    },
  );

  publicPage(
    app,
    {
      url: '/v/:token/narration/:position',
      params: params.extend({ position: z.coerce.number().int().min(1).max(100) }),
    },
    async ({ platform, params, request, reply }) => {
      const { bytes, mediaType } = await narrationOf(platform, params.token, params.position);
      reply
        .type(mediaType)
        .header('cache-control', 'private, max-age=86400')
        .header('accept-ranges', 'bytes');
      const part = partOf(request.headers.range, bytes.length);
      if (!part) return reply.send(bytes);
      return reply
        .code(206)
        .header('content-range', `bytes ${part.from}-${part.to}/${bytes.length}`)
        .send(bytes.subarray(part.from, part.to + 1));
    },
  );
}

const watcherOf = (request: FastifyRequest): Watcher => ({
  ip: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
  method: request.method,
  headers: request.headers,
});

/** One range of bytes as players ask for it; without it some of them play nothing. Anything else gets the whole. */
function partOf(header: string | undefined, length: number): { from: number; to: number } | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return undefined;
  const [first, last] = [found[1], found[2]].map((digits) => (digits === '' ? undefined : Number(digits)));
  const from = first ?? Math.max(0, length - (last ?? 0));
  const to = first === undefined ? length - 1 : Math.min(last ?? length - 1, length - 1);
  return from <= to ? { from, to } : undefined;
}

async function narrationOf(
  platform: Platform,
  token: string,
  position: number,
): Promise<{ bytes: Buffer; mediaType: string }> {
  const page = await videos.open(platform, token);
  const scene =
    page.state === 'open' ? page.video.scenes.find((one) => one.position === position) : undefined;
  if (page.state !== 'open' || !scene?.audioFileId) throw new NotFound('This scene has no recording.');
  const { workspaceId } = page.video;
  const bytes = await readFile(platform, { workspaceId, fileId: scene.audioFileId });
  return { bytes, mediaType: await mediaTypeOf(bytes) };
}
