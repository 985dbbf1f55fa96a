import { sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';

export interface WayRow extends Record<string, unknown> {
  leadId: string | null;
  leadName: string | null;
  leadEmail: string | null;
  source: string | null;
  capturedAt: Date | null;
  stepPosition: number | null;
  versionId: string | null;
  firstClickId: string | null;
  playbookTitle: string | null;
  playbookSlug: string | null;
  linkSlug: string | null;
  linkTitle: string | null;
  clickAt: Date | null;
  clickReferrer: string | null;
  clickAgent: string | null;
  clickIsBot: boolean | null;
  views: number;
  firstViewAt: Date | null;
  firstReferrer: string | null;
  trialAt: Date | null;
  trialUsed: number | null;
  handAt: Date | null;
  handTotal: number | null;
  handThreshold: number | null;
  videoAt: Date | null;
  videoOpenedAt: Date | null;
  videoFurthestMs: number | null;
  videoDurationMs: number | null;
}

/** What is known of one person's way, from the first click to the video. */
export async function findWay(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<WayRow | undefined> {
  const { rows } = await db.execute<WayRow>(sql`
    select l.id as "leadId", l.name as "leadName", l.email as "leadEmail", l.source, l.captured_at as "capturedAt",
      l.step_position as "stepPosition", l.version_id as "versionId", l.first_click_id as "firstClickId",
      p.title as "playbookTitle", p.slug as "playbookSlug", k.slug as "linkSlug", k.title as "linkTitle",
      c.occurred_at as "clickAt", c.referrer as "clickReferrer", c.user_agent as "clickAgent", c.is_bot as "clickIsBot",
      s.views, s.first_at as "firstViewAt", l.first_referrer as "firstReferrer", t.requested_at as "trialAt", t.used as "trialUsed",
      h.raised_at as "handAt", h.total as "handTotal", h.threshold as "handThreshold", v.watched_at as "videoAt",
      v.first_watched_at as "videoOpenedAt", v.furthest_ms as "videoFurthestMs", v.duration_ms as "videoDurationMs"
    from app.leads l
    left join app.playbooks p on p.id = l.playbook_id left join app.clicks c on c.id = l.first_click_id and c.workspace_id = l.workspace_id
    left join app.links k on k.id = coalesce(l.first_link_id, c.link_id)
    left join lateral (select count(*)::int as views, min(occurred_at) as first_at from app.page_views
      where workspace_id = l.workspace_id and lead_id = l.id and not is_bot) s on true
    left join lateral (select requested_at, used from app.trials where workspace_id = l.workspace_id and lead_id = l.id order by requested_at limit 1) t on true
    left join lateral (select raised_at, total, threshold from app.hand_raises where workspace_id = l.workspace_id and lead_id = l.id order by raised_at limit 1) h on true
    left join lateral (select watched_at, first_watched_at, furthest_ms, duration_ms from app.videos
      where workspace_id = l.workspace_id and lead_id = l.id order by watched_at nulls last, created_at limit 1) v on true
    where l.workspace_id = ${workspaceId} and l.id = ${leadId}`);
  return rows[0];
}

export interface SaleRow extends Record<string, unknown> {
  id: string;
  number: number;
  leadId: string | null;
  buyer: string;
  bookedAt: Date;
  totalMinor: number;
  refundedMinor: number;
  currency: string;
  offer: string | null;
  isTest: boolean;
  versionId: string | null;
  shareMinor: number | null;
  expert: string | null;
}

const saleColumns = sql`o.id, o.number, o.lead_id as "leadId", coalesce(l.name, o.name, o.email) as buyer, o.booked_at as "bookedAt",
  o.total_minor::float8 as "totalMinor", o.refunded_minor::float8 as "refundedMinor", o.currency, f.name as offer, o.is_test as "isTest",
  o.version_id as "versionId", (select sum(r.share_minor)::float8 from app.revenue_shares r where r.order_id = o.id) as "shareMinor",
  (select string_agg(distinct e.name, ', ') from app.revenue_shares r join app.experts e on e.id = r.expert_id where r.order_id = o.id) as expert`;

export async function findSale(
  db: Transaction,
  workspaceId: string,
  orderId: string,
): Promise<SaleRow | undefined> {
  const { rows } = await db.execute<SaleRow>(sql`
    select ${saleColumns} from app.orders o left join app.leads l on l.id = o.lead_id left join app.offers f on f.id = o.offer_id
    where o.workspace_id = ${workspaceId} and o.id = ${orderId}`);
  return rows[0];
}

/** What one person bought, oldest first. */
export async function listSales(db: Transaction, workspaceId: string, leadId: string): Promise<SaleRow[]> {
  const { rows } = await db.execute<SaleRow>(sql`
    select ${saleColumns} from app.orders o left join app.leads l on l.id = o.lead_id left join app.offers f on f.id = o.offer_id
    where o.workspace_id = ${workspaceId} and o.lead_id = ${leadId} order by o.booked_at, o.id`);
  return rows;
}

/** The first visit that may have earned something, where no click of ours began it. */
export async function findFirstTouch(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<{ channelGroup: string; occurredAt: Date } | undefined> {
  const { rows } = await db.execute<{ channelGroup: string; occurredAt: Date }>(sql`
    select channel_group as "channelGroup", occurred_at as "occurredAt" from app.touches
    where workspace_id = ${workspaceId} and lead_id = ${leadId} and not is_bot and kind in ('click', 'view', 'mail_click', 'mention', 'import')
    order by channel_group = 'direct', occurred_at limit 1`);
  return rows[0];
}
