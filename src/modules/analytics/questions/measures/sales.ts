import { sql } from 'drizzle-orm';
import {
  type Asked,
  amount,
  at,
  during,
  firstTouch,
  type Measure,
  person,
  playbook,
  text,
} from '../measure.ts';

const base = { needs: ['orders.read'], when: 'period' } as const;
const own = 'other currencies left out';
const buyer = sql`coalesce(l.name, o.name, o.email)`;
const splits = { playbook: 'Playbook', offer: 'Offer', channel: 'Came from, first touch' };
const channel = sql`case when l.id is null then 'direct' else ${firstTouch} end`;

const orders = (asked: Asked, value = sql`o.total_minor - o.refunded_minor`) => sql`
  select o.booked_at as sort_at, o.id as sort_id, l.id as "leadId", o.booked_at as at, ${buyer} as person, f.name as offer, p.title as playbook,
    ${channel} as channel, replace(o.state, '_', ' ') as state, (${value})::float8 as amount
  from app.orders o left join app.leads l on l.id = o.lead_id left join app.offers f on f.id = o.offer_id left join app.playbooks p on p.id = o.playbook_id
  where o.workspace_id = ${asked.workspaceId} and o.currency = ${asked.currency} and ${during(sql`o.booked_at`, asked)}`;

/** What was sold. Money in minor units of the workspace's currency. */
export const salesMeasures = {
  revenue: {
    ...base,
    value: 'money',
    one: 'order',
    many: 'orders',
    words: ['orders by the instant they were booked', 'refunds taken off the day of their order', own],
    columns: [at('Booked'), person, text('offer', 'Offer'), playbook, amount],
    splits,
    rows: (asked) => orders(asked),
  },
  orders: {
    ...base,
    value: 'count',
    one: 'order',
    many: 'orders',
    words: ['orders by the instant they were booked', own],
    columns: [at('Booked'), person, text('offer', 'Offer'), playbook, text('state', 'State'), amount],
    splits: { ...splits, state: 'State' },
    rows: (asked) => orders(asked),
  },
  average_order: {
    ...base,
    value: 'average',
    one: 'order',
    many: 'orders',
    words: ['mean of the orders booked', 'refunds not taken off', own],
    columns: [at('Booked'), person, text('offer', 'Offer'), playbook, amount],
    splits,
    rows: (asked) => orders(asked, sql`o.total_minor`),
  },
  time_to_order: {
    ...base,
    value: 'days',
    one: 'order',
    many: 'orders',
    words: ['mean of the days from the first touch to the order', 'orders without a first touch left out'],
    columns: [at('Booked'), person, playbook, { key: 'days', label: 'Days', format: 'count' }],
    splits: { playbook: 'Playbook' },
    rows: (asked) => sql`
      select o.booked_at as sort_at, o.id as sort_id, l.id as "leadId", o.booked_at as at, ${buyer} as person, p.title as playbook,
        extract(epoch from o.booked_at - coalesce(o.first_touch_at, l.captured_at))::float8 / 86400 as amount,
        round((extract(epoch from o.booked_at - coalesce(o.first_touch_at, l.captured_at)) / 86400)::numeric, 1)::float8 as days
      from app.orders o left join app.leads l on l.id = o.lead_id left join app.playbooks p on p.id = o.playbook_id
      where o.workspace_id = ${asked.workspaceId} and coalesce(o.first_touch_at, l.captured_at) is not null and ${during(sql`o.booked_at`, asked)}`,
  },
  refunds: {
    ...base,
    value: 'money',
    one: 'refund',
    many: 'refunds',
    words: ['refunds by the instant they were done', own],
    columns: [at('Given back'), person, text('reason', 'Reason'), amount],
    splits: { reason: 'Reason', playbook: 'Playbook' },
    rows: (asked) => sql`
      select r.done_at as sort_at, r.id as sort_id, l.id as "leadId", r.done_at as at, ${buyer} as person, nullif(r.reason, '') as reason, p.title as playbook,
        r.amount_minor::float8 as amount
      from app.refunds r join app.orders o on o.id = r.order_id left join app.leads l on l.id = o.lead_id left join app.playbooks p on p.id = o.playbook_id
      where r.workspace_id = ${asked.workspaceId} and r.state = 'done' and r.currency = ${asked.currency} and ${during(sql`r.done_at`, asked)}`,
  },
  unpaid: {
    ...base,
    value: 'count',
    one: 'checkout opened and not paid',
    many: 'checkouts opened and not paid',
    words: ['checkouts by the instant they were opened, completed ones left out'],
    columns: [at('Opened'), person, text('offer', 'Offer'), text('state', 'State'), amount],
    splits: { state: 'State', offer: 'Offer' },
    rows: (asked) => sql`
      select c.opened_at as sort_at, c.id as sort_id, l.id as "leadId", c.opened_at as at, coalesce(l.name, c.name, c.email, l.email) as person, f.name as offer,
        c.state, c.amount_minor::float8 as amount
      from app.checkouts c left join app.leads l on l.id = c.lead_id left join app.offers f on f.id = c.offer_id
      where c.workspace_id = ${asked.workspaceId} and c.state <> 'completed' and ${during(sql`c.opened_at`, asked)}`,
  },
  attributed: {
    ...base,
    value: 'money',
    one: 'share of an order',
    many: 'shares of orders',
    words: ['money by the last touch before the order', 'machines set aside', 'refunds taken off', own],
    columns: [at('Booked'), person, text('channel', 'Last touch'), text('link', 'Link'), amount],
    splits: { channel: 'Last touch', link: 'Link' },
    rows: (asked) => sql`
      select a.booked_at as sort_at, a.id as sort_id, l.id as "leadId", a.booked_at as at, ${buyer} as person, a.channel_group as channel,
        '/l/' || k.slug as link, a.amount_minor::float8 as amount
      from app.attributions a join app.orders o on o.id = a.order_id left join app.leads l on l.id = o.lead_id left join app.links k on k.id = a.link_id
      where a.workspace_id = ${asked.workspaceId} and a.model = 'last' and a.currency = ${asked.currency} and ${during(sql`a.booked_at`, asked)}`,
  },
} satisfies Record<string, Measure>;
