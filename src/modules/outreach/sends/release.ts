import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { enqueue, job } from '#kernel/jobs';
import { messagesById, queueMessage, suppressionOf } from '#kernel/mail';
import * as people from '../campaigns/people-queries.ts';
import { type CampaignRow, findCampaign, findMail } from '../campaigns/queries.ts';
import { renderMail, renderTracked } from '../campaigns/render.ts';
import * as mailboxes from '../mailboxes/queries.ts';
import { rampFrom } from '../mailboxes/service.ts';
import { linkAddress, pixelAddress } from '../opens/tokens.ts';
import { findProspect, type ProspectRow } from '../prospects/queries.ts';
import { capOn, daysLater } from './plan.ts';
import * as queries from './queries.ts';
import { stop } from './stop.ts';
import { addDays, fullWindow, instantAt, nextInWindow, wallClock } from './zone.ts';

const MOST_AT_ONCE = 500;
const LOOK_AGAIN_MS = 15 * 60_000;

/** Hands over what is due in one workspace. */
export const releaseLater = job({
  name: 'sends.release',
  payload: z.object({ workspaceId: z.uuid() }),
  run: (platform, payload) => release(platform, payload),
});

/** Why a send waits, and when it moves next. */
interface Wait {
  code: string;
  reason: string;
  movesAt: Date;
}

/**
 * Hands every send whose time has come to the mail engine, each in a transaction of its own, and asks to be called again
 * when the next one moves. The engine hands a message over at most once; a send makes one message, whatever happens.
 */
export async function release(platform: Platform, { workspaceId }: { workspaceId: string }): Promise<void> {
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('campaign sender') }, work);
  const due = await inside((ctx) => queries.listDue(ctx.db, workspaceId, ctx.clock.now(), MOST_AT_ONCE));
  for (const { id, campaignProspectId } of due)
    await inside((ctx) => releaseOne(ctx, id, campaignProspectId));
  await inside((ctx) => releaseAgain(ctx));
}

/** Enqueues the next look, when there is something to look at. */
export async function releaseAgain(ctx: Context): Promise<void> {
  const next = await queries.findNextMove(ctx.db, ctx.workspace.id);
  if (!next) return;
  const runAt = new Date(Math.max(next.getTime(), ctx.clock.now().getTime()));
  await enqueue(
    ctx,
    releaseLater,
    { workspaceId: ctx.workspace.id },
    { key: `sends.release:${ctx.workspace.id}`, ...(runAt > ctx.clock.now() && { runAt }) },
  );
}

async function releaseOne(ctx: Context, id: string, personId: string): Promise<void> {
  const { db, workspace, clock } = ctx;
  const now = clock.now();
  // The person first, then the send, then the mailbox: everybody takes these locks in this order.
  const person = await people.lockPerson(db, workspace.id, personId);
  const send = await queries.lockSend(db, workspace.id, id);
  if (!person || send?.state !== 'planned' || !send.movesAt || send.movesAt > now) return;
  const cancel = (code: string, reason: string) =>
    queries.updateSend(db, workspace.id, id, {
      state: 'cancelled',
      waitCode: code,
      waitReason: reason,
      movesAt: null,
    });
  if (person.state === 'stopped' || person.state === 'finished')
    return cancel(
      person.stoppedCode ?? 'stopped',
      person.stoppedReason ?? 'The mails to this person were stopped.',
    );

  const campaign = await findCampaign(db, workspace.id, send.campaignId);
  const prospect = await findProspect(db, workspace.id, person.prospectId);
  const mail = send.variantMailId ? await findMail(db, workspace.id, send.variantMailId) : undefined;
  if (campaign?.status !== 'running') return;
  if (!prospect || !mail) return cancel('gone', 'The text or the person is gone.');
  const suppression = await suppressionOf(ctx, person.email, 'outreach');
  if (suppression) {
    await stop(ctx, personId, {
      code: 'suppressed',
      reason: 'This address must not be written to.',
      at: now,
    });
    return;
  }
  const wait = await whatHolds(ctx, { send, campaign, prospect, delayDays: mail.delayDays });
  if (wait === 'cancel') return cancel('previous', 'The mail before did not arrive.');
  if (wait) {
    await queries.updateSend(db, workspace.id, id, {
      waitCode: wait.code,
      waitReason: wait.reason,
      movesAt: wait.movesAt,
      ...(wait.movesAt > send.plannedAt && { plannedAt: wait.movesAt }),
    });
    return;
  }
  await handToEngine(ctx, { send, campaign, prospect, mail });
}

interface Standing {
  send: queries.SendRow;
  campaign: CampaignRow;
  prospect: ProspectRow;
}

