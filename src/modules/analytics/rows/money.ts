import { type SQL, sql } from 'drizzle-orm';
import { channelLabel } from '../attribution/channel.ts';
import { within } from '../funnel/people.ts';
import type { Asked, Opened } from './opened.ts';

const onlyOf = ({ playbookId }: Asked, column: SQL): SQL =>
  playbookId ? sql`and ${column} = ${playbookId}` : sql``;

const money = { key: 'amount', label: 'Money', format: 'money' } as const;

const modelWords = { first: 'first touch', last: 'last touch', linear: 'linear', position: 'by position' };

/** The ways somebody came before an order: `linkedin>newsletter`, named by `service.ts`. */
const pathOf = (order: SQL): SQL => sql`(
  select string_agg(t.channel_group, '>' order by t.occurred_at) from app.journeys j join app.touches t on t.id = any (j.touch_ids)
  where j.order_id = ${order} and t.kind in ('click', 'view', 'mail_click', 'mention', 'import'))`;

/** What was booked, given back, and earned by whom. Amounts in minor units of one currency. */
export const sales = {
  booked: {
    title: 'Booked',
    filters: ({ currency }) => [currency, 'refunds not taken off'],
    columns: [
      { key: 'at', label: 'Booked', format: 'instant' },
      { key: 'buyer', label: 'Buyer', format: 'text' },
      { key: 'offer', label: 'Offer', format: 'text' },
      { key: 'path', label: 'Path', format: 'text' },
      money,
    ],
    sums: 'amount',
    rows: (asked) => sql`
      select o.booked_at as sort_at, o.id as sort_id, o.id as "orderId", o.lead_id as "leadId", o.booked_at as at,
        coalesce(l.name, o.name, o.email) as buyer, f.name as offer, ${pathOf(sql`o.id`)} as path, o.total_minor::float8 as amount
      from app.orders o left join app.leads l on l.id = o.lead_id left join app.offers f on f.id = o.offer_id
      where o.workspace_id = ${asked.workspaceId} and o.currency = ${asked.currency} ${onlyOf(asked, sql`o.playbook_id`)}
        and ${within(sql`o.booked_at`, asked)}`,
  },
  refunds: {
    title: 'Given back',
    filters: ({ currency }) => [currency, 'on the day it was given back'],
    columns: [
      { key: 'at', label: 'Given back', format: 'instant' },
      { key: 'buyer', label: 'Buyer', format: 'text' },
      { key: 'reason', label: 'Reason', format: 'text' },
      money,
    ],
    sums: 'amount',
    rows: (asked) => sql`
      select r.done_at as sort_at, r.id as sort_id, o.id as "orderId", o.lead_id as "leadId", r.done_at as at,
        coalesce(l.name, o.name, o.email) as buyer, r.reason, r.amount_minor::float8 as amount
      from app.refunds r join app.orders o on o.id = r.order_id left join app.leads l on l.id = o.lead_id
      where r.workspace_id = ${asked.workspaceId} and r.state = 'done' and r.currency = ${asked.currency}
        ${onlyOf(asked, sql`o.playbook_id`)} and ${within(sql`r.done_at`, asked)}`,
  },
  attributed: {
    title: ({ query }) =>
      `From ${query.channel ? channelLabel(query.channel) : 'all ways of coming'}, ${modelWords[query.model]}`,
    filters: ({ currency }) => [currency, 'machines set aside', 'refunds taken off'],
    columns: [
      { key: 'at', label: 'Booked', format: 'instant' },
      { key: 'buyer', label: 'Buyer', format: 'text' },
      { key: 'offer', label: 'Offer', format: 'text' },
      { key: 'path', label: 'Path', format: 'text' },
      money,
    ],
    sums: 'amount',
    rows: (asked) => sql`
      select a.booked_at as sort_at, a.id as sort_id, o.id as "orderId", o.lead_id as "leadId", a.booked_at as at,
        coalesce(l.name, o.name, o.email) as buyer, case when a.refund_id is not null then 'Given back' else f.name end as offer,
        ${pathOf(sql`o.id`)} as path, a.amount_minor::float8 as amount
      from app.attributions a join app.orders o on o.id = a.order_id left join app.leads l on l.id = o.lead_id
      left join app.offers f on f.id = o.offer_id
      where a.workspace_id = ${asked.workspaceId} and a.model = ${asked.query.model} and a.currency = ${asked.currency}
        and ${asked.query.channel ? sql`a.channel_group = ${asked.query.channel}` : sql`a.channel_group <> 'unattributed'`}
        ${asked.query.linkId ? sql`and a.link_id = ${asked.query.linkId}` : sql``} ${onlyOf(asked, sql`a.playbook_id`)}
        and ${within(sql`a.booked_at`, asked)}`,
  },
  unattributed: {
    title: 'Unattributed',
    filters: ({ currency }) => [currency, 'the same under every model', 'refunds taken off'],
    columns: [
      { key: 'at', label: 'Booked', format: 'instant' },
      { key: 'buyer', label: 'Buyer', format: 'text' },
      { key: 'reason', label: 'Why nothing earned it', format: 'text' },
      money,
    ],
    sums: 'amount',
    rows: (asked) => sql`
      select a.booked_at as sort_at, a.id as sort_id, o.id as "orderId", o.lead_id as "leadId", a.booked_at as at,
        coalesce(l.name, o.name, o.email) as buyer, a.unattributed_reason as reason, a.amount_minor::float8 as amount
      from app.attributions a join app.orders o on o.id = a.order_id left join app.leads l on l.id = o.lead_id
      where a.workspace_id = ${asked.workspaceId} and a.model = 'last' and a.channel_group = 'unattributed'
        and a.currency = ${asked.currency} ${onlyOf(asked, sql`a.playbook_id`)} and ${within(sql`a.booked_at`, asked)}`,
  },
} satisfies Record<string, Opened>;
