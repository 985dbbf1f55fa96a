import { type Context, type Platform, system } from '#context';
import { audit } from '#kernel/audit';
import { inWorkspace, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import * as experiments from '#kernel/experiments';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { listMailboxes } from '../mailboxes/queries.ts';
import { rampFrom } from '../mailboxes/service.ts';
import type { Stage } from '../profiles/schema.ts';
import { type PlanMailbox, planSends } from '../sends/plan.ts';
import * as sends from '../sends/queries.ts';
import { releaseLater } from '../sends/release.ts';
import { fullWindow, wallClock } from '../sends/zone.ts';
import * as people from './people-queries.ts';
import { crowdOf } from './preflight.ts';
import * as queries from './queries.ts';

interface Run {
  workspaceId: string;
  campaignId: string;
  correlationId: string;
}

const STAGES = [
  ['people', 'Take on the people'],
  ['plan', 'Plan every send'],
  ['go', 'Begin'],
] as const;
const PIECE = 200;

/**
 * Launches a campaign whose preflight is green, in three stages: people with their variant, sends with mailbox and time,
 * then the beginning. Each commits by itself and finds what the one before left: a crash at any of them goes on there.
 */
export async function launch(
  platform: Platform,
  { workspaceId, campaignId, correlationId }: Run,
): Promise<void> {
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('campaign launch'), correlationId }, work);
  const campaign = await inside((ctx) => queries.findCampaign(ctx.db, workspaceId, campaignId));
  if (campaign?.status !== 'launching') return;

  const crowd = await inside(async (ctx) => {
    await enter(ctx, campaignId, 0);
    const variants = (await queries.listVariants(ctx.db, workspaceId, [campaignId])).filter(
      ({ isActive }) => isActive,
    );
    return { ...(await crowdOf(ctx, campaignId, variants)), variants };
  });
  for (let from = 0; from < crowd.ready.length; from += PIECE)
    await inside(async (ctx) => {
      const rows: Parameters<typeof people.insertPeople>[2] = [];
      for (const prospect of crowd.ready.slice(from, from + PIECE))
        rows.push({
          id: newId(),
          campaignId,
          prospectId: prospect.id,
          email: prospect.email,
          variantId: await variantFor(ctx, campaignId, prospect.email, crowd.variants),
          createdAt: ctx.clock.now(),
        });
      await people.insertPeople(ctx.db, workspaceId, rows);
    });

  await inside(async (ctx) => {
    await enter(ctx, campaignId, 1);
    await plan(ctx, campaignId);
  });

  await inside(async (ctx) => {
    const row = await queries.lockCampaign(ctx.db, workspaceId, campaignId);
    if (row?.status !== 'launching') return;
    const count = await sends.countPlanned(ctx.db, workspaceId, campaignId);
    const now = ctx.clock.now();
    await queries.updateCampaign(ctx.db, workspaceId, campaignId, {
      status: 'running',
      statusReason: null,
      launchedAt: row.launchedAt ?? now,
      stages: stagesAt(STAGES.length),
      updatedAt: now,
    });
    await publish(ctx, 'campaign.launched', { campaignId, sends: count });
    await audit(ctx, {
      action: 'campaign.launched',
      subject: { type: 'campaign', id: campaignId },
      after: { sends: count },
    });
    await enqueue(ctx, releaseLater, { workspaceId }, { key: `sends.release:${workspaceId}` });
  });
}

/** Key of the experiment that compares a campaign's variants. */
export const experimentKey = (campaignId: string): string => `campaign:${campaignId}`;

/** Sets up the comparison of the variants, once. A single variant needs none. */
export async function designExperiment(ctx: Context, campaignId: string, name: string): Promise<void> {
  const campaign = await queries.findCampaign(ctx.db, ctx.workspace.id, campaignId);
  const variants = (await queries.listVariants(ctx.db, ctx.workspace.id, [campaignId])).filter(
    ({ isActive }) => isActive,
  );
  if (!campaign || campaign.experimentId || variants.length < 2) return;
  const id = await experiments.design(ctx, {
    key: experimentKey(campaignId),
    name,
    unitKind: 'prospect',
    metric: 'positive replies per person contacted',
    subject: { type: 'campaign', id: campaignId },
    arms: variants.map((variant) => ({
      key: variant.id,
      name: variant.name,
      weight: Math.round(variant.weight),
    })),
  });
  await experiments.start(ctx, id);
  await queries.updateCampaign(ctx.db, ctx.workspace.id, campaignId, { experimentId: id });
}

/** The same person gets the same variant, however often it is asked. */
async function variantFor(
  ctx: Context,
  campaignId: string,
  email: string,
  variants: { id: string }[],
): Promise<string> {
  const [only] = variants;
  if (!only) throw new Error('A campaign without text was launched.');
  if (variants.length === 1) return only.id;
  const assigned = await experiments.assign(ctx, experimentKey(campaignId), email);
  return variants.find(({ id }) => id === assigned?.key)?.id ?? only.id;
}

/** Gives everybody who has none their sends, all at once. */
async function plan(ctx: Context, campaignId: string): Promise<void> {
  const { db, workspace, clock } = ctx;
  const campaign = await queries.lockCampaign(db, workspace.id, campaignId);
  if (!campaign) return;
  const waiting = await people.listUnplanned(db, workspace.id, campaignId);
  const variants = await queries.listVariants(db, workspace.id, [campaignId]);
  const mailboxes: PlanMailbox[] = [];
  for (const row of (await listMailboxes(db, workspace.id)).filter(({ status }) => status === 'active'))
    mailboxes.push({
      ...row,
      rampFrom: rampFrom(row),
      taken: await sends.plannedByDay(
        db,
        workspace.id,
        row.id,
        row.timeZone,
        wallClock(clock.now(), row.timeZone).day,
      ),
    });
  const slots = planSends(
    waiting.map((person) => {
      const mails = variants.find(({ id }) => id === person.variantId)?.mails ?? [];
      return {
        id: person.id,
        timeZone: person.timeZone ?? workspace.timeZone,
        delays: mails.map(({ delayDays }) => delayDays),
        mailIds: mails.map(({ id }) => id),
      };
    }),
    mailboxes,
    clock.now(),
    fullWindow(campaign.sendWindow),
  );
  const now = clock.now();
  await sends.insertSends(
    db,
    workspace.id,
    slots.map((slot) => ({
      id: newId(),
      campaignId,
      campaignProspectId: slot.personId,
      variantMailId: slot.mailId,
      mailboxId: slot.mailboxId,
      position: slot.position,
      earliestAt: slot.earliestAt,
      plannedAt: slot.plannedAt,
      movesAt: slot.plannedAt,
      waitCode: slot.position === 1 ? 'scheduled' : 'after_previous',
      waitReason: slot.position === 1 ? 'Its time has not come.' : 'It follows the mail before.',
      createdAt: now,
    })),
  );
}

async function enter(ctx: Context, campaignId: string, stage: number): Promise<void> {
  await queries.updateCampaign(ctx.db, ctx.workspace.id, campaignId, {
    stages: stagesAt(stage),
    updatedAt: ctx.clock.now(),
  });
  await notify(ctx, 'campaign.progressed', { campaignId });
}

function stagesAt(done: number): Stage[] {
  return STAGES.map(([key, name], index) => ({
    key,
    name,
    state: index < done ? 'done' : index === done ? 'running' : 'waiting',
    count: null,
  }));
}
