import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { notify } from '#kernel/live';
import { openToken } from '#kernel/pages';
import { leads } from '#modules/capture';
import { handRaises } from '#modules/trial';
import { planDelivery, waitForTemplate } from './deliver.ts';
import * as queries from './queries.ts';
import { findTemplate, type TemplateRow } from './template-queries.ts';
import * as templates from './templates.ts';

const DAY_MS = 86_400_000;
/** How long the private page stands. */
const LIFE_DAYS = 90;

interface HandRaised {
  handRaiseId: string;
  leadId: string;
  playbookId: string | null;
  raisedAt: Date;
}

/**
 * Makes the video of a hand-raise and plans its delivery; once, however often it is asked.
 * @returns its id; undefined when the person is gone or nothing is published that a video could be made from
 */
export async function prepare(ctx: Context, raised: HandRaised): Promise<string | undefined> {
  const lead = await leads.hold(ctx, raised.leadId);
  if (!lead) return undefined;
  const wish = await handRaises.videoWishOf(ctx, raised.handRaiseId);
  const template = await templateFor(ctx, wish.templateId, raised.playbookId ?? lead.playbookId);
  if (!template) {
    ctx.log.info({ handRaiseId: raised.handRaiseId }, 'no published playbook to make a video from');
    return undefined;
  }
  const id = newId();
  const isNew = await queries.insertVideo(ctx.db, ctx.workspace.id, {
    id,
    templateId: template.id,
    templateRevision: template.revision,
    leadId: lead.id,
    handRaiseId: raised.handRaiseId,
    expiresAt: new Date(raised.raisedAt.getTime() + LIFE_DAYS * DAY_MS),
    createdAt: raised.raisedAt,
  });
  if (!isNew) return undefined;
  const dueAt = new Date(raised.raisedAt.getTime() + wish.delayMinutes * 60_000);
  if (template.state === 'published') {
    await fill(ctx, id, template);
    await planDelivery(ctx, { videoId: id, leadId: lead.id, dueAt, createdAt: raised.raisedAt });
  } else await waitForTemplate(ctx, { videoId: id, leadId: lead.id, createdAt: raised.raisedAt });
  await notify(ctx, 'video.changed', { videoId: id });
  return id;
}

async function templateFor(
  ctx: Context,
  templateId: string | null,
  playbookId: string | null,
): Promise<TemplateRow | undefined> {
  const chosen = templateId ? await findTemplate(ctx.db, ctx.workspace.id, { id: templateId }) : undefined;
  return chosen ?? (playbookId ? templates.ensure(ctx, playbookId) : undefined);
}

/** Copies the template's scenes for the person of a video, and opens its private page. */
async function fill(ctx: Context, videoId: string, template: TemplateRow): Promise<void> {
  const video = await queries.findVideo(ctx.db, ctx.workspace.id, videoId, { lock: true });
  if (video?.state !== 'preparing') return;
  const made = await templates.makeFor(ctx, template, video.leadId);
  const { scenes, transcript, durationMs, fields, leftOut, offerId } = made;
  const isWhole = scenes.length > 0;
  await queries.updateVideo(ctx.db, ctx.workspace.id, videoId, {
    state: isWhole ? 'ready' : 'failed',
    problem: isWhole ? null : 'Each scene needs something that is not known of this person.',
    templateRevision: template.revision,
    offerId,
    scenes,
    personalisation: { fields, leftOut },
    transcript,
    durationMs,
  });
  await openToken(ctx, 'video', videoId, video.expiresAt);
  if (isWhole) await publish(ctx, 'video.prepared', { videoId, leadId: video.leadId });
}

/** Publishes a template, and makes the videos that waited for it. @throws NotFound */
export async function publishTemplate(ctx: Context, id: string): ReturnType<typeof templates.get> {
  await templates.publish(ctx, id);
  const template = await templates.getRow(ctx, id);
  const now = ctx.clock.now();
  for (const video of await queries.listUnprepared(ctx.db, ctx.workspace.id, id)) {
    await fill(ctx, video.id, template);
    await planDelivery(ctx, { videoId: video.id, leadId: video.leadId, dueAt: now, createdAt: now });
  }
  return templates.get(ctx, id);
}
