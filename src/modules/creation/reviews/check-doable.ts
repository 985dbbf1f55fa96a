import { doneForm } from '../extraction/fields.ts';
import { imperativeOf } from '../extraction/imperative.ts';
import { type Check, clamp, derived, finding, nameOf, ofSteps, scoreOfShare } from './check.ts';
import type { Finding } from './findings.ts';
import { wordList } from './rubric.ts';
import { wordsFound } from './texts.ts';

/** D: an action, its inputs and a check in each step. */
export const checkDoable: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  const unseen = wordList(criterion, 'unseen');
  let points = 0;
  for (const step of draft.steps) {
    const acts = step.instructions.some((instruction) => imperativeOf(instruction.text) !== undefined);
    if (acts) points += 1;
    else
      findings.push(
        finding(criterion, {
          rule: 'no-action',
          weight: 'blocker',
          place: { stepId: step.id, field: 'instructions' },
          message: `${nameOf(step)} tells but does not ask for anything to be done.`,
          fix: 'Begin at least one instruction with a verb: write, ask, count, send.',
        }),
      );
    if (step.inputs.length > 0 || step.tools.length > 0 || step.position === 1) points += 0.5;
    else
      findings.push(
        finding(criterion, {
          rule: 'no-inputs',
          weight: 'fault',
          place: { stepId: step.id, field: 'inputs' },
          message: `${nameOf(step)} does not say what to have at hand.`,
          fix: 'Name the paper, the file or the answer it starts from.',
          apply: {
            kind: 'add-text',
            stepId: step.id,
            list: 'inputs',
            value: derived(`What you wrote down in step ${step.position - 1}`),
          },
        }),
      );
    if (step.doneWhen === undefined) {
      const result = doneForm(step.title);
      findings.push(
        finding(criterion, {
          rule: 'no-check',
          weight: 'blocker',
          place: { stepId: step.id, field: 'doneWhen' },
          message: `${nameOf(step)} has no “done when”.`,
          fix: 'Say what can be seen, counted or shown when it is done.',
          apply: {
            kind: 'set-text',
            place: { stepId: step.id, field: 'doneWhen' },
            value: derived(
              result === undefined
                ? 'Every line of this step is filled in.'
                : `${result}, and every line of this step is filled in.`,
            ),
          },
        }),
      );
      continue;
    }
    const [soft] = wordsFound(step.doneWhen.text, unseen);
    if (soft === undefined) points += 1;
    else
      findings.push(
        finding(criterion, {
          rule: 'unseen-check',
          weight: 'fault',
          place: { stepId: step.id, field: 'doneWhen' },
          span: { start: soft.start, end: soft.end, words: soft.words },
          message: 'Nobody else can see whether this is so.',
          fix: 'Name what a colleague could check: a number, a paper, an answer.',
        }),
      );
  }
  const share = draft.steps.length === 0 ? 0 : points / (draft.steps.length * 2.5);
  return {
    score: clamp(scoreOfShare(share, 0.95)),
    evidence: `${ofSteps(draft.steps.filter((step) => step.doneWhen !== undefined).length, draft.steps.length)} with a check, ${draft.steps.filter((step) => step.instructions.length > 0).length} with instructions, ${draft.steps.filter((step) => step.inputs.length > 0).length} with inputs.`,
    findings,
  };
};
