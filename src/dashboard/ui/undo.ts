/** What can still be taken back, newest last. `⌘Z`, `Z` and the palette's "Undo last" read it. */

export interface Undoable {
  id: string;
  label: string;
  undo: () => Promise<unknown> | unknown;
}

const stack: Undoable[] = [];
let count = 0;

/** Remembers an act that can be taken back; returns its id. */
export function remember(label: string, undo: Undoable['undo']): string {
  const id = `undo-${++count}`;
  stack.push({ id, label, undo });
  if (stack.length > 20) stack.shift();
  return id;
}

/** Drops an act: it was undone, or it has become final. */
export function forget(id: string): void {
  const at = stack.findIndex((entry) => entry.id === id);
  if (at >= 0) stack.splice(at, 1);
}

/** The newest act, if any. */
export function lastUndoable(): Undoable | undefined {
  return stack[stack.length - 1];
}

/** Takes back one act; `undefined` when it is no longer there. */
export async function takeBack(id: string): Promise<Undoable | undefined> {
  const entry = stack.find((item) => item.id === id);
  if (!entry) return undefined;
  forget(id);
  await entry.undo();
  return entry;
}
