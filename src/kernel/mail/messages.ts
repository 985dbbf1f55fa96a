import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { readEmail } from '#kernel/shapes';
import { checkHeaders, type MailAddress, oneLine } from './compose.ts';
import {
  findMessage,
  findMessageByDedupeKey,
  insertMessage,
  listByIds,
  listByMessageId,
  listMessages,
  lockMessage,
  moveMessage,
} from './queries.ts';
import type { MessageRow, Stream } from './schema.ts';
import { sendMessage } from './send.ts';
import { reasonOf, suppressionOf } from './suppressions.ts';

export interface MessageRequest {
  stream: Stream;
  /** What it is for, `noun.happened` or `noun.purpose`: `lead.confirmation`. */
  kind: string;
  to: MailAddress;
  /** Default: the stream's sender. */
  from?: MailAddress;
  replyTo?: string;
  subject: string;
  html?: string;
  text: string;
  leadId?: string;
  /** Unique in the workspace: a second message with the same key is not queued. */
  dedupeKey?: string;
  headers?: Record<string, string>;
  /** Not before this instant. */
  sendAt?: Date;
  /** Message-ID, with its brackets, of the mail that this one answers. */
  inReplyTo?: string;
  /** The body holds a code or a link that signs in: it is removed once the mail was handed over. */
  secret?: boolean;
  /** Rows of later layers that this message belongs to. */
  enrollmentId?: string;
  sequenceStepId?: string;
  campaignId?: string;
  variantId?: string;
  prospectId?: string;
  mailboxId?: string;
}

/**
 * Queues one mail to one person; it leaves after, and only if, the caller's transaction commits. An address that must
 * not be written to in this stream gives a row in state `held` with the reason.
 * @returns the message; the one from before when the dedupe key is known
 * @throws Invalid when the recipient is no address
 * @throws TypeError for headers that a caller may not set
 */
export async function queueMessage(ctx: Context, request: MessageRequest): Promise<MessageRow> {
  const { db, workspace, platform } = ctx;
  const to = addressIn(request.to, '/to/email');
  const from = request.from
    ? addressIn(request.from, '/from/email')
    : platform.mail.senderOf(request.stream, workspace);
  const replyTo = request.replyTo ? addressIn({ email: request.replyTo }, '/replyTo').email : null;
  const suppression = await suppressionOf(ctx, to.email, request.stream);
  const now = ctx.clock.now();
  const sendAt = request.sendAt && request.sendAt > now ? request.sendAt : now;
  const id = newId();
  const { stream, kind, html, text, leadId, dedupeKey, headers = {}, inReplyTo, secret = false } = request;
  const row = await insertMessage(db, workspace.id, {
    id,
    stream,
    kind,
    toEmail: to.email,
    toName: to.name ?? null,
    fromEmail: from.email,
    fromName: from.name ?? null,
    replyTo,
    subject: oneLine(request.subject).slice(0, 900),
    html: html === undefined ? null : storable(html),
    text: storable(text),
    headers: checkHeaders(headers),
    rfcMessageId: `<${id}@${from.email.slice(from.email.lastIndexOf('@') + 1).replace(/[[\]]/g, '')}>`,
    inReplyTo: inReplyTo && /^<[^\s<>]{1,900}>$/.test(inReplyTo) ? inReplyTo : null,
    dedupeKey: dedupeKey ?? null,
    secret,
    leadId: leadId ?? null,
    enrollmentId: request.enrollmentId ?? null,
    sequenceStepId: request.sequenceStepId ?? null,
    campaignId: request.campaignId ?? null,
    variantId: request.variantId ?? null,
    prospectId: request.prospectId ?? null,
    mailboxId: request.mailboxId ?? null,
    ...(suppression
      ? { state: 'held', ...reasonOf(suppression) }
      : { state: 'queued', nextAttemptAt: sendAt }),
    sendAt,
    correlationId: ctx.correlationId,
    createdAt: now,
    updatedAt: now,
  });
  if (!row) {
    const known =
      dedupeKey === undefined ? undefined : await findMessageByDedupeKey(db, workspace.id, dedupeKey);
    if (known) return known;
    throw new Conflict('Another message with this key is being queued right now.');
  }
  if (suppression) await publish(ctx, 'message.held', { messageId: id, reason: suppression.reason });
  else await sendLater(ctx, row);
  return row;
}

