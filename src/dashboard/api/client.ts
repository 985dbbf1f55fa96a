import createClient from 'openapi-fetch';
import { type Problem, ProblemError } from './problems.ts';
import type { paths } from './shapes.ts';

/** The workspace that the address names; every request carries it. */
export function workspaceInAddress(): string | undefined {
  const found = /^\/w\/([^/]+)/.exec(window.location.pathname)?.[1];
  return found ? decodeURIComponent(found) : undefined;
}

/** Turns every failure into a `ProblemError`: no answer at all is status 0. */
async function fetchOrProblem(request: Request): Promise<Response> {
  const workspace = workspaceInAddress();
  if (workspace && !request.headers.has('X-Workspace')) request.headers.set('X-Workspace', workspace);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reachable(false);
    throw new ProblemError({ status: 0 });
  }
  reachable(response.status !== 503 && response.status !== 502 && response.status !== 504);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  const document: unknown = await response.json().catch(() => undefined);
  // Better Auth answers `{ code, message }`; everything else answers a problem document.
  const said = (typeof document === 'object' && document !== null ? document : {}) as Partial<Problem> & {
    message?: string;
    code?: string;
  };
  const retry = Number(response.headers.get('retry-after') ?? response.headers.get('x-retry-after'));
  const problem: Problem = { status: response.status };
  const title = said.title ?? said.message;
  const type = said.code ?? said.type;
  const instance = said.instance ?? response.headers.get('x-request-id');
  if (title) problem.title = title;
  if (type) problem.type = type;
  if (said.detail) problem.detail = said.detail;
  if (instance) problem.instance = instance;
  if (said.errors) problem.errors = said.errors;
  if (retry > 0) problem.retryAfterSeconds = retry;
  return problem;
}

/** The API, typed from its OpenAPI document. It throws `ProblemError`; `data` is there when it returns. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: fetchOrProblem,
  credentials: 'same-origin',
});

interface SendOptions {
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** For what stands outside the OpenAPI document (sign-in, files): one request, JSON in and out. */
export async function send<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options: SendOptions = {},
): Promise<T> {
  const address = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(options.query ?? {}))
    if (value !== undefined) address.searchParams.set(name, String(value));
  const isForm = options.body instanceof FormData;
  const response = await fetchOrProblem(
    new Request(address, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(options.body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
        ...options.headers,
      },
      ...(options.body === undefined
        ? {}
        : { body: isForm ? (options.body as FormData) : JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    }),
  );
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A key that makes a POST safe to repeat. */
export function repeatable(): Record<string, string> {
  return { 'Idempotency-Key': crypto.randomUUID() };
}

const watchers = new Set<(since: number | undefined) => void>();
let awaySince: number | undefined;

function reachable(yes: boolean): void {
  if (yes === (awaySince === undefined)) return;
  awaySince = yes ? undefined : Date.now();
  for (const watch of watchers) watch(awaySince);
}

/** Since when the server does not answer, for the bar on top. */
export const reachability = {
  get: () => awaySince,
  subscribe(watch: () => void): () => void {
    watchers.add(watch);
    return () => watchers.delete(watch);
  },
};

// Without a network nothing is asked, so nothing would fail: the browser's own word counts at once.
window.addEventListener('offline', () => reachable(false));
window.addEventListener('online', () => reachable(true));
