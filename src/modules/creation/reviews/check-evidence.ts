import { type Check, clamp, finding, scoreOfShare, shareOf } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';

/** E: every step and every field in the expert's words has its passage; figures have a source. */
export const checkEvidence: Check = ({ draft, texts, criterion, material }) => {
  const findings: Finding[] = [];
  const least = limit(criterion, 'closest');
  let claims = 0;
  let backed = 0;
  let broken = 0;
  for (const field of texts) {
    if (/^(?:nextAction|inputs)/.test(field.field) || (field.field === 'title' && field.stepId === undefined))
      continue;
    const place =
      field.stepId === undefined ? { field: field.field } : { stepId: field.stepId, field: field.field };
    const figure =
      /(?<![\w.])\d[\d.,]*\s?(?:%|percent|euros?|dollars?|hours?|days?|weeks?|people|clients?|jobs?|x\b)|[€$£]\s?\d/i.exec(
        field.text,
      );
    const claim = field.field === 'title' || field.origin !== 'derived' || figure !== null;
    if (!claim) continue;
    claims += 1;
    const bad =
      material === undefined ? undefined : field.citations.find((citation) => !material.holds(citation));
    if (bad !== undefined) {
      broken += 1;
      findings.push(
        finding(criterion, {
          rule: 'quote-not-in-source',
          weight: 'blocker',
          place,
          message: `“${bad.quote.slice(0, 80)}” does not stand in the source at this place.`,
          fix: 'Replace the citation; the source may have been read again.',
        }),
      );
      continue;
    }
    if (field.citations.length > 0) {
      backed += 1;
      continue;
    }
    const near = material?.closest(field.text, least);
    const span =
      figure === null
        ? undefined
        : { start: figure.index, end: figure.index + figure[0].length, words: figure[0] };
    findings.push(
      finding(criterion, {
        rule: figure === null ? 'no-passage' : 'figure-without-source',
        weight: figure === null ? 'fault' : 'blocker',
        place,
        ...(span === undefined ? {} : { span }),
        message:
          figure === null ? 'No passage stands behind this.' : `Nobody in the material says ${figure[0]}.`,
        fix:
          near === undefined
            ? 'Ask the expert, attach a passage, or take it out.'
            : `Closest passage: “${near.citation.quote.slice(0, 160)}”`,
        ...(near === undefined ? {} : { apply: { kind: 'attach-citation', place, citation: near.citation } }),
      }),
    );
  }
  const cited = shareOf(
    draft.steps,
    (step) =>
      step.citations.length > 0 || step.instructions.some((instruction) => instruction.citations.length > 0),
  );
  const share = claims === 0 ? 0 : backed / claims;
  let score = Math.min(
    scoreOfShare(share, limit(criterion, 'fieldsCited')),
    scoreOfShare(cited, limit(criterion, 'stepsCited')),
  );
  if (broken > 0) score = Math.min(score, 3);
  if (findings.some((found) => found.rule === 'figure-without-source')) score = Math.min(score, 4);
  return {
    score: clamp(score),
    evidence: `${backed} of ${claims} claims have a passage, ${Math.round(cited * 100)}% of the steps are cited${broken > 0 ? `, ${broken} quotes do not stand in their source` : ''}.`,
    findings,
  };
};
