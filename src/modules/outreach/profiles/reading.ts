import { createHash } from 'node:crypto';
import { type Context, type Platform, system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { notify } from '#kernel/live';
import * as queries from './queries.ts';
import { type Fetched, readSite } from './read-site.ts';
import type { Stage } from './schema.ts';
import { readProfile } from './task.ts';

const STAGES = [
  ['fetch', 'Open the pages'],
  ['read', 'Read what is sold'],
  ['check', 'Check every sentence'],
] as const;
const LONGEST_TEXT = 100_000;

/** Enters a site that is to be read. @returns the profile's id */
export async function enter(ctx: Context, url: string): Promise<string> {
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertProfile(ctx.db, ctx.workspace.id, {
    id,
    url,
    stages: stagesAt(0),
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/**
 * Fetches and reads a site, each outside step between two transactions. Safe to repeat: one that has ended is left alone.
 * What holds nothing to sell ends as refused, with the reason.
 */
export async function read(
  platform: Platform,
  { workspaceId, profileId, audience, correlationId, lastAttempt }: ReadRun,
): Promise<void> {
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('profile reader'), correlationId }, work);
  const row = await inside((ctx) => queries.findProfile(ctx.db, workspaceId, profileId));
  if (!row || (row.state !== 'queued' && row.state !== 'reading')) return;
  await inside((ctx) => progress(ctx, profileId, { state: 'reading', stages: stagesAt(0, 'running') }));
  try {
    const fetched = await readSite(platform, row.url);
    const [home] = fetched;
    const pages = fetched.map(({ page }) => page).filter((page) => page !== null);
    if (!home?.page) {
      await inside((ctx) =>
        progress(ctx, profileId, {
          state: home?.code === 'robots' || home?.code === 'private_target' ? 'refused' : 'failed',
          problemCode: home?.code ?? 'unreachable',
          problem: home?.problem ?? 'The page could not be opened.',
          stages: stagesAt(0, 'failed'),
        }),
      );
      return;
    }
    await inside((ctx) => progress(ctx, profileId, { stages: stagesAt(1, 'running', [pages.length]) }));
    const made = await platform.ai.run(
      platform,
      workspaceId,
      readProfile,
      { url: row.url, audience, pages },
      { subject: { type: 'site_profile', id: profileId }, correlationId },
    );
    await inside((ctx) => keep(ctx, profileId, fetched, made));
  } catch (error) {
    if (lastAttempt)
      await inside((ctx) =>
        progress(ctx, profileId, {
          state: 'failed',
          problemCode: 'unexpected',
          problem: 'Reading the site broke off, several times. Try again, or write the profile yourself.',
        }),
      );
    throw error;
  }
}

interface ReadRun {
  workspaceId: string;
  profileId: string;
  audience: string;
  correlationId: string;
  lastAttempt: boolean;
}

type Made = Awaited<ReturnType<Platform['ai']['run']>> & { output: unknown };

async function keep(ctx: Context, profileId: string, fetched: Fetched[], made: Made): Promise<void> {
  const now = ctx.clock.now();
  const output = readProfile.output.parse(made.output);
  const composer = made.maker.startsWith('model') ? 'model' : 'built-in';
  const model = made.maker.startsWith('model') ? made.maker.replace(/^model:\s*/, '') : null;
  const pages = fetched.map((entry) => ({
    id: newId(),
    profileId,
    url: entry.url,
    status: entry.status,
    title: entry.page?.title ?? '',
    text: (entry.page?.text ?? '').slice(0, LONGEST_TEXT),
    textHash: entry.page ? createHash('sha256').update(entry.page.text).digest('hex') : null,
    problem: entry.problem,
    fetchedAt: now,
    createdAt: now,
  }));
  if (output.refused) {
    await queries.replaceReading(ctx.db, ctx.workspace.id, profileId, { pages, claims: [], customers: [] });
    await progress(ctx, profileId, {
      state: 'refused',
      problemCode: output.code,
      problem: output.reason,
      composer,
      model,
      readAt: now,
      stages: stagesAt(1, 'failed', [pages.length]),
    });
    return;
  }
  // Whoever wrote it, a claim whose sentence is not on the page word for word is no claim.
  const claims = output.claims.flatMap((claim) => {
    const page = pages.find(({ url }) => url === claim.url);
    const start = page?.text.indexOf(claim.sentence) ?? -1;
    if (!page || start < 0 || claim.sentence.trim() === '') return [];
    return [
      {
        id: newId(),
        profileId,
        pageId: page.id,
        ...claim,
        startOffset: start,
        endOffset: start + claim.sentence.length,
        createdAt: now,
      },
    ];
  });
  if (!claims.some(({ kind }) => kind === 'product')) {
    await progress(ctx, profileId, {
      state: 'refused',
      problemCode: 'nothing_to_sell',
      problem: 'No sentence of the site says what is sold. Give another page, or write the profile yourself.',
      stages: stagesAt(2, 'failed'),
    });
    return;
  }
  await queries.replaceReading(ctx.db, ctx.workspace.id, profileId, {
    pages,
    claims,
    customers: output.customers.map((customer) => ({
      id: newId(),
      profileId,
      ...customer,
      createdAt: now,
      updatedAt: now,
    })),
  });
  await progress(ctx, profileId, {
    state: 'ready',
    name: output.name,
    summary: output.summary,
    tone: output.tone,
    language: output.language,
    composer,
    model,
    readAt: now,
    stages: stagesAt(3, 'running', [pages.length, output.claims.length, claims.length]),
  });
}

async function progress(
  ctx: Context,
  id: string,
  change: Parameters<typeof queries.updateProfile>[3],
): Promise<void> {
  await queries.updateProfile(ctx.db, ctx.workspace.id, id, { ...change, updatedAt: ctx.clock.now() });
  await notify(ctx, 'site-profile.progressed', { siteProfileId: id });
}

function stagesAt(done: number, next: Stage['state'] = 'waiting', counts: number[] = []): Stage[] {
  return STAGES.map(([key, name], index) => ({
    key,
    name,
    state: index < done ? 'done' : index === done ? next : 'waiting',
    count: counts[index] ?? null,
  }));
}
