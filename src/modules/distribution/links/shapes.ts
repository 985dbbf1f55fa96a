import { z } from 'zod';
import { Id, Instant, Line, Prose } from '#kernel/shapes';

const PURPOSES = [
  'internal_learning',
  'expert_partnership',
  'audience_building',
  'jv_leads',
  'product_customers',
  'community',
] as const;

/** Last part of a short address. */
export const LinkSlug = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    'Use letters, digits, hyphens and underscores; begin with a letter or digit.',
  );

const UtmValue = Line(200).nullable();
export const Utm = z
  .object({ source: UtmValue, medium: UtmValue, campaign: UtmValue, term: UtmValue, content: UtmValue })
  .meta({ id: 'Utm' });
export type Utm = z.output<typeof Utm>;

export const Link = z
  .object({
    id: Id,
    slug: z.string(),
    shortUrl: z.string(),
    title: z.string(),
    target: z.object({
      kind: z.enum(['playbook', 'url']),
      playbookId: Id.nullable(),
      playbookSlug: z.string().nullable(),
      title: z.string().nullable(),
      url: z.string(),
    }),
    purpose: z.enum(PURPOSES).nullable(),
    utm: Utm,
    clicks: z.object({ people: z.number().int(), machines: z.number().int(), raw: z.number().int() }),
    formerSlugs: z.array(z.string()),
    createdAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Link' });
export type Link = z.output<typeof Link>;

const target = z
  .string()
  .trim()
  .max(2000)
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
    message: 'Write an address that begins with http:// or https://.',
  });

export const NewLink = z
  .object({
    slug: LinkSlug.optional(),
    title: Prose(200).default(''),
    playbookId: Id.optional(),
    url: target.optional(),
    purpose: z.enum(PURPOSES).optional(),
    utm: Utm.partial().default({}),
  })
  .refine((link) => (link.playbookId === undefined) !== (link.url === undefined), {
    message: 'Name a playbook or an address, one of the two.',
    path: ['playbookId'],
  })
  .meta({ id: 'NewLink' });
export type NewLink = z.output<typeof NewLink>;

export const LinkChange = z
  .object({ slug: LinkSlug, title: Prose(200), purpose: z.enum(PURPOSES).nullable(), utm: Utm.partial() })
  .partial()
  .meta({ id: 'LinkChange' });
export type LinkChange = z.output<typeof LinkChange>;

export const Click = z
  .object({
    id: Id,
    at: Instant,
    referrer: z.string().nullable(),
    userAgent: z.string().nullable(),
    isBot: z.boolean(),
    botReason: z.string().nullable(),
    visitor: z.string().describe('the day’s visitor, without who it is'),
  })
  .meta({ id: 'Click' });
export type Click = z.output<typeof Click>;
