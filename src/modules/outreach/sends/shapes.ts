import { z } from 'zod';
import { Id, Instant, PageQuery } from '#kernel/shapes';
import { sendStates } from './kinds.ts';

export const Send = z
  .object({
    id: Id,
    campaign: z.object({ id: Id, name: z.string() }),
    email: z.string(),
    position: z.number().int().describe('1 is the first mail'),
    variant: z.string().nullable(),
    subject: z.string().nullable(),
    mailbox: z.string().nullable(),
    state: z.enum(sendStates),
    at: Instant.describe('when it left, or will leave at the earliest'),
    waitCode: z.string().nullable(),
    waitReason: z.string().nullable().describe('why it waits'),
    movesAt: Instant.nullable().describe('when it moves next'),
    messageId: Id.nullable(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'PlannedSend' });
export type Send = z.output<typeof Send>;

export const SendQuery = PageQuery.extend({
  state: z.enum(sendStates).optional(),
  mailbox: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
export type SendQuery = z.output<typeof SendQuery>;
export const SendsQuery = SendQuery.extend({ campaign: Id.optional() });
