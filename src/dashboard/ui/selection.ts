import { useCallback, useMemo, useRef, useState } from 'react';

export interface Selection {
  /** Chosen keys of loaded rows. Ignored while `whole` holds. */
  keys: ReadonlySet<string>;
  /** The whole query is chosen, not the page. */
  whole: boolean;
  count: number;
  has: (key: string) => boolean;
  toggle: (key: string, shift?: boolean) => void;
  toggleLoaded: () => void;
  chooseWhole: () => void;
  clear: () => void;
}

/**
 * Selection over a list that pages: survives scrolling and loading more, knows shift ranges, and can stand for the
 * whole query. The count it gives is the count that will be acted on.
 */
export function useSelection(loaded: readonly string[], total: number): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const anchor = useRef<string | null>(null);

  const toggle = useCallback(
    (key: string, shift = false) => {
      const before = whole ? new Set(loaded) : keys;
      const next = new Set(before);
      const from = shift && anchor.current ? loaded.indexOf(anchor.current) : -1;
      const to = loaded.indexOf(key);
      if (from >= 0 && to >= 0) {
        for (const inside of loaded.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(inside);
      } else if (next.has(key)) next.delete(key);
      else next.add(key);
      anchor.current = key;
      setWhole(false);
      setKeys(next);
    },
    [keys, loaded, whole],
  );

  return useMemo(
    () => ({
      keys,
      whole,
      count: whole ? total : keys.size,
      has: (key) => whole || keys.has(key),
      toggle,
      toggleLoaded: () => {
        const every = whole || (loaded.length > 0 && loaded.every((key) => keys.has(key)));
        setWhole(false);
        setKeys(every ? new Set() : new Set([...keys, ...loaded]));
      },
      chooseWhole: () => setWhole(true),
      clear: () => {
        setWhole(false);
        setKeys(new Set());
      },
    }),
    [keys, whole, total, loaded, toggle],
  );
}
