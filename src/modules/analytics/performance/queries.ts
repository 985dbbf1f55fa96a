import { sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';

export interface PlaybookPerformanceRow extends Record<string, unknown> {
  playbookId: string;
  readers: number;
  leads: number;
  moneyMinor: string;
}

/** Readers (people, by the day's visitor), leads and money of each playbook. */
export async function listPlaybookPerformance(
  db: Transaction,
  workspaceId: string,
): Promise<PlaybookPerformanceRow[]> {
  const { rows } = await db.execute<PlaybookPerformanceRow>(sql`
    select p.id as "playbookId",
      (select count(distinct v.visitor_hash)::int from app.page_views v
        where v.workspace_id = p.workspace_id and v.playbook_id = p.id and not v.is_bot) as readers,
      (select count(*)::int from app.leads l
        where l.workspace_id = p.workspace_id and l.playbook_id = p.id and not l.is_suspect and l.archived_at is null) as leads,
      (select coalesce(sum(o.total_minor - o.refunded_minor), 0)::text from app.orders o
        where o.workspace_id = p.workspace_id and o.playbook_id = p.id) as "moneyMinor"
    from app.playbooks p where p.workspace_id = ${workspaceId} and p.archived_at is null`);
  return rows;
}

export interface LinkPerformanceRow extends Record<string, unknown> {
  linkId: string;
  leads: number;
  moneyMinor: string;
}

/** Leads whose first touch was the link. */
export async function listLinkPerformance(
  db: Transaction,
  workspaceId: string,
): Promise<LinkPerformanceRow[]> {
  const { rows } = await db.execute<LinkPerformanceRow>(sql`
    select k.id as "linkId",
      (select coalesce(sum(o.total_minor - o.refunded_minor), 0)::text from app.orders o
        join app.leads b on b.id = o.lead_id where o.workspace_id = k.workspace_id and b.first_link_id = k.id) as "moneyMinor",
      (select count(*)::int from app.leads l
        where l.workspace_id = k.workspace_id and l.first_link_id = k.id and not l.is_suspect and l.archived_at is null) as leads
    from app.links k where k.workspace_id = ${workspaceId} and k.archived_at is null`);
  return rows;
}
