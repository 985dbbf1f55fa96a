import { z } from 'zod';
import { EmailAddress, Id, Instant, Line, PageQuery, Prose } from '#kernel/shapes';

export const STAGES = ['captured', 'trial', 'hand_raised', 'video', 'checkout', 'customer'] as const;
export const Stage = z.enum(STAGES);
export const Status = z.enum(['new', 'contacted', 'qualified', 'nurturing', 'won', 'lost', 'archived']);
export const Priority = z.enum(['low', 'medium', 'high']);
export const SORTS = ['newest', 'quiet', 'name', 'fit', 'engagement'] as const;

export const LeadFilter = z.object({
  q: z.string().trim().max(200).optional().describe('part of a name, e-mail or company'),
  stage: z.string().max(200).optional().describe('stages, separated by commas'),
  segment: z.string().max(400).optional().describe('ids of segments, separated by commas: in all of them'),
  playbook: Id.optional(),
  grade: z.string().max(100).optional().describe('grades such as A1, separated by commas'),
  quietDays: z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .optional()
    .describe('quiet for at least that many days'),
  confirmed: z.enum(['yes', 'no']).optional(),
  suspect: z.enum(['yes', 'no']).optional(),
});
export type LeadFilter = z.output<typeof LeadFilter>;

export const LeadQuery = PageQuery.extend(LeadFilter.shape).extend({
  view: z.string().max(80).optional().describe('id of a saved view; what the query says itself counts more'),
  sort: z.enum(SORTS).optional(),
});
export type LeadQuery = z.output<typeof LeadQuery>;

const Named = z.object({ id: Id, name: z.string() });

export const LeadSummary = z
  .object({
    id: Id,
    name: z.string().describe('the e-mail while no name is known'),
    email: z.string(),
    company: z.string().nullable(),
    stage: Stage,
    status: Status,
    priority: Priority,
    grade: z.string().nullable(),
    fitScore: z.number().int(),
    engagementScore: z.number().int(),
    segments: z.array(Named),
    source: z.object({
      link: z.object({ id: Id, slug: z.string() }).nullable(),
      playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
      channel: z.string().nullable(),
    }),
    next: z.object({ kind: z.string(), sentence: z.string(), at: Instant.nullable() }).nullable(),
    quietDays: z.number().int(),
    isSuspect: z.boolean(),
    capturedAt: Instant,
    confirmedAt: Instant.nullable(),
  })
  .meta({ id: 'LeadSummary' });
export type LeadSummary = z.output<typeof LeadSummary>;

const Reason = z.object({ points: z.number().int(), reason: z.string(), at: Instant });
const ScoreShape = z
  .object({ total: z.number().int(), reasons: z.array(Reason).describe('add up to the total') })
  .meta({ id: 'Score' });

export const Lead = LeadSummary.extend({
  details: z.object({
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    company: z.string().nullable(),
    companyDomain: z.string().nullable(),
    jobTitle: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    timeZone: z.string().nullable(),
    owner: Named.nullable(),
    source: z.string(),
    suspectReason: z.string().nullable(),
    custom: z.record(z.string(), z.json()),
  }),
  answers: z.array(
    z.object({
      questionId: z.string(),
      question: z.string(),
      answer: z.string(),
      value: z.string(),
      at: Instant,
      isNewest: z.boolean(),
    }),
  ),
  consents: z.array(
    z.object({
      id: Id,
      purpose: z.string(),
      state: z.enum(['granted', 'confirmed', 'withdrawn']),
      text: z.string(),
      version: z.string().nullable(),
      at: Instant,
      page: z.string().nullable(),
    }),
  ),
  scores: z.object({ fit: ScoreShape, engagement: ScoreShape }),
  path: z.array(z.object({ stage: z.string(), label: z.string(), at: Instant.nullable() })),
  trialEligible: z.object({ value: z.boolean(), reason: z.string() }).nullable(),
  firstTouch: z.object({
    click: z.object({ id: Id, at: Instant, referrer: z.string().nullable() }).nullable(),
    link: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    version: z.object({ id: Id, number: z.number().int() }).nullable(),
    stepPosition: z.number().int().nullable(),
    stepTitle: z.string().nullable(),
    passages: z.array(
      z.object({
        id: Id.nullable(),
        quote: z.string(),
        start: z.number().int(),
        end: z.number().int(),
        source: z.object({ id: Id, title: z.string() }).nullable(),
      }),
    ),
  }),
  likelihood: z
    .object({
      value: z.number().min(0).max(1),
      model: z.string(),
      reasons: z.array(z.object({ points: z.number(), reason: z.string() })),
    })
    .nullable(),
}).meta({ id: 'Lead' });
export type Lead = z.output<typeof Lead>;

