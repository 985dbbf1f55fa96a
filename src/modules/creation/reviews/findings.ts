import { z } from 'zod';
import { Blank, Citation, CitedText, Minutes } from '../playbooks/step.ts';

/** The eleven criteria: GOLDEN judges the method, SHARP the writing. */
export const CRITERIA = [
  'goal',
  'order',
  'lean',
  'doable',
  'evidence',
  'next',
  'specific',
  'human',
  'actionable',
  'relevant',
  'proof',
] as const;
export const CriterionName = z.enum(CRITERIA);
export type CriterionName = z.infer<typeof CriterionName>;

/**
 * Where a finding or a change stands. `stepId` absent means the draft itself. `field` is a path inside it:
 * "title", "why", "instructions/2", "blanks/0", "steps".
 */
export const Place = z.object({ stepId: z.string().optional(), field: z.string() });
export type Place = z.infer<typeof Place>;

/** A change a rule can write by itself. `applyPatch` refuses it when the words it was made for have changed. */
export const Patch = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('replace-words'),
    place: Place,
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    before: z.string(),
    after: z.string(),
  }),
  z.object({ kind: z.literal('set-text'), place: Place, value: CitedText }),
  z.object({ kind: z.literal('set-minutes'), stepId: z.string(), value: Minutes }),
  z.object({
    kind: z.literal('add-text'),
    stepId: z.string(),
    list: z.enum(['inputs', 'instructions', 'commonMistakes', 'tools']),
    value: CitedText,
  }),
  z.object({ kind: z.literal('add-blank'), stepId: z.string(), value: Blank }),
  z.object({ kind: z.literal('remove'), place: Place, before: z.string() }),
  z.object({ kind: z.literal('attach-citation'), place: Place, citation: Citation }),
  z.object({
    kind: z.literal('split-step'),
    stepId: z.string(),
    at: z.number().int().min(1),
    title: z.string(),
  }),
  z.object({
    kind: z.literal('split-sentence'),
    place: Place,
    at: z.number().int().min(1),
    before: z.string(),
    after: z.string(),
  }),
  z.object({ kind: z.literal('merge-steps'), stepId: z.string(), into: z.string() }),
  z.object({ kind: z.literal('move-step'), stepId: z.string(), to: z.number().int().min(1) }),
]);
export type Patch = z.infer<typeof Patch>;

/** One thing that keeps a criterion from 5, with the exact words and what to do about it. */
export const Finding = z.object({
  /** Stable for the same words at the same place, so that "keep mine" survives the next review. */
  id: z.string(),
  criterion: CriterionName,
  rule: z.string(),
  /** `blocker` costs most; `hint` costs nothing and only helps. */
  weight: z.enum(['blocker', 'fault', 'hint']),
  place: Place,
  /** Offsets of the words in the field's text, where words are at fault. */
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
  words: z.string().optional(),
  message: z.string(),
  fix: z.string(),
  apply: Patch.optional(),
});
export type Finding = z.infer<typeof Finding>;

export const CriterionScore = z.object({
  criterion: CriterionName,
  word: z.enum(['GOLDEN', 'SHARP']),
  letter: z.string().length(1),
  name: z.string(),
  score: z.number().int().min(1).max(5),
  threshold: z.number().int().min(1).max(5),
  /** What the score rests on, in a sentence with its figures. */
  evidence: z.string(),
  findings: z.number().int().min(0),
});
export type CriterionScore = z.infer<typeof CriterionScore>;

export const Review = z.object({
  rubricVersion: z.number().int(),
  scores: z.array(CriterionScore).length(CRITERIA.length),
  findings: z.array(Finding),
  /** Every criterion reaches the rubric's threshold. */
  publishable: z.boolean(),
  /** Criteria below the threshold, weakest first. */
  blockedBy: z.array(CriterionName),
});
export type Review = z.infer<typeof Review>;
