import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import { messagesById } from '#kernel/mail';
import { BadCursor, cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { findCampaign } from '../campaigns/queries.ts';
import * as queries from './queries.ts';
import type { Send, SendQuery } from './shapes.ts';

/** Sends by the time they left or will leave, each with why it waits. @throws NotFound when the campaign is none of ours */
export async function list(
  ctx: Context,
  { cursor, limit, campaign, from, to, ...filter }: SendQuery & { campaign?: string | undefined },
): Promise<Page<Send>> {
  if (campaign && !(await findCampaign(ctx.db, ctx.workspace.id, campaign)))
    throw new NotFound('There is no such campaign.');
  const rows = await queries.listSends(
    ctx.db,
    ctx.workspace.id,
    { ...filter, campaign, ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) },
    after(cursor),
    limit + 1,
  );
  const ids = rows.flatMap(({ messageId, state }) => (messageId && state === 'sending' ? [messageId] : []));
  const messages = new Map((await messagesById(ctx, ids)).map((message) => [message.id, message]));
  return cutPage(
    rows,
    limit,
    (row) => [(row.sentAt ?? row.plannedAt).toISOString(), row.id],
    (row) => show(row, row.messageId ? messages.get(row.messageId) : undefined),
  );
}

function after(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || typeof id !== 'string')
    throw new BadCursor('That cursor does not belong to this list.');
  return { at: instantIn(at), id };
}

type Message = Awaited<ReturnType<typeof messagesById>>[number];

function show(row: queries.SendLine, message: Message | undefined): Send {
  const isPaused = row.campaignStatus === 'paused' && row.state === 'planned';
  return {
    id: row.id,
    campaign: { id: row.campaignId, name: row.campaignName },
    email: row.email,
    position: row.position,
    variant: row.variantName,
    subject: row.subject,
    mailbox: row.mailboxEmail,
    // What the mail engine knows of it counts more than what was asked of it.
    state: message?.state === 'unconfirmed' ? 'unconfirmed' : row.state,
    at: (row.sentAt ?? row.plannedAt).toISOString(),
    waitCode: isPaused ? 'paused' : (row.waitCode ?? message?.reasonCode ?? null),
    waitReason: isPaused ? 'The campaign is paused.' : (row.waitReason ?? message?.reason ?? null),
    movesAt: isPaused ? null : ((row.movesAt ?? message?.nextAttemptAt)?.toISOString() ?? null),
    messageId: row.messageId,
    problem: row.problem,
  };
}
