import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page, type PageQuery, slugify } from '#kernel/shapes';
import { allWords } from '../gates/service.ts';
import { factsOf } from '../leads/facts.ts';
import { DEFAULT_SEGMENTS } from './defaults.ts';
import * as queries from './queries.ts';
import {
  contradictionOf,
  evaluate,
  isKnownField,
  sentenceOf,
  type ValueWords,
  type Verdict,
} from './rule.ts';
import { type NewSegment, Rule, type Segment, type SegmentChange, type SegmentPreview } from './shapes.ts';

export { judge, sayRules } from './judge.ts';

export class SegmentSlugTaken extends Fact {
  override readonly status = 409;
  override readonly title = 'That name is taken';
}

const PIECE = 500;
/** What may be no person is in no group of people. */
const NOBODY: Verdict = { holds: false, reasons: [], against: [] };

/** Segments of the workspace with their rules in words and who is in them now. */
export async function list(ctx: Context): Promise<Segment[]> {
  await ensureDefaults(ctx);
  const rows = await queries.listSegments(ctx.db, ctx.workspace.id);
  const counts = await queries.countMembers(ctx.db, ctx.workspace.id);
  const words = await allWords(ctx);
  return rows.map((row) => show(row, words, counts.get(row.id) ?? 0));
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Segment> {
  const found = (await list(ctx)).find((segment) => segment.id === id);
  if (!found) throw new NotFound('There is no such segment.');
  return found;
}

/** Name of segments by id. */
export async function namesOf(ctx: Context): Promise<Map<string, string>> {
  return new Map((await queries.listSegments(ctx.db, ctx.workspace.id)).map(({ id, name }) => [id, name]));
}

/** Gives a workspace that never had one the segments everybody begins with. */
export async function ensureDefaults(ctx: Context): Promise<void> {
  if (await queries.hasSegments(ctx.db, ctx.workspace.id)) return;
  const now = ctx.clock.now();
  for (const segment of DEFAULT_SEGMENTS) {
    await queries.insertSegment(ctx.db, ctx.workspace.id, {
      ...segment,
      id: newId(),
      createdAt: now,
      updatedAt: now,
    });
  }
}

/** Names a group by a rule and fills it. @throws Invalid, SegmentSlugTaken */
export async function create(ctx: Context, input: NewSegment): Promise<Segment> {
  assertFields(input.rule);
  const id = newId();
  const now = ctx.clock.now();
  const slug = input.slug ?? slugify(input.name, 'segment');
  const isNew = await queries.insertSegment(ctx.db, ctx.workspace.id, {
    id,
    slug,
    name: input.name,
    description: input.description,
    rule: input.rule,
    purpose: input.purpose ?? null,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  if (!isNew)
    throw new SegmentSlugTaken(`There is a segment "${slug}" already.`, [
      { pointer: '/name', detail: 'Choose another name.' },
    ]);
  await audit(ctx, {
    action: 'segment.created',
    subject: { type: 'segment', id },
    after: { name: input.name },
  });
  await fill(ctx, id);
  return get(ctx, id);
}

/** @throws NotFound, Invalid */
export async function change(ctx: Context, id: string, input: SegmentChange): Promise<Segment> {
  const row = await queries.findSegment(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such segment.');
  if (input.rule) assertFields(input.rule);
  await queries.updateSegment(ctx.db, ctx.workspace.id, id, {
    ...input,
    ...(input.rule && { ruleVersion: row.ruleVersion + 1 }),
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, { action: 'segment.changed', subject: { type: 'segment', id }, after: input });
  if (input.rule) await fill(ctx, id);
  return get(ctx, id);
}

/** Takes a segment away; nobody is in it any more. @throws NotFound */
export async function remove(ctx: Context, id: string): Promise<void> {
  if (!(await queries.findSegment(ctx.db, ctx.workspace.id, id)))
    throw new NotFound('There is no such segment.');
  const now = ctx.clock.now();
  // Its slug is free again, as the name on the screen is gone.
  await queries.updateSegment(ctx.db, ctx.workspace.id, id, {
    archivedAt: now,
    slug: `${id}-archived`,
    updatedAt: now,
  });
  await queries.emptySegment(ctx.db, ctx.workspace.id, id);
  await audit(ctx, { action: 'segment.removed', subject: { type: 'segment', id } });
}

/** Who a rule would find, before it is saved. @throws Invalid */
export async function preview(ctx: Context, rule: Rule): Promise<SegmentPreview> {
  assertFields(rule);
  const words = await allWords(ctx);
  let count = 0;
  const people: SegmentPreview['people'] = [];
  for await (const { lead, verdict } of judged(ctx, rule, words)) {
    if (!verdict.holds) continue;
    count += 1;
    if (people.length < 10)
      people.push({ id: lead.id, name: lead.name ?? lead.email, reasons: verdict.reasons });
  }
  return { sentence: sentenceOf(rule, words), problem: contradictionOf(rule, words), count, people };
}

/** People of a segment with the reasons, last joined first. @throws NotFound */
export async function listMembers(
  ctx: Context,
  id: string,
  { cursor, limit }: PageQuery,
): Promise<Page<{ id: string; name: string; email: string; joinedAt: string; reasons: string[] }>> {
  if (!(await queries.findSegment(ctx.db, ctx.workspace.id, id)))
    throw new NotFound('There is no such segment.');
  const [joinedAt, leadId] = cursor ? decodeCursor(cursor, 2) : [];
  const after = joinedAt && leadId ? { joinedAt: instantIn(joinedAt), leadId: String(leadId) } : undefined;
  const rows = await queries.listMembers(ctx.db, ctx.workspace.id, id, limit + 1, after);
  return cutPage(
    rows,
    limit,
    (row) => [row.joinedAt.toISOString(), row.lead.id],
    ({ lead, joinedAt: at, reasons }) => ({
      id: lead.id,
      name: lead.name ?? lead.email,
      email: lead.email,
      joinedAt: at.toISOString(),
      reasons: reasons.map(String),
    }),
  );
}

/** Puts one person into the segments whose rules fit, and takes them out of the others. */
export async function place(ctx: Context, leadId: string): Promise<void> {
  await ensureDefaults(ctx);
  const [person] = await queries.listPeople(ctx.db, ctx.workspace.id, 1, { id: leadId });
  if (!person) return;
  const words = await allWords(ctx);
  const before = await queries.listMemberships(ctx.db, ctx.workspace.id, leadId);
  const facts = factsOf(person.lead, person.answers, person.newsletter, ctx.clock.now());
  const memberOf: string[] = [];
  for (const segment of await queries.listSegments(ctx.db, ctx.workspace.id)) {
    const member = before.find(({ segmentId }) => segmentId === segment.id);
    if (segment.kind !== 'rule') {
      if (member) memberOf.push(segment.id);
      continue;
    }
    const verdict = person.lead.isSuspect ? NOBODY : evaluate(Rule.parse(segment.rule), facts, words);
    if (verdict.holds) memberOf.push(segment.id);
    await settle(ctx, segment.id, leadId, { isMember: member !== undefined, ...verdict });
  }
  await queries.setSegmentIds(ctx.db, ctx.workspace.id, leadId, memberOf);
}

/** Applies one segment's rule to everybody. */
async function fill(ctx: Context, segmentId: string): Promise<void> {
  const segment = await queries.findSegment(ctx.db, ctx.workspace.id, segmentId);
  if (!segment) return;
  for await (const { lead, verdict } of judged(ctx, Rule.parse(segment.rule), await allWords(ctx))) {
    const isMember = lead.segmentIds.includes(segmentId);
    await settle(ctx, segmentId, lead.id, { isMember, ...verdict });
    if (verdict.holds === isMember) continue;
    const others = lead.segmentIds.filter((id) => id !== segmentId);
    await queries.setSegmentIds(
      ctx.db,
      ctx.workspace.id,
      lead.id,
      verdict.holds ? [...others, segmentId] : others,
    );
  }
}

async function settle(
  ctx: Context,
  segmentId: string,
  leadId: string,
  { isMember, holds, reasons }: { isMember: boolean; holds: boolean; reasons: string[] },
): Promise<void> {
  if (holds)
    await queries.upsertMembership(ctx.db, ctx.workspace.id, {
      segmentId,
      leadId,
      reasons,
      joinedAt: ctx.clock.now(),
    });
  if (!holds && isMember) await queries.deleteMembership(ctx.db, ctx.workspace.id, segmentId, leadId);
  if (holds && !isMember) await publish(ctx, 'segment.joined', { segmentId, leadId });
  if (!holds && isMember) await publish(ctx, 'segment.left', { segmentId, leadId });
}

async function* judged(ctx: Context, rule: Rule, words: ValueWords) {
  const now = ctx.clock.now();
  for (let after: string | undefined; ; ) {
    const piece = await queries.listPeople(ctx.db, ctx.workspace.id, PIECE, { after });
    for (const { lead, answers, newsletter } of piece) {
      const facts = factsOf(lead, answers, newsletter, now);
      yield { lead, verdict: lead.isSuspect ? NOBODY : evaluate(rule, facts, words) };
    }
    after = piece.at(-1)?.lead.id;
    if (piece.length < PIECE) return;
  }
}

function assertFields({ all, any }: Rule): void {
  const errors = Object.entries({ all, any }).flatMap(([list, conditions]) =>
    conditions.flatMap(({ field }, index) =>
      isKnownField(field)
        ? []
        : [{ pointer: `/rule/${list}/${index}/field`, detail: `Nothing is kept under "${field}".` }],
    ),
  );
  if (errors.length > 0) throw new Invalid(errors);
}

function show(row: queries.SegmentRow, words: ValueWords, memberCount: number): Segment {
  const rule = Rule.parse(row.rule);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    rule,
    sentence: sentenceOf(rule, words),
    problem: contradictionOf(rule, words),
    memberCount,
    purpose: row.purpose,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
