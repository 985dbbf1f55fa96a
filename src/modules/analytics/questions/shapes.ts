import { z } from 'zod';
import { Instant, TableCell, TableColumn } from '#kernel/shapes';
import { Period } from './calendar.ts';
import { MEASURE_KEYS, STAGES } from './keys.ts';

/** A question, ready to be counted: what, when, split by what, narrowed to what. */
export const Question = z.object({
  measure: z.enum(MEASURE_KEYS),
  split: z.string().max(40).nullable(),
  period: Period,
  filter: z.object({ column: z.string().max(40), value: z.string().max(300) }).nullable(),
  isRaw: z.boolean(),
  quietDays: z.number().int().min(1).max(400),
  stages: z.object({ from: z.enum(STAGES), to: z.enum(STAGES) }),
});
export type Question = z.output<typeof Question>;

export const AnswerRows = z
  .object({
    title: z.string(),
    words: z.array(z.string()).describe('how it was counted'),
    columns: z.array(TableColumn),
    data: z
      .array(z.record(z.string(), TableCell))
      .describe('the columns, and `leadId` where a person stands behind the row'),
    rows: z.number().int().describe('how many there are in all'),
    currency: z.string(),
    leftOut: z.array(z.string()).describe('what whoever asks may not see'),
    countedAt: Instant,
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'AnswerRows' });
export type AnswerRows = z.output<typeof AnswerRows>;
