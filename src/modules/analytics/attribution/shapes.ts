import { z } from 'zod';
import { Id, Instant } from '#kernel/shapes';
import { DAYS } from '../days.ts';
import { MODELS } from './credit.ts';

export const AttributionQuery = z.object({
  model: z.enum(MODELS).default('last'),
  days: z.enum(DAYS).default('28'),
  playbookId: Id.optional(),
  by: z.enum(['channel', 'link', 'playbook']).default('channel'),
});

const Earned = z.object({ amountMinor: z.number().int(), rowsQuery: z.string() });

export const Attribution = z
  .object({
    model: z.enum(MODELS),
    days: z.enum(DAYS),
    currency: z.string(),
    booked: z.object({
      minor: z.number().int(),
      currency: z.string(),
      orders: z.number().int(),
      testMinor: z.number().int().describe('of it paid in the test checkout'),
      rowsQuery: z.string(),
    }),
    refunds: z.object({ count: z.number().int(), amountMinor: z.number().int(), rowsQuery: z.string() }),
    rows: z.array(
      z.object({
        channelGroup: z.string(),
        label: z.string(),
        link: z.object({ id: Id, slug: z.string() }).nullable(),
        playbook: z.object({ id: Id, title: z.string() }).nullable(),
        readers: z.number().int(),
        emails: z.number().int(),
        people: z.number().int().describe('who bought'),
        orders: z.number().int(),
        amountMinor: z.number().int().describe('under the model that was asked for, refunds taken off'),
        rowsQuery: z.string(),
        models: z.object({ first: Earned, last: Earned, linear: Earned, position: Earned }),
      }),
    ),
    attributedMinor: z.number().int(),
    unattributed: z.object({
      amountMinor: z.number().int(),
      orders: z.number().int(),
      reasons: z.array(
        z.object({ reason: z.string(), orders: z.number().int(), amountMinor: z.number().int() }),
      ),
      rowsQuery: z.string(),
    }),
    difference: z
      .number()
      .int()
      .describe('booked - refunded - attributed - unattributed; 0 when the sum closes'),
    otherCurrencies: z.array(
      z.object({ currency: z.string(), orders: z.number().int(), bookedMinor: z.number().int() }),
    ),
    lookBackDays: z.number().int(),
    countedAt: Instant,
  })
  .meta({ id: 'Attribution' });
export type Attribution = z.output<typeof Attribution>;
