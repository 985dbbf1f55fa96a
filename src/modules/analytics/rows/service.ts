import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#context';
import { decodeCursor, encodeCursor } from '#kernel/shapes';
import type { Rows } from '../shapes.ts';

/** Numbers that can be opened down to their rows. */
export const OPENABLE = ['clicks', 'readers', 'leads', 'confirmed', 'machines'] as const;
type Openable = (typeof OPENABLE)[number];

const DAYS = 28;

interface Opened {
  title: string;
  filters: string[];
  columns: Rows['columns'];
  /** Selects the columns, plus `sort_at` and `sort_id`. */
  rows: (workspaceId: string, since: Date) => SQL;
}

const since28 = `last ${DAYS} days`;

const opened: Record<Openable, Opened> = {
  clicks: {
    title: 'Clicks by people',
    filters: ['people only', since28],
    columns: [
      { key: 'at', label: 'When', format: 'instant' },
      { key: 'link', label: 'Link', format: 'text' },
      { key: 'referrer', label: 'From', format: 'text' },
    ],
    rows: (
      id,
      since,
    ) => sql`select c.occurred_at as sort_at, c.id as sort_id, c.occurred_at as at, '/l/' || k.slug as link, c.referrer
      from app.clicks c join app.links k on k.id = c.link_id where c.workspace_id = ${id} and not c.is_bot and c.occurred_at >= ${since}`,
  },
  machines: {
    title: 'Clicks by machines',
    filters: ['machines only', since28],
    columns: [
      { key: 'at', label: 'When', format: 'instant' },
      { key: 'link', label: 'Link', format: 'text' },
      { key: 'reason', label: 'Why it counts as a machine', format: 'text' },
    ],
    rows: (
      id,
      since,
    ) => sql`select c.occurred_at as sort_at, c.id as sort_id, c.occurred_at as at, '/l/' || k.slug as link, c.bot_reason as reason
      from app.clicks c join app.links k on k.id = c.link_id where c.workspace_id = ${id} and c.is_bot and c.occurred_at >= ${since}`,
  },
  readers: {
    title: 'Readers',
    filters: ['people only', since28, 'one row per person and day'],
    columns: [
      { key: 'at', label: 'First seen', format: 'instant' },
      { key: 'playbook', label: 'Playbook', format: 'text' },
      { key: 'views', label: 'Views', format: 'count' },
      { key: 'source', label: 'From', format: 'text' },
    ],
    rows: (
      id,
      since,
    ) => sql`select min(v.occurred_at) as sort_at, min(v.id::text)::uuid as sort_id, min(v.occurred_at) as at,
        min(p.title) as playbook, count(*)::int as views, min(coalesce(v.utm_source, v.referrer)) as source
      from app.page_views v join app.playbooks p on p.id = v.playbook_id
      where v.workspace_id = ${id} and not v.is_bot and v.occurred_at >= ${since} group by v.visitor_hash`,
  },
  leads: {
    title: 'Leads',
    filters: ['suspect addresses left out', since28],
    columns: [
      { key: 'at', label: 'Captured', format: 'instant' },
      { key: 'email', label: 'E-mail', format: 'text' },
      { key: 'playbook', label: 'Playbook', format: 'text' },
      { key: 'confirmed', label: 'Confirmed', format: 'flag' },
    ],
    rows: (
      id,
      since,
    ) => sql`select l.captured_at as sort_at, l.id as sort_id, l.id as "leadId", l.captured_at as at, l.email, p.title as playbook,
        l.confirmed_at is not null as confirmed
      from app.leads l left join app.playbooks p on p.id = l.playbook_id
      where l.workspace_id = ${id} and not l.is_suspect and l.archived_at is null and l.captured_at >= ${since}`,
  },
  confirmed: {
    title: 'Addresses confirmed',
    filters: ['suspect addresses left out', since28],
    columns: [
      { key: 'at', label: 'Confirmed', format: 'instant' },
      { key: 'email', label: 'E-mail', format: 'text' },
    ],
    rows: (
      id,
      since,
    ) => sql`select l.confirmed_at as sort_at, l.id as sort_id, l.id as "leadId", l.confirmed_at as at, l.email
      from app.leads l where l.workspace_id = ${id} and not l.is_suspect and l.confirmed_at >= ${since}`,
  },
};

/** The rows behind a number of the last four weeks; they add up to it. */
export async function open(
  ctx: Context,
  { query, cursor, limit }: { query: Openable; cursor?: string | undefined; limit: number },
): Promise<Rows> {
  const { title, filters, columns, rows } = opened[query];
  const since = new Date(ctx.clock.now().getTime() - DAYS * 86_400_000);
  const inner = rows(ctx.workspace.id, since);
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after =
    at && id ? sql`where (sort_at, sort_id) < (${String(at)}::timestamptz, ${String(id)}::uuid)` : sql``;
  const page = await ctx.db.execute<Record<string, unknown>>(
    sql`select * from (${inner}) as found ${after} order by sort_at desc, sort_id desc limit ${limit + 1}`,
  );
  const total = await ctx.db.execute<{ sum: number }>(
    sql`select count(*)::int as sum from (${inner}) as found`,
  );
  const shown = page.rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    title,
    filters,
    query,
    columns,
    data: shown.map((row) => ({
      ...Object.fromEntries(columns.map(({ key }) => [key, plain(row[key])])),
      ...(row.leadId ? { leadId: String(row.leadId) } : {}),
    })),
    sum: total.rows[0]?.sum ?? 0,
    nextCursor:
      page.rows.length > limit && last
        ? encodeCursor([new Date(last.sort_at as Date).toISOString(), String(last.sort_id)])
        : null,
  };
}

function plain(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString();
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean | null)
    : String(value);
}
