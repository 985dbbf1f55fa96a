import type { Context } from '#context';
import { publish } from '#kernel/events';
import { Conflict, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { getMessage, type MessageRow, queueMessage, suppressionOf } from '#kernel/mail';
import { openToken } from '#kernel/pages';
import { leads, personal } from '#modules/capture';
import { playbooks } from '#modules/creation';
import { deliverVideo } from './jobs.ts';
import { letterOf } from './letter.ts';
import * as queries from './queries.ts';
import { findTemplate } from './template-queries.ts';

// The job's clock is the database's; ours may be a moment behind it.
const CLOCK_TOLERANCE_MS = 1_000;
const MINUTE_MS = 60_000;

interface Plan {
  videoId: string;
  leadId: string;
  dueAt: Date;
  createdAt: Date;
}

/** Plans that a video leaves at an instant. One that waited for its template goes on. */
export async function planDelivery(ctx: Context, { videoId, leadId, dueAt, createdAt }: Plan): Promise<void> {
  const known = await queries.findDelivery(ctx.db, ctx.workspace.id, { videoId }, { lock: true });
  const waits = { waitReason: 'delay', nextAttemptAt: dueAt, updatedAt: ctx.clock.now() };
  if (known) await queries.updateDelivery(ctx.db, ctx.workspace.id, known.id, waits);
  const id =
    known?.id ??
    (await queries.insertDelivery(ctx.db, ctx.workspace.id, { ...waits, videoId, leadId, createdAt }));
  await deliverAt(ctx, id, dueAt);
}

/** Plans a delivery that waits until its template is published. */
export async function waitForTemplate(ctx: Context, plan: Omit<Plan, 'dueAt'>): Promise<void> {
  await queries.insertDelivery(ctx.db, ctx.workspace.id, {
    ...plan,
    waitReason: 'template',
    updatedAt: ctx.clock.now(),
  });
}

/** @param runAt as soon as possible when absent */
const deliverAt = (ctx: Context, deliveryId: string, runAt?: Date): Promise<void> =>
  enqueue(
    ctx,
    deliverVideo,
    { workspaceId: ctx.workspace.id, deliveryId },
    { key: `video.deliver:${deliveryId}`, ...(runAt && { runAt }) },
  );

/**
 * Gives a planned delivery to the mail, when it is due and allowed. The letter and the claim are one commit, so a letter
 * exists exactly once for each claim, and mail hands each letter over at most once.
 */
export async function deliver(ctx: Context, deliveryId: string): Promise<void> {
  const row = await queries.findDelivery(ctx.db, ctx.workspace.id, { id: deliveryId }, { lock: true });
  if (row?.state !== 'planned' || !row.nextAttemptAt) return;
  const now = ctx.clock.now();
  const remainingMs = row.nextAttemptAt.getTime() - now.getTime();
  if (remainingMs > CLOCK_TOLERANCE_MS) {
    // The database's clock runs ahead of ours: wait as long by its clock as there is left by ours.
    const databaseNow = await queries.readDatabaseClock(ctx.db);
    return deliverAt(ctx, row.id, new Date(databaseNow.getTime() + remainingMs));
  }
  const video = await queries.findVideo(ctx.db, ctx.workspace.id, row.videoId);
  const lead = await leads.hold(ctx, row.leadId);
  if (!video || !lead) return;
  if (video.state !== 'ready' || (video.expiresAt && video.expiresAt <= now))
    return move(ctx, row, { state: 'cancelled', waitReason: 'expired', problem: video.problem });
  const permission = await personal.permissionOf(ctx, lead.id, ['video', 'gate']);
  if (permission === 'withdrawn') return move(ctx, row, { state: 'cancelled', waitReason: 'withdrawn' });
  if (permission === 'none') return move(ctx, row, { waitReason: 'permission' });
  if (permission === 'unconfirmed') return move(ctx, row, { waitReason: 'address' });
  if (await suppressionOf(ctx, lead.email, 'marketing'))
    return move(ctx, row, { state: 'cancelled', waitReason: 'suppressed' });
  const message = await write(ctx, row, video, lead);
  await move(ctx, row, {
    state: 'sending',
    waitReason: 'mail',
    messageId: message.id,
    attempts: row.attempts + 1,
    claimedAt: now,
  });
  if (message.state !== 'queued') await follow(ctx, message.id);
}

async function write(
  ctx: Context,
  { id, attempts }: queries.DeliveryRow,
  video: queries.VideoRow,
  { id: leadId, email, name }: Awaited<ReturnType<typeof leads.getRow>>,
): Promise<MessageRow> {
  const template = await findTemplate(ctx.db, ctx.workspace.id, { id: video.templateId });
  const playbook = template?.playbookId
    ? (await playbooks.namesOf(ctx, [template.playbookId])).get(template.playbookId)
    : undefined;
  const places = template?.playbookId ? await playbooks.placesOf(ctx, template.playbookId) : undefined;
  const token = await openToken(ctx, 'video', video.id, video.expiresAt);
  const letter = letterOf({
    video,
    sender: places?.expertName || ctx.workspace.name,
    playbookTitle: playbook?.title ?? null,
    url: `${ctx.platform.settings.publicUrl}/v/${token}`,
  });
  return queueMessage(ctx, {
    stream: 'marketing',
    kind: 'video.delivery',
    to: { email, ...(name && { name }) },
    ...letter,
    leadId,
    // Only a person tries again, and only after a refusal; that is another letter.
    dedupeKey: attempts === 0 ? `video.delivery:${id}` : `video.delivery:${id}:${attempts + 1}`,
  });
}

type Change = Partial<
  Pick<
    queries.DeliveryRow,
    'state' | 'waitReason' | 'problem' | 'messageId' | 'attempts' | 'claimedAt' | 'sentAt'
  >
>;

async function move(ctx: Context, row: queries.DeliveryRow, change: Change): Promise<void> {
  await queries.updateDelivery(ctx.db, ctx.workspace.id, row.id, {
    problem: null,
    nextAttemptAt: null,
    ...change,
    updatedAt: ctx.clock.now(),
  });
  await notify(ctx, 'video.changed', { videoId: row.videoId });
}

/** Brings a delivery to where its letter is. What may have arrived is never sent again. */
export async function follow(ctx: Context, messageId: string): Promise<void> {
  const row = await queries.findDelivery(ctx.db, ctx.workspace.id, { messageId }, { lock: true });
  if (!row || !['sending', 'unconfirmed'].includes(row.state)) return;
  const message = await getMessage(ctx, messageId);
  switch (message.state) {
    case 'sent':
      await move(ctx, row, {
        state: 'sent',
        waitReason: null,
        sentAt: message.sentAt ?? ctx.clock.now(),
      });
      await publish(ctx, 'video.delivered', { videoId: row.videoId, deliveryId: row.id, leadId: row.leadId });
      return;
    case 'unconfirmed':
      if (row.state !== 'unconfirmed')
        await move(ctx, row, { state: 'unconfirmed', waitReason: 'unconfirmed' });
      return;
    case 'held':
    case 'cancelled':
      return move(ctx, row, { state: 'cancelled', waitReason: 'held', problem: message.reason });
    case 'failed':
    case 'bounced':
      return move(ctx, row, { state: 'failed', waitReason: 'refused', problem: message.reason });
    case 'queued':
    case 'sending':
      // Mail's own reason and time, while it tries.
      if (message.reason !== row.problem)
        await queries.updateDelivery(ctx.db, ctx.workspace.id, row.id, {
          state: 'sending',
          waitReason: 'mail',
          problem: message.reason,
          nextAttemptAt: message.nextAttemptAt,
          updatedAt: ctx.clock.now(),
        });
  }
}

/** Lets what waits for a person's word try again: they confirmed, or said yes. */
export async function wake(ctx: Context, leadId: string): Promise<void> {
  const now = ctx.clock.now();
  for (const row of await queries.listWaitingOf(ctx.db, ctx.workspace.id, leadId)) {
    if (row.waitReason !== 'address' && row.waitReason !== 'permission') continue;
    await queries.updateDelivery(ctx.db, ctx.workspace.id, row.id, { nextAttemptAt: now, updatedAt: now });
    await deliverAt(ctx, row.id);
  }
}

/** Looks up what became of letters, and gives another job to deliveries whose job died. @returns how many were open */
export async function lookUp(ctx: Context, olderThanMs = MINUTE_MS): Promise<number> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - olderThanMs);
  const open = await queries.listOpenDeliveries(ctx.db, ctx.workspace.id, before, 500);
  for (const row of open) {
    if (row.state === 'planned') await deliverAt(ctx, row.id);
    else if (row.messageId) await follow(ctx, row.messageId);
  }
  return open.length;
}

