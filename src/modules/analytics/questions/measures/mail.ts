import { sql } from 'drizzle-orm';
import { type Asked, at, during, type Measure, text } from '../measure.ts';

const base = { when: 'period', value: 'count' } as const;
const to = text('person', 'To', 'leads.read');
const subject = text('subject', 'Subject');
const human = ({ isRaw }: Asked) => (isRaw ? sql`true` : sql`not f.is_bot`);
const machines = 'machines set aside';
const splits = { stream: 'Stream', kind: 'Kind', campaign: 'Campaign' };
const mailJoin = sql`app.messages m left join app.campaigns c on c.id = m.campaign_id`;

/** Mail that left, and what came of it. */
export const mailMeasures = {
  mails: {
    ...base,
    needs: ['mail.read'],
    one: 'mail sent',
    many: 'mails sent',
    words: ['mails of all streams by the instant they left'],
    columns: [at('Sent'), to, subject, text('stream', 'Stream')],
    splits,
    rows: (asked) => sql`
      select m.sent_at as sort_at, m.id as sort_id, m.lead_id as "leadId", m.sent_at as at, m.to_email as person, m.subject, m.stream, m.kind, c.name as campaign
      from ${mailJoin} where m.workspace_id = ${asked.workspaceId} and ${during(sql`m.sent_at`, asked)}`,
  },
  opens: {
    ...base,
    needs: ['mail.read'],
    one: 'mail opened',
    many: 'mails opened',
    words: ['mails opened at least once in the period', machines],
    columns: [at('First opened'), to, subject],
    splits,
    hasRaw: true,
    rows: (asked) => sql`
      select min(f.occurred_at) as sort_at, m.id as sort_id, m.lead_id as "leadId", min(f.occurred_at) as at, m.to_email as person, m.subject, m.stream, m.kind, c.name as campaign
      from app.message_opens f join app.messages m on m.id = f.message_id left join app.campaigns c on c.id = m.campaign_id
      where f.workspace_id = ${asked.workspaceId} and ${human(asked)} and ${during(sql`f.occurred_at`, asked)} group by m.id, c.name`,
  },
  mail_clicks: {
    ...base,
    needs: ['mail.read'],
    one: 'mail with a click',
    many: 'mails with a click',
    words: ['mails clicked at least once in the period', machines],
    columns: [at('First clicked'), to, subject],
    splits,
    hasRaw: true,
    rows: (asked) => sql`
      select min(f.occurred_at) as sort_at, m.id as sort_id, m.lead_id as "leadId", min(f.occurred_at) as at, m.to_email as person, m.subject, m.stream, m.kind, c.name as campaign
      from app.message_clicks f join app.messages m on m.id = f.message_id left join app.campaigns c on c.id = m.campaign_id
      where f.workspace_id = ${asked.workspaceId} and ${human(asked)} and ${during(sql`f.occurred_at`, asked)} group by m.id, c.name`,
  },
  bounces: {
    ...base,
    needs: ['mail.read'],
    one: 'bounced mail',
    many: 'bounced mails',
    words: ['mails by the instant they came back'],
    columns: [at('Came back'), to, subject, text('stream', 'Stream')],
    splits,
    rows: (asked) => sql`
      select m.bounced_at as sort_at, m.id as sort_id, m.lead_id as "leadId", m.bounced_at as at, m.to_email as person, m.subject, m.stream, m.kind, c.name as campaign
      from ${mailJoin} where m.workspace_id = ${asked.workspaceId} and ${during(sql`m.bounced_at`, asked)}`,
  },
  unsubscribes: {
    ...base,
    needs: ['mail.read'],
    one: 'unsubscribe',
    many: 'unsubscribes',
    words: ['addresses that left a list, by when', 'those taken back are counted'],
    columns: [at('Left'), to, text('stream', 'Stream')],
    splits: { stream: 'Stream' },
    rows: (asked) => sql`
      select s.created_at as sort_at, s.id as sort_id, s.lead_id as "leadId", s.created_at as at, s.email as person, s.stream
      from app.suppressions s where s.workspace_id = ${asked.workspaceId} and s.reason = 'unsubscribe' and ${during(sql`s.created_at`, asked)}`,
  },
  stuck_mails: {
    ...base,
    needs: ['mail.read'],
    when: 'now',
    one: 'mail that did not leave',
    many: 'mails that did not leave',
    words: ['mails held, failed or unconfirmed, as it stands now'],
    columns: [at('Made'), to, subject, text('state', 'State'), text('reason', 'Why')],
    splits: { state: 'State', reason: 'Why' },
    rows: (asked) => sql`
      select m.created_at as sort_at, m.id as sort_id, m.lead_id as "leadId", m.created_at as at, m.to_email as person, m.subject, m.state, m.reason
      from app.messages m where m.workspace_id = ${asked.workspaceId} and m.state in ('held', 'failed', 'unconfirmed') and m.created_at < ${asked.to}`,
  },
  replies: {
    ...base,
    needs: ['inbox.read'],
    one: 'reply',
    many: 'replies',
    words: ['mails that came in, by when'],
    columns: [
      at('Received'),
      text('person', 'From', 'prospects.read'),
      subject,
      text('kind', 'Kind'),
      text('campaign', 'Campaign'),
    ],
    splits: { kind: 'Kind', campaign: 'Campaign' },
    rows: (asked) => sql`
      select r.received_at as sort_at, r.id as sort_id, t.lead_id as "leadId", r.received_at as at, coalesce(r.from_name, r.from_email) as person, r.subject,
        replace(r.kind, '_', ' ') as kind, c.name as campaign
      from app.replies r left join app.threads t on t.id = r.thread_id left join app.campaigns c on c.id = t.campaign_id
      where r.workspace_id = ${asked.workspaceId} and ${during(sql`r.received_at`, asked)}`,
  },
  threads: {
    ...base,
    needs: ['inbox.read'],
    when: 'now',
    one: 'thread that waits for an answer',
    many: 'threads that wait for an answer',
    words: ['open threads of the inbox, as it stands now'],
    columns: [at('Last mail'), text('person', 'With', 'prospects.read'), subject, text('kind', 'Kind')],
    splits: { kind: 'Kind' },
    rows: (asked) => sql`
      select t.last_message_at as sort_at, t.id as sort_id, t.lead_id as "leadId", t.last_message_at as at, coalesce(t.name, t.email) as person, t.subject,
        replace(t.kind, '_', ' ') as kind
      from app.threads t where t.workspace_id = ${asked.workspaceId} and t.state = 'open' and t.created_at < ${asked.to}`,
  },
  prospects: {
    ...base,
    needs: ['prospects.read'],
    when: 'now',
    one: 'prospect',
    many: 'prospects',
    words: ['prospects of all lists, as it stands now'],
    columns: [
      at('Added'),
      text('person', 'Prospect'),
      text('company', 'Company'),
      text('state', 'State'),
      text('reason', 'Held back because'),
    ],
    splits: { state: 'State', reason: 'Held back because' },
    rows: (asked) => sql`
      select p.created_at as sort_at, p.id as sort_id, p.lead_id as "leadId", p.created_at as at, p.email as person, p.company, p.state, p.held_reason as reason
      from app.prospects p where p.workspace_id = ${asked.workspaceId} and p.created_at < ${asked.to}`,
  },
  planned_mails: {
    ...base,
    needs: ['campaigns.read'],
    when: 'now',
    one: 'campaign mail still to leave',
    many: 'campaign mails still to leave',
    words: ['planned mails of campaigns, as it stands now'],
    columns: [
      at('Planned for'),
      text('person', 'To', 'prospects.read'),
      text('campaign', 'Campaign'),
      text('reason', 'Waits because'),
    ],
    splits: { campaign: 'Campaign', reason: 'Waits because' },
    rows: (asked) => sql`
      select s.planned_at as sort_at, s.id as sort_id, s.planned_at as at, q.email as person, c.name as campaign, s.wait_reason as reason
      from app.planned_sends s join app.campaign_prospects q on q.id = s.campaign_prospect_id join app.campaigns c on c.id = s.campaign_id
      where s.workspace_id = ${asked.workspaceId} and s.state in ('planned', 'held')`,
  },
} satisfies Record<string, Measure>;
