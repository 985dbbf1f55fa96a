import type { Context } from '#context';
import { enqueue } from '#kernel/jobs';
import { messagesById } from '#kernel/mail';
import { countLater } from '../campaigns/jobs.ts';
import * as people from '../campaigns/people-queries.ts';
import { findCampaign, findMail } from '../campaigns/queries.ts';
import * as mailboxes from '../mailboxes/queries.ts';
import { findProspect } from '../prospects/queries.ts';
import { daysLater } from './plan.ts';
import * as queries from './queries.ts';
import { releaseAgain } from './release.ts';
import { stop } from './stop.ts';
import { fullWindow, nextInWindow, wallClock } from './zone.ts';

/** A mail left for certain: its send is sent, and the one after it gets its time. Again is as good as once. */
export async function noteSent(ctx: Context, messageId: string, at: Date): Promise<void> {
  const send = await lockByMessage(ctx, messageId);
  if (!send || send.state === 'sent') return;
  const { db, workspace } = ctx;
  await queries.updateSend(db, workspace.id, send.id, { state: 'sent', sentAt: at, problem: null });
  const person = await people.findPerson(db, workspace.id, send.campaignProspectId);
  if (person && !person.contactedAt)
    await people.updatePerson(db, workspace.id, person.id, { contactedAt: at });
  if (send.mailboxId) {
    const mailbox = await mailboxes.findMailbox(db, workspace.id, send.mailboxId);
    const day = wallClock(at, mailbox?.timeZone ?? 'UTC').day;
    await mailboxes.tally(db, workspace.id, { mailboxId: send.mailboxId, day, what: 'sent' });
    await mailboxes.updateMailbox(db, workspace.id, send.mailboxId, { lastSentAt: at });
  }
  await planNext(ctx, send, at);
  await countAndGoOn(ctx, send.campaignId);
}

/** A mail was refused for good: nothing more goes to this person. */
export async function noteRefused(
  ctx: Context,
  messageId: string,
  { isDead, at }: { isDead: boolean; at: Date },
): Promise<void> {
  const send = await lockByMessage(ctx, messageId);
  if (!send || send.state === 'failed') return;
  const reason = isDead ? 'The address does not exist.' : 'The mail server refused the mail.';
  await queries.updateSend(ctx.db, ctx.workspace.id, send.id, { state: 'failed', problem: reason });
  await stop(ctx, send.campaignProspectId, { code: 'bounced', reason, at, bouncedAt: at });
  await countAndGoOn(ctx, send.campaignId);
}

/** The mail engine did not send it, because the address is suppressed. */
export async function noteHeld(
  ctx: Context,
  messageId: string,
  { isUnsubscribed, at }: { isUnsubscribed: boolean; at: Date },
): Promise<void> {
  const send = await lockByMessage(ctx, messageId);
  if (!send || send.state === 'sent') return;
  const reason = 'This address must not be written to.';
  await queries.updateSend(ctx.db, ctx.workspace.id, send.id, {
    state: 'cancelled',
    waitCode: 'suppressed',
    waitReason: reason,
  });
  await stop(ctx, send.campaignProspectId, {
    code: 'suppressed',
    reason,
    at,
    ...(isUnsubscribed && { unsubscribedAt: at }),
  });
  await countAndGoOn(ctx, send.campaignId);
}

const LATE_MS = 10 * 60_000;

/**
 * Catches up with what the mail engine knows and no event told: a process that dies takes the delivery of its events along
 * for hours.
 */
export async function catchUp(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - LATE_MS);
  const late = await queries.listLate(ctx.db, ctx.workspace.id, before, 500);
  for (const message of await messagesById(ctx, late)) {
    const at = message.sentAt ?? message.bouncedAt ?? message.updatedAt;
    if (message.state === 'sent') await noteSent(ctx, message.id, at);
    else if (message.state === 'bounced' || message.state === 'failed')
      await noteRefused(ctx, message.id, { isDead: message.state === 'bounced', at });
    else if (message.state === 'held')
      await noteHeld(ctx, message.id, { isUnsubscribed: message.reasonCode === 'unsubscribe', at });
  }
}

/** The send a message belongs to, under the person's lock and then its own. */
async function lockByMessage(ctx: Context, messageId: string): Promise<queries.SendRow | undefined> {
  const found = await queries.findByMessage(ctx.db, ctx.workspace.id, messageId);
  if (!found) return undefined;
  await people.lockPerson(ctx.db, ctx.workspace.id, found.campaignProspectId);
  return queries.lockSend(ctx.db, ctx.workspace.id, found.id);
}

async function planNext(ctx: Context, send: queries.SendRow, sentAt: Date): Promise<void> {
  const { db, workspace } = ctx;
  const all = await queries.listOfPerson(db, workspace.id, send.campaignProspectId);
  const next = all.find(({ position, state }) => position === send.position + 1 && state === 'planned');
  const person = await people.findPerson(db, workspace.id, send.campaignProspectId);
  if (!next) {
    const isOver = all.every(({ state }) => state === 'sent' || state === 'cancelled' || state === 'failed');
    if (isOver && person?.state === 'active')
      await people.updatePerson(db, workspace.id, send.campaignProspectId, { state: 'finished' });
    return;
  }
  const mail = next.variantMailId ? await findMail(db, workspace.id, next.variantMailId) : undefined;
  const campaign = await findCampaign(db, workspace.id, send.campaignId);
  const prospect = person && (await findProspect(db, workspace.id, person.prospectId));
  const zone = prospect?.timeZone ?? workspace.timeZone;
  const earliestAt = nextInWindow(
    daysLater(sentAt, mail?.delayDays ?? 0, zone),
    zone,
    fullWindow(campaign?.sendWindow ?? {}),
  );
  const plannedAt = next.plannedAt > earliestAt ? next.plannedAt : earliestAt;
  await queries.updateSend(db, workspace.id, next.id, {
    earliestAt,
    plannedAt,
    movesAt: plannedAt,
    waitCode: 'after_previous',
    waitReason: `It follows ${mail?.delayDays ?? 0} days after the mail before.`,
  });
}

export async function countAndGoOn(ctx: Context, campaignId: string): Promise<void> {
  await enqueue(
    ctx,
    countLater,
    { workspaceId: ctx.workspace.id, campaignId },
    { key: `campaign.count:${campaignId}` },
  );
  await releaseAgain(ctx);
}
