import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { peopleOf, readersOf, within } from '../funnel/people.ts';
import type { Slice } from '../period.ts';
import type { Model } from './credit.ts';

const onlyOf = ({ playbookId }: Slice, column: SQL): SQL =>
  playbookId ? sql`and ${column} = ${playbookId}` : sql``;

export interface BookedRow extends Record<string, unknown> {
  currency: string;
  orders: number;
  bookedMinor: number;
  testMinor: number;
  refunds: number;
  refundedMinor: number;
}

/** What was booked and given back in the period, per currency. */
export async function listBooked(db: Transaction, workspaceId: string, slice: Slice): Promise<BookedRow[]> {
  const { rows } = await db.execute<BookedRow>(sql`
    with booked as (select currency, count(*)::int as orders, sum(total_minor)::float8 as total,
        coalesce(sum(total_minor) filter (where is_test), 0)::float8 as test from app.orders
      where workspace_id = ${workspaceId} ${onlyOf(slice, sql`playbook_id`)} and ${within(sql`booked_at`, slice)} group by 1),
    given_back as (select r.currency, count(*)::int as refunds, sum(r.amount_minor)::float8 as total from app.refunds r
      join app.orders o on o.id = r.order_id where r.workspace_id = ${workspaceId} ${onlyOf(slice, sql`o.playbook_id`)}
        and r.state = 'done' and ${within(sql`r.done_at`, slice)} group by 1)
    select coalesce(b.currency, g.currency) as currency, coalesce(b.orders, 0) as orders, coalesce(b.total, 0) as "bookedMinor",
      coalesce(b.test, 0) as "testMinor", coalesce(g.refunds, 0) as refunds, coalesce(g.total, 0) as "refundedMinor"
    from booked b full join given_back g on g.currency = b.currency order by 3 desc, 1`);
  return rows;
}

export interface EarnedRow extends Record<string, unknown> {
  model: Model;
  channelGroup: string;
  linkId: string | null;
  linkSlug: string | null;
  playbookId: string | null;
  playbookTitle: string | null;
  orders: number;
  people: number;
  amountMinor: number;
}

/** What each way of coming earned under each model, refunds taken off. */
export async function listEarned(
  db: Transaction,
  workspaceId: string,
  slice: Slice,
  currency: string,
  by: 'channel' | 'link' | 'playbook',
): Promise<EarnedRow[]> {
  const link = by === 'link' ? sql`a.link_id` : sql`null::uuid`;
  const channel =
    by === 'link'
      ? sql`case when a.link_id is null then a.channel_group else 'link' end`
      : sql`a.channel_group`;
  const playbook = by === 'playbook' ? sql`a.playbook_id` : sql`null::uuid`;
  const { rows } = await db.execute<EarnedRow>(sql`
    with earned as (select a.model, ${channel} as channel_group, ${link} as link_id, ${playbook} as playbook_id,
        count(distinct a.order_id) filter (where a.refund_id is null)::int as orders,
        count(distinct coalesce(o.lead_id::text, lower(o.email))) filter (where a.refund_id is null)::int as people, sum(a.amount_minor)::float8 as amount
      from app.attributions a join app.orders o on o.id = a.order_id
      where a.workspace_id = ${workspaceId} and a.currency = ${currency} ${onlyOf(slice, sql`a.playbook_id`)}
        and ${within(sql`a.booked_at`, slice)} group by 1, 2, 3, 4)
    select e.model, e.channel_group as "channelGroup", e.link_id as "linkId", k.slug as "linkSlug", e.playbook_id as "playbookId",
      p.title as "playbookTitle", e.orders, e.people, e.amount as "amountMinor"
    from earned e left join app.links k on k.workspace_id = ${workspaceId} and k.id = e.link_id
    left join app.playbooks p on p.workspace_id = ${workspaceId} and p.id = e.playbook_id`);
  return rows;
}

export interface ReasonRow extends Record<string, unknown> {
  reason: string;
  orders: number;
  amountMinor: number;
}

