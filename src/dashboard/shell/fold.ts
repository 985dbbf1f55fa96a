import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
// Screens that need the width (the editor, the chat) start folded and keep a memory of their own.
let scope: 'usual' | 'wide' = 'usual';

const key = () => `playbookos.folded.${scope}`;
const folded = () => (localStorage.getItem(key()) ?? (scope === 'wide' ? 'yes' : 'no')) === 'yes';

/** Folds the sidebar to its rail, or unfolds it; kept on this device. */
export function toggleFold(): void {
  localStorage.setItem(key(), folded() ? 'no' : 'yes');
  for (const tell of listeners) tell();
}

/** Whether the sidebar is folded on this page. */
export function useFolded(wide: boolean): boolean {
  scope = wide ? 'wide' : 'usual';
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, folded);
}
