import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Context, type Platform, system } from '#context';
import { inWorkspace, newId, WorkspaceGone } from '#kernel/database';
import { publish } from '#kernel/events';
import { enqueue, job } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { findCaughtAt } from './catcher-queries.ts';
import type { HandOver } from './hand-over.ts';
import type { MailAccount } from './mail.ts';
import {
  insertAttempt,
  listAbandonedMessages,
  lockMessage,
  moveMessage,
  readDatabaseClock,
  updateAttempt,
} from './queries.ts';
import type { MessageRow, NewMessage } from './schema.ts';
import { reasonOf, suppress, suppressionOf } from './suppressions.ts';
import { offerUnsubscribe } from './unsubscribe.ts';

const MINUTE_MS = 60_000;
// Then every six hours.
const RETRY_AFTER_MINUTES = [1, 5, 15, 60, 180, 360];
// RFC 5321 4.5.4.1: four to five days.
const GIVE_UP_AFTER_MS = 5 * 24 * 60 * MINUTE_MS;
/** Longer than any hand-over may take: whoever claimed the message is gone. */
export const ABANDONED_AFTER_MS = 5 * MINUTE_MS;
// The job's clock is the database's; ours may be a moment behind it.
const CLOCK_TOLERANCE_MS = 1_000;

const actor = system('mail');

/** Hands one queued message over, at most once. */
export const sendMessage = job({
  name: 'message.send',
  payload: z.object({ workspaceId: z.uuid(), messageId: z.uuid() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, messageId }, { correlationId, log }) {
    const entry = { workspaceId, actor, correlationId };
    const claim = await inWorkspace(platform, entry, (ctx) => claimMessage(ctx, messageId));
    if (!claim) return;
    const result = await platform.mail.deliver(claim.message, claim.unsubscribeUrl, claim.account);
    await insist(log, () => inWorkspace(platform, entry, (ctx) => recordOutcome(ctx, claim.message, result)));
  },
});

const INSIST_AFTER_MS = [100, 500, 2_000, 8_000, 20_000];

// What became of a mail is known only here: a database that is away for a moment must not turn it into a riddle.
async function insist(log: Logger, record: () => Promise<void>): Promise<void> {
  for (const waitMs of INSIST_AFTER_MS) {
    try {
      return await record();
    } catch (error) {
      if (error instanceof WorkspaceGone) throw error;
      log.warn({ err: error }, 'the outcome of a mail could not be recorded; trying again');
      await setTimeout(waitMs);
    }
  }
  await record();
}

/** Finds messages whose sender died between the hand-over and its record. */
export const findUnconfirmed = job({
  name: 'message.find-unconfirmed',
  payload: z.object({}),
  async run(platform) {
    await settleAbandonedMessages(platform);
  },
});

/** A message that is ours to hand over, and nobody else's. */
export interface Claim {
  message: MessageRow;
  unsubscribeUrl: string | null;
  /** The mailbox's own account; null when the stream's server takes it. */
  account: MailAccount | null;
}

/**
 * Takes a queued message that is due. From here on it counts as perhaps sent, until an outcome says otherwise.
 * @returns null when there is nothing to do: not queued, not due, or not allowed any more
 */
