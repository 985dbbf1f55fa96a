import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { isId, newId } from '#kernel/database';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery, slugify } from '#kernel/shapes';
import { findExpert } from '../experts/queries.ts';
import { findLastExtraction } from '../extraction/queries.ts';
import { start as startExtraction } from '../extraction/service.ts';
import { hashOf } from './content.ts';
import * as queries from './queries.ts';
import type { NewPlaybook, Playbook, PlaybookChange, PlaybookSummary } from './shapes.ts';
import { emptyDraft, person, readDraft, showExtraction, showSummary } from './show.ts';
import { isMadeUp, isMadeUpSlug, madeUpTitle } from './titles.ts';

export class PlaybookSlugTaken extends Fact {
  override readonly status = 409;
  override readonly title = 'That slug is taken';
}

/** Playbooks of the workspace, last edited first. */
export async function list(
  ctx: Context,
  { cursor, limit, q, archived }: PageQuery & { q?: string | undefined; archived?: boolean | undefined },
): Promise<Page<PlaybookSummary>> {
  const [updatedAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = updatedAt && id ? { updatedAt: instantIn(updatedAt), id: String(id) } : undefined;
  const rows = await queries.listPlaybooks(ctx.db, ctx.workspace.id, { q, archived, after }, limit + 1);
  return cutPage(
    rows,
    limit,
    ({ playbook }) => [playbook.updatedAt.toISOString(), playbook.id],
    (row) => showSummary(ctx, row, hashOf(readDraft(row.playbook.draft, row.playbook.title))),
  );
}

/** One playbook with its draft, by id or slug. @throws NotFound */
export async function get(ctx: Context, idOrSlug: string): Promise<Playbook> {
  const row = await queries.findListed(
    ctx.db,
    ctx.workspace.id,
    isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
  );
  if (!row) throw new NotFound('There is no such playbook.');
  const { playbook } = row;
  const content = readDraft(playbook.draft, playbook.title);
  const summary = showSummary(ctx, row, hashOf(content));
  const sources = await queries.listPlaybookSources(ctx.db, ctx.workspace.id, playbook.id);
  const extraction = await findLastExtraction(ctx.db, ctx.workspace.id, playbook.id);
  return {
    ...summary,
    outcome: playbook.outcome,
    targetAudience: playbook.targetAudience,
    pain: playbook.pain,
    methodologyType: playbook.methodologyType,
    language: playbook.language,
    gatePosition: playbook.gatePosition,
    trialPosition: playbook.trialPosition,
    seo: playbook.seo,
    sources: sources.map(({ id, title, kind }) => ({ id, title, kind })),
    extraction: extraction ? showExtraction(extraction) : null,
    draft: { ...summary.draft, savedBy: await person(ctx, playbook.draftSavedBy), content },
  };
}

/**
 * Starts a playbook; with sources, a first draft is composed by a job.
 * @throws Invalid when expert or sources are unknown
 */
export async function create(ctx: Context, input: NewPlaybook): Promise<Playbook> {
  const known = await queries.listKnownSources(ctx.db, ctx.workspace.id, input.sourceIds);
  if (known.length !== new Set(input.sourceIds).size) {
    throw new Invalid([{ pointer: '/sourceIds', detail: 'One of these sources does not exist any more.' }]);
  }
  const expertId = input.expertId ?? known.find((source) => source.expertId)?.expertId ?? null;
  const expert = expertId ? await findExpert(ctx.db, ctx.workspace.id, expertId) : undefined;
  if (input.expertId && !expert)
    throw new Invalid([{ pointer: '/expertId', detail: 'There is no such expert.' }]);
  const id = newId();
  const now = ctx.clock.now();
  const title = input.title ?? madeUpTitle(expert?.name);
  await queries.insertPlaybook(ctx.db, ctx.workspace.id, {
    id,
    title,
    slug: await freeSlug(ctx, slugify(title, 'playbook')),
    expertId,
    expertName: expert?.name ?? '',
    purpose: input.purpose,
    draft: emptyDraft(title),
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await queries.addPlaybookSources(ctx.db, ctx.workspace.id, id, input.sourceIds);
  await audit(ctx, { action: 'playbook.created', subject: { type: 'playbook', id }, after: { title } });
  if (input.sourceIds.length > 0) await startExtraction(ctx, id, input.sourceIds);
  return get(ctx, id);
}

/** Changes settings of a playbook; its words live in the draft. @throws NotFound, Invalid, PlaybookSlugTaken */
export async function change(ctx: Context, id: string, input: PlaybookChange): Promise<Playbook> {
  const before = await getRow(ctx, id);
  if (
    input.slug &&
    input.slug !== before.slug &&
    (await queries.isSlugTaken(ctx.db, ctx.workspace.id, input.slug))
  ) {
    throw new PlaybookSlugTaken(`"${input.slug}" belongs to another playbook.`, [
      { pointer: '/slug', detail: 'Choose another slug.' },
    ]);
  }
  const expert = input.expertId ? await findExpert(ctx.db, ctx.workspace.id, input.expertId) : undefined;
  if (input.expertId && !expert)
    throw new Invalid([{ pointer: '/expertId', detail: 'There is no such expert.' }]);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  await queries.updatePlaybook(ctx.db, ctx.workspace.id, id, {
    ...given,
    ...(expert && { expertName: expert.name }),
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, { action: 'playbook.changed', subject: { type: 'playbook', id }, after: given });
  return get(ctx, id);
}

/** Takes a playbook out of the lists and off its public page. Can be undone. @throws NotFound */
export async function archive(ctx: Context, id: string): Promise<void> {
  await getRow(ctx, id);
  await queries.updatePlaybook(ctx.db, ctx.workspace.id, id, { archivedAt: ctx.clock.now() });
  await audit(ctx, { action: 'playbook.archived', subject: { type: 'playbook', id } });
}

/** @throws NotFound */
export async function unarchive(ctx: Context, id: string): Promise<Playbook> {
  await getRow(ctx, id);
  await queries.updatePlaybook(ctx.db, ctx.workspace.id, id, { archivedAt: null });
  await audit(ctx, { action: 'playbook.unarchived', subject: { type: 'playbook', id } });
  return get(ctx, id);
}

/** @throws NotFound */
export async function getRow(
  ctx: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<queries.PlaybookRow> {
  const row = await queries.findPlaybook(ctx.db, ctx.workspace.id, id, options);
  if (!row) throw new NotFound('There is no such playbook.');
  return row;
}

/** Gives a playbook whose address we made up before it had a title the address of its title, as long as no reader knows it. */
export async function followTitle(
  ctx: Context,
  { id, slug }: queries.PlaybookRow,
  title: string,
): Promise<void> {
  if (!isMadeUpSlug(slug) || isMadeUp(title)) return;
  await queries.updatePlaybook(ctx.db, ctx.workspace.id, id, {
    slug: await freeSlug(ctx, slugify(title, 'playbook')),
  });
}

async function freeSlug(ctx: Context, wanted: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await queries.isSlugTaken(ctx.db, ctx.workspace.id, slug))) return slug;
  }
}

/** Slug and title of playbooks by id, for layers that name them. */
export const namesOf = (ctx: Context, ids: string[]): Promise<Map<string, { slug: string; title: string }>> =>
  queries.listNames(ctx.db, ctx.workspace.id, ids);

/** After which step a playbook wants its gate and its trial (null: none), what it is for, whose it is. Undefined when there is none. */
export const placesOf = (ctx: Context, id: string): Promise<queries.Places | undefined> =>
  queries.findPlaces(ctx.db, ctx.workspace.id, id);

/** The version readers see and the sources behind it, with a mark that changes whenever a text among them does. */
export const standingOf = (ctx: Context, id: string) => queries.findStanding(ctx.db, ctx.workspace.id, id);
