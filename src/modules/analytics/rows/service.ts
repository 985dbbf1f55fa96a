import { sql } from 'drizzle-orm';
import type { Context } from '#context';
import { Forbidden } from '#kernel/http';
import { decodeCursor, encodeCursor } from '#kernel/shapes';
import { channelLabel } from '../attribution/channel.ts';
import { joinByHash } from '../funnel/people.ts';
import { daysInWords, sliceOf } from '../period.ts';
import type { Rows } from '../shapes.ts';
import { sales } from './money.ts';
import type { Asked, Opened } from './opened.ts';
import type { Openable, RowsQuery } from './shapes.ts';
import { stages } from './stages.ts';
import { visits } from './visits.ts';

const opened: Record<Openable, Opened> = { ...visits, ...stages, ...sales };

const showsMoney = (query: Openable): boolean => query in sales;

/**
 * The rows behind a number; they add up to it.
 * @param reach whether whoever asks may see money
 * @throws Forbidden, BadRequest for a cursor of another list
 */
export async function open(ctx: Context, query: RowsQuery, reach: { money: boolean }): Promise<Rows> {
  if (showsMoney(query.query) && !reach.money) throw new Forbidden('You may not see what was sold.');
  const { title, filters, columns, sums, from, rows } = opened[query.query];
  const asked: Asked = {
    ...sliceOf(ctx, query.days, query.playbookId),
    workspaceId: ctx.workspace.id,
    currency: ctx.workspace.currency,
    query,
  };
  await joinByHash(ctx.db);
  const found = sql`${from ? sql`${from(asked)},` : sql``} found as (${rows(asked)})`;
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : [];
  const after =
    at && id ? sql`where (_at, sort_id) < (${String(at)}::timestamptz, ${String(id)}::uuid)` : sql``;
  const page = await ctx.db.execute<Record<string, unknown>>(
    sql`with ${found}, exact as (select *, date_trunc('milliseconds', sort_at) as _at, count(*) over () as _all, ${sums ? sql`sum(${sql.identifier(sums)}) over ()` : sql`count(*) over ()`} as _sum from found)
      select * from exact ${after} order by _at desc, sort_id desc limit ${query.limit + 1}`,
  );
  const shown = page.rows.slice(0, query.limit);
  const last = shown.at(-1);
  const told = <T>(value: T | ((one: Asked) => T)): T =>
    typeof value === 'function' ? (value as (one: Asked) => T)(asked) : value;
  return {
    title: told(title),
    filters: [daysInWords(query.days), ...told(filters), ...(asked.playbookId ? ['one playbook'] : [])],
    query: query.query,
    columns,
    data: shown.map((row) => ({
      ...Object.fromEntries(columns.map(({ key }) => [key, plain(key, row[key])])),
      ...(row.leadId ? { leadId: String(row.leadId) } : {}),
      ...(row.orderId || row.leadId
        ? { chainOf: row.orderId ? `order:${row.orderId}` : `lead:${row.leadId}` }
        : {}),
    })),
    rows: Number(page.rows[0]?._all ?? 0),
    sum: Number(page.rows[0]?._sum ?? 0),
    sumFormat: sums ? 'money' : 'count',
    currency: asked.currency,
    nextCursor:
      page.rows.length > query.limit && last
        ? encodeCursor([new Date(last._at as Date).toISOString(), String(last.sort_id)])
        : null,
  };
}

function plain(key: string, value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString();
  if (key === 'path' && typeof value === 'string')
    return value
      .split('>')
      .filter((group, index, all) => group !== all[index - 1])
      .map(channelLabel)
      .join(' › ');
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean | null)
    : String(value);
}