/** Why money has no touch; the same under every model. */
export async function listUnattributed(
  db: Transaction,
  workspaceId: string,
  slice: Slice,
  currency: string,
): Promise<ReasonRow[]> {
  const { rows } = await db.execute<ReasonRow>(sql`
    select coalesce(unattributed_reason, '') as reason, count(distinct order_id) filter (where refund_id is null)::int as orders,
      sum(amount_minor)::float8 as "amountMinor"
    from app.attributions where workspace_id = ${workspaceId} and currency = ${currency} and model = 'last'
      and channel_group = 'unattributed' ${onlyOf(slice, sql`playbook_id`)} and ${within(sql`booked_at`, slice)}
    group by 1 order by 3 desc, 1`);
  return rows;
}

export interface CameRow extends Record<string, unknown> {
  channelKind: string | null;
  linkId: string | null;
  linkSlug: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  host: string | null;
  playbookId: string | null;
  playbookTitle: string | null;
  readers: number;
}

/** Readers of the period, the same as the funnel's, by how they came first in it. */
export async function listReadersByOrigin(
  db: Transaction,
  workspaceId: string,
  slice: Slice,
): Promise<CameRow[]> {
  const { rows } = await db.execute<CameRow>(sql`
    with ${peopleOf(workspaceId, slice)}, ${readersOf(workspaceId, slice)},
    came as (
      select distinct on (reader) coalesce(lead_id::text, visitor_hash) collate "C" as reader, click_id, utm_source as source, utm_medium as medium,
        playbook_id, referrer
      from app.page_views where workspace_id = ${workspaceId} and not is_bot ${onlyOf(slice, sql`playbook_id`)}
        and ${within(sql`occurred_at`, slice)}
      order by reader, occurred_at)
    select ch.kind as "channelKind", k.id as "linkId", k.slug as "linkSlug", coalesce(came.source, k.utm_source) as "utmSource",
      coalesce(came.medium, k.utm_medium) as "utmMedium", nullif(split_part(split_part(came.referrer, '/', 3), ':', 1), '') as host, p.id as "playbookId", p.title as "playbookTitle", count(*)::int as readers
    from readers r left join came on came.reader = r.reader
    left join app.clicks c on c.id = came.click_id and c.workspace_id = ${workspaceId}
    left join app.links k on k.workspace_id = ${workspaceId} and k.id = c.link_id
    left join app.channels ch on ch.workspace_id = ${workspaceId} and ch.id = k.channel_id
    left join app.playbooks p on p.workspace_id = ${workspaceId} and p.id = came.playbook_id
    where not r.is_machine and not r.is_suspect group by 1, 2, 3, 4, 5, 6, 7, 8`);
  return rows;
}

export interface EmailsRow extends Record<string, unknown> {
  channelGroup: string | null;
  linkId: string | null;
  linkSlug: string | null;
  playbookId: string | null;
  playbookTitle: string | null;
  emails: number;
}

/** People who first passed a gate in the period, by the first visit that may earn money. */
export async function listEmailsByOrigin(
  db: Transaction,
  workspaceId: string,
  slice: Slice,
): Promise<EmailsRow[]> {
  const { rows } = await db.execute<EmailsRow>(sql`
    with passed as (select distinct on (s.lead_id) s.lead_id, s.submitted_at as at, s.playbook_id
      from app.gate_submissions s join app.leads l on l.id = s.lead_id
      where s.workspace_id = ${workspaceId} and s.state = 'completed' ${onlyOf(slice, sql`s.playbook_id`)}
        and not l.is_suspect and l.archived_at is null and l.merged_into_id is null order by s.lead_id, s.submitted_at),
    came as (select distinct on (t.lead_id) t.lead_id, t.channel_group, t.link_id from app.touches t
      where t.workspace_id = ${workspaceId} and not t.is_bot and t.kind in ('click', 'view', 'mail_click', 'mention', 'import')
      order by t.lead_id, t.channel_group = 'direct', t.occurred_at, t.subject_id)
    select c.channel_group as "channelGroup", c.link_id as "linkId", k.slug as "linkSlug", b.id as "playbookId", b.title as "playbookTitle", count(*)::int as emails
    from passed p left join app.playbooks b on b.workspace_id = ${workspaceId} and b.id = p.playbook_id left join came c on c.lead_id = p.lead_id left join app.links k on k.workspace_id = ${workspaceId} and k.id = c.link_id
    where ${within(sql`p.at`, slice)} group by 1, 2, 3, 4, 5`);
  return rows;
}
