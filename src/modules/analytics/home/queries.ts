import { sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';

export interface Counts extends Record<string, unknown> {
  sources: number;
  clicks: number;
  leads: number;
  leadsBefore: number;
  confirmed: number;
  unpublished: number;
  failedSources: number;
  unconfirmed: number;
}

/** Counts since an instant; machines and suspect addresses are left out. */
export async function countSince(
  db: Transaction,
  workspaceId: string,
  since: Date,
  before: Date,
): Promise<Counts> {
  const { rows } = await db.execute<Counts>(sql`select
    (select count(*)::int from app.sources where workspace_id = ${workspaceId} and deleted_at is null) as sources,
    (select count(*)::int from app.clicks where workspace_id = ${workspaceId} and not is_bot and occurred_at >= ${since}) as clicks,
    (select count(*)::int from app.leads where workspace_id = ${workspaceId} and not is_suspect and archived_at is null and captured_at >= ${since}) as leads,
    (select count(*)::int from app.leads where workspace_id = ${workspaceId} and not is_suspect and archived_at is null
      and captured_at >= ${before} and captured_at < ${since}) as "leadsBefore",
    (select count(*)::int from app.leads where workspace_id = ${workspaceId} and not is_suspect and confirmed_at >= ${since}) as confirmed,
    (select count(*)::int from app.playbooks where workspace_id = ${workspaceId} and archived_at is null and current_version_id is null) as unpublished,
    (select count(*)::int from app.sources where workspace_id = ${workspaceId} and deleted_at is null and status = 'failed') as "failedSources",
    (select count(*)::int from app.leads where workspace_id = ${workspaceId} and not is_suspect and archived_at is null and confirmed_at is null) as unconfirmed`);
  const [row] = rows;
  if (!row) throw new Error('A query of counts always answers one row.');
  return row;
}

export interface ChangeRow extends Record<string, unknown> {
  name: string;
  occurredAt: Date;
  payload: Record<string, unknown>;
  title: string | null;
  slug: string | null;
  who: string | null;
}

/** What happened last, with the names that the sentences need. */
export async function listChanges(
  db: Transaction,
  workspaceId: string,
  since: Date,
  limit: number,
): Promise<ChangeRow[]> {
  const { rows } = await db.execute<ChangeRow>(sql`
    select e.name, e.occurred_at as "occurredAt", e.payload,
      coalesce(p.title, s.title) as title, p.slug, coalesce(l.name, l.email) as who
    from app.events e
    left join app.playbooks p on p.workspace_id = e.workspace_id and p.id = (e.payload ->> 'playbookId')::uuid
    left join app.sources s on s.workspace_id = e.workspace_id and s.id = (e.payload ->> 'sourceId')::uuid
    left join app.leads l on l.workspace_id = e.workspace_id and l.id = (e.payload ->> 'leadId')::uuid
    where e.workspace_id = ${workspaceId} and e.occurred_at >= ${since}
      and e.name in ('playbook.published', 'playbook.drafted', 'source.imported', 'source.failed', 'lead.captured', 'lead.confirmed', 'link.created', 'hand.raised', 'video.watched', 'order.paid', 'order.refunded')
    order by e.occurred_at desc limit ${limit}`);
  return rows;
}

export interface WeekRow extends Record<string, unknown> {
  week: string;
  amountMinor: string;
}

/** Booked money per week, refunds taken off the week of their order, in the workspace's zone and currency. */
export async function listMoneyPerWeek(
  db: Transaction,
  workspaceId: string,
  { timeZone, currency }: { timeZone: string; currency: string },
  since: Date,
): Promise<WeekRow[]> {
  const { rows } = await db.execute<WeekRow>(sql`
    select to_char(date_trunc('week', booked_at at time zone ${timeZone}), 'YYYY-MM-DD') as week,
      sum(total_minor - refunded_minor)::text as "amountMinor"
    from app.orders where workspace_id = ${workspaceId} and currency = ${currency} and booked_at >= ${since} group by 1 order by 1`);
  return rows;
}

export interface Sold extends Record<string, unknown> {
  orders: number;
  ordersBefore: number;
  bookedMinor: number;
  unattributedMinor: number;
  openCheckouts: number;
  failedDeliveries: number;
}

/** What was sold since an instant and in as long a time before it, and what of selling waits for a person. */
export async function countSold(
  db: Transaction,
  workspaceId: string,
  currency: string,
  since: Date,
  before: Date,
): Promise<Sold> {
  const { rows } = await db.execute<Sold>(sql`select
    (select count(*)::int from app.orders where workspace_id = ${workspaceId} and currency = ${currency} and booked_at >= ${since}) as orders,
    (select count(*)::int from app.orders where workspace_id = ${workspaceId} and currency = ${currency}
      and booked_at >= ${before} and booked_at < ${since}) as "ordersBefore",
    (select coalesce(sum(total_minor), 0)::float8 from app.orders
      where workspace_id = ${workspaceId} and currency = ${currency} and booked_at >= ${since}) as "bookedMinor",
    (select coalesce(sum(amount_minor), 0)::float8 from app.attributions where workspace_id = ${workspaceId} and model = 'last'
      and currency = ${currency} and channel_group = 'unattributed' and refund_id is null and booked_at >= ${since}) as "unattributedMinor",
    (select count(*)::int from app.checkouts where workspace_id = ${workspaceId} and state = 'unconfirmed') as "openCheckouts",
    (select count(*)::int from app.video_deliveries where workspace_id = ${workspaceId} and state in ('failed', 'unconfirmed')) as "failedDeliveries"`);
  const [row] = rows;
  if (!row) throw new Error('A query of counts always answers one row.');
  return row;
}
