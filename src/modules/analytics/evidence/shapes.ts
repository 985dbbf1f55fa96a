import { z } from 'zod';
import { Instant } from '#kernel/shapes';

export const ChainQuery = z.object({
  of: z
    .string()
    .regex(/^(lead|order):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'Use lead:<id> or order:<id>.'),
});

export const Chain = z
  .object({
    of: z.string(),
    title: z.string(),
    links: z
      .array(
        z.object({
          kind: z.enum([
            'source',
            'passage',
            'step',
            'version',
            'link',
            'click',
            'reader',
            'lead',
            'trial',
            'hand-raise',
            'video',
            'order',
            'share',
          ]),
          label: z.string(),
          detail: z.string().nullable(),
          at: Instant.nullable(),
          href: z.string().nullable().describe('below the workspace'),
        }),
      )
      .describe('from sentence to euro; only what is known stands in it'),
  })
  .meta({ id: 'Chain' });
export type Chain = z.output<typeof Chain>;
