import { sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import type { Slice } from '../period.ts';
import { atStage, peopleOf, readersOf, within } from './people.ts';

export interface ReaderCounts extends Record<string, unknown> {
  people: number;
  machines: number;
  suspect: number;
  stopped: { reason: 'not_reached' | 'at_gate' | 'in_gate'; people: number }[];
}

/** Readers of the period, machines apart, and where those stopped who left no address. */
export async function countReaders(
  db: Transaction,
  workspaceId: string,
  slice: Slice,
): Promise<ReaderCounts> {
  const { rows } = await db.execute<ReaderCounts>(sql`
    with ${peopleOf(workspaceId, slice)}, ${readersOf(workspaceId, slice)}, ${stoppedReaders(workspaceId, slice)}
    select (select count(*)::int from readers where not is_machine and not is_suspect) as people,
      (select count(*)::int from readers where is_machine) as machines,
      (select count(*)::int from readers where is_suspect and not is_machine) as suspect,
      (select coalesce(json_agg(one), '[]') from (select reason, count(*)::int as people from stopped group by reason) one) as stopped`);
  const [row] = rows;
  if (!row) throw new Error('A query of counts always answers one row.');
  return row;
}

/** Readers without an address, each with how far they got: opened a step beside the gate, or began to fill it in. */
export const stoppedReaders = (workspaceId: string, slice: Slice) => {
  const only = slice.playbookId ? sql`and s.playbook_id = ${slice.playbookId}` : sql``;
  return sql`
    far as materialized (select s.visitor_hash collate "C" as visitor_hash, bool_or(s.kind = 'gate_seen' or s.step_position >= coalesce(g.position, 1000)) as at_gate
      from app.step_events s left join app.gates g on g.workspace_id = s.workspace_id and g.playbook_id = s.playbook_id and g.is_active
      where s.workspace_id = ${workspaceId} ${only} and s.lead_id is null and not s.is_bot and ${within(sql`s.occurred_at`, slice)}
      group by 1),
    begun as (select distinct s.visitor_hash collate "C" as visitor_hash from app.gate_submissions s
      where s.workspace_id = ${workspaceId} ${only} and s.state = 'started' and s.visitor_hash is not null and ${within(sql`s.started_at`, slice)}),
    stopped as (
      select r.reader, r.at, r.views, case when b.visitor_hash is not null then 'in_gate' when f.at_gate then 'at_gate' else 'not_reached' end as reason
      from readers r left join far f on f.visitor_hash = r.reader left join begun b on b.visitor_hash = r.reader
      left join people l on l.id = r.lead_id
      where not r.is_machine and not r.is_suspect and l.e is null)`;
};

export interface StageCounts extends Record<string, unknown> {
  emails: number;
  trials: number;
  videos: number;
  orders: number;
  emailsRaw: number;
  trialsRaw: number;
  videosRaw: number;
  ordersRaw: number;
  videosBeside: number;
  ordersBeside: number;
  handsWaiting: number;
  reasons: { stage: 'trials' | 'videos' | 'orders'; reason: string; people: number }[];
}

/** People at each stage behind the gate, raw counts beside, and why the others are not at the next one. */
export async function countStages(db: Transaction, workspaceId: string, slice: Slice): Promise<StageCounts> {
  const at = (stage: Parameters<typeof atStage>[0]) => atStage(stage, slice);
  const { rows } = await db.execute<StageCounts>(sql`
    with ${peopleOf(workspaceId, slice)}
    select count(*) filter (where counts and ${at('emails')})::int as emails, count(*) filter (where ${at('emails')})::int as "emailsRaw",
      count(*) filter (where counts and ${at('trials')})::int as trials, count(*) filter (where ${at('trials')})::int as "trialsRaw",
      count(*) filter (where counts and ${at('videos')})::int as videos, count(*) filter (where ${at('videos')})::int as "videosRaw",
      count(*) filter (where counts and ${at('orders')})::int as orders, count(*) filter (where ${at('orders')})::int as "ordersRaw",
      count(*) filter (where counts and ${within(sql`v`, slice)} and not ${at('videos')})::int as "videosBeside",
      count(*) filter (where counts and ${within(sql`o`, slice)} and not ${at('orders')})::int as "ordersBeside",
      count(*) filter (where counts and h is not null and v is null and o is null)::int as "handsWaiting",
      (select coalesce(json_agg(one), '[]') from (
        select 'trials' as stage, no_trial as reason, count(*)::int as people from people where counts and ${at('emails')} and no_trial is not null group by 2
        union all select 'videos', no_video, count(*)::int from people where counts and ${at('trials')} and no_video is not null group by 2
        union all select 'orders', no_order, count(*)::int from people where counts and ${at('videos')} and no_order is not null group by 2) one) as reasons
    from people`);
  const [row] = rows;
  if (!row) throw new Error('A query of counts always answers one row.');
  return row;
}

export interface TargetRow extends Record<string, unknown> {
  stage: string;
  rate: number;
  playbookId: string | null;
}

/** Targets somebody set: for the playbook, else for the workspace. */
export async function listTargets(
  db: Transaction,
  workspaceId: string,
  playbookId: string | null,
): Promise<TargetRow[]> {
  const { rows } = await db.execute<TargetRow>(sql`
    select stage, rate, playbook_id as "playbookId" from app.funnel_targets
    where workspace_id = ${workspaceId} and (playbook_id is null or playbook_id = ${playbookId}::uuid)
    order by playbook_id nulls first`);
  return rows;
}
