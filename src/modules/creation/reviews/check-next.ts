import { type Check, type Checked, clamp, derived, finding, nameOf, ofSteps, scoreOfShare } from './check.ts';
import type { Finding } from './findings.ts';

/** N: each step names the next, the last leads to a trial or an offer. */
export const checkNext: Check = ({ draft, criterion, expertName }: Checked) => {
  const findings: Finding[] = [];
  let good = 0;
  draft.steps.forEach((step, index) => {
    const next = draft.steps[index + 1];
    const place = { stepId: step.id, field: 'nextAction' };
    if (next !== undefined) {
      const wanted = derived(`Go on to step ${next.position}: ${next.title}.`);
      const text = step.nextAction?.text;
      const other = /^Go on to step (\d+): (.*)\.$/.exec(text ?? '');
      if (
        text !== undefined &&
        (other === null || (Number(other[1]) === next.position && other[2] === next.title))
      )
        good += 1;
      else
        findings.push(
          finding(criterion, {
            rule: text === undefined ? 'no-next-action' : 'stale-next-action',
            weight: 'fault',
            place,
            message:
              text === undefined
                ? `${nameOf(step)} ends without a next action.`
                : `${nameOf(step)} points to “${other?.[2] ?? ''}”, which is not what comes next.`,
            fix: `Lead on to step ${next.position}.`,
            apply: { kind: 'set-text', place, value: wanted },
          }),
        );
      return;
    }
    const leads =
      /\b(?:try|trial|clone|offer|book|start|ask|get|order|buy|subscribe|reply|write to|send|call|share|apply|join)\b/i.test(
        step.nextAction?.text ?? '',
      );
    if (leads) good += 1;
    else
      findings.push(
        finding(criterion, {
          rule: 'last-step-leads-nowhere',
          weight: 'blocker',
          place,
          message: 'The last step leads to no trial and no offer.',
          fix: 'Say what the reader can do now, on their own case.',
          apply: {
            kind: 'set-text',
            place,
            value: derived(
              `Try it on your own case: ask ${expertName === undefined ? 'the expert’s' : `${expertName}’s`} AI clone for 3 ideas, free.`,
            ),
          },
        }),
      );
  });
  const share = draft.steps.length === 0 ? 0 : good / draft.steps.length;
  const last = findings.some((found) => found.rule === 'last-step-leads-nowhere');
  const score = last ? Math.min(3, scoreOfShare(share, 0.95)) : scoreOfShare(share, 0.95);
  return {
    score: clamp(score),
    evidence: `${ofSteps(good, draft.steps.length)} end in the right next action${last ? '; the last leads nowhere' : ''}.`,
    findings,
  };
};
