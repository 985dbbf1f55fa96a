/** What the founding heuristic looks at. */
export interface LikelihoodFacts {
  priority: 'low' | 'medium' | 'high';
  company: string | null;
  activities: number;
  source: string | null;
}

export interface Likelihood {
  /** 0 to 1. */
  value: number;
  model: string;
  reasons: { points: number; reason: string }[];
}

/** Named wherever its figure is shown: it is a rule of thumb, not a measurement. */
export const FOUNDING_HEURISTIC = 'founding heuristic';

/**
 * Chance of buying by the founding document's rule of thumb: priority +0.2, company +0.1, activities +0.15, source
 * +0.05, clamped to 0 to 1. It stays until a trained model beats it on held-back leads.
 */
export function likelihoodOf({ priority, company, activities, source }: LikelihoodFacts): Likelihood {
  const reasons = [
    ...(priority === 'high' ? [{ points: 0.2, reason: 'High priority' }] : []),
    ...(company ? [{ points: 0.1, reason: `Company known: ${company}` }] : []),
    ...(activities > 0
      ? [{ points: 0.15, reason: `Did something here ${activities} ${activities === 1 ? 'time' : 'times'}` }]
      : []),
    ...(source ? [{ points: 0.05, reason: `Source known: ${source}` }] : []),
  ];
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return { value: Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100, model: FOUNDING_HEURISTIC, reasons };
}
