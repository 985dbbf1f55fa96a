import { z } from 'zod';
import { EmailAddress, Id, Instant, Line, Prose } from '#kernel/shapes';
import { isZone } from '../sends/zone.ts';

export const TimeZone = z
  .string()
  .max(60)
  .refine(isZone, { message: 'Name a time zone such as Europe/Vienna.' });

export const Mailbox = z
  .object({
    id: Id,
    email: z.string(),
    senderName: z.string(),
    signature: z.string(),
    provider: z.enum(['smtp', 'gmail', 'outlook', 'catcher', 'instantly']),
    isStandIn: z.boolean().describe('the local catcher: nothing leaves this machine'),
    server: z.object({ host: z.string(), port: z.number().int(), security: z.string() }).nullable(),
    status: z.enum(['untested', 'active', 'paused', 'failing', 'disconnected']),
    statusReason: z.string().nullable(),
    warmupEnabled: z.boolean().describe('begins with few mails a day and adds some every day'),
    dailyCap: z.number().int(),
    capToday: z.number().int().describe('what the ramp allows today'),
    sentToday: z.number().int(),
    rampPerDay: z.number().int(),
    gapSeconds: z.number().int(),
    timeZone: z.string(),
    nextFreeAt: Instant.nullable(),
    lastSentAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Mailbox' });
export type Mailbox = z.output<typeof Mailbox>;

const Server = z.object({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:[\]-]+$/, 'Write the name of a server.'),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']).optional().describe('from the port when absent'),
  username: z.string().max(320).optional(),
  password: z.string().max(1_000).optional(),
});
export type MailboxServer = z.output<typeof Server>;

const settings = {
  senderName: Line(120),
  signature: Prose(2_000),
  warmupEnabled: z.boolean(),
  dailyCap: z.number().int().min(0).max(2_000),
  rampPerDay: z.number().int().min(0).max(100),
  gapSeconds: z.number().int().min(0).max(86_400),
  gapJitterSeconds: z.number().int().min(0).max(3_600),
  timeZone: TimeZone,
};

export const NewMailbox = z
  .object({ email: EmailAddress, server: Server.optional().describe('absent: the local mail catcher') })
  .extend(z.object(settings).partial().shape)
  .meta({ id: 'NewMailbox' });
export type NewMailbox = z.output<typeof NewMailbox>;

export const MailboxChange = z
  .object({ ...settings, status: z.enum(['active', 'paused']), server: Server })
  .partial()
  .meta({ id: 'MailboxChange' });
export type MailboxChange = z.output<typeof MailboxChange>;
