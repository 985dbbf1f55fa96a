import { sql } from 'drizzle-orm';
import { type Context, type Platform, system, type Workspace } from '#context';
import { inTransaction, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { NotFound } from '#kernel/http';
import type { KnownReader } from '#kernel/pages';
import { Draft } from '../playbooks/step.ts';
import * as queries from './queries.ts';
import { typeset } from './typography.ts';

/** A playbook as readers meet it. */
export interface Published {
  playbookId: string;
  slug: string;
  versionId: string;
  versionNumber: number;
  publishedAt: Date;
  language: string;
  expert: { name: string; trade: string; bio: string };
  seo: { title?: string; description?: string; noindex?: boolean };
  content: Draft;
  citedSources: Map<string, { title: string; kind: string; importedAt: Date | null }>;
}

/** The workspace behind a public address. @throws NotFound */
export async function workspaceAt(platform: Platform, slug: string): Promise<Workspace> {
  const rows = await inTransaction(platform.database.pool, {}, (db) =>
    db.execute<{
      id: string;
      organization_id: string;
      slug: string;
      name: string;
      kind: Workspace['kind'];
      time_zone: string;
      currency: string;
      archived_at: Date | null;
    }>(sql`select * from lookup.workspace_by_slug(${slug})`),
  );
  const row = rows.rows[0];
  if (!row || row.kind === 'system' || row.archived_at) throw new NotFound();
  return {
    id: row.id,
    organizationId: row.organization_id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    timeZone: row.time_zone,
    currency: row.currency,
  };
}

/** What stands published under a slug. @throws NotFound */
export async function getPublished(ctx: Context, slug: string): Promise<Published> {
  const row = await queries.findPublished(ctx.db, ctx.workspace.id, slug);
  if (!row) throw new NotFound('This playbook is not published yet.');
  return complete(ctx, row);
}

/** A version as readers meet it, current or not. @throws NotFound */
export async function getPublishedVersion(ctx: Context, versionId: string): Promise<Published> {
  const row = await queries.findPublishedVersion(ctx.db, ctx.workspace.id, versionId);
  if (!row) throw new NotFound('There is no such version.');
  return complete(ctx, row);
}

async function complete(
  ctx: Context,
  { playbook, version, expert }: queries.PublishedPlaybook,
): Promise<Published> {
  const content = Draft.parse(version.content);
  const { expertName } = version.content as { expertName?: string };
  const cited = [
    ...new Set(
      content.steps.flatMap((step) =>
        [step.why, step.outcome, ...step.instructions, ...step.commonMistakes, step.workedExample]
          .flatMap((field) => field?.citations ?? [])
          .map((citation) => citation.sourceId),
      ),
    ),
  ];
  const sources = await queries.listCitedSources(ctx.db, ctx.workspace.id, cited);
  return {
    playbookId: playbook.id,
    slug: playbook.slug,
    versionId: version.id,
    versionNumber: version.number,
    publishedAt: version.publishedAt,
    language: version.language,
    expert: {
      name: expertName || expert?.name || ctx.workspace.name,
      trade: expert?.trade ?? '',
      bio: expert?.bio ?? '',
    },
    seo: playbook.seo,
    content: typeset(content, version.language),
    citedSources: new Map(sources.map((source) => [source.id, source])),
  };
}

/** Who reads a public page, for verbs that run on their behalf. */
export const readerActor = (leadId: string | null): Context['actor'] =>
  leadId ? { kind: 'reader', leadId } : system('public page');

interface Start {
  playbookId: string;
  versionId: string;
  leadId: string;
  clickId: string | null;
  visitorHash: string | null;
  answers: Record<string, unknown>;
  stepsDone: string[];
  /** Whom this device has shown to be, if anybody. */
  device?: KnownReader | null;
}

/**
 * What a device's signed cookie still stands for: the person, while they are not erased, and their reading of this
 * playbook. Only readings that the device itself began count.
 */
export async function ofDevice(
  ctx: Context,
  device: KnownReader | null,
  playbookId: string,
): Promise<{ leadId: string | null; readingId: string | null }> {
  if (!device) return { leadId: null, readingId: null };
  const ids = [...(device.readingId ? [device.readingId] : []), ...(device.earlierIds ?? [])];
  const rows = await queries.listReadings(ctx.db, ctx.workspace.id, ids);
  const theirs = rows.filter(({ leadId }) => leadId === device.leadId);
  const readingId = ids.find((id) => theirs.some((row) => row.id === id && row.playbookId === playbookId));
  return { leadId: theirs.length > 0 ? device.leadId : null, readingId: readingId ?? null };
}

/**
 * Begins the reading of a person who passed a gate, or goes on with the one of this device; what they filled in before
 * comes with them. An address alone never opens what somebody filled in elsewhere: anybody can type it.
 * @returns the reading's id
 */
export async function begin(ctx: Context, { device = null, ...start }: Start): Promise<string> {
  const now = ctx.clock.now();
  const { leadId, readingId } = await ofDevice(ctx, device, start.playbookId);
  const isTheirs = readingId !== null && leadId === start.leadId;
  const found = isTheirs
    ? await queries.findReading(ctx.db, ctx.workspace.id, readingId, { lock: true })
    : undefined;
  if (found) {
    await queries.updateReading(ctx.db, ctx.workspace.id, found.id, {
      answers: { ...found.answers, ...start.answers },
      stepsDone: [...new Set([...found.stepsDone, ...start.stepsDone])],
      lastReadAt: now,
    });
    await tellProgress(ctx, found, start.stepsDone);
    return found.id;
  }
  const id = newId();
  await queries.insertReading(ctx.db, ctx.workspace.id, {
    id,
    ...start,
    gateOpenedAt: now,
    startedAt: now,
    lastReadAt: now,
  });
  const { leadId: reader, playbookId } = start;
  await tellProgress(ctx, { id, leadId: reader, playbookId, stepsDone: [] }, start.stepsDone);
  return id;
}

/** Says which steps somebody known has done since the last time. */
async function tellProgress(
  ctx: Context,
  before: { id: string; leadId: string | null; playbookId: string; stepsDone: string[] },
  stepsDone: string[],
): Promise<void> {
  const stepIds = [...new Set(stepsDone)].filter((stepId) => !before.stepsDone.includes(stepId));
  const { id: readingId, leadId, playbookId } = before;
  if (leadId && stepIds.length > 0)
    await publish(ctx, 'reading.progressed', { readingId, leadId, playbookId, stepIds });
}

/** What a reader filled in and ticked off so far; empty for strangers. */
export async function getProgress(
  ctx: Context,
  readingId: string,
): Promise<{ answers: Record<string, unknown>; stepsDone: string[] }> {
  const row = await queries.findReading(ctx.db, ctx.workspace.id, readingId);
  return { answers: row?.answers ?? {}, stepsDone: row?.stepsDone ?? [] };
}

/** Keeps what a known reader filled in or ticked off. @throws NotFound */
export async function keepProgress(
  ctx: Context,
  readingId: string,
  {
    answers,
    stepsDone,
    position,
  }: { answers: Record<string, unknown>; stepsDone: string[]; position: number },
): Promise<void> {
  // Two windows of one reader save at once; neither may undo the other's answers.
  const row = await queries.findReading(ctx.db, ctx.workspace.id, readingId, { lock: true });
  if (!row) throw new NotFound('This reading is gone.');
  await queries.updateReading(ctx.db, ctx.workspace.id, readingId, {
    answers: { ...row.answers, ...answers },
    stepsDone,
    lastPosition: position,
    furthestPosition: Math.max(row.furthestPosition, position),
    lastReadAt: ctx.clock.now(),
  });
  await tellProgress(ctx, row, stepsDone);
}

/** Leads who filled in or ticked off something since then. */
export const leadsActiveSince = (ctx: Context, since: Date): Promise<string[]> =>
  queries.listActiveLeads(ctx.db, ctx.workspace.id, since);

/** Readings of a person, the last read first. */
export async function listOf(
  ctx: Context,
  leadId: string,
): Promise<{ id: string; playbookId: string; answers: number; stepsDone: number; lastReadAt: Date }[]> {
  const rows = await queries.listReadingsOfLead(ctx.db, ctx.workspace.id, leadId);
  return rows.map(({ id, playbookId, answers, stepsDone, lastReadAt }) => ({
    id,
    playbookId,
    answers: Object.values(answers).filter((value) => value !== null && value !== '').length,
    stepsDone: stepsDone.length,
    lastReadAt,
  }));
}

/** Removes what a person filled in. @returns how many readings went */
export const forget = (ctx: Context, leadId: string): Promise<number> =>
  queries.deleteReadingsOfLead(ctx.db, ctx.workspace.id, leadId);
