import { z } from 'zod';
import { Id, Instant, Line, Prose } from '#kernel/shapes';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => CURRENCIES.has(code), { message: 'Use a currency code such as EUR.' });

/** What the buyer gets, line by line. */
export const ContentLine = z
  .object({ text: Line(200), detail: Prose(1_000).default('') })
  .meta({ id: 'OfferContent' });

/** A right that a purchase gives. */
export const Grant = z
  .object({
    kind: z.enum(['playbook', 'clone', 'file', 'community', 'call', 'other']),
    subjectId: Id.nullable().default(null).describe('the playbook or clone; null for what lives elsewhere'),
    label: Line(200),
    days: z.number().int().min(1).max(36_500).nullable().default(null).describe('null: for good'),
    uses: z.number().int().min(1).max(1_000_000).nullable().default(null).describe('null: without limit'),
  })
  .meta({ id: 'Grant' });
export type Grant = z.output<typeof Grant>;

/** What happens after payment, in order. */
export const FulfilmentPlan = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('grant') }),
    z.object({ kind: z.literal('mail'), note: Prose(2_000).default('') }),
    z.object({ kind: z.literal('enrol'), checklist: z.array(Line(200)).min(1).max(20) }),
  ])
  .meta({ id: 'FulfilmentPlan' });
export type FulfilmentPlan = z.output<typeof FulfilmentPlan>;

const Price = z
  .object({
    id: Id,
    amountMinor: z.number().int(),
    currency: z.string(),
    kind: z.enum(['one_time', 'recurring']),
    recursEvery: z.enum(['week', 'month', 'year']).nullable(),
  })
  .meta({ id: 'Price' });
export type Price = z.output<typeof Price>;

export const Offer = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    headline: z.string(),
    description: z.string(),
    contents: z.array(ContentLine),
    guarantee: z.string(),
    termsUrl: z.string().nullable(),
    state: z.enum(['draft', 'active', 'archived']),
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }).nullable(),
    expert: z.object({ id: Id, name: z.string() }).nullable(),
    price: Price.nullable(),
    sharePercent: z.number().nullable().describe('what the expert gets of each order'),
    grants: z.array(Grant),
    fulfilment: z.array(FulfilmentPlan),
    orders: z.number().int(),
    bookedMinor: z.number().int().describe('paid, less what was given back'),
    publicUrl: z
      .string()
      .nullable()
      .describe('an offer opens by a checkout link, which each person has their own of'),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Offer' });
export type Offer = z.output<typeof Offer>;

const fields = {
  name: Line(120),
  headline: Prose(300),
  description: Prose(5_000),
  contents: z.array(ContentLine).max(30),
  guarantee: Prose(2_000),
  termsUrl: z
    .url({ protocol: /^https?$/, message: 'Write an address like https://example.com/terms.' })
    .nullable(),
  playbookId: Id.nullable(),
  expertId: Id.nullable(),
  sharePercent: z.number().min(0).max(100).nullable(),
  grants: z.array(Grant).max(20),
  fulfilment: z.array(FulfilmentPlan).min(1).max(10),
};

export const OfferChange = z.object(fields).partial().meta({ id: 'OfferChange' });
export type OfferChange = z.output<typeof OfferChange>;

export const NewPrice = z
  .object({
    amountMinor: z
      .number()
      .int('Write whole cents.')
      .min(50, 'Providers take no payment below 0.50.')
      .max(99_999_999, 'Providers take no payment that large.'),
    currency: Currency,
  })
  .meta({ id: 'NewPrice' });
export type NewPrice = z.output<typeof NewPrice>;

export const NewOffer = OfferChange.extend({ name: Line(120), price: NewPrice.optional() }).meta({
  id: 'NewOffer',
});
export type NewOffer = z.output<typeof NewOffer>;
