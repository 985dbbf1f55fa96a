import { z } from 'zod';
import { type App, frontDoor, NotFound, publicPage, route } from '#kernel/http';
import { Id, PageQuery, page } from '#kernel/shapes';
import { buildFollower } from './follow.ts';
import * as links from './service.ts';
import { Click, Link, LinkChange, NewLink } from './shapes.ts';

const tags = ['Links'];
const params = z.object({ id: Id });

/** A redirect has no body, so what guards a page (content security policy, no sniffing) has nothing to guard here. */
const REDIRECT = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'content-length': '0' };

export function linkRoutes(app: App): void {
  const follower = buildFollower(app.platform);
  publicPage(
    app,
    { url: '/l/:slug', params: z.object({ slug: z.string().min(1).max(120) }) },
    async ({ params, request, reply }) => {
      const target = await follower.follow({
        slug: params.slug,
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        referrer: request.headers.referer ?? null,
        method: request.method,
        headers: request.headers,
      });
      if (!target) throw new NotFound('This link leads nowhere, or not any more.');
      return reply.code(302).headers(REDIRECT).header('location', target).send();
    },
  );
  // Most of what this program is asked for is a known link; see frontDoor().
  frontDoor(app, '/l/', ({ rest: slug, ip, correlationId, request, response }) => {
    const { headers, method = 'GET' } = request;
    const hit = {
      slug,
      ip,
      userAgent: headers['user-agent'] ?? '',
      referrer: headers.referer ?? null,
      method,
      headers,
    };
    return follower.followNow(hit, (error, target, clickId) => {
      if (error) return app.doorway.handOver(request, response);
      response.writeHead(302, {
        location: target,
        // The click's id serves as the correlation id of the request that made it.
        'x-request-id': correlationId ?? clickId,
        ...REDIRECT,
      });
      response.end();
    });
  });

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/links',
      permission: 'links.read',
      summary: 'List links',
      tags,
      query: PageQuery.extend({ q: z.string().max(200).optional() }),
      answers: { 200: page(Link) },
    },
    (ctx, { query }) => links.list(ctx, query),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/links',
      permission: 'links.write',
      summary: 'Make a short address',
      tags,
      body: NewLink,
      answers: { 201: Link },
    },
    (ctx, { body }) => links.shorten(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/links/:id',
      permission: 'links.read',
      summary: 'Read one link',
      tags,
      params,
      answers: { 200: Link },
    },
    (ctx, { params }) => links.get(ctx, params.id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/links/:id',
      permission: 'links.write',
      summary: 'Change or rename a link',
      tags,
      params,
      body: LinkChange,
      answers: { 200: Link },
    },
    (ctx, { params, body }) => links.change(ctx, params.id, body),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/links/:id',
      permission: 'links.write',
      summary: 'Archive a link; can be undone',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params }) => links.archive(ctx, params.id),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/links/:id/restorations',
      permission: 'links.write',
      summary: 'Bring an archived link back',
      tags,
      params,
      answers: { 201: Link },
    },
    (ctx, { params }) => links.restore(ctx, params.id),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/links/:id/clicks',
      permission: 'links.read',
      summary: 'List the clicks on a link',
      tags,
      params,
      query: PageQuery,
      answers: { 200: page(Click) },
    },
    (ctx, { params, query }) => links.listClicks(ctx, params.id, query),
  );
}
