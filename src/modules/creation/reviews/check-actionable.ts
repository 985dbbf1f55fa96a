import { type Check, clamp, finding, nameOf, scoreOfShare, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';

/** A: fill-in blanks, checklists, templates. */
export const checkActionable: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  const filled = shareOf(draft.steps, (step) => step.blanks.length > 0);
  for (const step of draft.steps) {
    if (step.blanks.length > 0) continue;
    const label = `${step.title}: what you wrote, chose or found`.slice(0, 300);
    findings.push(
      finding(criterion, {
        rule: 'no-blank',
        weight: 'blocker',
        place: { stepId: step.id, field: 'blanks' },
        message: `${nameOf(step)} leaves the reader nothing to fill in.`,
        fix: 'Add a line, a number or a table for what the step makes.',
        apply: {
          kind: 'add-blank',
          stepId: step.id,
          value: { kind: 'long', id: `${step.id}-blank-1`, label, citations: [] },
        },
      }),
    );
  }
  const blanks = draft.steps.reduce((sum, step) => sum + step.blanks.length, 0);
  const list = shareOf(draft.steps, (step) => step.instructions.length >= 2);
  let score = scoreOfShare(filled, limit(criterion, 'stepsWithBlanks'));
  if (list < 0.4) score -= 1;
  return {
    score: clamp(score),
    evidence: `${blanks} fill-ins in ${Math.round(filled * draft.steps.length)} of ${draft.steps.length} steps, ${Math.round(list * draft.steps.length)} with a checklist of two or more.`,
    findings,
  };
};
