import { z } from 'zod';
import { Instant, Line, Prose } from '#kernel/shapes';

export const CeoConfig = z
  .object({
    personality: z.string(),
    goals: z.array(z.string()),
    industry: z.string(),
    language: z.string(),
    isHourly: z.boolean(),
    actsAbove: z
      .number()
      .min(0)
      .max(1)
      .describe('above this certainty it acts alone where the policy allows'),
    stopped: z.object({ at: Instant, by: z.string(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'CeoConfig' });
export type CeoConfig = z.output<typeof CeoConfig>;

export const CeoConfigChange = z
  .object({
    personality: Prose(2000),
    goals: z.array(Line(200)).max(10),
    industry: Prose(200),
    isHourly: z.boolean(),
    actsAbove: z.number().min(0).max(1),
  })
  .partial()
  .meta({ id: 'CeoConfigChange' });
export type CeoConfigChange = z.output<typeof CeoConfigChange>;

export const NewStop = z.object({ reason: Line(300).optional() }).meta({ id: 'NewStop' });
