import { useQuery } from '@tanstack/react-query';
import { read, readAt } from '../api/queries.ts';
import type { RunningWork, StandInRow } from '../api/shapes.ts';
import { useWorkspace } from './workspace.ts';

/** Outside services that a local stand-in serves right now. */
export function useStandIns(): StandInRow[] {
  const { can } = useWorkspace();
  const answer = useQuery({
    ...readAt<{ data: StandInRow[] }>('/api/v1/stand-ins'),
    enabled: can('standins.read'),
  });
  return answer.data?.data.filter((row) => row.state === 'stand-in') ?? [];
}

/** Conversations that wait for an answer; up to a hundred are counted. */
export function useInboxCount(): number {
  const { can } = useWorkspace();
  const answer = useQuery({
    ...read('/api/v1/threads', { params: { query: { state: 'open', limit: 100 } } }),
    enabled: can('inbox.read'),
  });
  return answer.data?.data.length ?? 0;
}

/** How many actions of the CEO wait for a decision; looked at again when an event says so. */
export function useApprovalCount(): number {
  const { can } = useWorkspace();
  const answer = useQuery({
    ...read('/api/v1/actions', { params: { query: { state: 'proposed,waiting', limit: 200 } } }),
    enabled: can('actions.read'),
  });
  return answer.data?.data.length ?? 0;
}

/** Work that takes a while and is under way; looked at again every few seconds while there is any. */
export function useRunning(): RunningWork[] {
  const { can } = useWorkspace();
  const answer = useQuery({
    ...readAt<{ data: RunningWork[] }>('/api/v1/running'),
    enabled: can('running.read'),
    refetchInterval: (query) => (query.state.data?.data.length ? 2000 : 30_000),
  });
  return answer.data?.data ?? [];
}
