import { z } from 'zod';
import { Id, Instant, PageQuery, Prose } from '#kernel/shapes';
import { matches, replyKinds } from './kinds.ts';

const Kind = z.enum(replyKinds);
const State = z.enum(['open', 'snoozed', 'done']);

export const Thread = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string().nullable(),
    subject: z.string(),
    preview: z.string().describe('the last words that came in'),
    state: State,
    kind: Kind.nullable().describe('what the last answer wants'),
    certainty: z.number().nullable().describe('0 to 1'),
    needsLook: z.boolean().describe('no rule fits, or it belongs to nobody we wrote to'),
    snoozedUntil: Instant.nullable(),
    assigneeId: Id.nullable(),
    campaign: z.object({ id: Id, name: z.string() }).nullable(),
    mailbox: z.object({ id: Id, email: z.string() }).nullable(),
    lastReplyAt: Instant.nullable(),
    lastMessageAt: Instant,
  })
  .meta({ id: 'Thread' });
export type Thread = z.output<typeof Thread>;

const Entry = z.object({
  id: Id,
  direction: z.enum(['out', 'in']),
  from: z.string(),
  fromName: z.string().nullable(),
  subject: z.string(),
  text: z.string().describe('of an answer the new words only'),
  fullText: z.string().nullable().describe('of an answer, with what it quotes'),
  at: Instant,
  state: z.string().nullable().describe('of a mail of ours: queued, sent, held …'),
  reason: z.string().nullable(),
  kind: Kind.nullable(),
  certainty: z.number().nullable(),
  reasons: z.array(z.string()).describe('why it was taken for this kind'),
  matchedBy: z.enum(matches).nullable(),
  returnsOn: z.string().nullable(),
  isStandIn: z.boolean().describe('stayed in the local mail catcher'),
});

export const ThreadRecord = Thread.extend({
  prospect: z
    .object({
      id: Id,
      name: z.string(),
      company: z.string().nullable(),
      jobTitle: z.string().nullable(),
      website: z.string().nullable(),
      state: z.string().describe('how far the sequence is'),
      stoppedReason: z.string().nullable(),
    })
    .nullable(),
  entries: z.array(Entry).describe('oldest first'),
}).meta({ id: 'ThreadRecord' });
export type ThreadRecord = z.output<typeof ThreadRecord>;

export const ThreadQuery = PageQuery.extend({
  state: State.optional(),
  kind: Kind.optional(),
  campaign: Id.optional(),
  mailbox: Id.optional(),
  q: z.string().trim().max(200).optional(),
});
export type ThreadQuery = z.output<typeof ThreadQuery>;

export const ThreadChange = z
  .object({
    state: z.enum(['open', 'done']),
    snoozedUntil: Instant.describe('out of sight until then'),
    kind: Kind.describe('what the answer wants, said by a person'),
    assigneeId: Id.nullable(),
  })
  .partial()
  .meta({ id: 'ThreadChange' });
export type ThreadChange = z.output<typeof ThreadChange>;

export const NewThreadMessage = z
  .object({ text: Prose(50_000).refine((text) => text.trim() !== '', { message: 'Write something here.' }) })
  .meta({ id: 'NewThreadMessage' });
