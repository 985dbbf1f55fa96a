import type { questions } from '#modules/analytics';

/** One way to ask for a measure. All its patterns must be found; the way with the most found wins. */
export interface Way {
  measure: questions.MeasureKey;
  all: RegExp[];
  /** Words that may stand beside and say nothing more. */
  beside?: RegExp;
  split?: string;
  filter?: { column: string; value: string };
  /** Said when this was one reading of several. */
  took?: string;
  weight?: number;
}
