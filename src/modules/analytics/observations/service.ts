import { sql } from 'drizzle-orm';
import type { Context } from '#context';

/** One row that an observation rests on. */
export interface ObservedRow {
  type: 'lead' | 'playbook' | 'message' | 'hand-raise' | 'task';
  id: string;
  note: string;
}

/** Something counted, with the rows it was counted from (the first hundred). */
export interface Observation {
  count: number;
  rows: ObservedRow[];
}

const MOST_ROWS = 100;

async function observe(
  ctx: Context,
  type: ObservedRow['type'],
  rows: ReturnType<typeof sql>,
): Promise<Observation> {
  const found = await ctx.db.execute<{ id: string; note: string; total: number }>(
    sql`select id, note, (count(*) over ())::int as total from (${rows}) as found order by sort_at desc limit ${MOST_ROWS}`,
  );
  return {
    count: found.rows[0]?.total ?? 0,
    rows: found.rows.map(({ id, note }) => ({ type, id, note })),
  };
}

/**
 * Leads that nobody has been in touch with since an instant: no mail of ours beyond the confirmation, no note, and
 * nothing from them.
 */
export const leadsWithoutContact = (ctx: Context, since: Date): Promise<Observation> =>
  observe(
    ctx,
    'lead',
    sql`select l.id, 'last contact ' || to_char(last.at at time zone ${ctx.workspace.timeZone}, 'YYYY-MM-DD') as note,
        last.at as sort_at
      from app.leads l
      cross join lateral (select greatest(l.captured_at, l.last_activity_at,
        (select max(m.sent_at) from app.messages m
          where m.workspace_id = l.workspace_id and m.lead_id = l.id and m.kind <> 'lead.confirmation'),
        (select max(n.created_at) from app.notes n where n.workspace_id = l.workspace_id and n.lead_id = l.id)) as at) as last
      where l.workspace_id = ${ctx.workspace.id} and l.archived_at is null and not l.is_suspect
        and l.confirmed_at is not null and l.stage <> 'customer' and l.status not in ('won', 'lost', 'archived')
        and last.at < ${since}`,
  );

/** How many posts were published or are due since an instant. */
export async function postsSince(ctx: Context, since: Date): Promise<number> {
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from app.posts p where p.workspace_id = ${ctx.workspace.id}
      and p.state in ('scheduled', 'publishing', 'published')
      and coalesce(p.published_at, p.scheduled_at) >= ${since}`,
  );
  return rows[0]?.count ?? 0;
}

/** People who raised a hand and have heard nothing since: no film reached them and nobody wrote to them. */
export const handRaisesWithoutAnswer = (ctx: Context, before: Date): Promise<Observation> =>
  observe(
    ctx,
    'lead',
    sql`select l.id, 'raised a hand ' || to_char(h.raised_at at time zone ${ctx.workspace.timeZone}, 'YYYY-MM-DD') as note,
        h.raised_at as sort_at
      from app.hand_raises h join app.leads l on l.id = h.lead_id
      where h.workspace_id = ${ctx.workspace.id} and h.rearmed_at is null and h.raised_at < ${before}
        and l.archived_at is null and l.stage <> 'customer'
        and not exists (select from app.messages m where m.workspace_id = h.workspace_id and m.lead_id = h.lead_id
          and m.sent_at > h.raised_at)`,
  );

/** Mails that wait for somebody: held, or not known whether they left. */
export const mailsInDoubt = (ctx: Context): Promise<Observation> =>
  observe(
    ctx,
    'message',
    sql`select m.id, coalesce(m.reason, m.state) as note, m.created_at as sort_at from app.messages m
      where m.workspace_id = ${ctx.workspace.id} and m.state in ('unconfirmed', 'failed')`,
  );

/** Playbooks whose draft waits to be published for the first time. */
export const unpublishedPlaybooks = (ctx: Context, before: Date): Promise<Observation> =>
  observe(
    ctx,
    'playbook',
    sql`select p.id, p.title as note, p.updated_at as sort_at from app.playbooks p
      where p.workspace_id = ${ctx.workspace.id} and p.archived_at is null and p.current_version_id is null
        and p.updated_at < ${before}`,
  );

/** Of these people, those who were heard from or written to since an instant. */
export async function heardFrom(ctx: Context, leadIds: string[], since: Date): Promise<string[]> {
  if (leadIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select l.id from app.leads l where l.workspace_id = ${ctx.workspace.id}
      and l.id in (${sql.join(
        leadIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})
      and (l.last_activity_at > ${since} or exists (select from app.messages m
        where m.workspace_id = l.workspace_id and m.lead_id = l.id and m.sent_at > ${since}))`,
  );
  return rows.map(({ id }) => id);
}
