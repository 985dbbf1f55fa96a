import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery, slugify } from '#kernel/shapes';
import { experts, playbooks } from '#modules/creation';
import { ensure as ensureTemplate } from '../videos/templates.ts';
import { DEFAULT_FULFILMENT } from './defaults.ts';
import * as queries from './queries.ts';
import {
  ContentLine,
  FulfilmentPlan,
  Grant,
  type NewOffer,
  type NewPrice,
  type Offer,
  type OfferChange,
} from './shapes.ts';

/** Something that is needed before people may buy is missing. */
export class OfferIncomplete extends Fact {
  override readonly title = 'The offer is not complete';
}

/** What is not sold, or not any more. */
export class OfferClosed extends Fact {
  override readonly title = 'This offer is not open';
}

/** Offers of the workspace, newest first. */
export async function list(
  ctx: Context,
  { cursor, limit, archived }: PageQuery & { archived?: boolean | undefined },
): Promise<Page<Offer>> {
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = createdAt && id ? { createdAt: instantIn(createdAt), id: String(id) } : undefined;
  const filter = { isArchived: archived ?? false, after };
  const rows = await queries.listOffers(ctx.db, ctx.workspace.id, filter, limit + 1);
  const shown = new Map<string, Offer>();
  for (const row of rows.slice(0, limit)) shown.set(row.offer.id, await show(ctx, row));
  return cutPage(
    rows,
    limit,
    ({ offer }) => [offer.createdAt.toISOString(), offer.id],
    ({ offer }) => shown.get(offer.id) as Offer,
  );
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Offer> {
  const row = await queries.findCounted(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such offer.');
  return show(ctx, row);
}

/** The offer that a playbook leads to; null when nothing is sold with it. */
export async function activeOf(ctx: Context, playbookId: string): Promise<Offer | null> {
  const row = await queries.findActiveOf(ctx.db, ctx.workspace.id, playbookId);
  return row ? get(ctx, row.id) : null;
}

/** Drafts an offer. What is not said follows from the playbook: it is what is granted. @throws Invalid */
export async function create(ctx: Context, { price, sharePercent, ...input }: NewOffer): Promise<Offer> {
  const playbook = input.playbookId ? await playbookOf(ctx, input.playbookId) : undefined;
  const expertId = input.expertId ?? playbook?.expertId ?? null;
  if (input.expertId) await assertExpert(ctx, input.expertId);
  const id = newId();
  const now = ctx.clock.now();
  const grants = input.grants ?? (playbook ? [grantOf(playbook)] : []);
  await assertGrants(ctx, grants);
  await queries.insertOffer(ctx.db, ctx.workspace.id, {
    ...defined(input),
    name: input.name,
    id,
    slug: await freeSlug(ctx, slugify(input.name, 'offer')),
    playbookId: playbook?.id ?? null,
    expertId,
    purpose: playbook?.purpose ?? null,
    grants,
    fulfilment: input.fulfilment ?? DEFAULT_FULFILMENT,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  if (price) await setPrice(ctx, id, price);
  if (sharePercent !== undefined) await agree(ctx, { id, expertId }, sharePercent);
  await audit(ctx, { action: 'offer.created', subject: { type: 'offer', id }, after: { name: input.name } });
  return get(ctx, id);
}

/** Changes an offer; what was bought before keeps what it was bought as. @throws NotFound, Invalid */
export async function change(
  ctx: Context,
  id: string,
  { sharePercent, ...input }: OfferChange,
): Promise<Offer> {
  const before = await getRow(ctx, id, { lock: true });
  const playbook = input.playbookId ? await playbookOf(ctx, input.playbookId) : undefined;
  if (input.expertId) await assertExpert(ctx, input.expertId);
  if (input.grants) await assertGrants(ctx, input.grants);
  const given = defined(input);
  await queries.updateOffer(ctx.db, ctx.workspace.id, id, {
    ...given,
    ...(playbook && { purpose: playbook.purpose }),
    updatedAt: ctx.clock.now(),
  });
  if (sharePercent !== undefined)
    await agree(
      ctx,
      { id, expertId: input.expertId === undefined ? before.expertId : input.expertId },
      sharePercent,
    );
  await audit(ctx, {
    action: 'offer.changed',
    subject: { type: 'offer', id },
    after: { fields: Object.keys(given) },
  });
  return get(ctx, id);
}

/** Sets what it costs from now on. A checkout that is open keeps the price it was opened with. @throws NotFound */
export async function setPrice(
  ctx: Context,
  id: string,
  { amountMinor, currency }: NewPrice,
): Promise<Offer> {
  await getRow(ctx, id, { lock: true });
  const before = (await queries.listActivePrices(ctx.db, ctx.workspace.id, [id])).get(id);
  if (before?.amountMinor !== amountMinor || before.currency !== currency) {
    const price = { id: newId(), offerId: id, amountMinor, currency, createdAt: ctx.clock.now() };
    await queries.replacePrice(ctx.db, ctx.workspace.id, price);
    await audit(ctx, {
      action: 'offer.priced',
      subject: { type: 'offer', id },
      before: before && { amountMinor: before.amountMinor, currency: before.currency },
      after: { amountMinor, currency },
    });
  }
  return get(ctx, id);
}

/** Opens an offer to buyers; its playbook gets the film that ends in it. @throws NotFound, OfferIncomplete */
export async function publish(ctx: Context, id: string): Promise<Offer> {
  const offer = await get(ctx, id);
  const missing = [
    ...(offer.price ? [] : [{ pointer: '/price', detail: 'Say what it costs.' }]),
    ...(offer.contents.length > 0 ? [] : [{ pointer: '/contents', detail: 'Say what the buyer gets.' }]),
    ...(offer.grants.length > 0 ? [] : [{ pointer: '/grants', detail: 'Say what the buyer may open.' }]),
  ];
  if (missing.length > 0) throw new OfferIncomplete(missing.map(({ detail }) => detail).join(' '), missing);
  const published = await move(ctx, id, 'active', 'offer.published');
  if (published.playbook) await ensureTemplate(ctx, published.playbook.id);
  return published;
}

/** Closes an offer to new buyers; whoever bought keeps it. @throws NotFound */
export async function archive(ctx: Context, id: string): Promise<void> {
  await getRow(ctx, id, { lock: true });
  await move(ctx, id, 'archived', 'offer.archived');
}

async function move(
  ctx: Context,
  id: string,
  state: queries.OfferRow['state'],
  action: string,
): Promise<Offer> {
  await queries.updateOffer(ctx.db, ctx.workspace.id, id, { state, updatedAt: ctx.clock.now() });
  await audit(ctx, { action, subject: { type: 'offer', id } });
  return get(ctx, id);
}

/** @throws NotFound */
export async function getRow(
  ctx: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<queries.OfferRow> {
  const row = await queries.findOffer(ctx.db, ctx.workspace.id, id, options);
  if (!row) throw new NotFound('There is no such offer.');
  return row;
}

/** What an open offer costs now. @throws NotFound, OfferClosed */
export async function priceOf(
  ctx: Context,
  id: string,
): Promise<{ offer: queries.OfferRow; price: queries.PriceRow }> {
  const offer = await getRow(ctx, id);
  const price = (await queries.listActivePrices(ctx.db, ctx.workspace.id, [id])).get(id);
  if (offer.state !== 'active' || !price) throw new OfferClosed('It is not published, or not sold any more.');
  return { offer, price };
}

async function agree(
  ctx: Context,
  { id, expertId }: { id: string; expertId: string | null },
  percent: number | null,
): Promise<void> {
  const before = await queries.findAgreement(ctx.db, ctx.workspace.id, id);
  if (before?.percent === percent && before?.expertId === expertId) return;
  if (percent !== null && !expertId)
    throw new Invalid([{ pointer: '/sharePercent', detail: 'Say first whose offer it is.' }]);
  const now = ctx.clock.now();
  if (before) await queries.endAgreement(ctx.db, ctx.workspace.id, before.id, now);
  if (percent === null || !expertId) return;
  await queries.insertAgreement(ctx.db, ctx.workspace.id, {
    id: newId(),
    expertId,
    offerId: id,
    percent,
    startsAt: now,
    agreedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
  });
}

async function playbookOf(ctx: Context, id: string) {
  const row = await playbooks.getRow(ctx, id).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (!row) throw new Invalid([{ pointer: '/playbookId', detail: 'There is no such playbook.' }]);
  return row;
}

async function assertExpert(ctx: Context, id: string): Promise<void> {
  await experts.get(ctx, id).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    throw new Invalid([{ pointer: '/expertId', detail: 'There is no such expert.' }]);
  });
}

async function assertGrants(ctx: Context, grants: Grant[]): Promise<void> {
  const wanted = grants.flatMap(({ kind, subjectId }) => (kind === 'playbook' && subjectId ? subjectId : []));
  const known = await playbooks.namesOf(ctx, wanted);
  const errors = grants.flatMap(({ kind, subjectId }, index) =>
    kind === 'playbook' && !(subjectId && known.has(subjectId))
      ? [{ pointer: `/grants/${index}/subjectId`, detail: 'Name a playbook of this workspace.' }]
      : [],
  );
  if (errors.length > 0) throw new Invalid(errors);
}

const grantOf = ({ id, title }: { id: string; title: string }): Grant => ({
  kind: 'playbook',
  subjectId: id,
  label: title,
  days: null,
  uses: null,
});

async function freeSlug(ctx: Context, wanted: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted.slice(0, 56)}-${n}`;
    if (!(await queries.isSlugTaken(ctx.db, ctx.workspace.id, slug))) return slug;
  }
}

async function show(ctx: Context, { offer, orders, bookedMinor }: queries.CountedOffer): Promise<Offer> {
  const price = (await queries.listActivePrices(ctx.db, ctx.workspace.id, [offer.id])).get(offer.id);
  const playbook = offer.playbookId
    ? (await playbooks.namesOf(ctx, [offer.playbookId])).get(offer.playbookId)
    : undefined;
  const expert = offer.expertId ? await experts.get(ctx, offer.expertId) : undefined;
  const agreement = await queries.findAgreement(ctx.db, ctx.workspace.id, offer.id);
  return {
    id: offer.id,
    slug: offer.slug,
    name: offer.name,
    headline: offer.headline,
    description: offer.description,
    contents: ContentLine.array().parse(offer.contents),
    guarantee: offer.guarantee,
    termsUrl: offer.termsUrl,
    state: offer.state,
    playbook: offer.playbookId && playbook ? { id: offer.playbookId, ...playbook } : null,
    expert: expert ? { id: expert.id, name: expert.name } : null,
    price: price
      ? {
          id: price.id,
          amountMinor: price.amountMinor,
          currency: price.currency,
          kind: price.kind,
          recursEvery: price.recursEvery,
        }
      : null,
    sharePercent: agreement?.percent ?? null,
    grants: Grant.array().parse(offer.grants),
    fulfilment: FulfilmentPlan.array().parse(offer.fulfilment),
    orders,
    bookedMinor,
    publicUrl: null,
    createdAt: offer.createdAt.toISOString(),
    updatedAt: offer.updatedAt.toISOString(),
  };
}

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Partial<T>;
