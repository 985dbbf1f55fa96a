import { plural } from '../../../ui/words.ts';
import type { Criterion, Draft, Finding, Review, Score } from '../shapes.ts';
import { wordsAt } from './fields.ts';

/** What a rule is called above its finding. */
const names: Record<string, string> = {
  'vague-word': 'Vague words',
  'heavy-word': 'A shorter word does it',
  'long-sentence': 'Long sentence',
  'passive-voice': 'Nobody does it',
};

/** The letter of a criterion as the strip shows it. */
export function letterOf(review: Review, criterion: Criterion): string {
  return (
    review.scores.find((score) => score.criterion === criterion)?.letter ?? criterion[0]?.toUpperCase() ?? ''
  );
}

export const isBelow = (score: Score): boolean => score.score < score.threshold;

/** The heading of a finding: the rule's name when its message is about single words, else the message. */
export const headingOf = (finding: Finding): string =>
  names[finding.rule] ?? finding.message.replace(/\.$/, '');

/** "Step 3", "Step 3, here", "The playbook". */
export function whereOf(draft: Draft, finding: Finding, here: string | undefined): string {
  if (finding.place.stepId === undefined) return here === undefined ? 'The playbook, here' : 'The playbook';
  const at = draft.steps.findIndex((step) => step.id === finding.place.stepId);
  if (at < 0) return 'A step that is gone';
  return `Step ${at + 1}${finding.place.stepId === here ? ', here' : ''}`;
}

const weights = { blocker: 0, fault: 1, hint: 2 } as const;

/** What blocks publishing first, then by weight, then in the order of the steps. */
export function inOrder(review: Review, draft: Draft): Finding[] {
  const position = new Map(draft.steps.map((step, at) => [step.id, at + 1]));
  const blocked = new Set(review.blockedBy);
  const rank = (finding: Finding) =>
    (blocked.has(finding.criterion) ? 0 : 100_000) +
    weights[finding.weight] * 10_000 +
    (finding.place.stepId ? (position.get(finding.place.stepId) ?? 999) : 0);
  return [...review.findings].sort((one, other) => rank(one) - rank(other));
}

/** The words before and after, when the change of a finding is one of words. */
export function rewording(draft: Draft, finding: Finding): { before: string; after: string } | undefined {
  const patch = finding.apply;
  if (!patch) return undefined;
  if (patch.kind === 'replace-words') {
    const text = wordsAt(draft, patch.place);
    if (text === undefined || text.slice(patch.start, patch.end) !== patch.before) return undefined;
    const after = (text.slice(0, patch.start) + patch.after + text.slice(patch.end))
      .replace(/ {2,}/g, ' ')
      .replace(/ +([,.;:!?])/g, '$1')
      .trim();
    return { before: text, after: after.charAt(0).toUpperCase() + after.slice(1) };
  }
  if (patch.kind === 'split-sentence') return { before: patch.before, after: patch.after };
  if (patch.kind === 'set-text')
    return { before: wordsAt(draft, patch.place) ?? '', after: patch.value.text };
  if (patch.kind === 'add-text') return { before: '', after: patch.value.text };
  if (patch.kind === 'add-blank') return { before: '', after: patch.value.label };
  if (patch.kind === 'remove') return { before: patch.before, after: '' };
  return undefined;
}

/** What the button of a fix says. */
export function applyLabel(finding: Finding): string {
  switch (finding.apply?.kind) {
    case 'attach-citation':
      return 'Attach passage';
    case 'split-step':
      return 'Split the step';
    case 'merge-steps':
      return 'Merge';
    case 'move-step':
      return 'Move it';
    case 'remove':
      return 'Remove';
    case 'add-blank':
      return 'Add the fill-in';
    case 'set-minutes':
      return `Take ${plural(finding.apply.value.value, 'minute')}`;
    default:
      return 'Apply';
  }
}

/** "Evidence is 3, publishing needs 4."; more letters are named together, many are counted. */
export function blockedSentence(review: Review): string {
  const below = review.blockedBy.flatMap((criterion) =>
    review.scores.filter((score) => score.criterion === criterion),
  );
  const needs = `publishing needs ${Math.max(...below.map((score) => score.threshold))}`;
  if (below.length > 3) return `${below.length} of ${review.scores.length} letters are below; ${needs}.`;
  if (below.length > 1)
    return `${below.map((score) => `${score.name} ${score.score}`).join(', ')}; ${needs}.`;
  return `${below[0]?.name} is ${below[0]?.score}, ${needs}.`;
}

const keptKey = (playbookId: string) => `playbookos.kept-findings.${playbookId}`;

/** Findings this person decided to keep as they are, on this device. Their ids change when the words change. */
export function readKept(playbookId: string): Set<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(keptKey(playbookId)) ?? '[]') as string[]);
  } catch {
    return new Set();
  }
}

export function writeKept(playbookId: string, kept: Set<string>): void {
  localStorage.setItem(keptKey(playbookId), JSON.stringify([...kept]));
}
