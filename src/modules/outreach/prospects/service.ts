import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { suppressedAmong, suppressionOf } from '#kernel/mail';
import { cutPage, type Page, type PageQuery } from '#kernel/shapes';
import { idCursor } from '../cursor.ts';
import { gradeOf, type Judged, judgeRows } from './judge.ts';
import * as queries from './queries.ts';
import { fromObjects, readRows } from './read-rows.ts';
import type {
  NewProspectList,
  NewProspects,
  Prospect,
  ProspectChange,
  ProspectImport,
  ProspectList,
  ProspectQuery,
} from './shapes.ts';

const SHOWN_ROWS = 200;

/** Takes in a new list; a dry run says what would happen and keeps nothing. @throws Invalid */
export async function importList(ctx: Context, input: NewProspectList): Promise<ProspectImport> {
  const { judged, columns } = await judgeGiven(ctx, input);
  if (input.dryRun) return report(judged, columns, null, true);
  const listId = await createList(ctx, input.name, input.origin);
  await keep(ctx, listId, judged);
  return report(judged, columns, await getList(ctx, listId), false);
}

/** Adds people to a list. @throws NotFound, Invalid */
export async function addToList(ctx: Context, listId: string, input: NewProspects): Promise<ProspectImport> {
  const list = await getList(ctx, listId);
  const { judged, columns } = await judgeGiven(ctx, input);
  const known = await queries.listKnown(ctx.db, ctx.workspace.id, listId, addresses(judged));
  const fresh = judged.map((entry) =>
    known.has(entry.email) && entry.verdict !== 'refused'
      ? { ...entry, verdict: 'refused' as const, code: 'duplicate', reason: 'It stands on the list already.' }
      : entry,
  );
  if (input.dryRun) return report(fresh, columns, list, true);
  await keep(ctx, listId, fresh);
  return report(fresh, columns, await getList(ctx, listId), false);
}

