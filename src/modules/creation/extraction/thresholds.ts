/** Where the composer draws its lines. Set on texts of many kinds; change one only with `npm run eval:extraction`. */
export const METHOD_THRESHOLDS = {
  /** Two of anything are no method. */
  fewestAnchors: 3,
  /** A structure that scores less is not taken for a procedure. */
  skeletonScore: 0.42,
  /** Method evidence a thousand words of prose must hold. */
  prosePerThousand: 2,
  /** And how much in all, so that one good sentence in a short note is not enough. */
  proseTotal: 8,
  /** The most steps a draft gets; the rubric's L wants 8 to 12. */
  mostSteps: 12,
  /** Most instructions in one step. */
  mostInstructions: 8,
} as const;
