import type { z } from 'zod';
import { isId } from '#kernel/database';
import { BadCursor, cutPage, decodeCursor, type Page } from '#kernel/shapes';
import type { CaughtMailLine } from './catcher-queries.ts';
import { linksIn, sanitiseMail } from './sanitise.ts';
import type { AttemptRow, CaughtMailRow, MessageRow, SuppressionRow } from './schema.ts';
import type {
  AccountMailShape,
  CaughtMail,
  CaughtMailRecord,
  Message,
  MessageRecord,
  Suppression,
} from './shapes.ts';

/** Where a list goes on; ids sort by the time they were made. @throws BadCursor */
export function startOf({ cursor }: { cursor?: string | undefined }): { before?: string } {
  if (cursor === undefined) return {};
  const [before] = decodeCursor(cursor, 1);
  if (typeof before !== 'string' || !isId(before))
    throw new BadCursor('That cursor does not belong to this list.');
  return { before };
}

/** @param rows read with one more than the limit */
export const showPage = <Row extends { id: string }, Item>(
  rows: Row[],
  limit: number,
  show: (row: Row) => Item,
): Page<Item> => cutPage(rows, limit, (row) => [row.id], show);

const time = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export const showMessage = (row: MessageRow): z.input<typeof Message> => ({
  id: row.id,
  stream: row.stream,
  kind: row.kind,
  to: { email: row.toEmail, name: row.toName },
  from: { email: row.fromEmail, name: row.fromName },
  subject: row.subject,
  state: row.state,
  reasonCode: row.reasonCode,
  reason: row.reason,
  nextAttemptAt: time(row.nextAttemptAt),
  sendAt: row.sendAt.toISOString(),
  attempts: row.attempts,
  sentAt: time(row.sentAt),
  bouncedAt: time(row.bouncedAt),
  leadId: row.leadId,
  campaignId: row.campaignId,
  enrollmentId: row.enrollmentId,
  transport: row.transport,
  createdAt: row.createdAt.toISOString(),
});

export const showMessageRecord = (
  row: MessageRow,
  attempts: AttemptRow[],
): z.input<typeof MessageRecord> => ({
  ...showMessage(row),
  rfcMessageId: row.rfcMessageId,
  html: row.html === null ? null : sanitiseMail(row.html),
  text: row.text,
  smtpCode: row.smtpCode,
  smtpResponse: row.smtpResponse,
  attemptLog: attempts.map(({ number, transport, outcome, response, startedAt, endedAt }) => ({
    number,
    transport,
    outcome,
    response,
    startedAt: startedAt.toISOString(),
    endedAt: time(endedAt),
  })),
});

export const showSuppression = (row: SuppressionRow): z.input<typeof Suppression> => ({
  id: row.id,
  email: row.email,
  stream: row.stream,
  reason: row.reason,
  detail: row.detail,
  createdAt: row.createdAt.toISOString(),
  liftedAt: time(row.liftedAt),
});

export const showCaughtMail = (row: CaughtMailLine): z.input<typeof CaughtMail> => ({
  id: row.id,
  messageId: row.messageId,
  from: row.fromAddress,
  to: row.toAddresses,
  subject: row.subject,
  preview: row.preview,
  attachments: row.attachments,
  sizeBytes: row.sizeBytes,
  receivedAt: row.receivedAt.toISOString(),
});

export const showCaughtMailRecord = (row: CaughtMailRow): z.input<typeof CaughtMailRecord> => ({
  ...showCaughtMail(row),
  html: row.html === null ? null : sanitiseMail(row.html),
  text: row.text,
  links: linksIn(row),
  headers: row.headers,
  raw: row.raw.toString('utf8').toWellFormed(),
});

export const showAccountMail = (row: CaughtMailRow): z.input<typeof AccountMailShape> => ({
  id: row.id,
  to: row.toAddresses,
  subject: row.subject,
  text: row.text,
  html: row.html === null ? null : sanitiseMail(row.html),
  links: linksIn(row),
  receivedAt: row.receivedAt.toISOString(),
});
