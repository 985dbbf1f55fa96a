import { z } from 'zod';
import { EmailAddress, Id, Instant, Line, Prose } from '#kernel/shapes';
import { Rule } from '../segments/shapes.ts';

const Option = z.object({
  value: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.'),
  label: Line(120),
  points: z.number().int().min(0).max(40).default(0).describe('what this answer adds to fit'),
});

export const Question = z
  .object({
    id: z
      .string()
      .min(1)
      .max(40)
      .regex(/^[a-z][a-z0-9_-]*$/, 'Begin with a letter; use lower-case letters, digits, hyphens.'),
    version: z
      .number()
      .int()
      .min(1)
      .default(1)
      .describe('rises when the words change; older answers are kept apart'),
    kind: z.enum(['choice', 'text']),
    text: Line(160),
    help: Prose(300).default(''),
    isRequired: z.boolean().default(true),
    options: z.array(Option).max(8).default([]),
  })
  .refine(({ kind, options }) => kind === 'text' || options.length >= 2, {
    message: 'A choice needs two options at least.',
    path: ['options'],
  })
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, {
    message: 'Two options have the same value.',
    path: ['options'],
  })
  .meta({ id: 'GateQuestion' });
export type Question = z.output<typeof Question>;

export const Questions = z
  .array(Question)
  .min(1)
  .max(5)
  .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, {
    message: 'Two questions have the same id.',
  });

export const GateCopy = z
  .object({ headline: z.string(), promise: z.string(), button: z.string() })
  .meta({ id: 'GateCopy' });
export type GateCopy = z.output<typeof GateCopy>;

export const Gate = z
  .object({
    id: Id,
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }),
    position: z.number().int(),
    isActive: z.boolean(),
    revision: z.object({
      id: Id,
      number: z.number().int(),
      questions: z.array(Question),
      copy: GateCopy.partial(),
      consentText: z.string(),
      newsletterText: z.string().nullable(),
      eligibilityRule: Rule,
      eligibilitySentence: z.string(),
      publishedAt: Instant,
    }),
    views: z.number().int().describe('people who began to fill it in or passed'),
    passed: z.number().int(),
  })
  .meta({ id: 'Gate' });
export type Gate = z.output<typeof Gate>;

export const GateChange = z
  .object({
    position: z
      .number()
      .int()
      .min(2, 'The gate stands after step 2 to 5.')
      .max(5, 'The gate stands after step 2 to 5.'),
    isActive: z.boolean(),
    questions: Questions,
    copy: z.object({ headline: Prose(120), promise: Prose(300), button: Prose(60) }).partial(),
    consentText: Line(600),
    newsletterText: Line(300).nullable(),
    eligibilityRule: Rule,
  })
  .partial()
  .meta({ id: 'GateChange' });
export type GateChange = z.output<typeof GateChange>;

/** What a reader filled in before the gate, as the page's script keeps it. */
export const Carried = z.object({
  answers: z.record(z.string().max(64), z.json()).default({}),
  done: z.array(z.string().max(64)).max(300).default([]),
});
export type Carried = z.output<typeof Carried>;

/** The whole gate in one go, for scripts. */
export const GateAnswers = z
  .object({
    email: EmailAddress,
    answers: z.record(z.string().max(40), z.string().max(2_000)).default({}),
    newsletter: z.boolean().default(false),
    carried: Carried.optional(),
    c: Id.nullable().optional().catch(null),
    elapsedMs: z.number().min(0).optional(),
    website: z.string().max(2_000).optional().describe('left empty by people'),
  })
  .meta({ id: 'GateAnswers' });
export type GateAnswers = z.output<typeof GateAnswers>;

export const GatePassed = z
  .object({
    opened: z.object({ from: z.number().int(), to: z.number().int() }),
    url: z.string(),
    mailTo: z.string(),
    didYouMean: z.string().nullable(),
  })
  .meta({ id: 'GatePassed' });
export type GatePassed = z.output<typeof GatePassed>;
