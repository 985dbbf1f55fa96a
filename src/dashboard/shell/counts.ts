import { useQuery } from '@tanstack/react-query';
import { readAt } from '../api/queries.ts';
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