export async function claimMessage(ctx: Context, id: string): Promise<Claim | null> {
  const { db, workspace, clock, platform } = ctx;
  const row = await lockMessage(db, workspace.id, id);
  if (row?.state !== 'queued') return null;
  const now = clock.now();
  const due = row.nextAttemptAt ?? row.sendAt;
  if (due.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    // The database's clock runs ahead of ours: wait as long by its clock as there is left by ours.
    const databaseNow = await readDatabaseClock(db);
    await sendAgainAt(ctx, id, new Date(databaseNow.getTime() + due.getTime() - now.getTime()));
    return null;
  }
  const suppression = await suppressionOf(ctx, row.toEmail, row.stream);
  if (suppression) {
    const held = { state: 'held', ...reasonOf(suppression), nextAttemptAt: null, updatedAt: now } as const;
    await moveMessage(db, workspace.id, { id, from: ['queued'] }, held);
    await publish(ctx, 'message.held', { messageId: id, reason: suppression.reason });
    return null;
  }
  const account = await platform.mail.accountOf(ctx, row);
  const transport = account ? 'smtp' : platform.mail.transportOf(row.stream);
  const number = row.attempts + 1;
  const message = await moveMessage(
    db,
    workspace.id,
    { id, from: ['queued'] },
    {
      state: 'sending',
      attempts: number,
      claimedAt: now,
      transport,
      reasonCode: null,
      reason: null,
      nextAttemptAt: null,
      updatedAt: now,
    },
  );
  if (!message) return null;
  await insertAttempt(db, workspace.id, {
    id: newId(),
    messageId: id,
    number,
    transport,
    outcome: null,
    smtpCode: null,
    response: null,
    startedAt: now,
    endedAt: null,
  });
  return { message, account, unsubscribeUrl: await offerUnsubscribe(ctx, row) };
}

/** Writes down what became of one attempt. A late word on an attempt that was given up still counts; one on another attempt does not. */
export async function recordOutcome(ctx: Context, message: MessageRow, result: HandOver): Promise<void> {
  const { db, workspace, clock } = ctx;
  const now = clock.now();
  await updateAttempt(
    db,
    workspace.id,
    { messageId: message.id, number: message.attempts },
    {
      outcome: result.outcome === 'refused' && !result.refusal.permanent ? 'deferred' : result.outcome,
      smtpCode: result.outcome === 'refused' ? result.smtpCode : null,
      response: 'response' in result ? result.response.slice(0, 1000) : result.reason,
      endedAt: now,
    },
  );
  const move = (values: Partial<NewMessage>) =>
    moveMessage(
      db,
      workspace.id,
      { id: message.id, from: ['sending', 'unconfirmed'], attempt: message.attempts },
      { nextAttemptAt: null, ...values, updatedAt: now },
    );
  switch (result.outcome) {
    case 'accepted':
      if (await move({ ...sentValues(message, now), smtpResponse: result.response.slice(0, 1000) })) {
        await publish(ctx, 'message.sent', { messageId: message.id });
      }
      return;
    case 'unknown':
      if (await move({ state: 'unconfirmed', reasonCode: 'no-answer', reason: result.reason }))
        await confirm(ctx, message.id);
      return;
    case 'not-reached':
      return tryLater(ctx, message, { reasonCode: 'not-reached', reason: result.reason }, move);
    case 'refused': {
      const { refusal, smtpCode, response } = result;
      const said = {
        reasonCode: refusal.code,
        reason: refusal.reason,
        smtpCode,
        smtpResponse: response.slice(0, 1000),
      };
      if (!refusal.permanent) return tryLater(ctx, message, said, move);
      const moved = await move(
        refusal.addressDead ? { ...said, state: 'bounced', bouncedAt: now } : { ...said, state: 'failed' },
      );
      if (!moved) return;
      if (refusal.addressDead) {
        const { toEmail: email, id: messageId, leadId } = message;
        await suppress(ctx, {
          email,
          stream: 'all',
          reason: 'hard_bounce',
          detail: response.slice(0, 500),
          messageId,
          ...(leadId && { leadId }),
        });
      }
      await publish(ctx, 'message.bounced', { messageId: message.id, permanent: refusal.addressDead });
    }
  }
}

type Move = (values: Partial<NewMessage>) => Promise<MessageRow | undefined>;

