import { z } from 'zod';

/** RFC 9457 problem document, the body of every refusal. */
export const ProblemDocument = z
  .object({
    type: z.string().describe('what kind of problem, stable across releases'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('what happened, what is safe and what to do'),
    instance: z.string().describe('correlation id; quote it when you ask for help'),
    errors: z
      .array(z.object({ pointer: z.string().describe('JSON pointer of the field'), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.output<typeof ProblemDocument>;
