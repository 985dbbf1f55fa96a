import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { publish } from '#kernel/events';
import { notify } from '#kernel/live';
import * as profiles from '../profiles/queries.ts';
import { read } from '../profiles/reading.ts';
import type { Stage } from '../profiles/schema.ts';
import * as queries from './queries.ts';
import { writeMissing } from './variants.ts';

interface Run {
  workspaceId: string;
  campaignId: string;
  correlationId: string;
  lastAttempt: boolean;
}

const STAGES = [
  ['site', 'Read the site'],
  ['audience', 'Suggest customers'],
  ['variants', 'Write three variants'],
] as const;

/**
 * Prepares a campaign in three stages, each of which leaves rows that the next attempt finds: a crash at any of them goes
 * on there. A site with nothing to sell ends it, with the reason.
 */
export async function prepare(platform: Platform, run: Run): Promise<void> {
  const { workspaceId, campaignId, correlationId, lastAttempt } = run;
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('campaign setup'), correlationId }, work);
  const campaign = await inside((ctx) => queries.findCampaign(ctx.db, workspaceId, campaignId));
  if (campaign?.status !== 'preparing' || !campaign.siteProfileId) return;
  const { siteProfileId: profileId, targetAudience: audience } = campaign;
  try {
    await inside((ctx) => enter(ctx, campaignId, 0));
    await read(platform, { workspaceId, profileId, audience, correlationId, lastAttempt });
    const profile = await inside((ctx) => profiles.findProfile(ctx.db, workspaceId, profileId));
    if (profile?.state === 'refused' || profile?.state === 'failed') {
      await inside((ctx) => fail(ctx, campaignId, 0, profile.problem ?? 'The site could not be read.'));
      return;
    }
    if (profile?.state !== 'ready') throw new Error('The site is being read by another process.');

    const material = await inside(async (ctx) => {
      await enter(ctx, campaignId, 1);
      const customers = await profiles.listCustomers(ctx.db, workspaceId, { profileId, limit: 3 });
      const chosen =
        (campaign.customerProfileId &&
          (await profiles.findCustomer(ctx.db, workspaceId, campaign.customerProfileId))) ||
        customers[0];
      await queries.updateCampaign(ctx.db, workspaceId, campaignId, {
        customerProfileId: chosen?.id ?? null,
      });
      await enter(ctx, campaignId, 2);
      const claims = (await profiles.listClaims(ctx.db, workspaceId, profileId)).filter(
        ({ isStruck }) => !isStruck,
      );
      return {
        name: profile.name ?? new URL(profile.url).hostname,
        url: campaign.url,
        audience: audience || (chosen?.name.toLowerCase() ?? ''),
        pains: chosen?.pains ?? [],
        claims: claims.map(({ id, kind, claim, sentence }) => ({ id, kind, claim, sentence })),
      };
    });
    await writeMissing(platform, { workspaceId, campaignId, correlationId, ...material });
    await inside(async (ctx) => {
      const row = await queries.lockCampaign(ctx.db, workspaceId, campaignId);
      if (row?.status !== 'preparing') return;
      await queries.updateCampaign(ctx.db, workspaceId, campaignId, {
        status: 'ready',
        statusReason: null,
        stages: stagesAt(STAGES.length),
        updatedAt: ctx.clock.now(),
      });
      await publish(ctx, 'campaign.drafted', { campaignId });
    });
  } catch (error) {
    if (lastAttempt)
      await inside((ctx) => fail(ctx, campaignId, 0, 'Setting it up broke off, several times. Try again.'));
    throw error;
  }
}

async function enter(ctx: Context, campaignId: string, stage: number): Promise<void> {
  await queries.updateCampaign(ctx.db, ctx.workspace.id, campaignId, {
    stages: stagesAt(stage),
    updatedAt: ctx.clock.now(),
  });
  await notify(ctx, 'campaign.progressed', { campaignId });
}

async function fail(ctx: Context, campaignId: string, stage: number, problem: string): Promise<void> {
  await queries.updateCampaign(ctx.db, ctx.workspace.id, campaignId, {
    status: 'failed',
    problem,
    statusReason: problem,
    stages: stagesAt(stage, 'failed'),
    updatedAt: ctx.clock.now(),
  });
  await notify(ctx, 'campaign.progressed', { campaignId });
}

/** The stages of setting up, before any has begun or at one of them. */
export const stagesAt = (done: number, next: Stage['state'] = 'running'): Stage[] =>
  STAGES.map(([key, name], index) => ({
    key,
    name,
    state: index < done ? 'done' : index === done ? next : 'waiting',
    count: null,
  }));