/** Makes an empty list. @returns its id */
export async function createList(
  ctx: Context,
  name: string,
  origin: 'paste' | 'csv' | 'api' = 'api',
): Promise<string> {
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertList(ctx.db, ctx.workspace.id, {
    id,
    name,
    origin,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

async function judgeGiven(
  ctx: Context,
  { text, rows, mapping }: Pick<NewProspects, 'text' | 'rows' | 'mapping'>,
): Promise<{ judged: Judged[]; columns: ProspectImport['columns'] }> {
  const read =
    text === undefined
      ? { rows: fromObjects(rows ?? [], mapping), columns: [], problem: null }
      : readRows(text, mapping);
  if (read.problem)
    throw new Invalid([{ pointer: text === undefined ? '/rows' : '/text', detail: read.problem }]);
  const judged = judgeRows(read.rows);
  const stopped = await suppressedAmong(ctx, addresses(judged), 'outreach');
  return {
    columns: read.columns,
    judged: judged.map((entry) =>
      stopped.has(entry.email) && entry.verdict !== 'refused'
        ? { ...entry, verdict: 'held' as const, code: 'suppressed', reason: stopped.get(entry.email) ?? null }
        : entry,
    ),
  };
}

const addresses = (judged: Judged[]): string[] =>
  judged.filter(({ verdict }) => verdict !== 'refused').map(({ email }) => email);

async function keep(ctx: Context, listId: string, judged: Judged[]): Promise<void> {
  const now = ctx.clock.now();
  await queries.insertProspects(
    ctx.db,
    ctx.workspace.id,
    judged
      .filter(({ verdict }) => verdict !== 'refused')
      .map(({ row, raw, email, verdict, code, reason, companyDomain, timeZone, checks }) => {
        const { email: typed, fields, timeZone: _typed, ...known } = raw;
        return {
          id: newId(),
          listId,
          email,
          emailTyped: typed.slice(0, 320),
          ...known,
          fields,
          companyDomain,
          timeZone,
          checks,
          state: verdict === 'ready' ? ('ready' as const) : ('held' as const),
          heldCode: code,
          heldReason: reason,
          rowNumber: row,
          createdAt: now,
          updatedAt: now,
        };
      }),
  );
  const { grade, reasons } = gradeOf(judged);
  await recount(ctx, listId, { grade, gradeReasons: reasons });
  await audit(ctx, {
    action: 'prospects.imported',
    subject: { type: 'prospect_list', id: listId },
    after: { total: judged.length, ready: judged.filter(({ verdict }) => verdict === 'ready').length },
  });
}

async function recount(
  ctx: Context,
  listId: string,
  change: { grade?: string; gradeReasons?: string[] } = {},
): Promise<void> {
  const counts = await queries.countByState(ctx.db, ctx.workspace.id, listId);
  await queries.updateList(ctx.db, ctx.workspace.id, listId, {
    ...change,
    totalLeads: [...counts].reduce((sum, [state, value]) => sum + (state === 'removed' ? 0 : value), 0),
    heldBack: counts.get('held') ?? 0,
    updatedAt: ctx.clock.now(),
  });
}

function report(
  judged: Judged[],
  columns: ProspectImport['columns'],
  list: ProspectList | null,
  isDryRun: boolean,
): ProspectImport {
  const number = (verdict: Judged['verdict']) => judged.filter((entry) => entry.verdict === verdict).length;
  const [ready, held, refused] = [number('ready'), number('held'), number('refused')];
  const { grade, reasons } = gradeOf(judged);
  const rank = { refused: 0, held: 1, ready: 2 };
  const parts = [
    `${ready} of ${judged.length} ${judged.length === 1 ? 'row' : 'rows'} ${isDryRun ? 'would be' : ready === 1 ? 'is' : 'are'} ready.`,
    held > 0 && `${held} ${isDryRun ? 'would be' : held === 1 ? 'is' : 'are'} held back.`,
    refused > 0 && `${refused} ${isDryRun ? 'would stay' : refused === 1 ? 'stays' : 'stay'} out.`,
  ];
  return {
    list,
    sentence: parts.filter((part) => part !== false).join(' '),
    total: judged.length,
    ready,
    held,
    refused,
    grade,
    gradeReasons: reasons,
    columns,
    rows: judged
      .toSorted((one, other) => rank[one.verdict] - rank[other.verdict] || one.row - other.row)
      .slice(0, SHOWN_ROWS)
      .map(({ row, verdict, email, raw, code, reason }) => ({
        row,
        verdict,
        email,
        name: [raw.firstName, raw.lastName].filter(Boolean).join(' '),
        company: raw.company ?? null,
        code,
        reason,
      })),
  };
}

/** Lists, newest first. */
export async function lists(ctx: Context, { cursor, limit }: PageQuery): Promise<Page<ProspectList>> {
  const rows = await queries.listLists(ctx.db, ctx.workspace.id, idCursor(cursor), limit + 1);
  return cutPage(rows, limit, (row) => [row.id], showList);
}

/** @throws NotFound */
export async function getList(ctx: Context, id: string): Promise<ProspectList> {
  const row = await queries.findList(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such list.');
  return showList(row);
}

/** People, newest first. */
export async function list(ctx: Context, query: ProspectQuery): Promise<Page<Prospect>> {
  const { cursor, limit, ...filter } = query;
  const rows = await queries.listProspects(ctx.db, ctx.workspace.id, filter, idCursor(cursor), limit + 1);
  return cutPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => show(row, row.listName),
  );
}

/** Corrects somebody, lets them in or keeps them out. @throws NotFound, Conflict for who must not be written to */
export async function change(ctx: Context, id: string, input: ProspectChange): Promise<Prospect> {
  const row = await queries.findProspect(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such prospect.');
  if (input.state === 'ready') {
    const suppression = await suppressionOf(ctx, row.email, 'outreach');
    if (suppression) throw new Conflict('This address is suppressed. Lift that first, if you may.');
  }
  await queries.updateProspect(ctx.db, ctx.workspace.id, id, {
    ...input,
    ...(input.state === 'ready' && { heldCode: null, heldReason: null }),
    ...(input.state === 'held' && { heldCode: 'manual', heldReason: 'Held back by hand.' }),
    updatedAt: ctx.clock.now(),
  });
  if (input.state) await recount(ctx, row.listId);
  const changed = await queries.findProspect(ctx.db, ctx.workspace.id, id);
  const listRow = await queries.findList(ctx.db, ctx.workspace.id, row.listId);
  return show(changed ?? row, listRow?.name ?? '');
}

const showList = (row: queries.ListRow): ProspectList => ({
  id: row.id,
  name: row.name,
  origin: row.origin,
  total: row.totalLeads,
  ready: row.totalLeads - row.heldBack,
  held: row.heldBack,
  grade: row.grade,
  gradeReasons: row.gradeReasons,
  createdAt: row.createdAt.toISOString(),
});

const show = (row: queries.ProspectRow, listName: string): Prospect => ({
  id: row.id,
  list: { id: row.listId, name: listName },
  email: row.email,
  firstName: row.firstName,
  lastName: row.lastName,
  company: row.company,
  jobTitle: row.jobTitle,
  phone: row.phone,
  website: row.website,
  country: row.country,
  timeZone: row.timeZone,
  fields: row.fields,
  state: row.state,
  heldCode: row.heldCode,
  heldReason: row.heldReason,
  createdAt: row.createdAt.toISOString(),
});
