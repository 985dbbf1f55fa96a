import type { SQL } from 'drizzle-orm';
import type { Context } from '#context';
import { Forbidden } from '#kernel/http';
import type { Permission } from '#kernel/identity';
import { decodeCursor, encodeCursor, type TableColumn } from '#kernel/shapes';
import { channelLabel } from '../attribution/channel.ts';
import { joinByHash } from '../funnel/people.ts';
import { proportion } from '../proportion.ts';
import { civilOf, firstDayOf, nextDay, type Resolved, resolve } from './calendar.ts';
import type { Asked, Column, Measure } from './measure.ts';
import * as queries from './queries.ts';
import { MEASURES } from './registry.ts';
import type { AnswerRows, Question } from './shapes.ts';

export { Period } from './calendar.ts';
export { MEASURE_KEYS, type MeasureKey, STAGES, type Stage } from './keys.ts';
export { MEASURES, TIME_SPLITS } from './registry.ts';
export { AnswerRows, Question } from './shapes.ts';

type May = ReadonlySet<Permission>;

/** A number with how sure it is: value in minor units, days, a share of 0 to 1 or a count. */
export interface Figure {
  value: number | null;
  rows: number;
  part: number;
  low: number | null;
  high: number | null;
}

export interface Counted {
  now: Figure;
  before: Figure | null;
  period: Resolved | null;
  groups: { key: string | null; label: string; now: Figure; before: Figure | null }[];
  hasMoreGroups: boolean;
  countedAt: Date;
}

const MOST_GROUPS = 20;
const MOST_TIMES = 60;
const TIMES = { day: 'Day', week: 'Week from', month: 'Month' } as const;

const isTime = (split: string | null): split is keyof typeof TIMES => split !== null && split in TIMES;

/** What of a measure's permissions is missing. */
export const missing = (measure: Measure, may: May): Permission[] =>
  measure.needs.filter((one) => !may.has(one));

/** Columns that whoever asks may see, and what is left out. */
function columnsFor(measure: Measure, may: May): { columns: TableColumn[]; leftOut: string[] } {
  const seen = (column: Column) => !column.needs || may.has(column.needs);
  return {
    columns: measure.columns.filter(seen).map(({ key, label, format }) => ({ key, label, format })),
    leftOut: measure.columns
      .filter((column) => !seen(column))
      .map(({ label, needs }) => `${label} (${needs})`),
  };
}

