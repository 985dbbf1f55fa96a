import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { messagesById, queueMessage, suppressionOf } from '#kernel/mail';
import { BadCursor, cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { findPerson, updatePerson } from '../campaigns/people-queries.ts';
import { findMailbox, listMailboxes } from '../mailboxes/queries.ts';
import { findProspect } from '../prospects/queries.ts';
import type { ReplyKind } from './kinds.ts';
import * as queries from './queries.ts';
import type { Thread, ThreadChange, ThreadQuery, ThreadRecord } from './shapes.ts';

export { receive } from './receive.ts';

/** Conversations, the newest first. */
export async function list(ctx: Context, query: ThreadQuery): Promise<Page<Thread>> {
  const { cursor, limit, ...filter } = query;
  const { db, workspace } = ctx;
  await queries.wakeThreads(db, workspace.id, ctx.clock.now());
  const rows = await queries.listThreads(db, workspace.id, filter, before(cursor), limit + 1);
  const replies = await queries.listReplies(
    db,
    workspace.id,
    rows.map(({ id }) => id),
  );
  const last = new Map(replies.map((reply) => [reply.threadId, reply]));
  return cutPage(
    rows,
    limit,
    (row) => [row.lastMessageAt.toISOString(), row.id],
    (row) => show(row, last.get(row.id)),
  );
}

/** One conversation with every mail of both sides. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<ThreadRecord> {
  const { db, workspace } = ctx;
  const row = await find(ctx, id);
  const replies = await queries.listReplies(db, workspace.id, [id]);
  const messages = await messagesById(ctx, await queries.listMessageIds(db, workspace.id, id));
  const person = row.campaignProspectId
    ? await findPerson(db, workspace.id, row.campaignProspectId)
    : undefined;
  const prospect = person ? await findProspect(db, workspace.id, person.prospectId) : undefined;
  const none = { kind: null, certainty: null, reasons: [], matchedBy: null, returnsOn: null };
  const entries: ThreadRecord['entries'] = [
    ...messages.map((message) => ({
      ...none,
      id: message.id,
      direction: 'out' as const,
      from: message.fromEmail,
      fromName: message.fromName,
      subject: message.subject,
      text: message.text,
      fullText: null,
      at: (message.sentAt ?? message.sendAt).toISOString(),
      state: message.state,
      reason: message.reason,
      isStandIn: message.transport === 'catcher',
    })),
    ...replies.map((reply) => ({
      id: reply.id,
      direction: 'in' as const,
      from: reply.fromEmail,
      fromName: reply.fromName,
      subject: reply.subject,
      text: reply.newText || reply.text,
      fullText: reply.text,
      at: reply.receivedAt.toISOString(),
      state: null,
      reason: null,
      kind: reply.kind,
      certainty: reply.certainty,
      reasons: reply.reasons,
      matchedBy: reply.matchedBy,
      returnsOn: reply.returnsOn,
      isStandIn: reply.rfcMessageId.endsWith('@stand-in.invalid>'),
    })),
  ];
  return {
    ...show(row, replies.at(-1)),
    prospect:
      prospect && person
        ? {
            id: prospect.id,
            name: [prospect.firstName, prospect.lastName].filter(Boolean).join(' ') || prospect.email,
            company: prospect.company,
            jobTitle: prospect.jobTitle,
            website: prospect.website,
            state: person.state,
            stoppedReason: person.stoppedReason,
          }
        : null,
    entries: entries.sort((one, other) => one.at.localeCompare(other.at)),
  };
}

/** Marks a conversation done or open, puts it aside, says what it wants or whose it is. @throws NotFound */
export async function change(ctx: Context, id: string, input: ThreadChange): Promise<ThreadRecord> {
  const row = await find(ctx, id);
  const { db, workspace, clock } = ctx;
  const now = clock.now();
  const { state, snoozedUntil, kind, assigneeId } = input;
  if (snoozedUntil && new Date(snoozedUntil) <= now)
    throw new Invalid([{ pointer: '/snoozedUntil', detail: 'Choose a time to come.' }]);
  await queries.updateThread(db, workspace.id, id, {
    ...(state && { state, snoozedUntil: null }),
    ...(snoozedUntil && { state: 'snoozed', snoozedUntil: new Date(snoozedUntil) }),
    ...(kind && { kind, certainty: 1, needsLook: false }),
    ...(state === 'done' && { needsLook: false }),
    ...(assigneeId !== undefined && { assigneeId }),
    updatedAt: now,
  });
  if (kind) await correct(ctx, row, kind);
  await notify(ctx, 'thread.changed', { threadId: id });
  return get(ctx, id);
}

/** A person knows better what the last answer wants. */
async function correct(ctx: Context, row: queries.ThreadRow, kind: ReplyKind): Promise<void> {
  const { db, workspace } = ctx;
  const last = (await queries.listReplies(db, workspace.id, [row.id])).at(-1);
  if (!last) return;
  await queries.updateReply(db, workspace.id, last.id, {
    kind,
    certainty: 1,
    kindSetBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
  });
  if (row.campaignProspectId)
    await updatePerson(db, workspace.id, row.campaignProspectId, { replyKind: kind });
  await audit(ctx, {
    action: 'reply.reclassified',
    subject: { type: 'reply', id: last.id },
    after: { kind },
  });
}

/**
 * Answers in the thread, from the mailbox that the person wrote to.
 * @throws NotFound; Conflict when nobody may write to them or no mailbox is left
 */
export async function answer(ctx: Context, id: string, text: string): Promise<ThreadRecord> {
  const row = await find(ctx, id);
  const { db, workspace, clock } = ctx;
  if (await suppressionOf(ctx, row.email, 'outreach'))
    throw new Conflict('This person asked for no more mail, so nothing can be sent from here.');
  const named = row.mailboxId ? await findMailbox(db, workspace.id, row.mailboxId) : undefined;
  const mailbox =
    named && !named.archivedAt
      ? named
      : (await listMailboxes(db, workspace.id)).find(({ status }) => status === 'active');
  if (!mailbox) throw new Conflict('No mailbox is connected. Connect one under Settings, Mailboxes.');
  const last = (await queries.listReplies(db, workspace.id, [id])).at(-1);
  const person = row.campaignProspectId
    ? await findPerson(db, workspace.id, row.campaignProspectId)
    : undefined;
  const message = await queueMessage(ctx, {
    stream: 'outreach',
    kind: 'thread.answer',
    to: { email: row.email, ...(row.name && { name: row.name }) },
    from: { email: mailbox.email, name: mailbox.senderName },
    subject: `Re: ${row.subject}`,
    text: [text.trim(), mailbox.signature.trim()].filter(Boolean).join('\n\n'),
    ...(last && { inReplyTo: last.rfcMessageId }),
    ...(row.campaignId && { campaignId: row.campaignId }),
    ...(person && { prospectId: person.prospectId }),
    mailboxId: mailbox.id,
  });
  await queries.addMessages(db, workspace.id, id, [message.id]);
  await queries.updateThread(db, workspace.id, id, {
    lastMessageAt: clock.now(),
    needsLook: false,
    updatedAt: clock.now(),
  });
  await notify(ctx, 'thread.changed', { threadId: id });
  return get(ctx, id);
}

async function find(ctx: Context, id: string): Promise<queries.ThreadLine> {
  const row = await queries.getThread(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such conversation.');
  return row;
}

function before(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || typeof id !== 'string')
    throw new BadCursor('That cursor does not belong to this list.');
  return { at: instantIn(at), id };
}

const show = (row: queries.ThreadLine, last: queries.ReplyRow | undefined): Thread => ({
  id: row.id,
  email: row.email,
  name: row.name,
  subject: row.subject,
  preview: (last?.newText || last?.text || '').replace(/\s+/g, ' ').slice(0, 160),
  state: row.state,
  kind: row.kind as ReplyKind | null,
  certainty: row.certainty,
  needsLook: row.needsLook,
  snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  assigneeId: row.assigneeId,
  campaign: row.campaignId && row.campaignName ? { id: row.campaignId, name: row.campaignName } : null,
  mailbox: row.mailboxId && row.mailboxEmail ? { id: row.mailboxId, email: row.mailboxEmail } : null,
  lastReplyAt: row.lastReplyAt?.toISOString() ?? null,
  lastMessageAt: row.lastMessageAt.toISOString(),
});
