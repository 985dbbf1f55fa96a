import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { cutPage, type Page, type PageQuery } from '#kernel/shapes';
import { idCursor } from '../cursor.ts';
import { readProfileLater } from './jobs.ts';
import * as queries from './queries.ts';
import { enter } from './reading.ts';
import type {
  CustomerProfile,
  CustomerProfileChange,
  NewCustomerProfile,
  SiteProfile,
  SiteProfileSummary,
} from './shapes.ts';

/** Begins to read a site; a job does the reading. */
export async function begin(
  ctx: Context,
  { url, audience = '' }: { url: string; audience?: string | undefined },
): Promise<SiteProfile> {
  const id = await enter(ctx, url);
  await enqueue(ctx, readProfileLater, { workspaceId: ctx.workspace.id, profileId: id, audience });
  return get(ctx, id);
}

/** Profiles, newest first. */
export async function list(ctx: Context, { cursor, limit }: PageQuery): Promise<Page<SiteProfileSummary>> {
  const rows = await queries.listProfiles(ctx.db, ctx.workspace.id, idCursor(cursor), limit + 1);
  return cutPage(rows, limit, (row) => [row.id], showSummary);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<SiteProfile> {
  const row = await queries.findProfile(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such profile.');
  const { db, workspace } = ctx;
  return {
    ...showSummary(row),
    stages: row.stages,
    tone: row.tone,
    language: row.language,
    maker: row.model ? `model: ${row.model}` : 'built-in composer',
    claims: (await queries.listClaims(db, workspace.id, id)).map(
      ({ id: claimId, kind, claim, sentence, url, isStruck }) => ({
        id: claimId,
        kind,
        claim,
        sentence,
        url,
        isStruck,
      }),
    ),
    pages: (await queries.listPages(db, workspace.id, id)).map(
      ({ id: pageId, url, status, title, problem }) => ({
        id: pageId,
        url,
        status,
        title,
        problem,
      }),
    ),
    customers: (await queries.listCustomers(db, workspace.id, { profileId: id, limit: 50 })).map(
      showCustomer,
    ),
  };
}

/** Strikes a claim out, so that no mail uses it, or lets it stand again. @throws NotFound */
export async function strike(
  ctx: Context,
  profileId: string,
  claimId: string,
  isStruck: boolean,
): Promise<SiteProfile> {
  const struckBy = isStruck && ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  if (!(await queries.strikeClaim(ctx.db, ctx.workspace.id, { profileId, claimId }, { isStruck, struckBy })))
    throw new NotFound('There is no such claim.');
  return get(ctx, profileId);
}

export async function listCustomers(
  ctx: Context,
  { cursor, limit, profile }: PageQuery & { profile?: string | undefined },
): Promise<Page<CustomerProfile>> {
  const rows = await queries.listCustomers(ctx.db, ctx.workspace.id, {
    before: idCursor(cursor),
    limit: limit + 1,
    profileId: profile,
  });
  return cutPage(rows, limit, (row) => [row.id], showCustomer);
}

/** Writes down a kind of customer by hand. @throws NotFound when the profile is none of ours */
export async function addCustomer(ctx: Context, input: NewCustomerProfile): Promise<CustomerProfile> {
  if (input.profileId && !(await queries.findProfile(ctx.db, ctx.workspace.id, input.profileId)))
    throw new NotFound('There is no such profile.');
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertCustomer(ctx.db, ctx.workspace.id, {
    id,
    ...input,
    profileId: input.profileId ?? null,
    companySize: input.companySize ?? null,
    origin: 'written',
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  return getCustomer(ctx, id);
}

/** @throws NotFound */
export async function changeCustomer(
  ctx: Context,
  id: string,
  input: CustomerProfileChange,
): Promise<CustomerProfile> {
  await getCustomer(ctx, id);
  await queries.updateCustomer(ctx.db, ctx.workspace.id, id, { ...input, updatedAt: ctx.clock.now() });
  await audit(ctx, {
    action: 'customer-profile.changed',
    subject: { type: 'customer_profile', id },
    after: input,
  });
  return getCustomer(ctx, id);
}

/** @throws NotFound */
export async function getCustomer(ctx: Context, id: string): Promise<CustomerProfile> {
  const row = await queries.findCustomer(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such customer profile.');
  return showCustomer(row);
}

const showSummary = (row: queries.ProfileRow): SiteProfileSummary => ({
  id: row.id,
  url: row.url,
  state: row.state,
  name: row.name,
  summary: row.summary,
  problem: row.problem,
  problemCode: row.problemCode,
  createdAt: row.createdAt.toISOString(),
});

const showCustomer = (row: queries.CustomerRow): CustomerProfile => ({
  id: row.id,
  profileId: row.profileId,
  name: row.name,
  description: row.description,
  pains: row.pains,
  companySize: row.companySize,
  jobTitles: row.jobTitles,
  origin: row.origin,
});
