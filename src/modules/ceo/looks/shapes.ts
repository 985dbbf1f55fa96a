import { z } from 'zod';
import { Id, Instant, PageQuery } from '#kernel/shapes';

export const Insight = z
  .object({
    id: Id,
    detector: z.string(),
    type: z.string(),
    title: z.string(),
    statement: z.string(),
    confidence: z.number().min(0).max(1),
    prior: z.number().min(0).max(1).nullable(),
    evidence: z.object({
      query: z.string(),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      count: z.number().int(),
    }),
    state: z.enum(['open', 'acted', 'dismissed', 'resolved', 'expired']),
    firstSeenAt: Instant,
    lastSeenAt: Instant,
  })
  .meta({ id: 'Insight' });
export type Insight = z.output<typeof Insight>;

export const InsightWithRows = Insight.extend({
  rows: z.array(z.object({ type: z.string(), id: Id, note: z.string() })).describe('the first hundred'),
}).meta({ id: 'InsightWithRows' });

export const InsightQuery = PageQuery.extend({
  state: z.string().max(100).optional().describe('states, separated by commas'),
});
export type InsightQuery = z.output<typeof InsightQuery>;

export const DetectorShape = z
  .object({
    key: z.string(),
    name: z.string(),
    isActive: z.boolean(),
    prior: z.number(),
    right: z.number().int(),
    wrong: z.number().int(),
    certainty: z.number().describe('the prior, giving way to how often it was right'),
  })
  .meta({ id: 'Detector' });
export type DetectorShape = z.output<typeof DetectorShape>;

export const Run = z
  .object({
    id: Id,
    trigger: z.enum(['hourly', 'asked', 'event']),
    state: z.enum(['running', 'done', 'failed', 'stopped']),
    insights: z.number().int(),
    proposed: z.number().int(),
    done: z.number().int(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'CeoRun' });
export type Run = z.output<typeof Run>;
