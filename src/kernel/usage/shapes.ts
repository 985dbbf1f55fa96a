import { z } from 'zod';
import { Instant } from '#kernel/shapes';

export const Usage = z
  .object({
    plan: z.enum(['free', 'pro', 'enterprise']),
    limitsEnforced: z.boolean().describe('off on a self-hosted installation unless turned on'),
    month: z.string().describe('first day of the month, UTC'),
    resetsAt: Instant,
    resources: z.array(
      z.object({
        resource: z.enum(['tasks', 'posts', 'campaigns']),
        used: z.number().int(),
        limit: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'Usage' });
export type Usage = z.output<typeof Usage>;
