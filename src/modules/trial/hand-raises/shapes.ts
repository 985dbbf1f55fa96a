import { z } from 'zod';
import { Id, Instant, PageQuery } from '#kernel/shapes';

const Person = z
  .object({
    id: Id,
    name: z.string().describe('the e-mail while no name is known'),
    email: z.string(),
    company: z.string().nullable(),
    stage: z.string(),
  })
  .meta({ id: 'HandRaisePerson' });

export const HandRaise = z
  .object({
    id: Id,
    lead: Person,
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    total: z.number().describe('what the signals added up to when the hand went up'),
    threshold: z.number().describe('the line at that time'),
    readinessScore: z.number().describe('how ready they are now, after fading'),
    signals: z
      .array(
        z.object({
          signalId: Id,
          rule: z.string(),
          name: z.string(),
          weight: z.number().describe('what it counted then; these add up to the total'),
          reason: z.string(),
          at: Instant,
        }),
      )
      .describe('as they stood, oldest first'),
    raisedAt: Instant,
    rearmedAt: Instant.nullable().describe('since when another signal may raise the hand again'),
  })
  .meta({ id: 'HandRaise' });
export type HandRaise = z.output<typeof HandRaise>;

export const HandRaiseQuery = PageQuery.extend({
  leadId: Id.optional(),
  state: z.enum(['raised', 'rearmed']).optional(),
});
export type HandRaiseQuery = z.output<typeof HandRaiseQuery>;

export const HandRaiseRule = z
  .object({
    id: Id,
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    threshold: z.number(),
    condition: z.string().describe('who it may hold for, as a sentence'),
    videoDelayMinutes: z.number().int(),
    rearmAfterDays: z.number().int().nullable(),
    isActive: z.boolean(),
    raised: z.number().int().describe('hands that are up'),
    updatedAt: Instant,
  })
  .meta({ id: 'HandRaiseRule' });
export type HandRaiseRule = z.output<typeof HandRaiseRule>;

const Threshold = z.number().positive().max(100_000).multipleOf(0.01);

export const HandRaiseRuleChange = z
  .object({
    threshold: Threshold.optional(),
    videoDelayMinutes: z.number().int().min(0).max(43_200).optional(),
    rearmAfterDays: z.number().int().min(1).max(3650).nullable().optional(),
    isActive: z.boolean().optional(),
  })
  .meta({ id: 'HandRaiseRuleChange' });
export type HandRaiseRuleChange = z.output<typeof HandRaiseRuleChange>;

export const HandRaisePreviewQuery = z.object({
  threshold: z.coerce.number().positive().max(100_000).describe('where the line would be'),
});

export const HandRaisePreview = z
  .object({
    threshold: z.number(),
    now: z.number().int().describe('hands that are up'),
    would: z.number().int().describe('hands that would be up, had the line been there'),
    joins: z
      .array(z.object({ lead: Person, total: z.number() }))
      .describe('raise their hand as soon as the line is there; at most 50, the nearest first'),
    joinCount: z.number().int(),
    leaves: z
      .array(z.object({ lead: Person, total: z.number() }))
      .describe('raised their hand below that line; what was raised stays raised'),
    leaveCount: z.number().int(),
  })
  .meta({ id: 'HandRaisePreview' });
export type HandRaisePreview = z.output<typeof HandRaisePreview>;