async function tryLater(
  ctx: Context,
  message: MessageRow,
  said: Partial<NewMessage>,
  move: Move,
): Promise<void> {
  const now = ctx.clock.now();
  const minutes = RETRY_AFTER_MINUTES[Math.min(message.attempts, RETRY_AFTER_MINUTES.length) - 1] ?? 360;
  const nextAttemptAt = new Date(now.getTime() + minutes * MINUTE_MS);
  if (nextAttemptAt.getTime() - message.sendAt.getTime() > GIVE_UP_AFTER_MS) {
    const reason = `Given up after five days. ${said.reason}`;
    if (await move({ ...said, state: 'failed', reason }))
      await publish(ctx, 'message.bounced', { messageId: message.id, permanent: false });
    return;
  }
  if (!(await move({ ...said, state: 'queued', nextAttemptAt }))) return;
  await sendAgainAt(ctx, message.id, nextAttemptAt);
  await notify(ctx, 'message.deferred', { messageId: message.id });
}

async function sendAgainAt(ctx: Context, id: string, runAt: Date): Promise<void> {
  await enqueue(
    ctx,
    sendMessage,
    { workspaceId: ctx.workspace.id, messageId: id },
    { key: `message.send:${id}`, runAt },
  );
}

const sentValues = ({ secret }: MessageRow, sentAt: Date): Partial<NewMessage> => ({
  state: 'sent',
  sentAt,
  reasonCode: null,
  reason: null,
  ...(secret && { html: null, text: '' }),
});

/**
 * Finds what a process left behind when it died. Claimed and never recorded: unconfirmed, and looked up where that is
 * possible. Queued and overdue: its job is locked by the dead process, so it gets another; claiming keeps it to one.
 * @returns how many were found
 */
export async function settleAbandonedMessages(platform: Platform): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - ABANDONED_AFTER_MS);
  const abandoned = await listAbandonedMessages(platform, before, 500);
  for (const { workspaceId, id } of abandoned) {
    await inWorkspace(platform, { workspaceId, actor }, (ctx) => settleAbandonedMessage(ctx, id, before));
  }
  return abandoned.length;
}

async function settleAbandonedMessage(ctx: Context, id: string, before: Date): Promise<void> {
  const { db, workspace, clock } = ctx;
  const row = await lockMessage(db, workspace.id, id);
  if (row?.state === 'queued' && row.nextAttemptAt && row.nextAttemptAt < before)
    return sendAgainAt(ctx, id, clock.now());
  if (row?.state !== 'sending' || !row.claimedAt || row.claimedAt >= before) return;
  const reason =
    'The program stopped after it began to hand this mail over. It may have arrived; it is not sent again by itself.';
  const values = { state: 'unconfirmed', reasonCode: 'stopped', reason, updatedAt: clock.now() } as const;
  const moved = await moveMessage(db, workspace.id, { id, from: ['sending'], attempt: row.attempts }, values);
  if (moved) await confirm(ctx, id);
}

/**
 * Looks an unconfirmed message up. The local catcher knows for certain, by Message-ID: either it has the mail, or the
 * mail never left. A real server can be asked nothing, so there the message stays unconfirmed until a person says.
 */
async function confirm(ctx: Context, id: string): Promise<void> {
  const { db, workspace, clock } = ctx;
  await notify(ctx, 'message.unconfirmed', { messageId: id });
  const row = await lockMessage(db, workspace.id, id);
  if (row?.state !== 'unconfirmed' || row.transport !== 'catcher') return;
  const now = clock.now();
  const caughtAt = await findCaughtAt(db, workspace.id, row.rfcMessageId);
  if (caughtAt) {
    await moveMessage(
      db,
      workspace.id,
      { id, from: ['unconfirmed'] },
      { ...sentValues(row, caughtAt), updatedAt: now },
    );
    await publish(ctx, 'message.sent', { messageId: id });
    return;
  }
  await moveMessage(
    db,
    workspace.id,
    { id, from: ['unconfirmed'] },
    { state: 'queued', reasonCode: null, reason: null, nextAttemptAt: now, updatedAt: now },
  );
  await sendAgainAt(ctx, id, now);
}
