import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import type { Asked, Measure } from './measure.ts';

export type TimeUnit = 'day' | 'week' | 'month';

export interface Counted extends Record<string, unknown> {
  rows: number;
  /** Of `amount`, or of rows that went on. */
  sum: number;
}
export interface Group extends Counted {
  key: string | null;
}

const sumOf = ({ value }: Measure): SQL =>
  value === 'count'
    ? sql`count(*)::float8`
    : value === 'share'
      ? sql`count(*) filter (where reached)::float8`
      : sql`coalesce(sum(amount), 0)::float8`;

/** The rows of a measure, narrowed to one value of one column. Column names come from the registry, never from people. */
export function foundOf(
  measure: Measure,
  asked: Asked,
  filter: { column: string; value: string | null } | null,
): SQL {
  const narrowed = filter
    ? sql` where f.${sql.identifier(filter.column)}::text is not distinct from ${filter.value}`
    : sql``;
  return sql`(select * from (${measure.rows(asked)}) f${narrowed})`;
}

/** The rows of one day, week or month, named by its first day. */
export const foundInTime = (
  found: SQL,
  { unit, timeZone, first }: { unit: TimeUnit; timeZone: string; first: string },
): SQL => sql`(select * from ${found} f where ${startOf(unit, timeZone)} = ${first})`;

const startOf = (unit: TimeUnit, timeZone: string): SQL =>
  sql`to_char(date_trunc(${unit}, sort_at at time zone ${timeZone}), 'YYYY-MM-DD')`;

export async function count(db: Transaction, measure: Measure, found: SQL): Promise<Counted> {
  const { rows } = await db.execute<Counted>(
    sql`select count(*)::int as rows, ${sumOf(measure)} as sum from ${found} found`,
  );
  return rows[0] as Counted;
}

/** Counts by the values of a column, the largest first; or by time in a zone, the oldest first. */
export async function group(
  db: Transaction,
  measure: Measure,
  found: SQL,
  by: { column: string } | { unit: TimeUnit; timeZone: string },
  limit: number,
): Promise<Group[]> {
  const key = 'column' in by ? sql`${sql.identifier(by.column)}::text` : startOf(by.unit, by.timeZone);
  const order = 'column' in by ? sql`sum desc, rows desc, key` : sql`key desc`;
  const { rows } = await db.execute<Group>(
    sql`select key, count(*)::int as rows, ${sumOf(measure)} as sum from (select *, ${key} as key from ${found} found) keyed
      group by key order by ${order} limit ${limit}`,
  );
  return 'column' in by ? rows : rows.reverse();
}

/** A page of the rows, the newest or the largest first. */
export async function page(
  db: Transaction,
  measure: Measure,
  found: SQL,
  { after, limit }: { after: [number, string] | null; limit: number },
): Promise<(Record<string, unknown> & { _rank: number; _all: number; sort_id: string })[]> {
  const rank = measure.isRanked
    ? sql`amount::float8`
    : sql`floor(extract(epoch from sort_at) * 1000)::float8`;
  const { rows } = await db.execute<
    Record<string, unknown> & { _rank: number; _all: number; sort_id: string }
  >(
    sql`select * from (select *, ${rank} as _rank, (count(*) over ())::int as _all from ${found} found) ranked
      ${after ? sql`where (_rank, sort_id) < (${after[0]}::float8, ${after[1]}::uuid)` : sql``}
      order by _rank desc, sort_id desc limit ${limit}`,
  );
  return rows;
}

/** People behind the rows, each once, the newest first. */
export async function leadsOf(db: Transaction, found: SQL, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select "leadId" as id from ${found} found where "leadId" is not null group by 1 order by max(sort_at) desc limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

export interface Mailable extends Record<string, unknown> {
  id: string;
  name: string;
  firstName: string | null;
  confirmed: boolean;
  suppressed: boolean;
}

/** Of these people, who may be written to: with a confirmed address, and not on a list of those who want no mail. */
export async function listMailable(db: Transaction, workspaceId: string, ids: string[]): Promise<Mailable[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<Mailable>(sql`
    select l.id, coalesce(l.name, l.email) as name, l.first_name as "firstName", l.confirmed_at is not null as confirmed,
      exists (select from app.suppressions s where s.workspace_id = l.workspace_id and s.email = l.email and s.lifted_at is null
        and s.stream in ('all', 'marketing')) as suppressed
    from app.leads l where l.workspace_id = ${workspaceId} and l.archived_at is null and not l.is_suspect
      and l.id in (${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )}) order by name`);
  return rows;
}
