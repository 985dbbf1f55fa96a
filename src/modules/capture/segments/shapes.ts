import { z } from 'zod';
import { Id, Instant, Line, Prose, Slug } from '#kernel/shapes';

export const OPERATORS = [
  'is',
  'is_not',
  'one_of',
  'none_of',
  'at_least',
  'at_most',
  'contains',
  'is_set',
  'is_not_set',
] as const;

const Value = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).min(1).max(50),
]);

/** One thing that must be so. Answers are named `answer.<question>`. */
export const Condition = z
  .object({
    field: z
      .string()
      .max(80)
      .regex(/^(answer\.[a-z0-9_-]+|[a-zA-Z]+)$/, 'Name a field, or answer.<question>.'),
    operator: z.enum(OPERATORS),
    value: Value.optional(),
  })
  .refine(
    ({ operator, value }) => (operator === 'is_set' || operator === 'is_not_set') === (value === undefined),
    {
      message: 'Give a value to compare with.',
      path: ['value'],
    },
  )
  .refine(
    ({ operator, value }) => (operator === 'one_of' || operator === 'none_of') === Array.isArray(value),
    {
      message: 'one_of and none_of take a list, the others one value.',
      path: ['value'],
    },
  )
  .meta({ id: 'Condition' });
export type Condition = z.output<typeof Condition>;

/** Every condition of `all`, and where there are any, at least one of `any`. */
export const Rule = z
  .object({ all: z.array(Condition).max(20).default([]), any: z.array(Condition).max(20).default([]) })
  .meta({ id: 'Rule' });
export type Rule = z.output<typeof Rule>;

const FilledRule = Rule.refine(({ all, any }) => all.length + any.length > 0, {
  message: 'Add a condition.',
});

const Purpose = z.enum([
  'internal_learning',
  'expert_partnership',
  'audience_building',
  'jv_leads',
  'product_customers',
  'community',
]);

export const Segment = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    rule: Rule,
    sentence: z.string().describe('the rule in words'),
    problem: z.string().nullable().describe('why nobody can match, where that is so'),
    memberCount: z.number().int(),
    purpose: Purpose.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Segment' });
export type Segment = z.output<typeof Segment>;

export const NewSegment = z
  .object({
    name: Line(80),
    slug: Slug.optional(),
    description: Prose(500).default(''),
    rule: FilledRule,
    purpose: Purpose.optional(),
  })
  .meta({ id: 'NewSegment' });
export type NewSegment = z.output<typeof NewSegment>;

export const SegmentChange = z
  .object({ name: Line(80), description: Prose(500), rule: FilledRule, purpose: Purpose.nullable() })
  .partial()
  .meta({ id: 'SegmentChange' });
export type SegmentChange = z.output<typeof SegmentChange>;

export const SegmentPreview = z
  .object({
    sentence: z.string(),
    problem: z.string().nullable(),
    count: z.number().int(),
    people: z
      .array(z.object({ id: Id, name: z.string(), reasons: z.array(z.string()) }))
      .describe('ten of them'),
  })
  .meta({ id: 'SegmentPreview' });
export type SegmentPreview = z.output<typeof SegmentPreview>;
