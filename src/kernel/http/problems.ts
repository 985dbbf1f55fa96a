import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { BadCursor, type ProblemDocument } from '#kernel/shapes';
import { databaseFact, slippedPast } from './database-facts.ts';
import { BadRequest, Fact, type FieldError, Invalid, TooMany } from './facts.ts';

/** Turns whatever was thrown into a fact; null for what nobody expected. */
export function factOf(error: unknown): Fact | null {
  if (error instanceof Fact) return error;
  if (isCarried(error))
    return new Refused(error.status, error.title, error.message, error.name, error.headers);
  if (error instanceof BadCursor) return new Invalid([{ pointer: '/query/cursor', detail: error.message }]);
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Invalid(
      error.validation.map(({ instancePath, message }) =>
        fieldError(error.validationContext, instancePath, message),
      ),
    );
  }
  if (isResponseSerializationError(error)) return null;
  return databaseFact(error) ?? frameworkFact(error);
}

class Refused extends Fact {
  override readonly title: string;
  override readonly status: number;
  override readonly headers: Record<string, string>;
  constructor(
    status: number,
    title: string,
    detail: string,
    name = 'Refused',
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.status = status;
    this.title = title;
    this.name = name;
    this.headers = headers;
  }
}

interface Carried extends Error {
  status: number;
  title: string;
  headers?: Record<string, string>;
}

// Rooms that this one stands on (storage, connectors, tracking) cannot import Fact; their refusals carry the same fields.
function isCarried(error: unknown): error is Carried {
  const { status, title } = error as Partial<Carried>;
  return error instanceof Error && typeof status === 'number' && typeof title === 'string';
}

const FRAMEWORK: Record<string, [status: number, title: string, detail: string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'Unsupported media type',
    'Send JSON with the content type application/json.',
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'Too large', 'The body is larger than this address accepts.'],
  FST_REQ_FILE_TOO_LARGE: [413, 'Too large', 'The file is larger than this installation accepts.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [
    415,
    'Unsupported media type',
    'Send the file as multipart/form-data.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    400,
    'The request could not be read',
    'The content type says JSON and the body is empty.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'The request could not be read', 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    400,
    'The request could not be read',
    'The content length does not match the body.',
  ],
  FST_ERR_BAD_URL: [400, 'The request could not be read', 'The address holds a malformed escape.'],
  FST_ERR_ASYNC_CONSTRAINT: [400, 'The request could not be read', 'The address could not be read.'],
  FST_ERR_MAX_PARAM_LENGTH: [414, 'The address is too long', 'A part of the address is too long.'],
};

function frameworkFact(error: unknown): Fact | null {
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = code ? FRAMEWORK[code] : undefined;
  if (known) return new Refused(...known);
  if (error instanceof SyntaxError && statusCode === 400)
    return new BadRequest('The body is not valid JSON.');
  if (statusCode === 429) return new TooMany('You are calling faster than allowed. Wait a little.', 30);
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return new Refused(
      statusCode,
      'The request was refused',
      error instanceof Error ? error.message : 'The request was refused.',
    );
  }
  return null;
}

function fieldError(context: string | undefined, path: string, message = 'is not right'): FieldError {
  const prefix = context === 'querystring' ? '/query' : context === 'params' ? '/params' : '';
  return { pointer: `${prefix}${path}` || '/', detail: message };
}

/** Writes the problem document of an error. Unexpected ones are logged with the correlation id and say nothing of the inside. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fact = factOf(error);
  if (!fact) request.log.error({ err: error }, 'unexpected error');
  else if (fact.status >= 500 || slippedPast(error)) request.log.warn({ err: error }, fact.message);
  const document: ProblemDocument = fact
    ? {
        type: `urn:playbookos:problem:${fact.kind}`,
        title: fact.title,
        status: fact.status,
        detail: fact.message,
        instance: String(request.id),
        ...(fact.errors && { errors: fact.errors }),
      }
    : {
        type: 'urn:playbookos:problem:unexpected',
        title: 'Something broke on our side',
        status: 500,
        detail: 'Nothing was half saved. Try again; if it stays, quote the instance when you ask for help.',
        instance: String(request.id),
      };
  for (const [name, value] of Object.entries(fact?.headers ?? {})) reply.header(name, value);
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(document);
}
