import { useSyncExternalStore } from 'react';

let words = '';
const listeners = new Set<() => void>();

/** Says something to screen readers, politely. The same words twice are said twice. */
export function announce(text: string): void {
  words = words === text ? `${text}\u00a0` : text;
  for (const tell of listeners) tell();
}

/** The place where it is said; mount once. */
export function Announcer() {
  const said = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => words,
  );
  return (
    <p className="sr-only" role="status" aria-live="polite">
      {said}
    </p>
  );
}
