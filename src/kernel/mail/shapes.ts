import { z } from 'zod';
import { EmailAddress, Id, Line, PageQuery, Prose } from '#kernel/shapes';

const StreamName = z.enum(['transactional', 'marketing', 'outreach']);
const State = z.enum(['queued', 'sending', 'sent', 'held', 'failed', 'bounced', 'unconfirmed', 'cancelled']);
const Time = z.iso.datetime();

const messageFields = {
  id: Id,
  stream: StreamName,
  kind: z.string(),
  to: z.object({ email: z.string(), name: z.string().nullable() }),
  from: z.object({ email: z.string(), name: z.string().nullable() }),
  subject: z.string(),
  state: State,
  reasonCode: z.string().nullable().describe('stable name of why it is not sent'),
  reason: z.string().nullable().describe('the same as a sentence'),
  nextAttemptAt: Time.nullable().describe('when it moves next by itself'),
  sendAt: Time,
  attempts: z.number().int(),
  sentAt: Time.nullable(),
  bouncedAt: Time.nullable(),
  leadId: Id.nullable(),
  campaignId: Id.nullable(),
  enrollmentId: Id.nullable(),
  transport: z
    .enum(['catcher', 'smtp'])
    .nullable()
    .describe('where the last attempt went; the catcher is the local stand-in'),
  createdAt: Time,
};

/** One e-mail to one person, in a list. */
export const Message = z.object(messageFields).meta({ id: 'Message' });

/** The same with its body and every attempt. */
export const MessageRecord = z
  .object({
    ...messageFields,
    rfcMessageId: z.string(),
    html: z.string().nullable(),
    text: z.string(),
    smtpCode: z.number().int().nullable(),
    smtpResponse: z.string().nullable(),
    attemptLog: z.array(
      z.object({
        number: z.number().int(),
        transport: z.enum(['catcher', 'smtp']),
        outcome: z.enum(['accepted', 'refused', 'deferred', 'not-reached', 'unknown']).nullable(),
        response: z.string().nullable(),
        startedAt: Time,
        endedAt: Time.nullable(),
      }),
    ),
  })
  .meta({ id: 'MessageRecord' });

export const MessageQuery = PageQuery.extend({
  state: State.optional(),
  stream: StreamName.optional(),
  leadId: Id.optional(),
});

export const Resolution = z.object({
  outcome: z
    .enum(['arrived', 'lost', 'send-again'])
    .describe(
      'what a person found out; send-again is the only way in which an unconfirmed mail leaves twice',
    ),
});

const Scope = z.enum(['all', 'transactional', 'marketing', 'outreach']);
const Reason = z.enum(['unsubscribe', 'hard_bounce', 'complaint', 'manual', 'erasure', 'reply', 'import']);

export const Suppression = z
  .object({
    id: Id,
    email: z.string().nullable().describe('null once the person was erased; a keyed hash still stops mail'),
    stream: Scope,
    reason: Reason,
    detail: z.string().nullable(),
    createdAt: Time,
    liftedAt: Time.nullable(),
  })
  .meta({ id: 'Suppression' });

export const SuppressionQuery = PageQuery.extend({
  search: z.string().trim().max(200).optional(),
  stream: Scope.optional(),
  lifted: z.stringbool().default(false).describe('also those that were lifted'),
});

export const NewSuppression = z.object({
  email: EmailAddress,
  stream: Scope.default('all'),
  reason: z.enum(['manual', 'complaint', 'unsubscribe', 'import']).default('manual'),
  detail: z.string().trim().max(500).optional(),
});

const caughtFields = {
  id: Id,
  messageId: Id.nullable(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  preview: z.string(),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.number().int() })),
  sizeBytes: z.number().int(),
  receivedAt: Time,
};

/** A mail that the local catcher kept, in a list. */
export const CaughtMail = z.object(caughtFields).meta({ id: 'CaughtMail' });

/** The same, whole. */
export const CaughtMailRecord = z
  .object({
    ...caughtFields,
    html: z
      .string()
      .nullable()
      .describe('sanitised, a whole document; show it in a sandboxed frame with allow-popups'),
    text: z.string(),
    links: z.array(z.string()),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    raw: z.string().describe('as it came over the wire'),
  })
  .meta({ id: 'CaughtMailRecord' });

export const CaughtMailQuery = PageQuery.extend({
  search: z.string().trim().max(200).optional().describe('in addresses, subject and text'),
});

/** What the person a caught mail went to would answer. */
export const CaughtMailReply = z
  .object({
    text: Prose(20_000).refine((text) => text.trim() !== '', { message: 'Write something here.' }),
    from: EmailAddress.optional().describe('another address of theirs'),
    subject: Line(300).optional(),
  })
  .meta({ id: 'CaughtMailReply' });

/** An account mail, on an installation that nobody else can reach. */
export const AccountMailShape = z
  .object({
    id: Id,
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    links: z.array(z.string()),
    receivedAt: Time,
  })
  .meta({ id: 'AccountMail' });

export const AccountMailQuery = z.object({
  to: EmailAddress.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(10),
});
