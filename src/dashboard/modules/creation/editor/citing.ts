import { createContext, use } from 'react';
import type { Citation, Place } from '../shapes.ts';

/** The place that waits for a passage to be chosen. */
export interface Citing {
  target: Place | undefined;
  replaced: Citation | undefined;
  done: () => void;
}

export const CitingContext = createContext<Citing>({
  target: undefined,
  replaced: undefined,
  done: () => {},
});

export const useCiting = (): Citing => use(CitingContext);
