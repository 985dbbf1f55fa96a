import type { ComposeSource } from '../extraction/signals.ts';
import type { Draft } from '../playbooks/step.ts';
import type { Check } from './check.ts';
import { checkActionable } from './check-actionable.ts';
import { checkDoable } from './check-doable.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkGoal } from './check-goal.ts';
import { checkHuman } from './check-human.ts';
import { checkLean } from './check-lean.ts';
import { checkNext } from './check-next.ts';
import { checkOrder } from './check-order.ts';
import { checkProof } from './check-proof.ts';
import { checkRelevant } from './check-relevant.ts';
import { checkSpecific } from './check-specific.ts';
import { CRITERIA, type CriterionName, type Finding, type Review } from './findings.ts';
import { Material } from './material.ts';
import { criterionOf, DEFAULT_RUBRIC, type Rubric } from './rubric.ts';
import { textsOf } from './texts.ts';

const CHECKS: Record<CriterionName, Check> = {
  goal: checkGoal,
  order: checkOrder,
  lean: checkLean,
  doable: checkDoable,
  evidence: checkEvidence,
  next: checkNext,
  specific: checkSpecific,
  human: checkHuman,
  actionable: checkActionable,
  relevant: checkRelevant,
  proof: checkProof,
};

const WEIGHT: Record<Finding['weight'], number> = { blocker: 0, fault: 1, hint: 2 };

interface ReviewOptions {
  rubric?: Rubric;
  /** The material: quotes are held against it, and fixes are taken from it. */
  sources?: ComposeSource[];
  expertName?: string;
}

/**
 * Scores a draft by GOLDEN+SHARP: eleven criteria, 1 to 5, each with the words it rests on and a fix. The same
 * draft, material and rubric give the same review.
 */
export function reviewDraft(
  draft: Draft,
  { rubric = DEFAULT_RUBRIC, sources, expertName }: ReviewOptions = {},
): Review {
  const material = sources === undefined || sources.length === 0 ? undefined : new Material(sources, draft);
  const texts = textsOf(draft);
  const findings: Finding[] = [];
  const scores = CRITERIA.map((key) => {
    const criterion = criterionOf(rubric, key);
    const verdict = CHECKS[key]({
      draft,
      texts,
      criterion,
      ...(material === undefined ? {} : { material }),
      ...(expertName === undefined ? {} : { expertName }),
    });
    findings.push(...verdict.findings);
    return {
      criterion: key,
      word: criterion.word,
      letter: criterion.letter,
      name: criterion.name,
      score: verdict.score,
      threshold: criterion.threshold,
      evidence: verdict.evidence,
      findings: verdict.findings.length,
    };
  });
  const failing = scores
    .filter(({ score, threshold }) => score < threshold)
    .sort((a, b) => a.score - b.score);
  const place = (finding: Finding) => draft.steps.findIndex((step) => step.id === finding.place.stepId);
  const blocked = new Set(failing.map(({ criterion }) => criterion));
  return {
    rubricVersion: rubric.version,
    scores,
    findings: findings.sort(
      (a, b) =>
        Number(blocked.has(b.criterion)) - Number(blocked.has(a.criterion)) ||
        WEIGHT[a.weight] - WEIGHT[b.weight] ||
        place(a) - place(b),
    ),
    publishable: failing.length === 0,
    blockedBy: failing.map(({ criterion }) => criterion),
  };
}
