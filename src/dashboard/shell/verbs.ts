import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';

/** Something the palette can do. */
export interface Verb {
  id: string;
  label: string;
  icon?: ReactNode;
  /** At the end of the line: "asks before sending", "4 mails, 11 days". */
  note?: string;
  keys?: string;
  /** Other words that find it. */
  words?: string;
  run: () => void;
}

export interface VerbGroup {
  /** "With the 4 selected", "With Noor Tamberlin". */
  title: string;
  /** What stands in the palette's field: "4 leads selected". */
  chip?: string;
  verbs: Verb[];
}

const groups: { current: VerbGroup }[] = [];

/** Offers verbs in the palette while the screen stands: for what is selected or open. */
export function useVerbs(title: string, verbs: Verb[], chip?: string): void {
  const group = useRef<VerbGroup>({ title, verbs });
  group.current = { title, verbs, ...(chip ? { chip } : {}) };
  useEffect(() => {
    groups.unshift(group);
    return () => {
      groups.splice(groups.indexOf(group), 1);
    };
  }, []);
}

/** What the screens offer right now, the innermost first. */
export function currentVerbs(): VerbGroup[] {
  return groups.map((group) => group.current).filter((group) => group.verbs.length > 0);
}
