import type { Step } from '../playbooks/step.ts';
import { type Check, clamp, finding, nameOf, scoreOfShare, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { limit, wordList } from './rubric.ts';
import { placeOf, textsOfStep, wordCount, wordsFound } from './texts.ts';

const FACT =
  /\d|\b(?:for (?:example|instance)|such as|one (?:client|customer|studio|family)|half|twice|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand)\b|["“][^"”]{3,}["”]|(?<=[a-z,] )\p{Lu}\p{Ll}{2,}/u;

/** S: numbers, names and examples; vague words flagged. */
export const checkSpecific: Check = ({ draft, texts, criterion }) => {
  const findings: Finding[] = [];
  const vague = wordList(criterion, 'vague');
  let words = 0;
  for (const field of texts) {
    if (/^(?:nextAction|workedExample)/.test(field.field)) continue;
    words += wordCount(field.text);
    for (const { start, end, words: found, instead } of wordsFound(field.text, vague)) {
      findings.push(
        finding(criterion, {
          rule: 'vague-word',
          weight: 'fault',
          place: placeOf(field),
          span: { start, end, words: found },
          message: `“${found}” could mean anything.`,
          fix:
            instead === ''
              ? 'Leave it out, or say how many, which or when.'
              : `Say “${instead}”, or better the number.`,
          apply: { kind: 'replace-words', place: placeOf(field), start, end, before: found, after: instead },
        }),
      );
    }
  }
  const density = words === 0 ? 0 : (findings.length / words) * 100;
  const factual = (step: Step) =>
    textsOfStep(step).some(
      (field) =>
        field.field !== 'nextAction' &&
        field.field !== 'title' &&
        field.origin !== 'derived' &&
        FACT.test(field.text),
    );
  const facts = shareOf(draft.steps, factual);
  for (const step of draft.steps.filter((candidate) => !factual(candidate))) {
    findings.push(
      finding(criterion, {
        rule: 'no-facts',
        weight: 'fault',
        place: { stepId: step.id, field: 'instructions' },
        message: `${nameOf(step)} has no number, name or example.`,
        fix: 'Ask the expert how many, how long, or for a case.',
      }),
    );
  }
  const allowed = limit(criterion, 'vaguePerHundred');
  let score = scoreOfShare(facts, limit(criterion, 'stepsWithFacts'));
  if (density > allowed * 3) score -= 3;
  else if (density > allowed * 1.6) score -= 2;
  else if (density > allowed) score -= 1;
  return {
    score: clamp(score),
    evidence: `${Math.round(facts * draft.steps.length)} of ${draft.steps.length} steps hold a number, a name or an example; ${density.toFixed(1)} vague words per 100 (up to ${allowed} pass).`,
    findings,
  };
};
