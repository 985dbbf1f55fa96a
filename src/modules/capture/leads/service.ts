import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { isId, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { namesOfUsers } from '#kernel/identity';
import { messagesOf } from '#kernel/mail';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import { judgeAddress } from '../gates/address.ts';
import { findFilter } from '../views/service.ts';
import { capture } from './capture.ts';
import { countByStage, type Filter, keyOf, listLeads, type Sort } from './list-queries.ts';
import * as queries from './queries.ts';
import {
  type LeadChange,
  type LeadCounts,
  type LeadFilter,
  type LeadMessage,
  type LeadQuery,
  type LeadSummary,
  type NewLead,
  type Note,
  Stage,
} from './shapes.ts';
import { shower } from './show.ts';

export { FOUNDING_HEURISTIC } from '../scoring/likelihood.ts';
export {
  advance,
  hold,
  keepReadiness,
  markHandRaised,
  type ReadinessReason,
  readinessBefore,
  readinessOf,
} from './readiness.ts';

export class LeadKnown extends Fact {
  override readonly status = 409;
  override readonly title = 'This person is known already';
}

const DAY_MS = 86_400_000;

/** Leads by filters, a saved view or both. @throws Invalid, NotFound when the view is gone */
export async function list(
  ctx: Context,
  { view, sort: wanted, cursor, limit, ...own }: LeadQuery,
): Promise<Page<LeadSummary>> {
  const kept = view ? await findFilter(ctx, view) : undefined;
  const filter = readFilter(ctx, { ...kept?.filter, ...defined(own) });
  const sort: Sort = wanted ?? kept?.sort ?? 'newest';
  const [key, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = key !== undefined && key !== null && id ? { key, id: String(id) } : undefined;
  const rows = await listLeads(ctx.db, ctx.workspace.id, filter, { sort, limit: limit + 1, after });
  const show = await shower(ctx, rows);
  return cutPage(rows, limit, (row) => [keyOf(row, sort), row.id], show);
}

/** How many there are, in all and by stage. */
export async function counts(ctx: Context, filter: LeadFilter = {}): Promise<LeadCounts> {
  const byStage = await countByStage(ctx.db, ctx.workspace.id, readFilter(ctx, filter));
  return {
    total: [...byStage.values()].reduce((sum, value) => sum + value, 0),
    byStage: Object.fromEntries(byStage),
  };
}

/** @throws NotFound */
export async function getRow(ctx: Context, id: string): Promise<queries.LeadRow> {
  const row = await queries.findLead(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such lead.');
  return row;
}

/** Those of some people who are there, in no order. */
export const rowsOf = (ctx: Context, ids: string[]): Promise<queries.LeadRow[]> =>
  queries.listLeadsById(ctx.db, ctx.workspace.id, ids);

/** @throws NotFound */
export async function getSummary(ctx: Context, id: string): Promise<LeadSummary> {
  const row = await getRow(ctx, id);
  return (await shower(ctx, [row]))(row);
}

/** Adds a person by hand. @throws LeadKnown */
export async function add(
  ctx: Context,
  { email, consentBasis, ...fields }: NewLead,
  importId: string | null = null,
): Promise<LeadSummary> {
  const { doubt, companyDomain } = judgeAddress(email);
  const { lead, isNew } = await capture(ctx, {
    ...NOWHERE,
    email,
    emailTyped: email,
    companyDomain,
    source: importId ? 'import' : 'person',
    suspectReason: doubt,
  });
  if (!isNew)
    throw new LeadKnown(`${email} is in the list since ${lead.capturedAt.toISOString().slice(0, 10)}.`, [
      { pointer: '/email', detail: 'Open the lead that has this address.' },
    ]);
  await queries.updateLead(ctx.db, ctx.workspace.id, lead.id, {
    ...fields,
    importId,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
  });
  if (consentBasis) await recordBasis(ctx, lead.id, consentBasis, importId ? 'import' : 'person');
  await audit(ctx, { action: 'lead.added', subject: { type: 'lead', id: lead.id } });
  await publish(ctx, 'lead.captured', {
    leadId: lead.id,
    submissionId: null,
    playbookId: null,
    clickId: null,
  });
  return getSummary(ctx, lead.id);
}

const NOWHERE = {
  clickId: null,
  referrer: null,
  playbookId: null,
  versionId: null,
  gateId: null,
  stepPosition: null,
  purpose: null,
  language: null,
};

async function recordBasis(
  ctx: Context,
  leadId: string,
  text: string,
  method: 'import' | 'person',
): Promise<void> {
  const id = newId();
  await queries.insertConsent(ctx.db, ctx.workspace.id, {
    id,
    leadId,
    purpose: 'outreach',
    state: 'granted',
    textShown: text,
    method,
    recordedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    occurredAt: ctx.clock.now(),
  });
  await publish(ctx, 'consent.recorded', { consentId: id, leadId, purpose: 'outreach', granted: true });
}

/** Changes what is known of a person. @throws NotFound */
export async function change(ctx: Context, id: string, input: LeadChange): Promise<LeadSummary> {
  const before = await queries.lockLead(ctx.db, ctx.workspace.id, id);
  if (!before) throw new NotFound('There is no such lead.');
  const now = ctx.clock.now();
  const given = defined(input);
  await queries.updateLead(ctx.db, ctx.workspace.id, id, {
    ...given,
    ...(input.stage && input.stage !== before.stage && { stageSince: now }),
    ...(input.isSuspect === false && { suspectReason: null }),
    updatedAt: now,
  });
  // Names of fields only: the audit log outlives the person.
  await audit(ctx, {
    action: 'lead.changed',
    subject: { type: 'lead', id },
    after: { fields: Object.keys(given) },
  });
  await publish(ctx, 'lead.updated', { leadId: id });
  return getSummary(ctx, id);
}

/** Marks a person who may be none; whoever confirmed their address stays one. */
export async function doubt(ctx: Context, id: string, reason: string): Promise<void> {
  const lead = await queries.lockLead(ctx.db, ctx.workspace.id, id);
  if (!lead || lead.confirmedAt || lead.isSuspect) return;
  const change = { isSuspect: true, suspectReason: reason, updatedAt: ctx.clock.now() };
  await queries.updateLead(ctx.db, ctx.workspace.id, id, change);
  await publish(ctx, 'lead.updated', { leadId: id });
}

/** @throws NotFound */
export async function addNote(ctx: Context, leadId: string, body: string): Promise<Note> {
  await getRow(ctx, leadId);
  const id = newId();
  const now = ctx.clock.now();
  const author = ctx.actor.kind === 'user' ? { id: ctx.actor.userId, name: ctx.actor.name } : null;
  await queries.insertNote(ctx.db, ctx.workspace.id, {
    id,
    leadId,
    body,
    authorId: author?.id ?? null,
    createdAt: now,
    updatedAt: now,
  });
  await audit(ctx, { action: 'lead.noted', subject: { type: 'lead', id: leadId } });
  await publish(ctx, 'lead.updated', { leadId });
  return { id, body, author, createdAt: now.toISOString() };
}

/** Notes on a person, newest first. @throws NotFound */
export async function listNotes(ctx: Context, leadId: string): Promise<Note[]> {
  await getRow(ctx, leadId);
  const rows = await queries.listNotes(ctx.db, ctx.workspace.id, leadId);
  const names = await namesOfUsers(
    ctx,
    rows.flatMap(({ authorId }) => authorId ?? []),
  );
  return rows.reverse().map(({ id, body, authorId, createdAt }) => ({
    id,
    body,
    author: authorId ? { id: authorId, name: names.get(authorId) ?? 'Somebody who left' } : null,
    createdAt: createdAt.toISOString(),
  }));
}

/** Mail to a person, newest first. @throws NotFound */
export async function listMessages(ctx: Context, leadId: string): Promise<LeadMessage[]> {
  await getRow(ctx, leadId);
  return (await messagesOf(ctx, leadId)).map(
    ({ id, kind, stream, subject, state, reason, createdAt, sentAt, text }) => ({
      id,
      kind,
      stream,
      subject,
      state,
      reason,
      at: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      text,
    }),
  );
}

/** Turns the words of an address into a filter. @throws Invalid */
export function readFilter(
  ctx: Context,
  { q, stage, segment, playbook, grade, quietDays, confirmed, suspect }: LeadFilter,
): Filter {
  const stages = parts(stage).map((name) => {
    const read = Stage.safeParse(name);
    if (!read.success) throw new Invalid([{ pointer: '/query/stage', detail: `"${name}" is no stage.` }]);
    return read.data;
  });
  const segmentIds = parts(segment);
  if (!segmentIds.every(isId))
    throw new Invalid([{ pointer: '/query/segment', detail: 'Name segments by their ids.' }]);
  const grades = parts(grade);
  return {
    q: q || undefined,
    stages: stages.length > 0 ? stages : undefined,
    segmentIds: segmentIds.length > 0 ? segmentIds : undefined,
    playbookId: playbook,
    grades: grades.length > 0 ? grades : undefined,
    quietBefore:
      quietDays === undefined ? undefined : new Date(ctx.clock.now().getTime() - quietDays * DAY_MS),
    isConfirmed: confirmed && confirmed === 'yes',
    isSuspect: suspect && suspect === 'yes',
  };
}

const parts = (list: string | undefined): string[] =>
  list
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean) ?? [];

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Partial<T>;