/**
 * A person lets a refused or cancelled delivery try again, as a new letter.
 * @throws NotFound
 * @throws Conflict while it is under way, or when it may have arrived
 */
export async function retry(ctx: Context, videoId: string): Promise<void> {
  const row = await queries.findDelivery(ctx.db, ctx.workspace.id, { videoId }, { lock: true });
  if (!row) throw new NotFound('There is no such video.');
  if (row.state !== 'failed' && row.state !== 'cancelled')
    throw new Conflict(
      row.state === 'unconfirmed'
        ? 'The mail may have arrived, so it is not sent again. Its message can be settled by hand.'
        : `This delivery is ${row.state}; there is nothing to try again.`,
    );
  const video = await queries.findVideo(ctx.db, ctx.workspace.id, videoId);
  if (video?.state !== 'ready') throw new Conflict('The page of this video has ended.');
  const now = ctx.clock.now();
  await queries.updateDelivery(ctx.db, ctx.workspace.id, row.id, {
    state: 'planned',
    waitReason: 'delay',
    problem: null,
    messageId: null,
    nextAttemptAt: now,
    updatedAt: now,
  });
  await deliverAt(ctx, row.id);
}

/** Takes back what has not left yet. */
export async function cancel(ctx: Context, videoId: string, waitReason: string): Promise<void> {
  const row = await queries.findDelivery(ctx.db, ctx.workspace.id, { videoId }, { lock: true });
  if (row?.state === 'planned') await move(ctx, row, { state: 'cancelled', waitReason });
}
