import { type Check, clamp, finding, nameOf, scoreOfShare } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';

const LIMIT =
  /\b(?:can(?:'|’)t|cannot|does(?:n(?:'|’)t| not)|won(?:'|’)t|not (?:tested|proven|for)|only|unless|except|may|might|mistakes?|trap|wrong|never|do not|don(?:'|’)t|avoid|risk|fewer|too (?:early|late|many|much)|if (?:nobody|you have no|it fails|problems))\b/i;
const RESULT =
  /\d|\b(?:half|twice|three|four|five|six|seven|eight|nine|ten|hundred|thousand) (?:of|out|in|times|days|weeks|hours|minutes|euros|dollars|people|jobs|clients)\b/i;

/** P: results, cases and honest limits. */
export const checkProof: Check = ({ draft, criterion, material }) => {
  const findings: Finding[] = [];
  const count = draft.steps.length;
  const cases = draft.steps.filter((step) => step.workedExample !== undefined).length;
  const told = draft.steps
    .flatMap((step) => [
      step.why,
      step.workedExample,
      step.outcome,
      ...step.commonMistakes,
      ...step.instructions,
    ])
    .concat([draft.uniqueInsight, draft.pain, draft.outcome]);
  const figures = told.filter(
    (field) => field !== undefined && field.citations.length > 0 && RESULT.test(field.text),
  ).length;
  const limits = draft.steps.filter((step) =>
    [...step.commonMistakes, step.why, step.workedExample].some(
      (field) => field !== undefined && LIMIT.test(field.text),
    ),
  ).length;
  for (const step of draft.steps) {
    if (step.workedExample === undefined) {
      const found = material?.fieldFor(step, 'example') ?? material?.fieldFor(step, 'proof');
      findings.push(
        finding(criterion, {
          rule: 'no-case',
          weight: 'fault',
          place: { stepId: step.id, field: 'workedExample' },
          message: `${nameOf(step)} shows no case.`,
          fix:
            found === undefined
              ? 'Ask the expert for a real one, with names and figures.'
              : `The material has one: “${found.text}”`,
          ...(found === undefined
            ? {}
            : {
                apply: { kind: 'set-text', place: { stepId: step.id, field: 'workedExample' }, value: found },
              }),
        }),
      );
    }
    if (step.commonMistakes.length === 0) {
      const found = material?.fieldFor(step, 'mistake') ?? material?.fieldFor(step, 'limit');
      findings.push(
        finding(criterion, {
          rule: 'no-limit',
          weight: 'hint',
          place: { stepId: step.id, field: 'commonMistakes' },
          message: `${nameOf(step)} names no mistake and no limit.`,
          fix:
            found === undefined
              ? 'Ask the expert what goes wrong here.'
              : `The material says: “${found.text}”`,
          ...(found === undefined
            ? {}
            : { apply: { kind: 'add-text', stepId: step.id, list: 'commonMistakes', value: found } }),
        }),
      );
    }
  }
  const scores = [
    scoreOfShare(count === 0 ? 0 : cases / count, limit(criterion, 'cases')),
    scoreOfShare(Math.min(1, figures / Math.max(1, limit(criterion, 'figures'))), 1),
    scoreOfShare(count === 0 ? 0 : limits / count, limit(criterion, 'limits')),
  ];
  const score = scores.reduce((sum, part) => sum + part, 0) / scores.length;
  return {
    score: clamp(Math.min(score, Math.min(...scores) + 2)),
    evidence: `${cases} cases in ${count} steps, ${figures} figures with a source, ${limits} steps with an honest limit or mistake.`,
    findings,
  };
};