/** Columns by which whoever asks may split and narrow, with the head each has. */
export function splitsFor(measure: Measure, may: May): Record<string, string> {
  const hidden = new Set(
    measure.columns.filter(({ needs }) => needs && !may.has(needs)).map(({ key }) => key),
  );
  return Object.fromEntries(Object.entries(measure.splits).filter(([key]) => !hidden.has(key)));
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function labelOf(split: string, key: string | null): string {
  if (key === null) return 'Not known';
  if (split === 'channel') return channelLabel(key);
  return split === 'country' && /^[A-Z]{2}$/.test(key) ? (countries.of(key) ?? key) : key;
}

/** The head of the table that a split makes. */
export const splitLabel = (measure: Measure, split: string): string =>
  isTime(split) ? TIMES[split] : (measure.splits[split] ?? split);

interface Prepared {
  measure: Measure;
  period: Resolved | null;
  asked: Asked;
  found: (asked: Asked, group?: string | null) => SQL;
}

/** Makes a question ready for SQL. @throws Forbidden when the asker may not see the number */
async function prepare(ctx: Context, question: Question, may: May, at: Date): Promise<Prepared> {
  const measure = MEASURES[question.measure];
  const [lacks] = missing(measure, may);
  if (lacks) throw new Forbidden(`You may not see ${measure.many}: it needs ${lacks}.`);
  // The planner cannot know how large what the measures join is; see there.
  await joinByHash(ctx.db);
  const period = measure.when === 'now' ? null : resolve(question.period, ctx.workspace.timeZone, at);
  const splits = splitsFor(measure, may);
  const { split } = question;
  const filter = question.filter && question.filter.column in splits ? question.filter : null;
  return {
    measure,
    period,
    asked: {
      workspaceId: ctx.workspace.id,
      currency: ctx.workspace.currency,
      timeZone: ctx.workspace.timeZone,
      from: period?.from ?? null,
      to: period?.to ?? new Date(at.getTime() + 1),
      now: at,
      isRaw: question.isRaw && measure.hasRaw === true,
      quietDays: question.quietDays,
      stages: question.stages,
    },
    found: (asked, group) => {
      const rows = queries.foundOf(measure, asked, filter);
      if (group === undefined || !split) return rows;
      if (isTime(split))
        return queries.foundInTime(rows, { unit: split, timeZone: asked.timeZone, first: group ?? '' });
      if (!(split in splits)) return rows;
      return queries.foundOf({ ...measure, rows: () => rows }, asked, { column: split, value: group });
    },
  };
}

function figureOf({ value: kind }: Measure, { rows, sum }: queries.Counted): Figure {
  const bare = { rows, part: sum, low: null, high: null };
  if (kind === 'share') {
    const found = proportion(sum, rows);
    return { ...bare, value: found?.value ?? null, low: found?.low ?? null, high: found?.high ?? null };
  }
  if (kind === 'average' || kind === 'days') return { ...bare, value: rows > 0 ? sum / rows : null };
  return { ...bare, value: sum };
}

/**
 * Counts what was asked, and as much of the time before.
 * @param at the instant up to which is counted
 * @throws Forbidden
 */
export async function count(ctx: Context, question: Question, may: May, at: Date): Promise<Counted> {
  const { measure, period, asked, found } = await prepare(ctx, question, may, at);
  const earlier = period?.before ? { ...asked, ...period.before } : null;
  const now = await queries.count(ctx.db, measure, found(asked));
  const before = earlier ? await queries.count(ctx.db, measure, found(earlier)) : null;
  const { split } = question;
  const splits = splitsFor(measure, may);
  const result = {
    now: figureOf(measure, now),
    before: before && figureOf(measure, before),
    period,
    countedAt: at,
  };
  if (!split || !(isTime(split) || split in splits)) return { ...result, groups: [], hasMoreGroups: false };
  const by = isTime(split) ? { unit: split, timeZone: ctx.workspace.timeZone } : { column: split };
  const limit = isTime(split) ? MOST_TIMES : MOST_GROUPS;
  const some = await queries.group(ctx.db, measure, found(asked), by, limit + 1);
  const groups = isTime(split) ? everyTime(some, split, ctx.workspace.timeZone, asked) : some;
  const groupsBefore =
    earlier && !isTime(split) ? await queries.group(ctx.db, measure, found(earlier), by, 1000) : [];
  const none = { rows: 0, sum: 0 };
  return {
    ...result,
    groups: groups.slice(isTime(split) ? -limit : 0, isTime(split) ? undefined : limit).map((group) => ({
      key: group.key,
      label: labelOf(split, group.key),
      now: figureOf(measure, group),
      before:
        earlier && !isTime(split)
          ? figureOf(measure, groupsBefore.find(({ key }) => key === group.key) ?? none)
          : null,
    })),
    hasMoreGroups: groups.length > limit,
  };
}

/** Times at which nothing happened are part of the answer as well. */
function everyTime(
  groups: queries.Group[],
  unit: queries.TimeUnit,
  timeZone: string,
  { from, to }: Asked,
): queries.Group[] {
  const first = from ? civilOf(from, timeZone) : null;
  const keys = groups.flatMap(({ key }) => key ?? []);
  const start = first ? firstDayOf(unit, first) : keys[0];
  if (!start) return groups;
  const known = new Map(groups.map((group) => [group.key, group]));
  const all: queries.Group[] = [];
  const last = firstDayOf(unit, civilOf(new Date(to.getTime() - 1), timeZone));
  for (let key = start; key <= last && all.length < 800; key = nextDay(unit, key))
    all.push(known.get(key) ?? { key, rows: 0, sum: 0 });
  return all;
}

/** A page of the rows behind a number: of the period or of the time before it, all or one group. @throws Forbidden */
export async function rows(
  ctx: Context,
  question: Question,
  may: May,
  {
    at,
    part,
    group,
    cursor,
    limit,
  }: {
    at: Date;
    part: 'now' | 'before';
    group?: string | null | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<AnswerRows> {
  const { measure, period, asked, found } = await prepare(ctx, question, may, at);
  const { columns, leftOut } = columnsFor(measure, may);
  const isBefore = part === 'before' && period?.before;
  const [rank, id] = cursor ? decodeCursor(cursor, 2) : [];
  const list = await queries.page(
    ctx.db,
    measure,
    found(isBefore ? { ...asked, ...isBefore } : asked, group),
    {
      after: rank !== undefined && id ? [Number(rank), String(id)] : null,
      limit: limit + 1,
    },
  );
  const shown = list.slice(0, limit);
  const last = shown.at(-1);
  const all = list[0]?._all ?? 0;
  const when = period ? ` ${isBefore ? period.beforeWords : period.words}` : '';
  return {
    title: `${all} ${all === 1 ? measure.one : measure.many}${when}`,
    words: [...measure.words],
    columns,
    data: shown.map((row) => ({
      ...Object.fromEntries(columns.map(({ key }) => [key, plain(key, row[key])])),
      ...(row.leadId && may.has('leads.read') ? { leadId: String(row.leadId) } : {}),
    })),
    rows: all,
    currency: ctx.workspace.currency,
    leftOut,
    countedAt: at.toISOString(),
    nextCursor: list.length > limit && last ? encodeCursor([last._rank, last.sort_id]) : null,
  };
}

function plain(key: string, value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString();
  if (key === 'channel' && typeof value === 'string') return channelLabel(value);
  if (value === undefined || value === null) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** Values of the columns by which a question can be narrowed, as they stand in its rows of all time. @throws Forbidden */
export async function valuesOf(
  ctx: Context,
  question: Question,
  may: May,
): Promise<{ column: string; value: string; label: string }[]> {
  const all = { ...question, period: { kind: 'named', name: 'all' } as const, filter: null, isRaw: true };
  const { measure, asked, found } = await prepare(ctx, all, may, ctx.clock.now());
  const values: { column: string; value: string; label: string }[] = [];
  for (const column of Object.keys(splitsFor(measure, may)))
    for (const { key } of await queries.group(ctx.db, measure, found(asked), { column }, 500))
      if (key) values.push({ column, value: key, label: labelOf(column, key) });
  return values;
}

/** People behind an answer, each once. @throws Forbidden also where names may not be seen */
export async function leadsOf(
  ctx: Context,
  question: Question,
  may: May,
  at: Date,
  limit: number,
): Promise<string[]> {
  if (!may.has('leads.read')) throw new Forbidden('You may not see people.');
  const { measure, asked, found } = await prepare(ctx, question, may, at);
  if (!measure.columns.some(({ key }) => key === 'person')) return [];
  return queries.leadsOf(ctx.db, found(asked), limit);
}

/** Of these people, who may be written to and who may not. */
export async function mailable(
  ctx: Context,
  leadIds: string[],
): Promise<{ yes: queries.Mailable[]; refused: number; unconfirmed: number }> {
  const people = await queries.listMailable(ctx.db, ctx.workspace.id, leadIds);
  return {
    yes: people.filter(({ confirmed, suppressed }) => confirmed && !suppressed),
    refused: people.filter(({ suppressed }) => suppressed).length,
    unconfirmed: people.filter(({ confirmed, suppressed }) => !confirmed && !suppressed).length,
  };
}
