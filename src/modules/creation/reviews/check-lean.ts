import { type Check, clamp, finding, nameOf, ofSteps } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';
import { textsOfStep, wordCount } from './texts.ts';

/** L: 8 to 12 steps, none bloated, the time stated and possible. */
export const checkLean: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  const count = draft.steps.length;
  const least = limit(criterion, 'stepsLeast');
  const most = limit(criterion, 'stepsMost');
  let score = 5;
  if (count < least) {
    score = count >= limit(criterion, 'stepsFew') ? 4 : count >= 4 ? 3 : count >= 2 ? 2 : 1;
    findings.push(
      finding(criterion, {
        rule: 'few-steps',
        weight: score >= 4 ? 'hint' : 'blocker',
        place: { field: 'steps' },
        message: `${count} steps; readers finish playbooks of ${least} to ${most}.`,
        fix: 'Split the largest step, or ask the expert what happens between two of them.',
      }),
    );
  } else if (count > most) {
    score = count <= most + 1 ? 4 : count <= most + 4 ? 3 : count <= most + 8 ? 2 : 1;
    findings.push(
      finding(criterion, {
        rule: 'many-steps',
        weight: 'fault',
        place: { field: 'steps' },
        message: `${count} steps; more than ${most} and readers stop.`,
        fix: 'Merge the two that lie closest, or make two playbooks.',
      }),
    );
  }
  let bloated = 0;
  let untimed = 0;
  for (const step of draft.steps) {
    const words = textsOfStep(step).reduce((sum, field) => sum + wordCount(field.text), 0);
    const tooMany = step.instructions.length > limit(criterion, 'instructionsMost');
    if (tooMany || words > limit(criterion, 'wordsPerStepMost')) {
      bloated += 1;
      const at = Math.ceil(step.instructions.length / 2);
      const title = (step.instructions[at]?.text ?? '').replace(/[.!]+$/, '').slice(0, 70);
      findings.push(
        finding(criterion, {
          rule: 'long-step',
          weight: 'fault',
          place: { stepId: step.id, field: 'instructions' },
          message: `${nameOf(step)} holds ${step.instructions.length} instructions and ${words} words.`,
          fix: 'Make two steps of it, or cut what the reader can do without.',
          ...(step.instructions.length >= 4 && title !== ''
            ? { apply: { kind: 'split-step', stepId: step.id, at, title } }
            : {}),
        }),
      );
    }
    if (step.minutes === undefined) {
      untimed += 1;
      const value = Math.min(
        90,
        Math.ceil((5 + step.instructions.length * 4 + step.blanks.length * 5) / 5) * 5,
      );
      findings.push(
        finding(criterion, {
          rule: 'no-minutes',
          weight: 'fault',
          place: { stepId: step.id, field: 'minutes' },
          message: `${nameOf(step)} does not say how long it takes.`,
          fix: `Ask the expert, or take our estimate: ${value} minutes.`,
          apply: { kind: 'set-minutes', stepId: step.id, value: { value, citations: [], origin: 'derived' } },
        }),
      );
    } else if (step.minutes.value < words / 240) {
      findings.push(
        finding(criterion, {
          rule: 'time-too-short',
          weight: 'hint',
          place: { stepId: step.id, field: 'minutes' },
          message: `${nameOf(step)} gives ${step.minutes.value} minutes; reading it takes longer.`,
          fix: 'Time somebody who does it for the first time.',
        }),
      );
    }
  }
  const share = count === 0 ? 0 : bloated / count;
  if (share > 0.5) score -= 2;
  else if (share > 0.1) score -= 1;
  if (count > 0 && untimed / count > 0.34) score -= 1;
  const total = draft.steps.reduce((sum, step) => sum + (step.minutes?.value ?? 0), 0);
  return {
    score: clamp(score),
    evidence: `${count} steps, ${hours(total)} in all, ${ofSteps(bloated, count)} too long, ${untimed} without a time.`,
    findings,
  };
};

function hours(minutes: number): string {
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}
