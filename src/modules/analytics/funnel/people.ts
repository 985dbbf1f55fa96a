import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import type { Slice } from '../period.ts';

// Who stands at which stage. A person counts at a stage in the period in which they first got there, and only if they
// had come through the stage before, at any time: so the people of a stage are people of the one before, and over all
// time each rate is a share of them. Over a shorter period numerator and denominator are both what happened in it.

/**
 * For the rest of this transaction, joins hash or sort. These queries join intermediate results whose size the planner
 * cannot know; a nested loop over 40,000 visitors twice takes minutes where a hash takes a tenth of a second.
 */
export async function joinByHash(db: Transaction): Promise<void> {
  await db.execute(sql`set local enable_nestloop = off`);
  // The price it puts on loops would have each query compiled, which takes longer than running it.
  await db.execute(sql`set local jit = off`);
  // By its estimate of one row it would sort them all to group them.
  await db.execute(sql`set local enable_sort = off`);
  // 100,000 visitors fit; what does not is sorted on disk.
  await db.execute(sql`set local work_mem = '32MB'`);
}

/** Whether an instant lies in the period. */
export const within = (at: SQL, { since, until }: Slice): SQL =>
  since ? sql`(${at} >= ${since} and ${at} <= ${until})` : sql`(${at} <= ${until})`;

/**
 * One row per lead: when they first passed a gate (e), asked the clone (t), raised a hand (h), watched their video (v),
 * ordered (o), each in the slice's playbook, and why they are not at the next stage. Merged records are the person they
 * were merged into.
 */
export function peopleOf(workspaceId: string, { playbookId }: Slice): SQL {
  const only = (column: SQL): SQL => (playbookId ? sql`and ${column} = ${playbookId}` : sql``);
  return sql`
    passed as (select lead_id, min(submitted_at) as at from app.gate_submissions
      where workspace_id = ${workspaceId} and state = 'completed' and lead_id is not null ${only(sql`playbook_id`)} group by lead_id),
    tried as (select lead_id, min(requested_at) as at from app.trials
      where workspace_id = ${workspaceId} ${only(sql`playbook_id`)} group by lead_id),
    saw_clone as (select distinct lead_id from app.usage_facts
      where workspace_id = ${workspaceId} and kind = 'clone_opened' and lead_id is not null and not is_bot ${only(sql`playbook_id`)}),
    raised as (select lead_id, min(raised_at) as at from app.hand_raises
      where workspace_id = ${workspaceId} ${only(sql`playbook_id`)} group by lead_id),
    shown as (select v.lead_id, min(v.watched_at) as at, min(v.first_watched_at) as opened_at, min(d.sent_at) as sent_at
      from app.videos v join app.video_templates m on m.id = v.template_id
      left join app.hand_raises h on h.id = v.hand_raise_id left join app.video_deliveries d on d.video_id = v.id
      where v.workspace_id = ${workspaceId} ${only(sql`coalesce(h.playbook_id, m.playbook_id)`)} group by v.lead_id),
    paying as (select lead_id, min(opened_at) as at from app.checkouts
      where workspace_id = ${workspaceId} and lead_id is not null ${only(sql`playbook_id`)} group by lead_id),
    bought as (select lead_id, min(booked_at) as at from app.orders
      where workspace_id = ${workspaceId} and lead_id is not null ${only(sql`playbook_id`)} group by lead_id),
    people as (
      select l.id, l.email, l.name, not l.is_suspect and l.archived_at is null as counts, l.suspect_reason,
        p.at as e, t.at as t, h.at as h, s.at as v, o.at as o, s.opened_at, s.sent_at, c.at as c,
        case when t.at is not null then null when l.trial_eligible is false then 'not_eligible'
          when k.lead_id is not null then 'saw_clone' when l.confirmed_at is null then 'not_confirmed'
          else 'stopped_before' end as no_trial,
        case when s.at is not null then null when s.opened_at is not null then 'not_far_enough' when s.sent_at is not null then 'not_opened'
          when h.at is not null then 'not_sent' else 'no_hand' end as no_video,
        case when o.at is not null then null when c.at is not null then 'not_paid' else 'no_checkout' end as no_order
      from app.leads l left join passed p on p.lead_id = l.id left join tried t on t.lead_id = l.id
      left join saw_clone k on k.lead_id = l.id left join raised h on h.lead_id = l.id left join shown s on s.lead_id = l.id
      left join paying c on c.lead_id = l.id left join bought o on o.lead_id = l.id
      where l.workspace_id = ${workspaceId} and l.merged_into_id is null
        and (p.at is not null or t.at is not null or h.at is not null or s.at is not null or o.at is not null))`;
}

/** Rows of `people` that are at a stage in the period. */
export function atStage(stage: 'emails' | 'trials' | 'videos' | 'orders', slice: Slice): SQL {
  const reached = { emails: sql`e`, trials: sql`t`, videos: sql`v`, orders: sql`o` }[stage];
  const before = {
    emails: sql`true`,
    trials: sql`e is not null`,
    videos: sql`e is not null and t is not null`,
    orders: sql`e is not null and t is not null and v is not null`,
  }[stage];
  return sql`(${within(reached, slice)} and ${before})`;
}

/**
 * One row per visitor: what they read in the period. Visitors are a hash under a salt that lives one day, so somebody who
 * comes on two days counts twice until a gate ties the days to a person. Who passed a gate before the period is no
 * reader of it any more; who passed it in the period is, whatever was recorded of their reading.
 * Hashes are compared byte by byte: in the words of a language it takes six times as long.
 * `reader` is the person or the visitor; `is_machine` and `is_suspect` are set aside.
 */
export function readersOf(workspaceId: string, slice: Slice): SQL {
  const only = slice.playbookId ? sql`and playbook_id = ${slice.playbookId}` : sql``;
  return sql`
    seen as materialized (select lead_id, visitor_hash collate "C" as visitor_hash, bool_and(is_bot) as machine, min(occurred_at) as at, count(*)::int as views
      from app.page_views where workspace_id = ${workspaceId} ${only} and ${within(sql`occurred_at`, slice)}
      group by 1, 2),
    named as (select distinct visitor_hash from seen where lead_id is not null),
    readers as (
      select s.lead_id::text collate "C" as reader, s.lead_id, min(s.at) as at, sum(s.views)::int as views, bool_and(s.machine) as is_machine,
        coalesce(bool_or(not l.counts), false) as is_suspect
      from seen s left join people l on l.id = s.lead_id
      where s.lead_id is not null and (l.e is null or ${within(sql`l.e`, slice)}) group by s.lead_id
      union all
      select s.visitor_hash, null, s.at, s.views, s.machine, false from seen s
      where s.lead_id is null and not exists (select from named n where n.visitor_hash = s.visitor_hash)
      union all
      select l.id::text collate "C", l.id, l.e, 0, false, not l.counts from people l
      where ${within(sql`l.e`, slice)} and not exists (select from seen s where s.lead_id = l.id))`;
}
