import { z } from 'zod';
import { Id, Instant, Line, Prose, Slug } from '#kernel/shapes';
import { ExpertName } from '../experts/shapes.ts';
import { Review } from '../reviews/shapes.ts';
import { Stage } from '../sources/shapes.ts';
import { Draft as DraftShape } from './step.ts';

export const Draft = DraftShape.meta({ id: 'Draft' });
export type Draft = z.output<typeof Draft>;

export const PURPOSES = [
  'internal_learning',
  'expert_partnership',
  'audience_building',
  'jv_leads',
  'product_customers',
  'community',
] as const;
export const Purpose = z.enum(PURPOSES);

const Person = z.object({ id: Id, name: z.string() }).meta({ id: 'Person' });

export const PlaybookSummary = z
  .object({
    id: Id,
    slug: z.string(),
    title: z.string(),
    expert: ExpertName.nullable(),
    purpose: Purpose,
    currentVersion: z.object({ id: Id, number: z.number().int(), publishedAt: Instant }).nullable(),
    draft: z.object({
      revision: z.number().int(),
      steps: z.number().int(),
      savedAt: Instant.nullable(),
      differs: z.boolean().describe('whether the draft differs from the published version'),
    }),
    lettersBelow: z
      .array(z.string())
      .describe('letters of the criteria below their threshold in the last review'),
    publicUrl: z.string().nullable(),
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'PlaybookSummary' });
export type PlaybookSummary = z.output<typeof PlaybookSummary>;

export const Extraction = z
  .object({
    id: Id,
    playbookId: Id.nullable(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    stages: z.array(Stage),
    passagesFound: z.number().int(),
    stepsFound: z.number().int(),
    composer: z.string(),
    model: z.string().nullable(),
    problem: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Extraction' });
export type Extraction = z.output<typeof Extraction>;

export const Seo = z
  .object({
    title: Prose(120).optional(),
    description: Prose(320).optional(),
    noindex: z.boolean().optional(),
  })
  .meta({ id: 'Seo' });

export const Playbook = PlaybookSummary.extend({
  targetAudience: z.string(),
  outcome: z.string(),
  pain: z.string(),
  methodologyType: z.string().nullable(),
  language: z.string(),
  gatePosition: z.number().int().nullable(),
  trialPosition: z.number().int().nullable(),
  seo: Seo,
  sources: z.array(z.object({ id: Id, title: z.string(), kind: z.string() })),
  extraction: Extraction.nullable(),
  draft: PlaybookSummary.shape.draft.extend({ savedBy: Person.nullable(), content: Draft }),
}).meta({ id: 'Playbook' });
export type Playbook = z.output<typeof Playbook>;

export const NewPlaybook = z
  .object({
    title: Line(200).optional(),
    expertId: Id.optional(),
    purpose: Purpose.default('audience_building'),
    sourceIds: z.array(Id).max(50).default([]).describe('sources to compose a first draft from'),
  })
  .meta({ id: 'NewPlaybook' });
export type NewPlaybook = z.output<typeof NewPlaybook>;

export const PlaybookChange = z
  .object({
    slug: Slug,
    purpose: Purpose,
    expertId: Id.nullable(),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language code such as en or nl.'),
    gatePosition: z
      .number()
      .int()
      .min(2, 'The gate stands after step 2 to 5.')
      .max(5, 'The gate stands after step 2 to 5.')
      .nullable(),
    trialPosition: z.number().int().min(1).max(200).nullable(),
    seo: Seo,
  })
  .partial()
  .meta({ id: 'PlaybookChange' });
export type PlaybookChange = z.output<typeof PlaybookChange>;

export const DraftSave = z
  .object({
    revision: z.number().int().min(0).describe('the revision this was typed on; an older one is refused'),
    content: Draft,
    note: Prose(500).optional(),
  })
  .meta({ id: 'DraftSave' });
export type DraftSave = z.output<typeof DraftSave>;

export const DraftSaved = z
  .object({ revision: z.number().int(), savedAt: Instant, review: Review })
  .meta({ id: 'DraftSaved' });
export type DraftSaved = z.output<typeof DraftSaved>;

export const Fixed = DraftSaved.extend({ content: Draft }).meta({ id: 'Fixed' });

export const Version = z
  .object({
    id: Id,
    number: z.number().int(),
    title: z.string(),
    note: z.string(),
    publishedAt: Instant,
    publishedBy: Person.nullable(),
    scores: z.record(z.string(), z.number().int()),
    overrideReason: z.string().nullable(),
    stepCount: z.number().int(),
    gatePosition: z.number().int().nullable(),
    isCurrent: z.boolean(),
    publicUrl: z.string(),
    editions: z.array(
      z.object({
        kind: z.string(),
        reach: z.enum(['before_gate', 'whole']),
        state: z.enum(['queued', 'rendering', 'ready', 'failed']),
        problem: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Version' });
export type Version = z.output<typeof Version>;

export const VersionWithContent = Version.extend({ content: Draft }).meta({ id: 'VersionWithContent' });

export const NewVersion = z
  .object({
    note: Prose(500).default(''),
    overrideReason: Line(500)
      .optional()
      .describe('publishes although a criterion is below; stays visible on the version'),
  })
  .meta({ id: 'NewVersion' });
export type NewVersion = z.output<typeof NewVersion>;
