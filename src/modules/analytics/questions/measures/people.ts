import { sql } from 'drizzle-orm';
import { at, counted, during, firstTouch, type Measure, person, playbook, text } from '../measure.ts';

const suspects = 'suspect addresses set aside';
const name = sql`coalesce(l.name, l.email)`;
const base = { needs: ['analytics.read'], when: 'period', value: 'count', hasRaw: true } as const;
const ways = { channel: 'Came from, first touch', playbook: 'Playbook' };

/** People, from the address they left to what they are likely to do. */
export const peopleMeasures = {
  leads: {
    ...base,
    one: 'new lead',
    many: 'new leads',
    words: ['leads by the instant they were captured', suspects],
    columns: [
      at('Captured'),
      person,
      text('channel', 'First touch'),
      playbook,
      text('link', 'Link'),
      text('country', 'Country'),
    ],
    splits: { ...ways, link: 'First link', country: 'Country', source: 'Way in', step: 'Step of the gate' },
    rows: (asked) => sql`
      select l.captured_at as sort_at, l.id as sort_id, l.id as "leadId", l.captured_at as at, ${name} as person, ${firstTouch} as channel,
        p.title as playbook, '/l/' || k.slug as link, l.country, l.source, 'Step ' || l.step_position as step
      from app.leads l left join app.playbooks p on p.id = l.playbook_id left join app.links k on k.id = l.first_link_id
      where l.workspace_id = ${asked.workspaceId} and ${counted(asked)} and ${during(sql`l.captured_at`, asked)}`,
  },
  confirmed: {
    ...base,
    one: 'confirmed address',
    many: 'confirmed addresses',
    words: ['leads by the instant they confirmed their address', suspects],
    columns: [at('Confirmed'), person, text('channel', 'First touch'), playbook],
    splits: ways,
    rows: (asked) => sql`
      select l.confirmed_at as sort_at, l.id as sort_id, l.id as "leadId", l.confirmed_at as at, ${name} as person, ${firstTouch} as channel, p.title as playbook
      from app.leads l left join app.playbooks p on p.id = l.playbook_id
      where l.workspace_id = ${asked.workspaceId} and ${counted(asked)} and ${during(sql`l.confirmed_at`, asked)}`,
  },
  unconfirmed: {
    ...base,
    when: 'now',
    one: 'lead who has not confirmed their address',
    many: 'leads who have not confirmed their address',
    words: ['leads without a confirmation, as it stands now', suspects],
    columns: [at('Captured'), person, playbook],
    splits: ways,
    rows: (asked) => sql`
      select l.captured_at as sort_at, l.id as sort_id, l.id as "leadId", l.captured_at as at, ${name} as person, ${firstTouch} as channel, p.title as playbook
      from app.leads l left join app.playbooks p on p.id = l.playbook_id
      where l.workspace_id = ${asked.workspaceId} and ${counted(asked)} and l.confirmed_at is null and l.captured_at < ${asked.to}`,
  },
  quiet: {
    ...base,
    when: 'now',
    one: 'quiet lead',
    many: 'quiet leads',
    words: ['confirmed leads, no customers, no contact either way for as long as asked', suspects],
    columns: [at('Last contact'), person, text('stage', 'Stage'), playbook],
    splits: { stage: 'Stage', ...ways },
    rows: (asked) => sql`
      select heard.at as sort_at, l.id as sort_id, l.id as "leadId", heard.at, ${name} as person, replace(l.stage, '_', ' ') as stage,
        ${firstTouch} as channel, p.title as playbook
      from app.leads l left join app.playbooks p on p.id = l.playbook_id
      cross join lateral (select greatest(l.captured_at, l.last_activity_at,
        (select max(m.sent_at) from app.messages m where m.workspace_id = l.workspace_id and m.lead_id = l.id and m.kind <> 'lead.confirmation'),
        (select max(n.created_at) from app.notes n where n.workspace_id = l.workspace_id and n.lead_id = l.id)) as at) heard
      where l.workspace_id = ${asked.workspaceId} and ${counted(asked)} and l.confirmed_at is not null and l.stage <> 'customer'
        and l.status not in ('won', 'lost', 'archived') and heard.at < ${new Date(asked.now.getTime() - asked.quietDays * 86_400_000)}`,
  },
  trials: {
    ...base,
    one: 'trial started',
    many: 'trials started',
    words: ['trials by the instant they were asked for', suspects],
    columns: [
      at('Started'),
      person,
      playbook,
      text('state', 'State'),
      { key: 'used', label: 'Questions', format: 'count' },
    ],
    splits: { playbook: 'Playbook', state: 'State', channel: 'Came from, first touch' },
    rows: (asked) => sql`
      select t.requested_at as sort_at, t.id as sort_id, l.id as "leadId", t.requested_at as at, ${name} as person, p.title as playbook, t.state, t.used,
        ${firstTouch} as channel
      from app.trials t join app.leads l on l.id = t.lead_id left join app.playbooks p on p.id = t.playbook_id
      where t.workspace_id = ${asked.workspaceId} and ${counted(asked)} and ${during(sql`t.requested_at`, asked)}`,
  },
  hands: {
    ...base,
    one: 'raised hand',
    many: 'raised hands',
    words: ['hands by the instant the signals added up', suspects],
    columns: [at('Raised'), person, playbook, text('state', 'Since then')],
    splits: { playbook: 'Playbook', state: 'Since then' },
    rows: (asked) => sql`
      select h.raised_at as sort_at, h.id as sort_id, l.id as "leadId", h.raised_at as at, ${name} as person, p.title as playbook,
        case when l.stage = 'customer' then 'ordered' else 'open' end as state
      from app.hand_raises h join app.leads l on l.id = h.lead_id left join app.playbooks p on p.id = h.playbook_id
      where h.workspace_id = ${asked.workspaceId} and ${counted(asked)} and ${during(sql`h.raised_at`, asked)}`,
  },
  hands_unanswered: {
    ...base,
    when: 'now',
    one: 'person who raised a hand and heard nothing',
    many: 'people who raised a hand and heard nothing',
    words: ['hands raised, no mail and no video sent since, no order', suspects],
    columns: [at('Raised'), person, playbook],
    splits: { playbook: 'Playbook' },
    rows: (asked) => sql`
      select h.raised_at as sort_at, h.id as sort_id, l.id as "leadId", h.raised_at as at, ${name} as person, p.title as playbook
      from app.hand_raises h join app.leads l on l.id = h.lead_id left join app.playbooks p on p.id = h.playbook_id
      where h.workspace_id = ${asked.workspaceId} and ${counted(asked)} and h.rearmed_at is null and h.raised_at < ${asked.to} and l.stage <> 'customer'
        and not exists (select from app.orders o where o.lead_id = l.id)
        and not exists (select from app.messages m where m.workspace_id = h.workspace_id and m.lead_id = l.id and m.sent_at > h.raised_at)
        and not exists (select from app.video_deliveries d where d.workspace_id = h.workspace_id and d.lead_id = l.id and d.sent_at > h.raised_at)`,
  },
  likely: {
    ...base,
    when: 'now',
    one: 'lead with a likelihood to buy',
    many: 'leads with a likelihood to buy',
    words: ['open leads by likelihood, the largest first', 'likelihood as the named model says it', suspects],
    columns: [
      { key: 'likelihood', label: 'Likelihood', format: 'share' },
      person,
      text('stage', 'Stage'),
      text('model', 'By'),
    ],
    splits: { stage: 'Stage' },
    isRanked: true,
    rows: (asked) => sql`
      select l.captured_at as sort_at, l.id as sort_id, l.id as "leadId", l.conversion_likelihood::float8 as amount,
        round(l.conversion_likelihood::numeric, 3)::float8 as likelihood, ${name} as person, replace(l.stage, '_', ' ') as stage, l.likelihood_model as model
      from app.leads l where l.workspace_id = ${asked.workspaceId} and ${counted(asked)} and l.conversion_likelihood is not null and l.stage <> 'customer'`,
  },
  gate_answers: {
    ...base,
    one: 'answer at the gate',
    many: 'answers at the gate',
    words: ['answers by the instant they were given', suspects],
    columns: [at('Answered'), person, text('question', 'Question'), text('answer', 'Answer', 'leads.read')],
    splits: { answer: 'Answer', question: 'Question' },
    rows: (asked) => sql`
      select a.answered_at as sort_at, a.id as sort_id, l.id as "leadId", a.answered_at as at, ${name} as person, a.question_text as question,
        coalesce(a.answer_label, a.answer_value) as answer
      from app.lead_answers a join app.leads l on l.id = a.lead_id
      where a.workspace_id = ${asked.workspaceId} and ${counted(asked)} and ${during(sql`a.answered_at`, asked)}`,
  },
  meetings: {
    ...base,
    one: 'meeting',
    many: 'meetings',
    words: ['meetings by their beginning, cancelled ones left out'],
    columns: [at('Begins'), person, text('title', 'About', 'leads.read'), text('state', 'State')],
    splits: { state: 'State' },
    hasRaw: false,
    rows: (asked) => sql`
      select m.starts_at as sort_at, m.id as sort_id, l.id as "leadId", m.starts_at as at, ${name} as person, m.title, m.state
      from app.meetings m join app.leads l on l.id = m.lead_id
      where m.workspace_id = ${asked.workspaceId} and m.state <> 'cancelled' and ${during(sql`m.starts_at`, asked)}`,
  },
} satisfies Record<string, Measure>;
