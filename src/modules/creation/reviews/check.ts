import type { CitedText, Draft, Step } from '../playbooks/step.ts';
import type { Finding, Patch, Place } from './findings.ts';
import type { Material } from './material.ts';
import type { Criterion } from './rubric.ts';
import { type FieldText, findingId } from './texts.ts';

/** What a check sees. */
export interface Checked {
  draft: Draft;
  texts: FieldText[];
  criterion: Criterion;
  material?: Material;
  expertName?: string;
}

export interface Verdict {
  score: number;
  evidence: string;
  findings: Finding[];
}

export type Check = (checked: Checked) => Verdict;

interface Found {
  rule: string;
  weight: Finding['weight'];
  place: Place;
  message: string;
  fix: string;
  span?: { start: number; end: number; words: string };
  apply?: Patch | undefined;
}

/** Writes a finding with its stable id. */
export function finding(
  criterion: Criterion,
  { rule, weight, place, message, fix, span, apply }: Found,
): Finding {
  return {
    id: findingId(criterion.key, rule, place.stepId, place.field, span?.words ?? message, span?.start),
    criterion: criterion.key,
    rule,
    weight,
    place,
    message,
    fix,
    ...span,
    ...(apply === undefined ? {} : { apply }),
  };
}

/** A whole score from 1 to 5. */
export function clamp(score: number): number {
  return Math.max(1, Math.min(5, Math.round(score)));
}

/** A share as a score: at `wanted` and above 5, then one less for each further quarter that is missing. */
export function scoreOfShare(share: number, wanted: number): number {
  if (share >= wanted) return 5;
  const reached = wanted === 0 ? 1 : share / wanted;
  return reached >= 0.8 ? 4 : reached >= 0.55 ? 3 : reached >= 0.25 ? 2 : 1;
}

export function shareOf<T>(items: T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

/** "3 of 11 steps". */
export function ofSteps(count: number, all: number): string {
  return `${count} of ${all} ${all === 1 ? 'step' : 'steps'}`;
}

export function derived(text: string): CitedText {
  return { text, citations: [], origin: 'derived' };
}

export function nameOf(step: Step): string {
  return `Step ${step.position}, “${step.title}”,`;
}
