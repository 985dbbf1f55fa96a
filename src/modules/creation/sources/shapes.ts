import { z } from 'zod';
import { Id, Instant, Line } from '#kernel/shapes';
import { ExpertName } from '../experts/shapes.ts';

/** One named stage of a longer piece of work, for the running card. */
export const Stage = z
  .object({
    name: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    count: z.number().int().nullable(),
  })
  .meta({ id: 'Stage' });
export type Stage = z.output<typeof Stage>;

export const SourceSummary = z
  .object({
    id: Id,
    kind: z.enum(['paste', 'upload', 'url', 'feed', 'interview', 'audio']),
    format: z.string(),
    title: z.string(),
    expert: ExpertName.nullable(),
    status: z.enum(['importing', 'ready', 'failed', 'cancelled']),
    problem: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    wordCount: z.number().int(),
    passageCount: z.number().int(),
    usedInSteps: z.number().int(),
    url: z.string().nullable(),
    fileName: z.string().nullable(),
    duplicateOf: z.object({ id: Id, title: z.string() }).nullable(),
    importedAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'SourceSummary' });
export type SourceSummary = z.output<typeof SourceSummary>;

export const PassageUse = z
  .object({
    playbookId: Id,
    playbookSlug: z.string(),
    playbookTitle: z.string(),
    stepPosition: z.number().int(),
    stepTitle: z.string(),
  })
  .meta({ id: 'PassageUse' });

export const Passage = z
  .object({
    id: Id,
    start: z.number().int(),
    end: z.number().int(),
    quote: z.string(),
    kind: z.string(),
    heading: z.string().nullable(),
    speaker: z.string().nullable(),
    timeMs: z.number().int().nullable(),
    page: z.number().int().nullable(),
    usedIn: z.array(PassageUse),
  })
  .meta({ id: 'Passage' });
export type Passage = z.output<typeof Passage>;

export const Source = SourceSummary.extend({
  text: z.string(),
  author: z.string().nullable(),
  publishedAt: Instant.nullable(),
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']).nullable(),
  stages: z.array(Stage),
  passages: z.array(Passage),
}).meta({ id: 'Source' });
export type Source = z.output<typeof Source>;

/** A passage with the words around it, for opening a citation in place. */
export const PassageInContext = z
  .object({
    id: Id,
    quote: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    speaker: z.string().nullable(),
    timeMs: z.number().int().nullable(),
    page: z.number().int().nullable(),
    before: z.string(),
    after: z.string(),
    wordForWord: z.boolean().describe('whether the source still says exactly this at these offsets'),
    source: z.object({ id: Id, title: z.string(), kind: z.string() }),
  })
  .meta({ id: 'PassageInContext' });
export type PassageInContext = z.output<typeof PassageInContext>;

const title = Line(200).optional();
const expertId = Id.optional();

export const NewSource = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('paste'),
      title,
      expertId,
      text: z.string().max(5_000_000, 'This text is longer than 5 million characters. Split it into parts.'),
    }),
    z.object({
      kind: z.literal('url'),
      title,
      expertId,
      url: z
        .string()
        .trim()
        .max(2000)
        .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
          message: 'Write an address that begins with http:// or https://.',
        }),
    }),
  ])
  .meta({ id: 'NewSource' });
export type NewSource = z.output<typeof NewSource>;

export const SourceChange = z
  .object({ title: Line(200).optional(), expertId: Id.nullable().optional() })
  .meta({ id: 'SourceChange' });
export type SourceChange = z.output<typeof SourceChange>;
