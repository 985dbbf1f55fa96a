import type { Context, Platform } from '#context';
import { system } from '#context';
import { audit } from '#kernel/audit';
import { inWorkspace } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { findToken, revokeToken, tokenFor } from '#kernel/pages';
import { cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { leads } from '#modules/capture';
import { playbooks } from '#modules/creation';
import { cancel } from './deliver.ts';
import { findActiveOffer, nameOffers, type VideoOffer } from './offer.ts';
import * as queries from './queries.ts';
import type { Video, VideoQuery, VideoRecord } from './shapes.ts';
import { shownDelivery, shownFields, shownScene } from './show.ts';
import { findTemplate } from './template-queries.ts';
import { seenByScene, watchingOf } from './watching.ts';

const MOST_FACTS = 500;

/** Videos, newest first. */
export async function list(ctx: Context, { cursor, limit, ...filter }: VideoQuery): Promise<Page<Video>> {
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = createdAt && id ? { createdAt: instantIn(createdAt), id: String(id) } : undefined;
  const rows = await queries.listVideos(ctx.db, ctx.workspace.id, filter, { after, limit: limit + 1 });
  const show = await shower(ctx, rows);
  return cutPage(rows, limit, ({ video }) => [video.createdAt.toISOString(), video.id], show);
}

/** One video with its scenes, what went in, how it was watched. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<VideoRecord> {
  const video = await queries.findVideo(ctx.db, ctx.workspace.id, id);
  if (!video) throw new NotFound('There is no such video.');
  const delivery = await queries.findDelivery(ctx.db, ctx.workspace.id, { videoId: id });
  const template = await findTemplate(ctx.db, ctx.workspace.id, { id: video.templateId });
  const listed = {
    video,
    delivery: delivery ?? null,
    templateName: template?.name ?? 'An archived template',
  };
  const summary = (await shower(ctx, [listed]))(listed);
  const seen = new Map(
    seenByScene(summary.seen, video.scenes).map((scene) => [scene.position, scene.watchedMs]),
  );
  const facts = await queries.listFacts(ctx.db, ctx.workspace.id, id, MOST_FACTS);
  return {
    ...summary,
    handRaiseId: video.handRaiseId,
    scenes: video.scenes.map((scene) => ({ ...shownScene(scene), watchedMs: seen.get(scene.position) ?? 0 })),
    personalisation: shownFields(video.personalisation),
    facts: facts.map(({ id, kind, scenePosition, fromMs, toMs, occurredAt, isBot, botReason }) => ({
      id,
      kind,
      scenePosition,
      fromMs,
      toMs,
      at: occurredAt.toISOString(),
      isMachine: isBot,
      machineReason: botReason,
    })),
  };
}

async function shower(
  ctx: Context,
  rows: queries.ListedVideo[],
): Promise<(row: queries.ListedVideo) => Video> {
  const people = new Map(
    (await leads.rowsOf(ctx, [...new Set(rows.map(({ video }) => video.leadId))])).map((lead) => [
      lead.id,
      lead,
    ]),
  );
  const offers = await nameOffers(
    ctx,
    rows.flatMap(({ video }) => video.offerId ?? []),
  );
  const played = await queries.listPlayed(
    ctx.db,
    ctx.workspace.id,
    rows.map(({ video }) => video.id),
  );
  return ({ video, delivery, templateName }) => {
    const lead = people.get(video.leadId);
    const offer = video.offerId ? offers.get(video.offerId) : undefined;
    const { seen } = watchingOf(played.get(video.id)?.ranges ?? [], video);
    return {
      id: video.id,
      lead: {
        id: video.leadId,
        name: lead?.name ?? lead?.email ?? '',
        email: lead?.email ?? '',
        company: lead?.company ?? null,
      },
      template: { id: video.templateId, name: templateName },
      offer: offer && video.offerId ? { id: video.offerId, name: offer } : null,
      state: video.state,
      delivery: delivery ? shownDelivery(delivery) : null,
      seen,
      furthestMs: video.furthestMs,
      watchedMs: video.watchedMs,
      durationMs: video.durationMs,
      watchedAt: video.watchedAt?.toISOString() ?? null,
      leftOut: video.personalisation.leftOut?.length ?? 0,
      createdAt: video.createdAt.toISOString(),
      expiresAt: video.expiresAt?.toISOString() ?? null,
      url: `${ctx.platform.settings.publicUrl}/v/${tokenFor(ctx, 'video', video.id)}`,
    };
  };
}

/** What a private link shows. */
export type Opened =
  | { state: 'unknown' }
  | { state: 'ended'; siteName: string; reason: 'expired' | 'deleted' }
  | {
      state: 'open';
      siteName: string;
      expertName: string;
      playbook: { title: string; path: string } | null;
      video: queries.VideoRow;
      offer: VideoOffer | undefined;
    };

/** Opens a private link; counts nothing. */
export async function open(platform: Platform, token: string): Promise<Opened> {
  const found = await findToken(platform, 'video', token);
  if (!found) return { state: 'unknown' };
  const entry = { workspaceId: found.workspaceId, actor: system('video page') };
  return inWorkspace(platform, { ...entry, readOnly: true }, async (ctx): Promise<Opened> => {
    const siteName = ctx.workspace.name;
    const video = await queries.findVideo(ctx.db, ctx.workspace.id, found.subjectId);
    if (!video || found.revokedAt) return { state: 'ended', siteName, reason: 'deleted' };
    if (video.state !== 'ready' || (found.expiresAt && found.expiresAt <= ctx.clock.now()))
      return { state: 'ended', siteName, reason: 'expired' };
    const template = await findTemplate(ctx.db, ctx.workspace.id, { id: video.templateId });
    const { playbookId } = template ?? {};
    const name = playbookId ? (await playbooks.namesOf(ctx, [playbookId])).get(playbookId) : undefined;
    const places = playbookId ? await playbooks.placesOf(ctx, playbookId) : undefined;
    return {
      state: 'open',
      siteName,
      expertName: places?.expertName || siteName,
      playbook: name ? { title: name.title, path: `/p/${ctx.workspace.slug}/${name.slug}` } : null,
      video,
      offer: video.offerId ? await findActiveOffer(ctx, { id: video.offerId }) : undefined,
    };
  });
}

/** Deletes what a video knows of its person, and ends its page; by whoever holds the link. */
export async function deleteByToken(platform: Platform, token: string): Promise<void> {
  const found = await findToken(platform, 'video', token);
  if (!found || found.revokedAt) return;
  const entry = { workspaceId: found.workspaceId, actor: system('video page') };
  await inWorkspace(platform, entry, async (ctx) => {
    const video = await queries.findVideo(ctx.db, ctx.workspace.id, found.subjectId, { lock: true });
    if (!video) return;
    await cancel(ctx, video.id, 'deleted');
    await queries.updateVideo(ctx.db, ctx.workspace.id, video.id, {
      state: 'expired',
      scenes: [],
      personalisation: {},
      transcript: '',
      problem: 'They deleted it on its page.',
    });
    await revokeToken(ctx, 'video', video.id);
    await audit(ctx, { action: 'video.deleted', subject: { type: 'video', id: video.id } });
    await notify(ctx, 'video.changed', { videoId: video.id });
  });
}

/** Cuts the tie between watch facts and a person who was erased. */
export const forget = (ctx: Context, leadId: string): Promise<void> =>
  queries.forgetWatcher(ctx.db, ctx.workspace.id, leadId);
