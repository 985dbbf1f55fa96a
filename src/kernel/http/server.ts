import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Platform } from '#context';
import { newId } from '#kernel/database';
import { speakPlainly } from '#kernel/shapes';
import { correlationIdGiven } from './correlation.ts';
import { assertShallow } from './depth.ts';
import { NotFound } from './facts.ts';
import { buildDoorway } from './front-door.ts';
import { setSecurityHeaders } from './headers.ts';
import type { App } from './module.ts';
import { registerOpenApi } from './openapi.ts';
import { factOf, sendProblem } from './problems.ts';

export interface ServerOptions {
  trustProxy: string;
  allowedOrigins: string[];
  version: string;
  /** Calls one caller may make in a minute on the API. */
  callsPerMinute: number;
  /** HTML for a refusal met by a person in a browser. */
  renderRefusal: (status: number, title: string, detail: string) => string;
}

/** Builds the HTTP server: one shape of error, one correlation id per request, limits, contract. Routes are added by modules. */
export async function buildServer(platform: Platform, options: ServerOptions): Promise<App> {
  const doorway = buildDoorway(options.trustProxy, platform.settings.publicUrl.startsWith('https:'));
  const fastify = Fastify({
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: doorway.serverFactory,
    trustProxy: doorway.trust,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: ({ headers }) => correlationIdGiven(headers) ?? newId(),
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(request, reply, platform.settings);
      sendProblem(error, request, reply as FastifyReply);
    },
  });
  const app = Object.assign(fastify, { platform, doorway }) as unknown as App;

  speakPlainly();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  demandPermissions(app);
  app.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply, platform.settings);
    if (!reply.sent) done();
  });
  app.addHook('preValidation', assertShallow);
  app.addHook('preClose', (done) => {
    doorway.shut();
    done();
  });
  if (platform.log.isLevelEnabled('debug')) {
    // Every answer is to be seen in the log, so every one takes the same way.
    doorway.shut();
    logAnswers(app);
  }

  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (!wantsPage(request)) return sendProblem(error, request, reply);
    const fact = factOf(error);
    if (!fact) request.log.error({ err: error }, 'unexpected error');
    const status = fact?.status ?? 500;
    const html = options.renderRefusal(
      status,
      fact?.title ?? 'Something broke on our side',
      fact?.message ?? `Nothing was half saved. Try again; if it stays, quote ${request.id}.`,
    );
    for (const [name, value] of Object.entries(fact?.headers ?? {})) reply.header(name, value);
    return reply.code(status).type('text/html; charset=utf-8').serializer(String).send(html);
  };
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply));
  app.setNotFoundHandler((request, reply) => refuse(new NotFound(), request, reply));

  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, {
    limits: {
      fileSize: platform.settings.uploadLimitBytes,
      files: 20,
      fields: 50,
      fieldSize: 2 * 1024 * 1024,
    },
  });
  await app.register(cors, {
    origin: options.allowedOrigins,
    credentials: true,
    exposedHeaders: ['x-request-id', 'retry-after', 'idempotent-replayed'],
  });
  await app.register(rateLimit, {
    global: false,
    max: options.callsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: callerOf,
  });
  limitApi(app);
  await registerOpenApi(app, options.version);
  return app;
}

// Where nobody looks at credentials, made-up ones must not make a new caller of everybody who sends them.
function callerOf({ headers, ip, routeOptions }: FastifyRequest): string {
  const { permission } = routeOptions.config as { permission?: string };
  return permission === undefined || permission === 'public' ? ip : (headers.authorization ?? ip);
}

// Public pages, redirects and what they load are never slowed, not even by being asked whether they are.
function limitApi(app: App): void {
  const limit = app.rateLimit();
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/') || request.url === '/api/health') {
      done();
      return;
    }
    limit.call(app, request, reply).then(
      () => done(),
      (error: Error) => done(error),
    );
  });
}

function logAnswers(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request;
    request.log.debug(
      { method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
    done();
  });
}

// A route without a permission must not exist, not even by mistake. Looked at when all are declared: a plugin sets the
// permission of its routes in a hook that runs after this one.
function demandPermissions(app: App): void {
  const declared: { method: unknown; url: string; config?: unknown }[] = [];
  app.addHook('onRoute', (options) => {
    declared.push(options);
  });
  app.addHook('onReady', async () => {
    for (const { method, url, config } of declared) {
      const { permission } = (config ?? {}) as { permission?: string };
      if (!permission && method !== 'OPTIONS' && method !== 'HEAD') {
        throw new Error(
          `${String(method)} ${url} names no permission. Declare it with route() or publicPage().`,
        );
      }
    }
  });
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}
