import { stemsOf } from '../extraction/words.ts';
import type { CitedText, Draft } from '../playbooks/step.ts';
import { type Check, clamp, finding, nameOf, ofSteps, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';
import { textsOfStep } from './texts.ts';

/** R: this audience's pain, in their words. */
export const checkRelevant: Check = ({ draft, criterion, material }) => {
  const findings: Finding[] = [];
  let score = 5;
  if (draft.pain === undefined) {
    score -= 2;
    const found = material?.fieldAnywhere(
      /\b(?:problem|struggl\w+|lose|lost|wast\w+|ashamed|stuck|bad at|nervous|difficult|hard to)\b/i,
    );
    findings.push(
      finding(criterion, {
        rule: 'no-pain',
        weight: 'blocker',
        place: { field: 'pain' },
        message: 'The playbook does not name what hurts its readers.',
        fix:
          found === undefined
            ? 'Ask the expert what goes wrong for people who do not work this way.'
            : `Take it from the material: “${found.text}”`,
        ...(found === undefined
          ? {}
          : { apply: { kind: 'set-text', place: { field: 'pain' }, value: found } }),
      }),
    );
  }
  if (draft.audience === undefined) score -= 1;
  const reasons = shareOf(draft.steps, (step) => step.why !== undefined);
  for (const step of draft.steps) {
    if (step.why !== undefined) continue;
    const found = material?.fieldFor(step, 'why');
    findings.push(
      finding(criterion, {
        rule: 'no-reason',
        weight: 'fault',
        place: { stepId: step.id, field: 'why' },
        message: `${nameOf(step)} does not say why it matters to the reader.`,
        fix:
          found === undefined
            ? 'Say what goes wrong for them without it.'
            : `The material says: “${found.text}”`,
        ...(found === undefined
          ? {}
          : { apply: { kind: 'set-text', place: { stepId: step.id, field: 'why' }, value: found } }),
      }),
    );
  }
  if (reasons < limit(criterion, 'stepsWithReason'))
    score -= reasons < limit(criterion, 'stepsWithReason') / 2 ? 2 : 1;
  const theirs = theirWords(draft);
  const inWords = shareOf(
    draft.steps,
    (step) =>
      theirs.size > 0 &&
      textsOfStep(step).some(
        (field) => field.field !== 'nextAction' && stemsOf(field.text).some((word) => theirs.has(word)),
      ),
  );
  if (theirs.size > 0 && inWords < limit(criterion, 'stepsInTheirWords')) {
    score -= 1;
    findings.push(
      finding(criterion, {
        rule: 'not-their-words',
        weight: 'fault',
        place: { field: 'steps' },
        message: `Only ${ofSteps(Math.round(inWords * draft.steps.length), draft.steps.length)} use a word of the audience, the pain or the outcome.`,
        fix: 'Use the words your readers use for their trouble.',
      }),
    );
  }
  return {
    score: clamp(score),
    evidence: `Pain ${draft.pain === undefined ? 'missing' : 'named'}, ${ofSteps(Math.round(reasons * draft.steps.length), draft.steps.length)} with a reason, ${Math.round(inWords * draft.steps.length)} in the words of the audience.`,
    findings,
  };
};

function theirWords(draft: Draft): Set<string> {
  return new Set(
    [draft.audience, draft.pain, draft.outcome].flatMap((field: CitedText | undefined) =>
      stemsOf(field?.text ?? ''),
    ),
  );
}
