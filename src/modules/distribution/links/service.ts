import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery, slugify } from '#kernel/shapes';
import { playbooks } from '#modules/creation';
import * as queries from './queries.ts';
import type { Click, Link, LinkChange, NewLink, Utm } from './shapes.ts';

/** The short address is in use, here or elsewhere. Names free ones. */
export class SlugTaken extends Fact {
  override readonly status = 409;
  override readonly title = 'That short address is taken';
}

/** Links of the workspace, newest first. */
export async function list(
  ctx: Context,
  { cursor, limit, q }: PageQuery & { q?: string | undefined },
): Promise<Page<Link>> {
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = createdAt && id ? { createdAt: instantIn(createdAt), id: String(id) } : undefined;
  const rows = await queries.listLinks(ctx.db, ctx.workspace.id, { q, after }, limit + 1);
  const targets = await playbooks.namesOf(
    ctx,
    rows.flatMap(({ link }) => link.playbookId ?? []),
  );
  return cutPage(
    rows,
    limit,
    ({ link }) => [link.createdAt.toISOString(), link.id],
    (row) => show(ctx, row, targets),
  );
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Link> {
  const row = await queries.findLink(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such link.');
  return show(ctx, row, await playbooks.namesOf(ctx, row.link.playbookId ? [row.link.playbookId] : []));
}

/** Makes a short address for a playbook or another page. @throws Invalid, SlugTaken */
export async function shorten(ctx: Context, input: NewLink): Promise<Link> {
  const names = await playbooks.namesOf(ctx, input.playbookId ? [input.playbookId] : []);
  const target = input.playbookId ? names.get(input.playbookId) : undefined;
  if (input.playbookId && !target)
    throw new Invalid([{ pointer: '/playbookId', detail: 'There is no such playbook.' }]);
  const slug = input.slug ?? (await freeSlug(ctx, target?.slug ?? slugify(input.title, randomSlug())));
  if (input.slug) await assertFree(ctx, input.slug);
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertLink(ctx.db, ctx.workspace.id, {
    id,
    slug,
    title: input.title,
    targetKind: input.playbookId ? 'playbook' : 'url',
    playbookId: input.playbookId ?? null,
    targetUrl: input.url ?? null,
    purpose: input.purpose ?? null,
    ...utmColumns(input.utm),
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await audit(ctx, { action: 'link.created', subject: { type: 'link', id }, after: { slug } });
  await publish(ctx, 'link.created', { linkId: id });
  return get(ctx, id);
}

/** Changes a link. A renamed one still leads here from its old address. @throws NotFound, SlugTaken */
export async function change(ctx: Context, id: string, input: LinkChange): Promise<Link> {
  const before = await get(ctx, id);
  if (input.slug && input.slug !== before.slug) await assertFree(ctx, input.slug, id);
  await queries.updateLink(ctx.db, ctx.workspace.id, id, {
    ...(input.slug !== undefined && { slug: input.slug }),
    ...(input.title !== undefined && { title: input.title }),
    ...(input.purpose !== undefined && { purpose: input.purpose }),
    ...(input.utm && utmColumns({ ...before.utm, ...input.utm })),
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, {
    action: 'link.changed',
    subject: { type: 'link', id },
    before: { slug: before.slug },
    after: input,
  });
  if (input.slug && input.slug !== before.slug)
    await publish(ctx, 'link.renamed', { linkId: id, from: before.slug, to: input.slug });
  return get(ctx, id);
}

/** Takes a link out of use: its address answers that it is gone. Can be undone by `restore`. @throws NotFound */
export async function archive(ctx: Context, id: string): Promise<void> {
  await get(ctx, id);
  await queries.updateLink(ctx.db, ctx.workspace.id, id, { archivedAt: ctx.clock.now() });
  await audit(ctx, { action: 'link.archived', subject: { type: 'link', id } });
}

/** @throws NotFound */
export async function restore(ctx: Context, id: string): Promise<Link> {
  await get(ctx, id);
  await queries.updateLink(ctx.db, ctx.workspace.id, id, { archivedAt: null });
  await audit(ctx, { action: 'link.restored', subject: { type: 'link', id } });
  return get(ctx, id);
}

/** Every hit on a link, machines included, newest first. @throws NotFound */
export async function listClicks(
  ctx: Context,
  id: string,
  { cursor, limit }: PageQuery,
): Promise<Page<Click>> {
  await get(ctx, id);
  const [at, clickId] = cursor ? decodeCursor(cursor, 2) : [];
  const after = at && clickId ? { at: instantIn(at), id: String(clickId) } : undefined;
  const rows = await queries.listClicks(ctx.db, ctx.workspace.id, id, limit + 1, after);
  return cutPage(
    rows,
    limit,
    (row) => [row.occurredAt.toISOString(), row.id],
    (row) => ({
      id: row.id,
      at: row.occurredAt.toISOString(),
      referrer: row.referrer,
      userAgent: row.userAgent,
      isBot: row.isBot,
      botReason: row.botReason,
      visitor: row.visitorHash.slice(0, 12),
    }),
  );
}

/** Which link brought a click of this workspace; null for an id we do not know. */
export async function originOf(ctx: Context, clickId: string) {
  return (await queries.findClick(ctx.db, ctx.workspace.id, clickId)) ?? null;
}

/** Slug and title of links by id, for layers that name them. */
export const namesOf = (ctx: Context, ids: string[]): Promise<Map<string, { slug: string; title: string }>> =>
  queries.listNames(ctx.db, ctx.workspace.id, ids);

function show(
  ctx: Context,
  { link, people, machines, formerSlugs }: queries.CountedLink,
  targets: Awaited<ReturnType<typeof playbooks.namesOf>>,
): Link {
  const { publicUrl } = ctx.platform.settings;
  const playbook = link.playbookId ? targets.get(link.playbookId) : undefined;
  return {
    id: link.id,
    slug: link.slug,
    shortUrl: `${publicUrl}/l/${link.slug}`,
    title: link.title || playbook?.title || link.slug,
    target: {
      kind: link.targetKind,
      playbookId: link.playbookId,
      playbookSlug: playbook?.slug ?? null,
      title: playbook?.title ?? null,
      url: link.targetUrl ?? `${publicUrl}/p/${ctx.workspace.slug}/${playbook?.slug ?? ''}`,
    },
    purpose: link.purpose,
    utm: {
      source: link.utmSource,
      medium: link.utmMedium,
      campaign: link.utmCampaign,
      term: link.utmTerm,
      content: link.utmContent,
    },
    clicks: { people, machines, raw: people + machines },
    formerSlugs,
    createdAt: link.createdAt.toISOString(),
    archivedAt: link.archivedAt?.toISOString() ?? null,
  };
}

const utmColumns = (utm: Partial<Utm>) => ({
  utmSource: utm.source ?? null,
  utmMedium: utm.medium ?? null,
  utmCampaign: utm.campaign ?? null,
  utmTerm: utm.term ?? null,
  utmContent: utm.content ?? null,
});

const randomSlug = (): string => randomBytes(4).toString('hex');

async function assertFree(ctx: Context, slug: string, ownId?: string): Promise<void> {
  const holder = await queries.findBySlug(ctx.db, slug);
  if (!holder || holder.link_id === ownId) return;
  const free: string[] = [];
  for (let n = 2; free.length < 2; n += 1) {
    const candidate = `${slug.slice(0, 76)}-${n}`;
    if (!(await queries.findBySlug(ctx.db, candidate))) free.push(candidate);
  }
  throw new SlugTaken(`${slug} is taken. Free: ${free.join(', ')}.`, [
    { pointer: '/slug', detail: `Free: ${free.join(', ')}.` },
  ]);
}

async function freeSlug(ctx: Context, wanted: string): Promise<string> {
  // Two transactions that look at once must not both find it free.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('link-slug'), hashtext(${wanted}))`);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await queries.findBySlug(ctx.db, slug))) return slug;
  }
}
