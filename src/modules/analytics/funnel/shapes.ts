import { z } from 'zod';
import { Id, Instant } from '#kernel/shapes';
import { DAYS } from '../days.ts';
import { VERDICTS } from './verdict.ts';

export const STAGES = ['readers', 'emails', 'trials', 'videos', 'orders'] as const;
export const RATES = ['reader_to_email', 'email_to_trial', 'trial_to_video', 'video_to_purchase'] as const;

export const FunnelQuery = z.object({
  days: z.enum(DAYS).default('28'),
  playbookId: Id.optional(),
  reach: z
    .enum(['people', 'raw'])
    .default('people')
    .describe('raw counts machines and suspect addresses as well'),
});

const Reason = z.object({
  key: z.string(),
  people: z.number().int(),
  words: z.string().describe('what they did instead, to be read after the count'),
  rowsQuery: z.string(),
});

export const Funnel = z
  .object({
    days: z.enum(DAYS),
    reach: z.enum(['people', 'raw']),
    finding: z.string().describe('what the rates say, in a sentence'),
    stages: z.array(
      z.object({
        key: z.enum(STAGES),
        label: z.string(),
        people: z.number().int(),
        raw: z.number().int().describe('with machines and suspect addresses'),
        rowsQuery: z.string(),
        asideQuery: z
          .string()
          .nullable()
          .describe('the rows of raw that are no people; null behind the gate'),
        href: z.string(),
        reasons: z.array(Reason).describe('why people of the stage before are not here; each counts once'),
        beside: z.number().int().describe('people who got here without the stage before; not in `people`'),
      }),
    ),
    rates: z.array(
      z.object({
        key: z.enum(RATES),
        from: z.enum(STAGES),
        to: z.enum(STAGES),
        n: z.number().int().describe('people of the stage before'),
        part: z.number().int(),
        value: z.number().nullable(),
        low: z.number().nullable().describe('95 % Wilson interval'),
        high: z.number().nullable(),
        target: z.number(),
        verdict: z.enum(VERDICTS),
      }),
    ),
    filters: z.array(z.string()).describe('how it was counted'),
    handsWaiting: z.number().int().describe('people who raised a hand and neither watched nor ordered'),
    countedAt: Instant,
  })
  .meta({ id: 'Funnel' });
export type Funnel = z.output<typeof Funnel>;
