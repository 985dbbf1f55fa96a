import { z } from 'zod';
import { Id, Instant, Line, PageQuery, Prose } from '#kernel/shapes';
import { Stage, WebAddress } from '../profiles/shapes.ts';
import { angles, campaignStates } from './kinds.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM.');
export const SendWindow = z
  .object({
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7).describe('1 is Monday'),
    from: Time,
    to: Time,
  })
  .refine(({ from, to }) => from < to, { message: 'The window ends after it begins.', path: ['to'] });

const Settings = z.object({
  trackOpens: z.boolean(),
  trackClicks: z.boolean(),
  stopForCompany: z.boolean().describe('an answer of one stops the mails to everybody there'),
  postalAddress: Prose(400).describe('stands in the footer of every mail'),
  senderName: Line(120),
});

export const Rates = z.object({
  sent: z.number().int(),
  opened: z.number().int().describe('people; machines are counted apart'),
  clicked: z.number().int(),
  replied: z.number().int().describe('people; absence notes are not counted'),
  bounced: z.number().int(),
  unsubscribed: z.number().int(),
});

export const CampaignSummary = z
  .object({
    id: Id,
    name: z.string(),
    url: z.string(),
    audience: z.string(),
    status: z.enum(campaignStates),
    statusReason: z.string().nullable(),
    counts: Rates,
    launchedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'CampaignSummary' });
export type CampaignSummary = z.output<typeof CampaignSummary>;

const Finding = z.object({
  key: z.string(),
  state: z.enum(['good', 'warning', 'red']),
  finding: z.string(),
});

export const VariantMail = z.object({
  id: Id,
  position: z.number().int().describe('1 is the first mail'),
  delayDays: z.number().int().describe('after the mail before'),
  subject: z.string(),
  body: z.string(),
  checks: z.object({ findings: z.array(Finding), words: z.number().int(), readingGrade: z.number() }),
  claims: z
    .array(
      z.object({ claimId: Id.nullable(), words: z.string(), start: z.number().int(), end: z.number().int() }),
    )
    .describe('which words rest on which claim of the site'),
});

export const Variant = z
  .object({
    id: Id,
    campaignId: Id,
    position: z.number().int(),
    angle: z.enum(angles),
    name: z.string(),
    weight: z.number(),
    isActive: z.boolean(),
    maker: z.string(),
    mails: z.array(VariantMail),
  })
  .meta({ id: 'Variant' });
export type Variant = z.output<typeof Variant>;

export const Campaign = CampaignSummary.extend({
  stages: z.array(Stage),
  problem: z.string().nullable(),
  siteProfileId: Id.nullable(),
  customerProfileId: Id.nullable(),
  listIds: z.array(Id),
  settings: Settings.partial(),
  sendWindow: z.object({ days: z.array(z.number()), from: z.string(), to: z.string() }),
  variants: z.array(Variant),
}).meta({ id: 'Campaign' });
export type Campaign = z.output<typeof Campaign>;

export const NewCampaign = z
  .object({
    url: WebAddress,
    audience: Prose(500).default(''),
    name: Line(120).optional(),
    leads: z
      .array(z.record(z.string().max(200), z.union([z.string().max(2_000), z.number(), z.null()])))
      .max(20_000)
      .optional(),
    leadsCsv: z.string().max(5_000_000).optional(),
  })
  .meta({ id: 'NewCampaign' });
export type NewCampaign = z.output<typeof NewCampaign>;

export const CampaignChange = z
  .object({
    name: Line(120),
    url: WebAddress.describe('another page is read, and the variants are written again'),
    audience: Prose(500),
    customerProfileId: Id.describe('the variants are written again for these customers'),
    listIds: z.array(Id).max(20),
    settings: Settings.partial(),
    sendWindow: SendWindow,
  })
  .partial()
  .meta({ id: 'CampaignChange' });
export type CampaignChange = z.output<typeof CampaignChange>;

export const CampaignQuery = PageQuery.extend({
  status: z.enum(campaignStates).optional(),
  q: z.string().trim().max(200).optional(),
});
export type CampaignQuery = z.output<typeof CampaignQuery>;

export const VariantChange = z
  .object({
    name: Line(80),
    isActive: z.boolean(),
    weight: z.number().int().min(0).max(100),
    mails: z
      .array(
        z.object({
          position: z.number().int().min(1).max(10),
          subject: Line(200).optional(),
          body: Prose(8_000).optional(),
          delayDays: z.number().int().min(0).max(60).optional(),
        }),
      )
      .max(10),
  })
  .partial()
  .meta({ id: 'VariantChange' });
export type VariantChange = z.output<typeof VariantChange>;

export const VariantRewrite = z
  .object({
    campaignId: Id,
    angle: z.enum(['problem', 'benefit', 'question']).optional().describe('all three when absent'),
  })
  .meta({ id: 'VariantRewrite' });

export const PreviewQuery = z.object({ prospect: Id.optional() });
export const Preview = z
  .object({
    to: z.string(),
    mails: z.array(
      z.object({
        position: z.number().int(),
        subject: z.string(),
        text: z.string(),
        missing: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'VariantPreview' });
export type Preview = z.output<typeof Preview>;

export const Preflight = z
  .object({
    passed: z.boolean(),
    checks: z.array(
      z.object({
        key: z.string(),
        state: z.enum(['good', 'warning', 'red']),
        finding: z.string(),
        fix: z.string().nullable(),
        standIn: z.boolean(),
      }),
    ),
    ready: z.number().int().describe('people who would be written to'),
    heldBack: z.number().int(),
    heldPeople: z.array(z.object({ email: z.string(), reason: z.string() })).describe('fifty of them'),
    sends: z.number().int(),
    days: z.number().int().describe('how long the first mails take'),
    ranAt: Instant,
  })
  .meta({ id: 'Preflight' });
export type Preflight = z.output<typeof Preflight>;

const Range = z.object({ low: z.number(), high: z.number() }).describe('95 % interval, 0 to 1');
const Share = z.object({ count: z.number().int(), of: z.number().int(), percent: z.number(), range: Range });
const Group = z.object({
  key: z.string(),
  label: z.string(),
  contacted: z.number().int(),
  sent: z.number().int(),
  opened: z.number().int(),
  clicked: z.number().int(),
  replied: z.number().int(),
  positive: z.number().int(),
  range: Range.describe('of positive replies per person contacted'),
});

export const CampaignAnalytics = z
  .object({
    contacted: z.number().int(),
    planned: z.number().int(),
    waiting: z.number().int(),
    sent: z.number().int(),
    unconfirmed: z.number().int(),
    open: Share.describe('people who opened'),
    click: Share,
    reply: Share.describe('of people contacted, without absence notes'),
    positive: Share.describe('interested or asking, of people contacted'),
    bounced: z.number().int(),
    unsubscribed: z.number().int(),
    machine: z.object({ opens: z.number().int(), clicks: z.number().int() }).describe('not counted above'),
    variants: z.array(Group),
    steps: z.array(Group),
    days: z.array(
      z.object({
        day: z.string(),
        sent: z.number().int(),
        opened: z.number().int(),
        replied: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'CampaignAnalytics' });
export type CampaignAnalytics = z.output<typeof CampaignAnalytics>;

export const Pause = z
  .object({ isPaused: z.boolean().default(true), reason: Line(300).optional() })
  .meta({ id: 'CampaignPause' });
