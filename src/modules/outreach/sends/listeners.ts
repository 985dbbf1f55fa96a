import type { Context } from '#context';
import { listener } from '#kernel/events';
import { enqueue } from '#kernel/jobs';
import { suppressedAddress } from '#kernel/mail';
import { countLater } from '../campaigns/jobs.ts';
import * as people from '../campaigns/people-queries.ts';
import { findCampaign, findMail } from '../campaigns/queries.ts';
import * as mailboxes from '../mailboxes/queries.ts';
import { findProspect } from '../prospects/queries.ts';
import { daysLater } from './plan.ts';
import * as queries from './queries.ts';
import { releaseAgain } from './release.ts';
import { stop, stopAll } from './stop.ts';
import { fullWindow, nextInWindow, wallClock } from './zone.ts';

/** A mail left for certain: its send is sent, and the one after it gets its time. */
export const whenMessageSent = listener({
  name: 'outreach.note-sent',
  event: 'message.sent',
  async handle(ctx, { payload: { messageId }, occurredAt }) {
    const send = await lockByMessage(ctx, messageId);
    if (!send || send.state === 'sent') return;
    const { db, workspace } = ctx;
    await queries.updateSend(db, workspace.id, send.id, { state: 'sent', sentAt: occurredAt, problem: null });
    const person = await people.findPerson(db, workspace.id, send.campaignProspectId);
    if (person && !person.contactedAt)
      await people.updatePerson(db, workspace.id, person.id, { contactedAt: occurredAt });
    if (send.mailboxId) {
      const mailbox = await mailboxes.findMailbox(db, workspace.id, send.mailboxId);
      const day = wallClock(occurredAt, mailbox?.timeZone ?? 'UTC').day;
      await mailboxes.tally(db, workspace.id, { mailboxId: send.mailboxId, day, what: 'sent' });
      await mailboxes.updateMailbox(db, workspace.id, send.mailboxId, { lastSentAt: occurredAt });
    }
    await planNext(ctx, send, occurredAt);
    await countAndGoOn(ctx, send.campaignId);
  },
});

/** A mail was refused for good: nothing more goes to this person. */
export const whenMessageBounced = listener({
  name: 'outreach.note-bounced',
  event: 'message.bounced',
  async handle(ctx, { payload: { messageId, permanent }, occurredAt }) {
    const send = await lockByMessage(ctx, messageId);
    if (!send) return;
    await queries.updateSend(ctx.db, ctx.workspace.id, send.id, {
      state: 'failed',
      problem: permanent ? 'The address does not exist.' : 'The mail server refused it.',
    });
    await stop(ctx, send.campaignProspectId, {
      code: 'bounced',
      reason: permanent ? 'The address does not exist.' : 'The mail server refused the mail.',
      at: occurredAt,
      bouncedAt: occurredAt,
    });
    await countAndGoOn(ctx, send.campaignId);
  },
});

/** The mail engine did not send it because the address is suppressed. */
export const whenMessageHeld = listener({
  name: 'outreach.note-held',
  event: 'message.held',
  async handle(ctx, { payload: { messageId, reason }, occurredAt }) {
    const send = await lockByMessage(ctx, messageId);
    if (!send || send.state === 'sent') return;
    await queries.updateSend(ctx.db, ctx.workspace.id, send.id, {
      state: 'cancelled',
      waitCode: 'suppressed',
      waitReason: 'This address must not be written to.',
    });
    await stop(ctx, send.campaignProspectId, {
      code: 'suppressed',
      reason: 'This address must not be written to.',
      at: occurredAt,
      ...(reason === 'unsubscribe' && { unsubscribedAt: occurredAt }),
    });
    await countAndGoOn(ctx, send.campaignId);
  },
});

/** Somebody unsubscribed, complained or was suppressed: every campaign stops writing to them. */
export const whenAddressSuppressed = listener({
  name: 'outreach.stop-suppressed',
  event: 'address.suppressed',
  async handle(ctx, { payload: { suppressionId, stream, reason }, occurredAt }) {
    if (stream !== 'all' && stream !== 'outreach') return;
    const email = await suppressedAddress(ctx, suppressionId);
    if (!email) return;
    const isWish = reason === 'unsubscribe' || reason === 'reply';
    await stopAll(
      ctx,
      { email },
      {
        code: isWish ? 'unsubscribed' : 'suppressed',
        reason: isWish ? 'They asked for no more mail.' : 'This address must not be written to.',
        at: occurredAt,
        ...(isWish && { unsubscribedAt: occurredAt }),
      },
    );
    const last = await people.findByEmail(ctx.db, ctx.workspace.id, email);
    if (!last) return;
    if (isWish && !last.unsubscribedAt)
      await people.updatePerson(ctx.db, ctx.workspace.id, last.id, { unsubscribedAt: occurredAt });
    await countAndGoOn(ctx, last.campaignId);
  },
});

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

async function countAndGoOn(ctx: Context, campaignId: string): Promise<void> {
  await enqueue(
    ctx,
    countLater,
    { workspaceId: ctx.workspace.id, campaignId },
    { key: `campaign.count:${campaignId}` },
  );
  await releaseAgain(ctx);
}
