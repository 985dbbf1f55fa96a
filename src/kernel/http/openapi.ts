import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from './module.ts';

type Transform = typeof jsonSchemaTransform;

/** Publishes the contract that the shapes describe, and a page to read it. */
export async function registerOpenApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'PlaybookOS',
        version,
        description:
          'Sessions and access tokens name the workspace with X-Workspace; an API key is bound to one. Refusals are problem documents (RFC 9457). POST takes an Idempotency-Key.',
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key (pbk_…) or a short-lived access token.',
          },
          session: { type: 'apiKey', in: 'cookie', name: 'playbookos.session_token' },
        },
      },
    },
    transform: ((input) => {
      const { config } = input.route as { config?: { page?: boolean } };
      const transformed = jsonSchemaTransform({
        ...input,
        schema: config?.page ? { hide: true } : input.schema,
      });
      return { ...transformed, schema: withProblemMediaType(lean(transformed.schema)) };
    }) as Transform,
    transformObject: (document) =>
      lean(jsonSchemaTransformObject(document)) as ReturnType<typeof jsonSchemaTransformObject>,
  });
  app.get(
    '/api/v1/openapi.json',
    { config: { permission: 'public' }, schema: { hide: true } as object },
    async () => app.swagger(),
  );
  await app.register(async (docs) => {
    docs.addHook('onRoute', (options) => {
      options.config = { ...options.config, permission: 'public' } as typeof options.config;
    });
    docs.addHook('onRequest', async (_request, reply) => {
      // The reference page starts itself with an inline script; it holds nothing of ours.
      reply.header(
        'content-security-policy',
        "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'none'",
      );
    });
    await docs.register(scalar, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/v1/openapi.json', withDefaultFonts: false, telemetry: false } as object,
    });
  });
}

// The patterns that stand beside `format` are enormous and say nothing more.
function lean<T>(value: T): T {
  if (Array.isArray(value)) return value.map(lean) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([name]) => !(name === 'pattern' && 'format' in value));
  return Object.fromEntries(entries.map(([name, inner]) => [name, lean(inner)])) as T;
}

function withProblemMediaType<S>(schema: S): S {
  const { response } = (schema ?? {}) as { response?: Record<string, Record<string, unknown>> };
  if (!response) return schema;
  const titles: Record<string, string> = {
    2: 'Done.',
    4: 'Refused; the problem document says why.',
    5: 'Our fault or not available.',
  };
  const described = Object.entries(response).map(([status, shape]) => {
    const description = titles[status[0] ?? ''] ?? 'Answer.';
    if (Number(status) < 400) return [status, { description, ...shape }];
    return [status, { description, content: { 'application/problem+json': { schema: shape } } }];
  });
  return { ...schema, response: Object.fromEntries(described) };
}