async function whatHolds(
  ctx: Context,
  { send, campaign, prospect, delayDays }: Standing & { delayDays: number },
): Promise<Wait | 'cancel' | null> {
  const { db, workspace, clock, platform } = ctx;
  const now = clock.now();
  const zone = prospect.timeZone ?? workspace.timeZone;
  const window = fullWindow(campaign.sendWindow);
  const later = (ms: number) => nextInWindow(new Date(now.getTime() + ms), zone, window);
  if (send.position > 1) {
    const all = await queries.listOfPerson(db, workspace.id, send.campaignProspectId);
    const before = all.find(({ position }) => position === send.position - 1);
    if (before?.state === 'failed' || before?.state === 'cancelled') return 'cancel';
    if (before?.state !== 'sent' || !before.sentAt)
      return {
        code: 'after_previous',
        reason: 'The mail before has not been sent for certain.',
        movesAt: later(LOOK_AGAIN_MS),
      };
    const earliest = nextInWindow(daysLater(before.sentAt, delayDays, zone), zone, window);
    if (earliest > now)
      return {
        code: 'after_previous',
        reason: `It follows ${delayDays} days after the mail before.`,
        movesAt: earliest,
      };
  }
  const open = nextInWindow(now, zone, window);
  if (open > now)
    return {
      code: 'outside_window',
      reason: `Outside ${window.from}–${window.to} in ${zone}.`,
      movesAt: open,
    };

  const mailbox = send.mailboxId ? await mailboxes.lockMailbox(db, workspace.id, send.mailboxId) : undefined;
  if (!mailbox || mailbox.archivedAt || mailbox.status !== 'active')
    return {
      code: 'mailbox',
      reason: `${mailbox?.email ?? 'Its mailbox'} is not sending.`,
      movesAt: later(LOOK_AGAIN_MS),
    };
  if (mailbox.provider === 'catcher' && platform.mail.transportOf('outreach') !== 'catcher')
    return {
      code: 'stand_in',
      reason: `${mailbox.email} stood in for a mail server, and one is set now. Connect a real mailbox.`,
      movesAt: later(LOOK_AGAIN_MS),
    };
  const { day } = wallClock(now, mailbox.timeZone);
  const cap = capOn({ ...mailbox, rampFrom: rampFrom(mailbox) }, day);
  if ((await mailboxes.findReserved(db, workspace.id, mailbox.id, day)) >= cap) {
    const tomorrow = instantAt(addDays(day, 1), 0, mailbox.timeZone);
    return {
      code: 'daily_cap',
      reason: `${mailbox.email} has sent its ${cap} mails of today.`,
      movesAt: nextInWindow(tomorrow, zone, window),
    };
  }
  if (mailbox.nextFreeAt && mailbox.nextFreeAt > now)
    return {
      code: 'gap',
      reason: `${mailbox.email} keeps ${mailbox.gapSeconds} seconds between two mails.`,
      movesAt: nextInWindow(mailbox.nextFreeAt, zone, window),
    };
  return null;
}

async function handToEngine(
  ctx: Context,
  {
    send,
    campaign,
    prospect,
    mail,
  }: Standing & { mail: { subject: string; body: string; variantId: string } },
): Promise<void> {
  const { db, workspace, clock, platform } = ctx;
  const now = clock.now();
  // Locked since the limits were looked at.
  const mailbox = send.mailboxId ? await mailboxes.findMailbox(db, workspace.id, send.mailboxId) : undefined;
  if (!mailbox) return;
  const { settings } = campaign;
  const sender = { name: settings.senderName ?? mailbox.senderName, signature: mailbox.signature, settings };
  const rendered = renderMail(mail, prospect, sender);
  if (rendered.missing.length > 0) {
    const reason = `Lacks ${rendered.missing.join(', ')}, and the text has no fallback.`;
    await queries.updateSend(db, workspace.id, send.id, {
      state: 'held',
      waitCode: 'fields',
      waitReason: reason,
      movesAt: null,
    });
    await people.updatePerson(db, workspace.id, send.campaignProspectId, { state: 'held' });
    return;
  }
  const opening = send.position > 1 ? await firstMessageOf(ctx, send.campaignProspectId) : undefined;
  const isTracked = settings.trackOpens === true || settings.trackClicks === true;
  const message = await queueMessage(ctx, {
    stream: 'outreach',
    kind: 'campaign.mail',
    to: { email: prospect.email, ...named(prospect) },
    from: { email: mailbox.email, name: sender.name },
    subject: rendered.subject,
    text: rendered.text,
    ...(isTracked && {
      html: renderTracked(rendered.text, {
        link: (index) => linkAddress(platform.settings, workspace.id, send.id, index),
        pixel: settings.trackOpens === true ? pixelAddress(platform.settings, workspace.id, send.id) : null,
        links: settings.trackClicks === true,
      }),
    }),
    ...(opening && { inReplyTo: opening }),
    dedupeKey: `send:${send.id}`,
    campaignId: campaign.id,
    variantId: mail.variantId,
    prospectId: prospect.id,
    mailboxId: mailbox.id,
  });
  if (message.state === 'held') {
    await stop(ctx, send.campaignProspectId, {
      code: 'suppressed',
      reason: message.reason ?? 'Suppressed.',
      at: now,
    });
    return;
  }
  await queries.updateSend(db, workspace.id, send.id, {
    state: 'sending',
    messageId: message.id,
    attempts: send.attempts + 1,
    claimedAt: now,
    waitCode: null,
    waitReason: null,
    movesAt: null,
  });
  const { day } = wallClock(now, mailbox.timeZone);
  const cap = capOn({ ...mailbox, rampFrom: rampFrom(mailbox) }, day);
  await mailboxes.reserve(db, workspace.id, { mailboxId: mailbox.id, day, cap });
  await mailboxes.updateMailbox(db, workspace.id, mailbox.id, {
    nextFreeAt: new Date(
      now.getTime() + (mailbox.gapSeconds + jitter(send.id, mailbox.gapJitterSeconds)) * 1000,
    ),
  });
  await people.updatePerson(db, workspace.id, send.campaignProspectId, {
    state: 'active',
    mailboxId: mailbox.id,
    lastPosition: send.position,
  });
}

async function firstMessageOf(ctx: Context, personId: string): Promise<string | undefined> {
  const sends = await queries.listOfPerson(ctx.db, ctx.workspace.id, personId);
  const ids = sends.flatMap(({ position, messageId }) => (position === 1 && messageId ? [messageId] : []));
  return (await messagesById(ctx, ids))[0]?.rfcMessageId;
}

function named({ firstName, lastName }: ProspectRow): { name?: string } {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return name ? { name } : {};
}

/** Up to so many seconds, the same for the same send. */
const jitter = (id: string, most: number): number =>
  most === 0 ? 0 : createHash('sha256').update(id).digest().readUInt32BE(0) % (most + 1);
