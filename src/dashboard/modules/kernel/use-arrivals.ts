import { useEffect, useRef, useState } from 'react';

interface Arriving {
  id: string;
}

/**
 * Keeps rows from moving under a pointer: what arrives later is counted and shown when asked for. With nothing shown
 * yet, or while the page is at rest on top, it would surprise nobody, so the first rows and searches show at once.
 * @param view changes when another list is meant, such as another search
 */
export function useArrivals<Row extends Arriving>(loaded: Row[], view: string) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const shownView = useRef<string>(undefined);
  const isFirst = shownView.current !== view || seen.size === 0;
  const newest = loaded.findIndex((row) => seen.has(row.id));
  const waiting = isFirst ? 0 : newest < 0 ? loaded.length : newest;
  const key = loaded.map((row) => row.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say whether the rows changed.
  useEffect(() => {
    if (loaded.length === 0) return;
    if (shownView.current !== view || seen.size === 0) {
      shownView.current = view;
      setSeen(new Set(loaded.map((row) => row.id)));
    } else if (newest >= 0) {
      // Older rows that were paged in are seen, new ones on top are not.
      setSeen((now) => new Set([...now, ...loaded.slice(newest).map((row) => row.id)]));
    }
  }, [key, view]);
  return {
    rows: waiting > 0 ? loaded.slice(waiting) : loaded,
    waiting,
    show: () => setSeen(new Set(loaded.map((row) => row.id))),
  };
}
