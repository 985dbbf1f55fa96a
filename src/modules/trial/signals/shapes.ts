import { z } from 'zod';
import { Id, Instant, PageQuery } from '#kernel/shapes';

export const SignalRule = z
  .object({
    id: Id,
    key: z.string(),
    name: z.string(),
    sentence: z.string().describe('what it looks at, in words'),
    weight: z.number().describe('what one observation adds; changing it counts for what comes after'),
    halfLifeDays: z
      .number()
      .int()
      .nullable()
      .describe('days after which it counts half; null: for ever whole'),
    isActive: z.boolean().describe('a rule that is off observes nothing, and what it observed rests'),
    observed: z.number().int(),
    people: z.number().int(),
    updatedAt: Instant,
  })
  .meta({ id: 'SignalRule' });
export type SignalRule = z.output<typeof SignalRule>;

export const SignalRuleChange = z
  .object({
    weight: z.number().min(-1000).max(1000).multipleOf(0.01).optional(),
    halfLifeDays: z.number().int().min(1).max(3650).nullable().optional(),
    isActive: z.boolean().optional(),
  })
  .meta({ id: 'SignalRuleChange' });
export type SignalRuleChange = z.output<typeof SignalRuleChange>;

export const SignalQuery = PageQuery.extend({ leadId: Id.optional() });
export type SignalQuery = z.output<typeof SignalQuery>;

export const Signal = z
  .object({
    id: Id,
    leadId: Id,
    playbookId: Id.nullable(),
    rule: z.string(),
    name: z.string(),
    weight: z.number(),
    counts: z.number().describe('what it counts now, after fading; 0 while its rule is off'),
    reason: z.string(),
    evidence: z.record(z.string(), z.json()).describe('ids of the facts it was seen in'),
    at: Instant,
  })
  .meta({ id: 'Signal' });
export type Signal = z.output<typeof Signal>;
