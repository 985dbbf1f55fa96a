/** The list somebody came from, so that a record knows what stands before and after it. Gone after a reload. */
interface Remembered {
  ids: string[];
  /** How many the whole list has, where that is known. */
  total: number;
  label: string;
  search: Record<string, string>;
}

const lists = new Map<string, Remembered>();

/** Keeps what a list of a workspace shows. */
export function rememberList(workspace: string, list: Remembered): void {
  lists.set(workspace, list);
}

/** What stood around this record in the list somebody came from. */
export function placeInList(workspace: string, id: string) {
  const list = lists.get(workspace);
  const at = list?.ids.indexOf(id) ?? -1;
  if (!list || at < 0) return undefined;
  return {
    position: at + 1,
    total: Math.max(list.total, list.ids.length),
    label: list.label,
    search: list.search,
    previous: list.ids[at - 1],
    next: list.ids[at + 1],
  };
}
