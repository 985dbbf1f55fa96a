/** The palette and the help sheet can be opened from anywhere; the shell listens. */
type Name = 'palette' | 'help';

const listeners = new Map<Name, Set<(text?: string) => void>>();

/** Calls back when somebody opens it; returns the way to stop. */
export function onOpen(name: Name, run: (text?: string) => void): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(run));
  return () => set.delete(run);
}

const open = (name: Name, text?: string) => {
  for (const run of listeners.get(name) ?? []) run(text);
};

export const openPalette = () => open('palette');
export const openHelp = () => open('help');
