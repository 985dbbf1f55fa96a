import { sql } from 'drizzle-orm';
import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { wilson } from './interval.ts';
import * as queries from './queries.ts';
import type { CampaignAnalytics } from './shapes.ts';

/** Writes down anew what became of a campaign, counted from its rows, and ends it when nothing waits any more. */
export async function count(
  platform: Platform,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<void> {
  await inWorkspace(platform, { workspaceId, actor: system('campaign counter') }, async (ctx) => {
    const campaign = await queries.lockCampaign(ctx.db, workspaceId, campaignId);
    if (!campaign) return;
    const total = await totals(ctx, campaignId);
    const now = ctx.clock.now();
    const isOver =
      campaign.status === 'running' && total.planned > 0 && total.waiting === 0 && total.underway === 0;
    await queries.updateCampaign(ctx.db, workspaceId, campaignId, {
      sent: total.sent,
      opened: total.opened,
      clicked: total.clicked,
      replied: total.replied,
      bounced: total.bounced,
      unsubscribed: total.unsubscribed,
      countedAt: now,
      ...(isOver && {
        status: 'finished',
        finishedAt: now,
        statusReason: 'Every mail has been sent or stopped.',
      }),
      updatedAt: now,
    });
    await notify(ctx, 'campaign.counted', { campaignId });
  });
}

interface Totals {
  contacted: number;
  planned: number;
  waiting: number;
  underway: number;
  unconfirmed: number;
  sent: number;
  opened: number;
  clicked: number;
  replied: number;
  positive: number;
  bounced: number;
  unsubscribed: number;
  machine_opens: number;
  machine_clicks: number;
}

type Tally = Omit<CampaignAnalytics['variants'][number], 'label' | 'range'> & { label: string | null };

// People who opened or followed by hand; what machines did stands apart.
const HUMANS = (campaignId: string, workspaceId: string) => sql`
  sent as (
    select s.*, p.variant_id, p.reply_kind, p.replied_at, m.state as message_state,
      exists (select from app.message_opens o where o.workspace_id = s.workspace_id and o.message_id = s.message_id and not o.is_bot) as is_opened,
      exists (select from app.message_clicks c where c.workspace_id = s.workspace_id and c.message_id = s.message_id and not c.is_bot) as is_clicked
    from app.planned_sends s
    join app.campaign_prospects p on p.id = s.campaign_prospect_id
    left join app.messages m on m.id = s.message_id
    where s.workspace_id = ${workspaceId} and s.campaign_id = ${campaignId})`;

async function totals({ db, workspace }: Context, campaignId: string): Promise<Totals> {
  const { rows } = await db.execute<Totals & Record<string, unknown>>(sql`
    with ${HUMANS(campaignId, workspace.id)}
    select
      count(*)::int as planned,
      count(*) filter (where state = 'planned')::int as waiting,
      count(*) filter (where state in ('claimed', 'sending'))::int as underway,
      count(*) filter (where message_state = 'unconfirmed')::int as unconfirmed,
      count(*) filter (where state = 'sent')::int as sent,
      count(distinct campaign_prospect_id) filter (where state = 'sent')::int as contacted,
      count(distinct campaign_prospect_id) filter (where is_opened)::int as opened,
      count(distinct campaign_prospect_id) filter (where is_clicked)::int as clicked,
      count(distinct campaign_prospect_id) filter (where replied_at is not null)::int as replied,
      count(distinct campaign_prospect_id) filter (where reply_kind in ('interested', 'question'))::int as positive,
      (select count(*)::int from app.campaign_prospects p where p.campaign_id = ${campaignId} and p.bounced_at is not null) as bounced,
      (select count(*)::int from app.campaign_prospects p where p.campaign_id = ${campaignId} and p.unsubscribed_at is not null) as unsubscribed,
      (select count(*)::int from app.message_opens o where o.is_bot and o.workspace_id = ${workspace.id}
        and o.message_id in (select message_id from sent)) as machine_opens,
      (select count(*)::int from app.message_clicks c where c.is_bot and c.workspace_id = ${workspace.id}
        and c.message_id in (select message_id from sent)) as machine_clicks
    from sent`);
  const [row] = rows;
  if (!row) throw new Error('A count gave no row.');
  return row;
}

/** What became of a campaign, counted from its rows as they are now. @throws NotFound */
export async function analyse(ctx: Context, campaignId: string): Promise<CampaignAnalytics> {
  const { db, workspace } = ctx;
  if (!(await queries.findCampaign(db, workspace.id, campaignId)))
    throw new NotFound('There is no such campaign.');
  const total = await totals(ctx, campaignId);
  const grouped = async (key: ReturnType<typeof sql>, label: ReturnType<typeof sql>) => {
    const { rows } = await db.execute<Tally & Record<string, unknown>>(sql`
      with ${HUMANS(campaignId, workspace.id)}
      select (${key})::text as key, ${label} as label,
        count(distinct campaign_prospect_id) filter (where state = 'sent')::int as contacted,
        count(*) filter (where state = 'sent')::int as sent,
        count(distinct campaign_prospect_id) filter (where is_opened)::int as opened,
        count(distinct campaign_prospect_id) filter (where is_clicked)::int as clicked,
        count(distinct campaign_prospect_id) filter (where replied_at is not null and state = 'sent')::int as replied,
        count(distinct campaign_prospect_id) filter (where reply_kind in ('interested', 'question') and state = 'sent')::int as positive
      from sent left join app.variants v on v.id = sent.variant_id
      group by 1, 2 order by 1`);
    return rows.map(({ key: name, label: shown, contacted, sent, opened, clicked, replied, positive }) => ({
      key: name,
      label: shown ?? name,
      contacted,
      sent,
      opened,
      clicked,
      replied,
      positive,
      range: wilson(positive, contacted),
    }));
  };
  const { rows: days } = await db.execute<CampaignAnalytics['days'][number] & Record<string, unknown>>(sql`
    with ${HUMANS(campaignId, workspace.id)}, facts as (
      select sent_at as at, 'sent' as what from sent where state = 'sent'
      union all select o.occurred_at, 'opened' from app.message_opens o
        where o.workspace_id = ${workspace.id} and not o.is_bot and o.message_id in (select message_id from sent)
      union all select replied_at, 'replied' from app.campaign_prospects
        where campaign_id = ${campaignId} and replied_at is not null)
    select to_char(at at time zone ${workspace.timeZone}::text, 'YYYY-MM-DD') as day,
      count(*) filter (where what = 'sent')::int as sent,
      count(*) filter (where what = 'opened')::int as opened,
      count(*) filter (where what = 'replied')::int as replied
    from facts group by 1 order by 1`);
  const share = (value: number, of: number) => ({
    count: value,
    of,
    percent: of === 0 ? 0 : Math.round((1000 * value) / of) / 10,
    range: wilson(value, of),
  });
  return {
    contacted: total.contacted,
    planned: total.planned,
    waiting: total.waiting,
    sent: total.sent,
    unconfirmed: total.unconfirmed,
    open: share(total.opened, total.contacted),
    click: share(total.clicked, total.contacted),
    reply: share(total.replied, total.contacted),
    positive: share(total.positive, total.contacted),
    bounced: total.bounced,
    unsubscribed: total.unsubscribed,
    machine: { opens: total.machine_opens, clicks: total.machine_clicks },
    variants: await grouped(sql`v.position`, sql`v.name`),
    steps: await grouped(
      sql`sent.position`,
      sql`case when sent.position = 1 then 'First mail' else 'Follow-up ' || sent.position - 1 end`,
    ),
    days: days.map(({ day, sent, opened, replied }) => ({ day, sent, opened, replied })),
  };
}
