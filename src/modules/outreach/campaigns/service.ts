import { setTimeout as wait } from 'node:timers/promises';
import { type Context, type Platform, system } from '#context';
import { audit } from '#kernel/audit';
import { inWorkspace, isId, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Conflict, Fact, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { cutPage, type Page } from '#kernel/shapes';
import { reserve } from '#kernel/usage';
import { idCursor } from '../cursor.ts';
import { ensureStandIn } from '../mailboxes/service.ts';
import { enter } from '../profiles/reading.ts';
import { getCustomer } from '../profiles/service.ts';
import { addToList, createList, getList } from '../prospects/service.ts';
import { wake } from '../sends/queries.ts';
import { releaseAgain } from '../sends/release.ts';
import { fullWindow } from '../sends/zone.ts';
import { launchLater, prepareLater } from './jobs.ts';
import { designExperiment } from './launching.ts';
import { check } from './preflight.ts';
import { stagesAt } from './prepare.ts';
import * as queries from './queries.ts';
import type { Campaign, CampaignChange, CampaignQuery, CampaignSummary, NewCampaign } from './shapes.ts';
import * as variants from './variants.ts';

export { analyse } from './count.ts';
export { check as preflight } from './preflight.ts';

/** Preflight is red: the campaign cannot be launched. */
export class NotReady extends Fact {
  override readonly status = 409;
  override readonly title = 'The campaign cannot be launched yet';
}

/**
 * Begins a campaign from an address and an audience: a list for its people stands at once, a job reads the site and writes
 * the three variants (state `preparing`, then `ready` or `failed`).
 * @throws PlanLimitReached; Invalid for leads that cannot be read
 */
export async function create(ctx: Context, input: NewCampaign): Promise<Campaign> {
  const { url, audience, leads, leadsCsv } = input;
  const id = newId();
  const now = ctx.clock.now();
  const name = input.name ?? nameFor(url, audience);
  await reserve(ctx, 'campaigns', 1, { type: 'campaign', id });
  const siteProfileId = await enter(ctx, url);
  await ensureStandIn(ctx);
  const listId = await createList(ctx, name, leadsCsv ? 'csv' : 'api');
  await queries.insertCampaign(ctx.db, ctx.workspace.id, {
    id,
    name,
    url,
    targetAudience: audience,
    siteProfileId,
    status: 'preparing',
    stages: stagesAt(0, 'waiting'),
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await queries.setLists(ctx.db, ctx.workspace.id, id, [listId]);
  if (leadsCsv?.trim()) await addToList(ctx, listId, { text: leadsCsv, mapping: {}, dryRun: false });
  if (leads && leads.length > 0) await addToList(ctx, listId, { rows: leads, mapping: {}, dryRun: false });
  await enqueue(
    ctx,
    prepareLater,
    { workspaceId: ctx.workspace.id, campaignId: id },
    { key: `campaign.prepare:${id}` },
  );
  await audit(ctx, {
    action: 'campaign.created',
    subject: { type: 'campaign', id },
    after: { url, audience },
  });
  return get(ctx, id);
}

/**
 * Waits until a campaign's job has prepared it, for clients that expect the texts in one answer. Outside any transaction.
 * @returns the campaign as it is then, prepared or not
 */
export async function whenPrepared(
  platform: Platform,
  workspaceId: string,
  id: string,
  patienceMs = 60_000,
): Promise<Campaign> {
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const campaign = await inWorkspace(platform, { workspaceId, actor: system('campaign setup') }, (ctx) =>
      get(ctx, id),
    );
    if (campaign.status !== 'preparing' || performance.now() > endsAt) return campaign;
    await wait(150);
  }
}

/** Campaigns, newest first. */
export async function list(ctx: Context, query: CampaignQuery): Promise<Page<CampaignSummary>> {
  const { cursor, limit, ...filter } = query;
  const rows = await queries.listCampaigns(ctx.db, ctx.workspace.id, filter, idCursor(cursor), limit + 1);
  return cutPage(rows, limit, (row) => [row.id], showSummary);
}

/** A campaign by its id or by its name, for clients that know it by either. @throws NotFound */
export async function named(ctx: Context, idOrName: string): Promise<Campaign> {
  if (isId(idOrName)) return get(ctx, idOrName);
  const row = await queries.findCampaignByName(ctx.db, ctx.workspace.id, idOrName.trim());
  if (!row) throw new NotFound('There is no campaign of that name.');
  return get(ctx, row.id);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Campaign> {
  const row = await find(ctx, id);
  return {
    ...showSummary(row),
    stages: row.stages,
    problem: row.problem,
    siteProfileId: row.siteProfileId,
    customerProfileId: row.customerProfileId,
    listIds: await queries.listListIds(ctx.db, ctx.workspace.id, id),
    settings: row.settings,
    sendWindow: fullWindow(row.sendWindow),
    variants: await variants.list(ctx, id),
  };
}

/** Changes a campaign; another site or other customers have the variants written again. @throws NotFound, Conflict */
export async function change(ctx: Context, id: string, input: CampaignChange): Promise<Campaign> {
  const row = await lock(ctx, id);
  const { url, audience, customerProfileId, listIds, settings, sendWindow, name } = input;
  const isOut = !['draft', 'preparing', 'ready', 'failed'].includes(row.status);
  const isNewSite = url !== undefined && (url !== row.url || row.status === 'failed');
  const isNewText =
    isNewSite || (customerProfileId !== undefined && customerProfileId !== row.customerProfileId);
  if (isOut && (isNewText || listIds))
    throw new Conflict('The campaign was launched. Begin a new one for other people or another site.');
  if (customerProfileId) await getCustomer(ctx, customerProfileId);
  for (const listId of listIds ?? []) await getList(ctx, listId);
  const now = ctx.clock.now();
  await queries.updateCampaign(ctx.db, ctx.workspace.id, id, {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(audience !== undefined && { targetAudience: audience }),
    ...(customerProfileId !== undefined && { customerProfileId }),
    ...(settings && { settings: { ...row.settings, ...settings } }),
    ...(sendWindow && { sendWindow }),
    ...(isNewSite && { siteProfileId: await enter(ctx, url), customerProfileId: null, problem: null }),
    updatedAt: now,
  });
  if (listIds) await queries.setLists(ctx.db, ctx.workspace.id, id, listIds);
  if (isNewText) await rewrite(ctx, id);
  if (sendWindow && isOut) {
    await wake(ctx.db, ctx.workspace.id, id);
    await releaseAgain(ctx);
  }
  await notify(ctx, 'campaign.changed', { campaignId: id });
  return get(ctx, id);
}

/** Has the variants, or one of them, written again. @throws NotFound, Conflict once it was launched */
export async function rewrite(
  ctx: Context,
  id: string,
  angle?: 'problem' | 'benefit' | 'question',
): Promise<Campaign> {
  const row = await lock(ctx, id);
  if (!['preparing', 'ready', 'failed', 'draft'].includes(row.status))
    throw new Conflict('The campaign was launched. Change its texts by hand.');
  await queries.deleteVariants(ctx.db, ctx.workspace.id, id, angle);
  await queries.updateCampaign(ctx.db, ctx.workspace.id, id, {
    status: 'preparing',
    stages: stagesAt(0, 'waiting'),
    problem: null,
    statusReason: null,
    updatedAt: ctx.clock.now(),
  });
  await enqueue(
    ctx,
    prepareLater,
    { workspaceId: ctx.workspace.id, campaignId: id },
    { key: `campaign.prepare:${id}` },
  );
  return get(ctx, id);
}

/**
 * Launches a campaign whose preflight is green; a job takes on the people and plans every send. Twice is as good as once.
 * @throws NotFound, NotReady with what is red
 */
export async function launch(ctx: Context, id: string): Promise<Campaign> {
  const row = await lock(ctx, id);
  if (row.status === 'launching' || row.status === 'running') return get(ctx, id);
  if (row.status !== 'ready')
    throw new Conflict(`The campaign is ${row.status}; only one that is ready can be launched.`);
  const { passed, checks } = await check(ctx, id);
  if (!passed)
    throw new NotReady(
      'Preflight is red. Mend what it names, then launch.',
      checks
        .filter(({ state }) => state === 'red')
        .map(({ key, finding, fix }) => ({
          pointer: `/preflight/${key}`,
          detail: [finding, fix].filter(Boolean).join(' '),
        })),
    );
  await designExperiment(ctx, id, row.name);
  await queries.updateCampaign(ctx.db, ctx.workspace.id, id, {
    status: 'launching',
    launchedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    updatedAt: ctx.clock.now(),
  });
  await enqueue(
    ctx,
    launchLater,
    { workspaceId: ctx.workspace.id, campaignId: id },
    { key: `campaign.launch:${id}` },
  );
  return get(ctx, id);
}

/** Stops the sends of a campaign until somebody lets it go on. @throws NotFound, Conflict */
export async function pause(
  ctx: Context,
  id: string,
  isPaused: boolean,
  reason = 'Paused by hand.',
): Promise<Campaign> {
  const row = await lock(ctx, id);
  const [from, to] = isPaused ? (['running', 'paused'] as const) : (['paused', 'running'] as const);
  if (row.status === to) return get(ctx, id);
  if (row.status !== from) throw new Conflict(`The campaign is ${row.status}.`);
  const now = ctx.clock.now();
  await queries.updateCampaign(ctx.db, ctx.workspace.id, id, {
    status: to,
    statusReason: isPaused ? reason : null,
    pausedAt: isPaused ? now : null,
    updatedAt: now,
  });
  if (isPaused) await publish(ctx, 'campaign.paused', { campaignId: id, reason });
  else await releaseAgain(ctx);
  await audit(ctx, {
    action: isPaused ? 'campaign.paused' : 'campaign.resumed',
    subject: { type: 'campaign', id },
  });
  await notify(ctx, 'campaign.changed', { campaignId: id });
  return get(ctx, id);
}

async function find(ctx: Context, id: string): Promise<queries.CampaignRow> {
  const row = await queries.findCampaign(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such campaign.');
  return row;
}

async function lock(ctx: Context, id: string): Promise<queries.CampaignRow> {
  const row = await queries.lockCampaign(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such campaign.');
  return row;
}

const nameFor = (url: string, audience: string): string => {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return (audience.trim() ? `${host} to ${audience.trim().replace(/\s+/g, ' ')}` : host).slice(0, 120);
};

const showSummary = (row: queries.CampaignRow): CampaignSummary => ({
  id: row.id,
  name: row.name,
  url: row.url,
  audience: row.targetAudience,
  status: row.status,
  statusReason: row.statusReason,
  counts: {
    sent: row.sent,
    opened: row.opened,
    clicked: row.clicked,
    replied: row.replied,
    bounced: row.bounced,
    unsubscribed: row.unsubscribed,
  },
  launchedAt: row.launchedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
