import { simpleParser } from 'mailparser';
import addressparser from 'nodemailer/lib/addressparser';
import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Conflict, NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { readEmail } from '#kernel/shapes';
import { findCaughtMail, insertCaughtMail } from './catcher-queries.ts';
import { composeMail } from './compose.ts';
import { messagesByMessageId } from './messages.ts';
import type { CaughtMailRow } from './schema.ts';

/** A mail that came to one of our addresses, read and taken as data. */
export interface IncomingMail {
  id: string;
  rfcMessageId: string;
  inReplyTo: string | null;
  references: string[];
  from: { email: string; name: string | null };
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  /** Names in lower case. */
  headers: Record<string, string>;
  receivedAt: Date;
}

/** What the stand-in for a prospect writes. */
export interface StandInReply {
  text: string;
  /** Another address of theirs to answer from; the one we wrote to when absent. */
  from?: string;
  subject?: string;
}

/**
 * Answers a caught mail as the person it went to. The answer is a mail like any other: it is composed, kept by the catcher
 * and read as incoming mail. Only mails of this workspace that stayed on this machine can be answered.
 * @throws NotFound, Conflict
 */
export async function answerCaught(ctx: Context, id: string, reply: StandInReply): Promise<CaughtMailRow> {
  const mail = await findCaughtMail(ctx.db, ctx.workspace.id, id);
  if (!mail) throw new NotFound('The catcher has no such mail.');
  const [message] = await messagesByMessageId(ctx, [mail.rfcMessageId]);
  const ours = addressIn(mail.fromAddress);
  const theirs = reply.from ?? mail.toAddresses[0];
  if (!message || !ours || !theirs)
    throw new Conflict('Only a mail that this workspace sent can be answered.');
  const rfcMessageId = `<${newId()}@stand-in.invalid>`;
  const name = reply.from ? undefined : (message.toName ?? undefined);
  const raw = await composeMail({
    from: { email: theirs, ...(name && { name }) },
    to: { email: message.replyTo ?? ours },
    subject: reply.subject ?? (/^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`),
    text: `${reply.text.trimEnd()}\n\n${quoted(mail)}`,
    rfcMessageId,
    inReplyTo: mail.rfcMessageId,
    date: ctx.clock.now(),
    headers: {},
  });
  const row = {
    id: newId(),
    messageId: null,
    rfcMessageId,
    fromAddress: name ? `${name} <${theirs}>` : theirs,
    toAddresses: [message.replyTo ?? ours],
    subject: reply.subject ?? `Re: ${mail.subject}`,
    preview: reply.text.replace(/\s+/g, ' ').trim().slice(0, 160),
    text: reply.text,
    html: null,
    headers: [
      { name: 'In-Reply-To', value: mail.rfcMessageId },
      { name: 'Message-ID', value: rfcMessageId },
    ],
    attachments: [],
    raw,
    sizeBytes: raw.length,
    receivedAt: ctx.clock.now(),
  };
  await insertCaughtMail(ctx.db, ctx.workspace.id, row);
  await notify(ctx, 'mail.caught', { id: row.id });
  await publish(ctx, 'mail.received', { caughtMailId: row.id });
  return { ...row, workspaceId: ctx.workspace.id, createdAt: row.receivedAt };
}

/** Reads a mail that came in; undefined when it is gone. */
export async function readIncoming(ctx: Context, caughtMailId: string): Promise<IncomingMail | undefined> {
  const row = await findCaughtMail(ctx.db, ctx.workspace.id, caughtMailId);
  if (!row) return undefined;
  const parsed = await simpleParser(row.raw, { skipTextToHtml: true, skipImageLinks: true });
  const from = parsed.from?.value[0];
  const email = readEmail(from?.address ?? '');
  return {
    id: row.id,
    rfcMessageId: parsed.messageId ?? row.rfcMessageId,
    inReplyTo: parsed.inReplyTo ?? null,
    references: [parsed.references ?? []].flat(),
    from: { email: email.ok ? email.email : 'unknown@unknown.invalid', name: from?.name || null },
    to: row.toAddresses,
    subject: storable(parsed.subject ?? ''),
    text: storable(parsed.text ?? ''),
    html: typeof parsed.html === 'string' ? storable(parsed.html) : null,
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    receivedAt: row.receivedAt,
  };
}

function addressIn(text: string): string | null {
  const [first] = addressparser(text, { flatten: true });
  const read = readEmail(first?.address ?? '');
  return read.ok ? read.email : null;
}

function quoted({ text, receivedAt, fromAddress }: CaughtMailRow): string {
  const lines = text
    .trim()
    .split('\n')
    .slice(0, 40)
    .map((line) => `> ${line}`.trimEnd());
  return `On ${receivedAt.toUTCString().slice(0, 22)}, ${fromAddress} wrote:\n${lines.join('\n')}\n`;
}

// PostgreSQL keeps no NUL, and a lone surrogate is no text.
const storable = (text: string) => text.replaceAll('\u0000', '').toWellFormed();
