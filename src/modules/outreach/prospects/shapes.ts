import { z } from 'zod';
import { Id, Instant, Line, PageQuery } from '#kernel/shapes';

const State = z.enum(['new', 'ready', 'held', 'removed']);

export const ProspectList = z
  .object({
    id: Id,
    name: z.string(),
    origin: z.enum(['paste', 'csv', 'xlsx', 'segment', 'search', 'api']),
    total: z.number().int(),
    ready: z.number().int(),
    held: z.number().int(),
    grade: z.string().nullable().describe('A to F'),
    gradeReasons: z.array(z.string()),
    createdAt: Instant,
  })
  .meta({ id: 'ProspectList' });
export type ProspectList = z.output<typeof ProspectList>;

export const Prospect = z
  .object({
    id: Id,
    list: z.object({ id: Id, name: z.string() }),
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    company: z.string().nullable(),
    jobTitle: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    country: z.string().nullable(),
    timeZone: z.string().nullable(),
    fields: z.record(z.string(), z.string()),
    state: State,
    heldCode: z.string().nullable(),
    heldReason: z.string().nullable().describe('why nobody writes to this person'),
    createdAt: Instant,
  })
  .meta({ id: 'Prospect' });
export type Prospect = z.output<typeof Prospect>;

const Row = z.record(
  z.string().max(200),
  z.union([z.string().max(5_000), z.number(), z.boolean(), z.null()]),
);
const Given = {
  text: z.string().max(20_000_000).optional().describe('a pasted list, or a CSV file'),
  rows: z.array(Row).max(100_000).optional().describe('the same as objects'),
  mapping: z
    .record(z.string().max(200), z.string().max(40))
    .default({})
    .describe(
      'heading -> email, firstName, lastName, name, company, jobTitle, phone, website, country, timeZone',
    ),
  dryRun: z.boolean().default(false).describe('say what would happen and keep nothing'),
};
const oneOf = ({ text, rows }: { text?: string | undefined; rows?: unknown[] | undefined }) =>
  (text === undefined) !== (rows === undefined);
const needed = { message: 'Give text or rows, one of the two.', path: ['text'] };

export const NewProspectList = z
  .object({ name: Line(120), origin: z.enum(['paste', 'csv', 'api']).default('paste'), ...Given })
  .refine(oneOf, needed)
  .meta({ id: 'NewProspectList' });
export type NewProspectList = z.output<typeof NewProspectList>;

export const NewProspects = z.object(Given).refine(oneOf, needed).meta({ id: 'NewProspects' });
export type NewProspects = z.output<typeof NewProspects>;

export const ProspectImport = z
  .object({
    list: ProspectList.nullable().describe('null in a dry run of a new list'),
    sentence: z.string(),
    total: z.number().int(),
    ready: z.number().int(),
    held: z.number().int(),
    refused: z.number().int(),
    grade: z.string(),
    gradeReasons: z.array(z.string()),
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
    rows: z
      .array(
        z.object({
          row: z.number().int(),
          verdict: z.enum(['ready', 'held', 'refused']),
          email: z.string(),
          name: z.string(),
          company: z.string().nullable(),
          code: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      )
      .describe('what is not ready first; 200 of them'),
  })
  .meta({ id: 'ProspectImport' });
export type ProspectImport = z.output<typeof ProspectImport>;

export const ProspectQuery = PageQuery.extend({
  list: Id.optional(),
  state: State.optional(),
  q: z.string().trim().max(200).optional().describe('part of an e-mail, a name or a company'),
});
export type ProspectQuery = z.output<typeof ProspectQuery>;

export const ProspectChange = z
  .object({
    state: z
      .enum(['ready', 'held', 'removed'])
      .describe('ready lets somebody in who was held back, save the suppressed'),
    firstName: Line(200).nullable(),
    lastName: Line(200).nullable(),
    company: Line(200).nullable(),
    jobTitle: Line(200).nullable(),
  })
  .partial()
  .meta({ id: 'ProspectChange' });
export type ProspectChange = z.output<typeof ProspectChange>;
