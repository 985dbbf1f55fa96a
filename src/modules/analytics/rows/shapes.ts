import { z } from 'zod';
import { Id } from '#kernel/shapes';
import { MODELS } from '../attribution/credit.ts';
import { DAYS } from '../days.ts';

/** Numbers that can be opened down to their rows. */
export const OPENABLE = [
  'clicks',
  'machines',
  'leads',
  'confirmed',
  'readers',
  'set-aside',
  'emails',
  'trials',
  'hand-raises',
  'hands-waiting',
  'videos',
  'orders',
  'left',
  'booked',
  'refunds',
  'attributed',
  'unattributed',
] as const;
export type Openable = (typeof OPENABLE)[number];

export const RowsQuery = z.object({
  query: z.enum(OPENABLE),
  days: z.enum(DAYS).default('28'),
  playbookId: Id.optional(),
  reach: z.enum(['people', 'raw']).default('people'),
  stage: z
    .enum(['emails', 'trials', 'videos', 'orders'])
    .optional()
    .describe('of `left`: the stage not reached'),
  reason: z.string().max(40).optional().describe('of `left`: a reason of GET /funnel'),
  model: z.enum(MODELS).default('last').describe('of `attributed`'),
  channel: z.string().max(60).optional().describe('of `attributed`: a channelGroup of GET /attribution'),
  linkId: Id.optional().describe('of `attributed`'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RowsQuery = z.output<typeof RowsQuery>;
