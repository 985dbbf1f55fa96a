import { z } from 'zod';
import { Id, Instant, Line, Prose } from '#kernel/shapes';

/** What an answer rests on: words of a source, of a step, or of the expert's own correction. */
export const Citation = z
  .object({
    stepId: z.string().nullable(),
    stepPosition: z.number().int().nullable(),
    stepTitle: z.string().nullable(),
    passageId: Id.nullable(),
    sourceId: Id.nullable(),
    correctionId: Id.nullable().describe('set where the expert corrected an earlier answer'),
    quote: z.string().describe('word for word as it stands there'),
  })
  .meta({ id: 'CloneCitation' });
export type Citation = z.output<typeof Citation>;

export const Question = Line(500);

export const NewClone = z.object({ playbookId: Id });

export const CloneChange = z.object({
  name: Line(120).optional(),
  greeting: Prose(500).optional(),
  freeUses: z.number().int().min(0).max(50).optional(),
  eligibilityRule: z
    .object({ all: z.array(z.unknown()).max(20), any: z.array(z.unknown()).max(20) })
    .nullable()
    .optional()
    .describe('in the shape of a segment’s rule; null: the rule of the gate decides'),
  passingRate: z.number().min(0).max(1).optional(),
});
export type CloneChange = z.output<typeof CloneChange>;

const Rate = z.object({ value: z.number(), n: z.number().int() });

export const TestResult = z
  .object({
    questionId: Id,
    question: z.string(),
    expected: z.enum(['answer', 'refuse']),
    outcome: z.enum(['grounded', 'refused', 'elsewhere', 'answered', 'failed']),
    isRight: z.boolean(),
    answer: z.string(),
    why: z.string(),
  })
  .meta({ id: 'CloneTestResult' });
export type TestResult = z.output<typeof TestResult>;

export const TestRun = z
  .object({
    id: Id,
    state: z.enum(['running', 'passed', 'failed', 'stopped']),
    questions: z.number().int(),
    grounded: Rate.nullable().describe('of the questions that the material answers'),
    refused: Rate.nullable().describe('of the questions that it must refuse'),
    right: Rate.nullable(),
    results: z.array(TestResult),
    composer: z.string(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'CloneTestRun' });
export type TestRun = z.output<typeof TestRun>;

export const Clone = z
  .object({
    id: Id,
    name: z.string(),
    state: z.enum(['draft', 'published', 'paused']),
    greeting: z.string(),
    freeUses: z.number().int(),
    eligibilityRule: z.unknown().nullable(),
    eligibilitySentence: z.string().nullable(),
    passingRate: z.number(),
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }),
    expert: z.object({ id: Id, name: z.string() }).nullable(),
    testRate: Rate.nullable(),
    turns: z.number().int(),
    notInMaterial: z.number().int(),
    trials: z.number().int(),
    publishedAt: Instant.nullable(),
    publicUrl: z.string(),
    composer: z.string().describe('who answers now'),
  })
  .meta({ id: 'Clone' });
export type Clone = z.output<typeof Clone>;

export const CloneRecord = Clone.extend({ testRun: TestRun.nullable() }).meta({ id: 'CloneRecord' });
export type CloneRecord = z.output<typeof CloneRecord>;

export const Turn = z
  .object({
    id: Id,
    question: z.string(),
    answer: z.string().nullable().describe('[1] points at the first citation'),
    state: z.enum(['reserved', 'answered', 'not_in_material', 'failed', 'released']),
    isGrounded: z.boolean().nullable(),
    citations: z.array(Citation),
    composer: z.string(),
    lead: z.object({ id: Id, name: z.string() }).nullable(),
    askedAt: Instant,
    rating: z.enum(['useful', 'not_useful']).nullable(),
    correctionId: Id.nullable(),
  })
  .meta({ id: 'CloneTurn' });
export type Turn = z.output<typeof Turn>;

export const TestQuestion = z
  .object({
    id: Id,
    question: z.string(),
    expected: z.enum(['answer', 'refuse']),
    expectedAnswer: z.string().nullable(),
    passageIds: z.array(Id),
    correctionId: Id.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'CloneTestQuestion' });
export type TestQuestion = z.output<typeof TestQuestion>;

export const NewTestQuestion = z.object({
  question: Question,
  expected: z.enum(['answer', 'refuse']).default('answer'),
});
export type NewTestQuestion = z.output<typeof NewTestQuestion>;

export const NewCorrection = z.object({
  turnId: Id.optional(),
  question: Question,
  rightAnswer: Prose(4_000).refine((text) => text.trim() !== '', { message: 'Write the right answer.' }),
});
export type NewCorrection = z.output<typeof NewCorrection>;

export const Correction = z
  .object({
    id: Id,
    turnId: Id.nullable(),
    question: z.string(),
    wrongAnswer: z.string().nullable(),
    rightAnswer: z.string(),
    correctedAt: Instant,
  })
  .meta({ id: 'CloneCorrection' });
export type Correction = z.output<typeof Correction>;
