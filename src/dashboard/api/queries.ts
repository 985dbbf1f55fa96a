import {
  infiniteQueryOptions,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import { client, send, workspaceInAddress } from './client.ts';
import { hasStatus, ProblemError } from './problems.ts';
import type { paths } from './shapes.ts';

type GetPath = PathsWithMethod<paths, 'get'>;
type Init<P extends GetPath> = MaybeOptionalInit<paths[P], 'get'>;
/** What GET on this path answers. */
export type Answered<P extends GetPath> = NonNullable<
  FetchResponse<paths[P]['get'], Init<P>, 'application/json'>['data']
>;

/**
 * The server's memory in the browser. Reads are kept until an event says they changed.
 * @param onSignedOut called when the session has ended while somebody works in a workspace
 */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (hasStatus(error, 401) && workspaceInAddress()) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (tries, error) =>
          tries < 2 &&
          (!(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500),
      },
      mutations: { retry: false },
    },
  });
}

/** "/api/v1/leads/{id}/timeline" → "leads": what an event about leads makes stale. */
export function resourceOf(path: string): string {
  return path.split('?')[0]?.split('/')[3] ?? path;
}

/** The key of a read: workspace, resource, path, parameters. */
export function keyOf(path: string, params?: unknown): readonly unknown[] {
  return ['api', workspaceInAddress() ?? null, resourceOf(path), path, params ?? null];
}

/** The beginning of every key of a resource, for invalidation. */
export function keysOf(resource: string): readonly unknown[] {
  return ['api', workspaceInAddress() ?? null, resource];
}

/** A typed read: `useQuery(read('/api/v1/leads/{id}', { params: { path: { id } } }))`. */
export function read<P extends GetPath>(path: P, init?: Init<P>) {
  return queryOptions({
    queryKey: keyOf(path, init),
    queryFn: async ({ signal }): Promise<Answered<P>> => {
      const get = client.GET as unknown as (path: P, init: unknown) => Promise<{ data: Answered<P> }>;
      return (await get(path, { ...(init as object | undefined), signal })).data;
    },
  });
}

type Query = Record<string, string | number | boolean | undefined>;

/** A read by plain address, for what the generated types do not hold. Old data stays in sight while new comes. */
export function readAt<T>(path: string, query?: Query) {
  return queryOptions({
    queryKey: keyOf(path, query),
    queryFn: ({ signal }) => send<T>('GET', path, { ...(query ? { query } : {}), signal }),
    placeholderData: keepPreviousData,
  });
}

/** A list that pages: `useInfiniteQuery(readPages<Lead>('/api/v1/leads', { stage }))`, then `rowsOf(query.data)`. */
export function readPages<T>(path: string, query: Query = {}) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(path, query), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      send<{ data: T[]; nextCursor: string | null; total?: number }>('GET', path, {
        query: { ...query, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** All rows loaded so far. */
export function rowsOf<T>(pages: { pages: { data: T[] }[] } | undefined): T[] {
  return pages?.pages.flatMap((page) => page.data) ?? [];
}
