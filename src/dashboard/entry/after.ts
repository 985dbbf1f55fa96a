import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery } from '../api/session.ts';
import type { Me } from '../api/shapes.ts';
import { paths, pathsOf } from '../paths.ts';
import { useUrlState } from '../shell/url-state.ts';

/** Where `?next=` may lead: an address of our own, never another site's. */
export function ownAddress(next: string | undefined): string | undefined {
  if (!next?.startsWith('/') || next.startsWith('//') || next.startsWith('/\\')) return undefined;
  return next;
}

/** Where a signed-in person goes: where they were headed, else their first workspace, else to make one. */
export function destination(me: Me, next?: string): string {
  const first = me.workspaces[0];
  return ownAddress(next) ?? (first ? pathsOf(first.slug).home : paths.newWorkspace);
}

/** Goes on after signing in. */
export function useGoOn(): (workspace?: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [next] = useUrlState('next');
  return async (workspace) => {
    const me = await freshMe(queries);
    await navigate({ href: workspace ? pathsOf(workspace).home : destination(me, next) });
  };
}

async function freshMe(queries: QueryClient): Promise<Me> {
  await queries.cancelQueries({ queryKey: meQuery.queryKey });
  return queries.fetchQuery({ ...meQuery, staleTime: 0 });
}
