import { type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { findToken } from '#kernel/pages';
import { trials } from '#modules/trial';
import * as checkouts from '../checkouts/service.ts';
import { findMaterial } from './material.ts';
import { findActiveOffer } from './offer.ts';
import { findVideo } from './queries.ts';
import { findTemplate } from './template-queries.ts';
import { record, type Watcher } from './watch.ts';

/**
 * Goes from a video's page to the checkout of its offer, with the way that led there.
 * @returns where to pay; undefined when the offer cannot be bought any more
 * @throws NotFound for a link that leads nowhere or has ended
 */
export async function buy(platform: Platform, token: string, watcher: Watcher): Promise<string | undefined> {
  await record(platform, token, { session: '', facts: [{ kind: 'offer_clicked' }] }, watcher);
  const found = await findToken(platform, 'video', token);
  if (!found) throw new NotFound('This video’s page has ended.');
  const entry = { workspaceId: found.workspaceId, actor: system('video page') };
  return inWorkspace(platform, entry, async (ctx) => {
    const video = await findVideo(ctx.db, ctx.workspace.id, found.subjectId);
    const offer = video?.offerId ? await findActiveOffer(ctx, { id: video.offerId }) : undefined;
    if (!video || !offer) return undefined;
    const template = await findTemplate(ctx.db, ctx.workspace.id, { id: video.templateId });
    const playbookId = template?.playbookId ?? null;
    const material = playbookId ? await findMaterial(ctx, playbookId) : undefined;
    const trial = (await trials.listOf(ctx, video.leadId)).findLast((one) => one.playbookId === playbookId);
    const { url } = await checkouts.open(
      { ...ctx, actor: { kind: 'reader', leadId: video.leadId } },
      {
        offerId: offer.id,
        leadId: video.leadId,
        videoId: video.id,
        playbookId,
        versionId: material?.versionId ?? null,
        trialId: trial?.id ?? null,
      },
    );
    return url;
  });
}
