import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import type { Platform } from '#context';
import type { App } from './module.ts';

interface PageDefinition<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> {
  method?: HTTPMethods;
  url: string;
  params?: P;
  query?: Q;
  body?: B;
  bodyLimit?: number;
}
type Parsed<S> = S extends z.ZodType ? z.output<S> : unknown;

interface PageInput<P, Q, B> {
  platform: Platform;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Declares an address that answers people and their browsers: HTML, redirects, files. Not part of the JSON contract. */
export function publicPage<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  app: App,
  definition: PageDefinition<P, Q, B>,
  handle: (input: PageInput<P, Q, B>) => Promise<unknown> | unknown,
): void {
  const { method = 'GET', url, params, query, body, bodyLimit } = definition;
  app.route({
    method,
    url,
    config: { permission: 'public', page: true },
    ...(bodyLimit && { bodyLimit }),
    schema: { ...(params && { params }), ...(query && { querystring: query }), ...(body && { body }) },
    handler: (request, reply) =>
      handle({
        platform: app.platform,
        params: request.params as Parsed<P>,
        query: request.query as Parsed<Q>,
        body: request.body as Parsed<B>,
        request,
        reply,
      }),
  });
}