/** Enqueues the hand-over of a queued message, when it is due. */
async function sendLater(ctx: Context, { id, nextAttemptAt }: MessageRow): Promise<void> {
  const runAt = nextAttemptAt && nextAttemptAt > ctx.clock.now() ? { runAt: nextAttemptAt } : {};
  await enqueue(
    ctx,
    sendMessage,
    { workspaceId: ctx.workspace.id, messageId: id },
    { key: `message.send:${id}`, ...runAt },
  );
  await notify(ctx, 'message.queued', { messageId: id });
}

/**
 * Stops a message that has not left. One that is leaving or has left stays as it is.
 * @returns whether it was stopped
 */
export async function cancelMessage(ctx: Context, id: string, reason: string): Promise<boolean> {
  const values = {
    state: 'cancelled',
    reasonCode: 'cancelled',
    reason,
    nextAttemptAt: null,
    updatedAt: ctx.clock.now(),
  } as const;
  const row = await moveMessage(ctx.db, ctx.workspace.id, { id, from: ['queued', 'held'] }, values);
  if (row) await notify(ctx, 'message.cancelled', { messageId: id });
  return row !== undefined;
}

/**
 * A person says what became of a message that nobody could confirm, or asks to try a failed one again. Only a person may:
 * the program never sends again what may have arrived.
 * @throws NotFound
 * @throws Conflict when the message needs no such word
 */
export async function resolveMessage(
  ctx: Context,
  id: string,
  outcome: 'arrived' | 'lost' | 'send-again',
): Promise<MessageRow> {
  const { db, workspace, clock } = ctx;
  const row = await lockMessage(db, workspace.id, id);
  if (!row) throw new NotFound('There is no such message.');
  const open = outcome === 'send-again' ? ['unconfirmed', 'failed'] : ['unconfirmed'];
  if (!open.includes(row.state))
    throw new Conflict(`This message is ${row.state}; there is nothing to settle.`);
  if (outcome === 'send-again' && row.secret) {
    throw new Conflict('Its body was a secret and is gone. Ask for a new one instead.');
  }
  const now = clock.now();
  const settled = {
    arrived: {
      state: 'sent',
      sentAt: row.claimedAt ?? now,
      reasonCode: null,
      reason: null,
      nextAttemptAt: null,
    },
    lost: {
      state: 'failed',
      reasonCode: 'lost',
      reason: 'A person says that it did not arrive.',
      nextAttemptAt: null,
    },
    'send-again': { state: 'queued', reasonCode: null, reason: null, nextAttemptAt: now, sendAt: now },
  } as const;
  const moved = await moveMessage(
    db,
    workspace.id,
    { id, from: [row.state] },
    { ...settled[outcome], updatedAt: now },
  );
  if (!moved) throw new Conflict('It changed meanwhile.');
  if (outcome === 'arrived') await publish(ctx, 'message.sent', { messageId: id });
  if (outcome === 'send-again') await sendLater(ctx, moved);
  await notify(ctx, 'message.resolved', { messageId: id });
  return moved;
}

/** Messages of ours by their Message-IDs, with brackets: what an answer says it answers. */
export const messagesByMessageId = (ctx: Context, rfcMessageIds: string[]): Promise<MessageRow[]> =>
  listByMessageId(ctx.db, ctx.workspace.id, rfcMessageIds);

/** Messages of ours by id, in no order. */
export const messagesById = (ctx: Context, ids: string[]): Promise<MessageRow[]> =>
  listByIds(ctx.db, ctx.workspace.id, ids);

/** Mail to one person, newest first. */
export const messagesOf = (ctx: Context, leadId: string, limit = 200): Promise<MessageRow[]> =>
  listMessages(ctx.db, ctx.workspace.id, { leadId }, limit);

/** @throws NotFound */
export async function getMessage(ctx: Context, id: string): Promise<MessageRow> {
  const row = await findMessage(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such message.');
  return row;
}

function addressIn({ email, name }: MailAddress, pointer: string): MailAddress {
  const read = readEmail(email);
  if (!read.ok) throw new Invalid([{ pointer, detail: read.problem }]);
  const clean = name === undefined ? '' : oneLine(name).slice(0, 200);
  return clean ? { email: read.email, name: clean } : { email: read.email };
}

// PostgreSQL keeps no NUL, and a lone surrogate is no text.
const storable = (text: string) => text.replaceAll('\u0000', '').toWellFormed();
