import { createContext, use } from 'react';
import type { Citation, Finding, Place } from '../shapes.ts';

/** A citation whose passage is open beside its number. */
export interface OpenedCitation {
  place: Place;
  citation: Citation;
  number: number;
  anchor: HTMLElement;
}

/** What the fields of the page share: where the person is, what is open, what was found. */
export interface Desk {
  writable: boolean;
  /** Numbers of the citations of this page. */
  numbers: Map<string, number>;
  /** Findings that are shown: not kept, not yet mended. */
  findings: Finding[];
  opened: OpenedCitation | undefined;
  openCitation: (opened: OpenedCitation | undefined) => void;
  /** The field that had the focus last. */
  at: Place | undefined;
  setAt: (place: Place) => void;
  /** Opens the passages, to cite one at a place, or in the stead of another. */
  cite: (place: Place, replaced?: Citation) => void;
  /** Offers the fields that this step does not have yet. */
  offerFields: () => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk stands outside the editor');
  return desk;
}
