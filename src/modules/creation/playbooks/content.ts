import { createHash } from 'node:crypto';
import type { Draft } from './step.ts';

/** Positions run 1..n in the order of the list, whatever was sent. */
export const renumber = (draft: Draft): Draft => ({
  ...draft,
  steps: draft.steps.map((step, index) => ({ ...step, position: index + 1 })),
});

/** Same content, same hash: keys are sorted, so the order they were kept in does not count. */
export function hashOf(draft: Draft): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(draft)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
