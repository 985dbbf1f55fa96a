import { z } from 'zod';
import { Id, Instant } from '#kernel/shapes';

export const Proportion = z
  .object({ value: z.number(), low: z.number(), high: z.number(), n: z.number().int() })
  .meta({ id: 'Proportion', description: 'a share of 0 to 1 with its 95 % interval and sample size' });

export const PlaybookPerformance = z
  .object({
    playbookId: Id,
    readers: z.number().int(),
    leads: z.number().int(),
    emailRate: Proportion.nullable(),
    moneyMinor: z.number().int(),
  })
  .meta({ id: 'PlaybookPerformance' });
export type PlaybookPerformance = z.output<typeof PlaybookPerformance>;

export const LinkPerformance = z
  .object({ linkId: Id, leads: z.number().int(), moneyMinor: z.number().int() })
  .meta({ id: 'LinkPerformance' });
export type LinkPerformance = z.output<typeof LinkPerformance>;

export const KeyNumber = z
  .object({
    key: z.string(),
    label: z.string(),
    format: z.enum(['count', 'share', 'money']),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().int().nullable(),
    target: z.number().nullable(),
    rowsQuery: z.string().nullable().describe('name for GET /rows: the rows behind the number'),
  })
  .meta({ id: 'KeyNumber' });
export type KeyNumber = z.output<typeof KeyNumber>;

export const Home = z
  .object({
    firstRun: z.boolean().describe('whether there is no source yet'),
    brief: z.object({
      sentence: z.string(),
      parts: z
        .array(z.object({ text: z.string(), rowsQuery: z.string().nullable() }))
        .describe('the same sentence in pieces: a piece with rowsQuery opens its rows'),
      madeAt: Instant,
      maker: z.string(),
    }),
    numbers: z.array(KeyNumber),
    changes: z.array(z.object({ at: Instant, sentence: z.string(), href: z.string().nullable() })),
    money: z.array(z.object({ week: z.string(), amountMinor: z.number().int() })),
    currency: z.string(),
    today: z.array(z.object({ sentence: z.string(), href: z.string() })),
    days: z.number().int(),
  })
  .meta({ id: 'Home' });
export type Home = z.output<typeof Home>;

export const Rows = z
  .object({
    title: z.string(),
    filters: z.array(z.string()),
    query: z.string(),
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        format: z.enum(['text', 'instant', 'count', 'money', 'flag']),
      }),
    ),
    data: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
      .describe('the columns, `leadId` where a person stands behind the row, `chainOf` for GET /chains'),
    rows: z.number().int().describe('how many there are in all'),
    sum: z.number().describe('what the rows add up to: the number that was opened'),
    sumFormat: z.enum(['count', 'money']).describe('money in minor units of `currency`'),
    currency: z.string(),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Rows' });
export type Rows = z.output<typeof Rows>;

export const Hit = z
  .object({
    kind: z.enum(['lead', 'playbook', 'step', 'passage', 'link', 'source', 'expert']),
    id: z.string(),
    title: z.string(),
    sentence: z.string(),
    href: z.string(),
  })
  .meta({ id: 'SearchHit' });
export type Hit = z.output<typeof Hit>;

export const Work = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    progress: z.number().nullable().describe('0 to 1, null while unknown'),
    stages: z.array(
      z.object({
        name: z.string(),
        state: z.string(),
        done: z.number().int().nullable(),
        total: z.number().int().nullable(),
      }),
    ),
    startedAt: Instant,
    href: z.string().describe('where to watch it, below the workspace'),
  })
  .meta({ id: 'RunningWork' });
export type Work = z.output<typeof Work>;
