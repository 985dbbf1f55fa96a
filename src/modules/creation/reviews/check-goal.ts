import { doneForm } from '../extraction/fields.ts';
import { type Check, clamp, derived, finding, nameOf, ofSteps } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';
import { wordCount } from './texts.ts';

/** G: one outcome for one audience, and steps that lead there. */
export const checkGoal: Check = ({ draft, criterion, material }) => {
  const findings: Finding[] = [];
  let score = 5;
  if (draft.outcome === undefined) {
    score -= 3;
    const found = material?.fieldAnywhere(
      /\b(?:so that you|by the end|the goal|you will (?:be able|have)|you(?:'|’)ll (?:be able|have)|in order to)\b/i,
    );
    const own = derived(`You can ${lower(draft.title)}.`);
    findings.push(
      finding(criterion, {
        rule: 'no-outcome',
        weight: 'blocker',
        place: { field: 'outcome' },
        message: 'The playbook does not say what the reader has at the end.',
        fix:
          found === undefined
            ? 'Write one sentence: after the last step you can … Or take the title’s word for it.'
            : `Take it from the material: “${found.text}”`,
        apply: { kind: 'set-text', place: { field: 'outcome' }, value: found ?? own },
      }),
    );
  } else if (wordCount(draft.outcome.text) > limit(criterion, 'outcomeWordsMost')) {
    score -= 1;
    findings.push(
      finding(criterion, {
        rule: 'long-outcome',
        weight: 'fault',
        place: { field: 'outcome' },
        message: `The outcome takes ${wordCount(draft.outcome.text)} words.`,
        fix: 'Say it in one breath: who can do what, by when.',
      }),
    );
  }
  if (draft.audience === undefined) {
    score -= 2;
    const found = material?.fieldAnywhere(
      /\b(?:for (?:people|teams|studios|workshops|anyone|founders|owners|small)|if you(?:'re| are| run| have)|(?:people|teams|anyone) who)\b/i,
    );
    findings.push(
      finding(criterion, {
        rule: 'no-audience',
        weight: 'blocker',
        place: { field: 'audience' },
        message: 'The playbook does not say who it is for.',
        fix:
          found === undefined
            ? 'Name one kind of person and what they do. Ask the expert whom they had in mind.'
            : `Take it from the material: “${found.text}”`,
        ...(found === undefined
          ? {}
          : { apply: { kind: 'set-text', place: { field: 'audience' }, value: found } }),
      }),
    );
  }
  const with_ = draft.steps.filter((step) => step.outcome !== undefined).length;
  if (draft.steps.length > 0 && with_ / draft.steps.length < limit(criterion, 'stepsWithOutcome')) score -= 1;
  for (const step of draft.steps) {
    if (step.outcome !== undefined) continue;
    const result = doneForm(step.title);
    findings.push(
      finding(criterion, {
        rule: 'step-without-outcome',
        weight: 'fault',
        place: { stepId: step.id, field: 'outcome' },
        message: `${nameOf(step)} does not say what it leaves the reader with.`,
        fix: 'Name the thing that exists afterwards.',
        ...(result === undefined
          ? {}
          : {
              apply: {
                kind: 'set-text',
                place: { stepId: step.id, field: 'outcome' },
                value: derived(`${result}.`),
              },
            }),
      }),
    );
  }
  if (draft.steps.length === 0) score = 1;
  return {
    score: clamp(score),
    evidence: `Outcome ${draft.outcome === undefined ? 'missing' : 'stated'}, audience ${draft.audience === undefined ? 'missing' : 'named'}, ${ofSteps(with_, draft.steps.length)} with an outcome of their own.`,
    findings,
  };
};

function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
