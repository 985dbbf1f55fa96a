import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Context, Platform } from '#context';
import { system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { findToken } from '#kernel/pages';
import { leads } from '#modules/capture';
import * as queries from './queries.ts';
import type { ShownScene } from './scene.ts';
import type { WatchReport } from './shapes.ts';
import { watchingOf } from './watching.ts';

/** Who reports, as far as the request says. */
export interface Watcher {
  ip: string;
  userAgent: string;
  method: string;
  headers: IncomingHttpHeaders;
}

type Fact = Omit<WatchReport['facts'][number], 'kind'> & { kind: string };

/**
 * Records what the page of a video tells, machines apart, and works out anew how far it was watched.
 * @throws NotFound for a link that leads nowhere or has ended
 */
export async function record(
  platform: Platform,
  token: string,
  { session, facts }: { session: string; facts: Fact[] },
  watcher: Watcher,
): Promise<void> {
  const found = await findToken(platform, 'video', token);
  const now = platform.clock.now();
  if (!found || found.revokedAt || (found.expiresAt && found.expiresAt <= now))
    throw new NotFound('This video’s page has ended.');
  const entry = { workspaceId: found.workspaceId, actor: system('video page') };
  const video = await inWorkspace(platform, { ...entry, readOnly: true }, (ctx) =>
    queries.findVideo(ctx.db, ctx.workspace.id, found.subjectId),
  );
  if (video?.state !== 'ready') throw new NotFound('This video’s page has ended.');
  const { visitorHash, ...classification } = await platform.facts.observe(found.workspaceId, watcher);
  const sessionKey = createHash('sha256').update(`${visitorHash} ${session}`).digest('hex').slice(0, 32);
  await Promise.all(
    facts.map((fact) =>
      platform.facts.record('watch_facts', {
        id: newId(),
        workspaceId: found.workspaceId,
        videoId: video.id,
        leadId: video.leadId,
        sessionKey,
        kind: fact.kind,
        ...placed(fact, video),
        occurredAt: now,
        ...classification,
      }),
    ),
  );
  if (!classification.isBot) await inWorkspace(platform, entry, (ctx) => reckon(ctx, video.id));
}

/** A played part within the film, with the scene it begins in; nonsense becomes no part. */
function placed(
  { scenePosition, fromMs, toMs }: Fact,
  { scenes, durationMs }: { scenes: ShownScene[]; durationMs: number },
): { scenePosition: number | null; fromMs: number | null; toMs: number | null } {
  const from = fromMs === undefined ? null : Math.min(fromMs, durationMs);
  const to = toMs === undefined ? null : Math.min(toMs, durationMs);
  const isPart = from !== null && to !== null && to > from;
  const scene = from === null ? undefined : scenes.findLast(({ startMs }) => startMs <= from);
  return {
    scenePosition: scene?.position ?? scenePosition ?? null,
    fromMs: to === null || isPart ? from : null,
    toMs: isPart ? to : null,
  };
}

/** Adds up from all facts how far a video was watched; says `video.watched` once. Safe to repeat. */
export async function reckon(ctx: Context, videoId: string): Promise<void> {
  const { db, workspace, clock } = ctx;
  const video = await queries.findVideo(db, workspace.id, videoId, { lock: true });
  if (video?.state !== 'ready') return;
  const played = (await queries.listPlayed(db, workspace.id, [videoId])).get(videoId);
  const { furthestMs, watchedMs, isWatched } = watchingOf(played?.ranges ?? [], video, played?.saidSo);
  const now = clock.now();
  const hasPlayed = watchedMs > 0 || (played?.saidSo ?? false);
  const isFirst = isWatched && video.watchedAt === null;
  await queries.updateVideo(db, workspace.id, videoId, {
    furthestMs,
    watchedMs,
    ...(hasPlayed && { firstWatchedAt: video.firstWatchedAt ?? now, lastWatchedAt: now }),
    ...(isFirst && { watchedAt: now }),
  });
  if (isFirst) {
    await publish(ctx, 'video.watched', { videoId, leadId: video.leadId });
    await leads.advance(ctx, video.leadId, 'video');
  }
  await notify(ctx, 'video.changed', { videoId });
}