const fields = {
  name: Line(200),
  firstName: Line(100),
  lastName: Line(100),
  company: Line(200),
  jobTitle: Line(200),
  phone: Line(60),
  website: Line(300),
  country: Line(80),
  language: Line(35),
  timeZone: Line(60),
};

export const NewLead = z
  .object({
    email: EmailAddress,
    ...z.object(fields).partial().shape,
    consentBasis: Prose(300).optional().describe('on what ground they may be written to, in your words'),
  })
  .meta({ id: 'NewLead' });
export type NewLead = z.output<typeof NewLead>;

export const LeadChange = z
  .object({
    ...(Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.nullable()])) as {
      [K in keyof typeof fields]: z.ZodNullable<(typeof fields)[K]>;
    }),
    stage: Stage,
    status: Status,
    priority: Priority,
    ownerId: Id.nullable(),
    isSuspect: z.boolean(),
  })
  .partial()
  .meta({ id: 'LeadChange' });
export type LeadChange = z.output<typeof LeadChange>;

export const LeadCounts = z
  .object({ total: z.number().int(), byStage: z.partialRecord(Stage, z.number().int()) })
  .meta({ id: 'LeadCounts' });
export type LeadCounts = z.output<typeof LeadCounts>;

export const TimelineEntry = z
  .object({
    id: z.string(),
    kind: z.string(),
    at: Instant,
    sentence: z.string(),
    detail: z.string().nullable(),
    points: z.number().int().nullable(),
    machine: z.boolean().describe('a program did it, not the person'),
    refs: z.record(z.string(), z.string()),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.output<typeof TimelineEntry>;

export const Note = z
  .object({ id: Id, body: z.string(), author: Named.nullable(), createdAt: Instant })
  .meta({ id: 'Note' });
export type Note = z.output<typeof Note>;

export const LeadMessage = z
  .object({
    id: Id,
    kind: z.string(),
    stream: z.string(),
    subject: z.string(),
    state: z.string(),
    reason: z.string().nullable(),
    at: Instant,
    sentAt: Instant.nullable(),
    text: z.string(),
  })
  .meta({ id: 'LeadMessage' });
export type LeadMessage = z.output<typeof LeadMessage>;

export const LeadImport = z
  .object({
    rows: z
      .array(z.record(z.string().max(80), z.union([z.string().max(2_000), z.number(), z.null()])))
      .min(1)
      .max(5_000),
    dryRun: z.boolean().default(true).describe('look without keeping anything'),
    consentBasis: Prose(300).optional().describe('on what ground these people may be written to'),
  })
  .meta({ id: 'LeadImport' });
export type LeadImport = z.output<typeof LeadImport>;

export const LeadImported = z
  .object({
    id: Id.nullable().describe('null for a dry run'),
    sentence: z.string(),
    total: z.number().int(),
    added: z.number().int(),
    updated: z.number().int(),
    rejected: z.array(
      z.object({ row: z.number().int().describe('from 1'), code: z.string(), reason: z.string() }),
    ),
  })
  .meta({ id: 'LeadImported' });
export type LeadImported = z.output<typeof LeadImported>;
