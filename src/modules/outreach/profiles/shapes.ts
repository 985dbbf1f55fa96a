import { z } from 'zod';
import { Id, Instant, Line, PageQuery, Prose } from '#kernel/shapes';
import { claimKinds } from './kinds.ts';

export const Stage = z.object({
  key: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  count: z.number().int().nullable(),
});

export const Claim = z
  .object({
    id: Id,
    kind: z.enum(claimKinds),
    claim: z.string(),
    sentence: z.string().describe('word for word as it stands on the page'),
    url: z.string().describe('the page it stands on'),
    isStruck: z.boolean().describe('struck out by a person: no mail uses it'),
  })
  .meta({ id: 'ProfileClaim' });

export const CustomerProfile = z
  .object({
    id: Id,
    profileId: Id.nullable(),
    name: z.string(),
    description: z.string(),
    pains: z.array(z.string()).describe('suppositions, not facts'),
    companySize: z.string().nullable(),
    jobTitles: z.array(z.string()),
    origin: z.enum(['suggested', 'written']),
  })
  .meta({ id: 'CustomerProfile' });
export type CustomerProfile = z.output<typeof CustomerProfile>;

export const SiteProfileSummary = z
  .object({
    id: Id,
    url: z.string(),
    state: z.enum(['queued', 'reading', 'ready', 'refused', 'failed']),
    name: z.string().nullable(),
    summary: z.string(),
    problem: z.string().nullable().describe('why it was refused, and what to do'),
    problemCode: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'SiteProfileSummary' });
export type SiteProfileSummary = z.output<typeof SiteProfileSummary>;

export const SiteProfile = SiteProfileSummary.extend({
  stages: z.array(Stage),
  tone: z.string().nullable(),
  language: z.string().nullable(),
  maker: z.string().describe('built-in composer, or the model that read it'),
  claims: z.array(Claim),
  pages: z.array(
    z.object({
      id: Id,
      url: z.string(),
      status: z.number().int().nullable(),
      title: z.string(),
      problem: z.string().nullable(),
    }),
  ),
  customers: z.array(CustomerProfile),
}).meta({ id: 'SiteProfile' });
export type SiteProfile = z.output<typeof SiteProfile>;

/** An address on the web, as people type it. */
export const WebAddress = z
  .string()
  .trim()
  .min(4, 'Write the address of a page.')
  .max(2_000)
  .transform((typed) =>
    /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*:\d+/.test(typed) ? typed : `https://${typed}`,
  )
  .refine(
    (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).hostname !== '',
    {
      message: 'Write the address of a web page, as in https://example.com.',
    },
  );

export const NewSiteProfile = z
  .object({
    url: WebAddress,
    audience: Prose(500).optional().describe('whom you want to reach, in your words'),
  })
  .meta({ id: 'NewSiteProfile' });

export const ClaimChange = z.object({ isStruck: z.boolean() }).meta({ id: 'ProfileClaimChange' });

export const NewCustomerProfile = z
  .object({
    profileId: Id.optional(),
    name: Line(120),
    description: Prose(500).default(''),
    pains: z.array(Line(200)).max(5).default([]),
    companySize: Line(40).optional(),
    jobTitles: z.array(Line(80)).max(6).default([]),
  })
  .meta({ id: 'NewCustomerProfile' });
export type NewCustomerProfile = z.output<typeof NewCustomerProfile>;

export const CustomerProfileChange = z
  .object({
    name: Line(120),
    description: Prose(500),
    pains: z.array(Line(200)).max(5),
    companySize: Line(40).nullable(),
    jobTitles: z.array(Line(80)).max(6),
  })
  .partial()
  .meta({ id: 'CustomerProfileChange' });
export type CustomerProfileChange = z.output<typeof CustomerProfileChange>;

export const CustomerQuery = PageQuery.extend({ profile: Id.optional() });
