import { stemsOf, Weights } from '../extraction/words.ts';
import type { Step } from '../playbooks/step.ts';
import { type Check, clamp, finding, nameOf } from './check.ts';
import type { Finding } from './findings.ts';
import { limit } from './rubric.ts';
import { textsOfStep } from './texts.ts';

/** O: the order of the source kept, nothing needed before it is made, nothing said twice. */
export const checkOrder: Check = ({ draft, criterion }) => {
  const findings: Finding[] = [];
  let score = 5;
  for (const step of draft.steps) {
    for (const field of textsOfStep(step)) {
      if (!/^(?:instructions|inputs)/.test(field.field)) continue;
      for (const match of field.text.matchAll(/\b(?:from|of|in|see|using) step (\d{1,2})\b/gi)) {
        const later = Number(match[1]);
        if (later <= step.position || later > draft.steps.length) continue;
        score -= 1;
        findings.push(
          finding(criterion, {
            rule: 'needs-later-step',
            weight: 'blocker',
            place: { stepId: step.id, field: field.field },
            span: { start: match.index, end: match.index + match[0].length, words: match[0] },
            message: `${nameOf(step)} needs something from step ${later}, which comes after it.`,
            fix: `Move step ${later} before it.`,
            apply: { kind: 'move-step', stepId: draft.steps[later - 1]?.id ?? '', to: step.position },
          }),
        );
      }
    }
  }
  const order = sourceOrder(draft.steps);
  if (order !== undefined && order.tau < limit(criterion, 'sourceOrder')) {
    score -= order.tau < 0.1 ? 3 : 2;
    const step = order.misplaced;
    findings.push(
      finding(criterion, {
        rule: 'other-order-than-source',
        weight: 'blocker',
        place: { stepId: step.step.id, field: 'title' },
        message: `The source tells these steps in another order; ${nameOf(step.step)} stands furthest from its place.`,
        fix: `Move it to place ${step.to}, or say in the step why the order differs.`,
        apply: { kind: 'move-step', stepId: step.step.id, to: step.to },
      }),
    );
  }
  const weights = new Weights();
  const stems = draft.steps.map((step) => new Set(stemsOf(step.title)));
  for (const set of stems) weights.add(set);
  draft.steps.forEach((step, at) => {
    const twin = stems.findIndex(
      (other, index) =>
        index < at &&
        (stems[at]?.size ?? 0) > 1 &&
        weights.similarity(other, stems[at] ?? new Set()) >= limit(criterion, 'likeness'),
    );
    const other = draft.steps[twin];
    if (other === undefined) return;
    score -= 1;
    findings.push(
      finding(criterion, {
        rule: 'same-step-twice',
        weight: 'fault',
        place: { stepId: step.id, field: 'title' },
        message: `${nameOf(step)} says the same as step ${other.position}.`,
        fix: `Merge it into step ${other.position}.`,
        apply: { kind: 'merge-steps', stepId: step.id, into: other.id },
      }),
    );
  });
  if (draft.steps.length < 2) score = 1;
  const told =
    order === undefined
      ? 'no source to compare the order with'
      : `agrees with the source's order by ${Math.round(order.tau * 100)}% (Kendall)`;
  return {
    score: clamp(score),
    evidence: `${draft.steps.length} steps, ${told}, ${findings.length === 0 ? 'no step needs a later one' : `${findings.length} findings`}.`,
    findings,
  };
};

/** Kendall's tau between the steps and where the source that tells most of them tells them. */
function sourceOrder(steps: Step[]): { tau: number; misplaced: { step: Step; to: number } } | undefined {
  const bySource = new Map<string, { step: Step; at: number }[]>();
  for (const step of steps) {
    const first = new Map<string, number>();
    for (const citation of step.citations)
      first.set(
        citation.sourceId,
        Math.min(first.get(citation.sourceId) ?? Number.POSITIVE_INFINITY, citation.start),
      );
    for (const [sourceId, at] of first)
      bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), { step, at }]);
  }
  const most = [...bySource.values()].sort((a, b) => b.length - a.length)[0];
  if (most === undefined || most.length < 4) return undefined;
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < most.length; a += 1) {
    for (let b = a + 1; b < most.length; b += 1) {
      const gap = (most[b]?.at ?? 0) - (most[a]?.at ?? 0);
      if (gap === 0) continue;
      sum += Math.sign(gap);
      pairs += 1;
    }
  }
  const sorted = [...most].sort((a, b) => a.at - b.at);
  const moves = most.map((entry, index) => ({
    step: entry.step,
    to: sorted.indexOf(entry) + 1,
    far: Math.abs(sorted.indexOf(entry) - index),
  }));
  const misplaced = moves.sort((a, b) => b.far - a.far)[0];
  return misplaced === undefined ? undefined : { tau: pairs === 0 ? 1 : sum / pairs, misplaced };
}
