import { z } from 'zod';
import { Instant, PageQuery } from '#kernel/shapes';

export const AiRunQuery = PageQuery.extend({ task: z.string().max(120).optional() });
export type AiRunQuery = z.output<typeof AiRunQuery>;

export const AiRun = z
  .object({
    id: z.uuid(),
    task: z.string(),
    taskVersion: z.number().int(),
    promptVersion: z.string(),
    inputHash: z.string(),
    subject: z.object({ type: z.string(), id: z.uuid() }).nullable(),
    state: z.enum(['reserved', 'completed', 'fell_back', 'refused', 'failed', 'unconfirmed']),
    maker: z.string().describe('"built-in composer" or "model: …"'),
    output: z.unknown(),
    reason: z.string().nullable(),
    error: z.string().nullable(),
    attempts: z.number().int(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    costMicros: z.number().int().describe('millionths of a US dollar'),
    durationMs: z.number().int().nullable(),
    startedAt: Instant,
  })
  .meta({ id: 'AiRun' });
export type AiRun = z.output<typeof AiRun>;

export const AiSpend = z
  .object({
    month: z.string().describe('first day of the month, UTC'),
    limitMicros: z.number().int(),
    spentMicros: z.number().int(),
    reservedMicros: z.number().int().describe('set aside for calls under way'),
    state: z.enum(['ok', 'stand-in', 'failing']),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AiSpend' });
export type AiSpend = z.output<typeof AiSpend>;
