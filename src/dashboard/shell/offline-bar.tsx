import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { reachability } from '../api/client.ts';
import { clockTime } from '../ui/words.ts';

/** "Not connected since 08:12. Your typing is kept here." Asks again every five seconds. */
export function OfflineBar() {
  const queries = useQueryClient();
  const since = useSyncExternalStore(reachability.subscribe, reachability.get);
  useEffect(() => {
    if (since === undefined) return;
    const timer = setInterval(() => void queries.refetchQueries({ queryKey: ['me'] }), 5000);
    return () => {
      clearInterval(timer);
      void queries.invalidateQueries();
    };
  }, [since, queries]);
  if (since === undefined) return null;
  return (
    <div role="status" className="bg-wait-soft px-5 py-1 text-center text-wait-ink text-xs">
      Not connected since {clockTime(since)}. Your typing is kept here. Reading goes on; sending, launching
      and charging wait.
    </div>
  );
}
