import { sql } from 'drizzle-orm';
import { peopleOf, readersOf } from '../../funnel/people.ts';
import type { Stage } from '../keys.ts';
import { type Asked, at, counted, during, type Measure, person, playbook, text } from '../measure.ts';

const machines = 'machines set aside';
const base = { needs: ['analytics.read'], when: 'period', value: 'count', hasRaw: true } as const;
const name = sql`coalesce(l.name, l.email)`;

/** The same period as the funnel understands it: its last instant is part of it. */
const slice = ({ from, to }: Asked) => ({ since: from, until: new Date(to.getTime() - 1), playbookId: null });
const REACHED: Record<Stage, string> = { emails: 'e', trials: 't', hands: 'h', videos: 'v', orders: 'o' };

/** Readers, clicks, the clone, videos, and how many went on. */
export const readingMeasures = {
  readers: {
    ...base,
    one: 'reader',
    many: 'readers',
    words: [
      'visitors who read in the period, as the funnel counts them',
      'machines and suspect addresses set aside',
    ],
    columns: [at('First read'), person, { key: 'views', label: 'Pages', format: 'count' }],
    splits: {},
    rows: (asked) => sql`
      with ${peopleOf(asked.workspaceId, slice(asked))}, ${readersOf(asked.workspaceId, slice(asked))}
      select r.at as sort_at, md5(r.reader)::uuid as sort_id, r.lead_id as "leadId", r.at, ${name} as person, r.views
      from readers r left join app.leads l on l.id = r.lead_id where ${asked.isRaw ? sql`true` : sql`not r.is_machine and not r.is_suspect`}`,
  },
  reader_rate: {
    ...base,
    value: 'share',
    one: 'reader',
    many: 'readers',
    words: [
      'readers of the period, as the funnel counts them; whether they left an address in it',
      'machines and suspect addresses set aside',
    ],
    columns: [at('First read'), person, { key: 'reached', label: 'Left an address', format: 'flag' }],
    splits: {},
    rows: (asked) => sql`
      with ${peopleOf(asked.workspaceId, slice(asked))}, ${readersOf(asked.workspaceId, slice(asked))}
      select r.at as sort_at, md5(r.reader)::uuid as sort_id, r.lead_id as "leadId", r.at, ${name} as person,
        coalesce(${during(sql`q.e`, asked)}, false) as reached
      from readers r left join people q on q.id = r.lead_id left join app.leads l on l.id = r.lead_id
      where ${asked.isRaw ? sql`true` : sql`not r.is_machine and not r.is_suspect`}`,
  },
  playbook_readers: {
    ...base,
    one: 'reader of a playbook',
    many: 'readers of playbooks',
    words: ['visitors of each playbook; who read two counts at both', machines],
    columns: [at('First read'), playbook, { key: 'views', label: 'Pages', format: 'count' }],
    splits: { playbook: 'Playbook' },
    rows: (asked) => sql`
      select min(v.occurred_at) as sort_at, md5(coalesce(v.lead_id::text, v.visitor_hash) || p.id::text)::uuid as sort_id,
        min(v.occurred_at) as at, p.title as playbook, count(*)::int as views
      from app.page_views v join app.playbooks p on p.id = v.playbook_id
      where v.workspace_id = ${asked.workspaceId} and ${asked.isRaw ? sql`true` : sql`not v.is_bot`} and ${during(sql`v.occurred_at`, asked)}
      group by coalesce(v.lead_id::text, v.visitor_hash), p.id, p.title`,
  },
  stops: {
    ...base,
    one: 'reader who stopped before the end',
    many: 'readers who stopped before the end',
    words: ['readers by the last step they opened, who did not finish', machines],
    columns: [at('Last seen'), text('step', 'Last step'), playbook],
    splits: { step: 'Last step', playbook: 'Playbook' },
    rows: (asked) => sql`
      select max(s.occurred_at) as sort_at, md5(coalesce(s.lead_id::text, s.visitor_hash) || p.id::text)::uuid as sort_id,
        max(s.occurred_at) as at, 'Step ' || max(s.step_position) as step, p.title as playbook
      from app.step_events s join app.playbooks p on p.id = s.playbook_id
      where s.workspace_id = ${asked.workspaceId} and ${asked.isRaw ? sql`true` : sql`not s.is_bot`} and ${during(sql`s.occurred_at`, asked)}
      group by coalesce(s.lead_id::text, s.visitor_hash), p.id, p.title
      having max(s.step_position) is not null and not bool_or(s.kind = 'finished')`,
  },
  clicks: {
    ...base,
    one: 'click',
    many: 'clicks',
    words: ['clicks on short links', machines],
    columns: [at('When'), text('link', 'Link'), playbook, text('referrer', 'From')],
    splits: { link: 'Link', playbook: 'Playbook' },
    rows: (asked) => sql`
      select c.occurred_at as sort_at, c.id as sort_id, c.occurred_at as at, '/l/' || k.slug as link, p.title as playbook, c.referrer
      from app.clicks c join app.links k on k.id = c.link_id left join app.playbooks p on p.id = k.playbook_id
      where c.workspace_id = ${asked.workspaceId} and ${asked.isRaw ? sql`true` : sql`not c.is_bot`} and ${during(sql`c.occurred_at`, asked)}`,
  },
  machines: {
    ...base,
    one: 'click by a machine',
    many: 'clicks by machines',
    words: ['clicks on short links, machines only'],
    columns: [at('When'), text('link', 'Link'), text('reason', 'Why it counts as a machine')],
    splits: { reason: 'Why it counts as a machine', link: 'Link' },
    hasRaw: false,
    rows: (asked) => sql`
      select c.occurred_at as sort_at, c.id as sort_id, c.occurred_at as at, '/l/' || k.slug as link, c.bot_reason as reason
      from app.clicks c join app.links k on k.id = c.link_id
      where c.workspace_id = ${asked.workspaceId} and c.is_bot and ${during(sql`c.occurred_at`, asked)}`,
  },
  clone_questions: {
    ...base,
    needs: ['trials.read'],
    one: 'question to the clone',
    many: 'questions to the clone',
    words: ['questions of leads; what members try does not count'],
    columns: [at('Asked'), person, text('question', 'Question'), text('outcome', 'Outcome')],
    splits: { outcome: 'Outcome', playbook: 'Playbook' },
    hasRaw: false,
    rows: (asked) => sql`
      select t.reserved_at as sort_at, t.id as sort_id, l.id as "leadId", t.reserved_at as at, ${name} as person, t.question,
        replace(t.state, '_', ' ') as outcome, p.title as playbook
      from app.clone_turns t join app.leads l on l.id = t.lead_id join app.clones c on c.id = t.clone_id left join app.playbooks p on p.id = c.playbook_id
      where t.workspace_id = ${asked.workspaceId} and t.state in ('answered', 'not_in_material', 'failed') and ${during(sql`t.reserved_at`, asked)}`,
  },
  clone_gaps: {
    ...base,
    needs: ['trials.read'],
    one: 'question that the material does not answer',
    many: 'questions that the material does not answer',
    words: ['questions of leads that the clone refused as not in the material'],
    columns: [at('Asked'), person, text('question', 'Question'), playbook],
    splits: { playbook: 'Playbook' },
    hasRaw: false,
    rows: (asked) => sql`
      select t.reserved_at as sort_at, t.id as sort_id, l.id as "leadId", t.reserved_at as at, ${name} as person, t.question, p.title as playbook
      from app.clone_turns t join app.leads l on l.id = t.lead_id join app.clones c on c.id = t.clone_id left join app.playbooks p on p.id = c.playbook_id
      where t.workspace_id = ${asked.workspaceId} and t.state = 'not_in_material' and ${during(sql`t.reserved_at`, asked)}`,
  },
  videos_sent: {
    ...base,
    needs: ['videos.read'],
    one: 'video sent',
    many: 'videos sent',
    words: ['personal videos by the instant they left'],
    columns: [at('Sent'), person, text('watched', 'Watched')],
    splits: { watched: 'Watched' },
    hasRaw: false,
    rows: (asked) => sql`
      select d.sent_at as sort_at, d.id as sort_id, l.id as "leadId", d.sent_at as at, ${name} as person,
        case when v.watched_at is not null then 'watched' when v.first_watched_at is not null then 'opened' else 'not opened' end as watched
      from app.video_deliveries d join app.videos v on v.id = d.video_id join app.leads l on l.id = d.lead_id
      where d.workspace_id = ${asked.workspaceId} and d.state = 'sent' and ${during(sql`d.sent_at`, asked)}`,
  },
  videos_watched: {
    ...base,
    needs: ['videos.read'],
    one: 'video watched',
    many: 'videos watched',
    words: ['personal videos by the instant half of them was watched', 'suspect addresses set aside'],
    columns: [at('Watched'), person, { key: 'seconds', label: 'Seconds reached', format: 'count' }],
    splits: {},
    rows: (asked) => sql`
      select v.watched_at as sort_at, v.id as sort_id, l.id as "leadId", v.watched_at as at, ${name} as person, (v.furthest_ms / 1000)::int as seconds
      from app.videos v join app.leads l on l.id = v.lead_id
      where v.workspace_id = ${asked.workspaceId} and ${counted(asked)} and ${during(sql`v.watched_at`, asked)}`,
  },
  conversion: {
    ...base,
    value: 'share',
    one: 'person',
    many: 'people',
    words: [
      'people by the instant they reached the first stage; whether they have reached the second by now',
      'suspect addresses set aside',
    ],
    columns: [
      at('First stage'),
      person,
      { key: 'reached', label: 'Went on', format: 'flag' },
      { key: 'then', label: 'When', format: 'instant' },
    ],
    splits: { channel: 'Came from, first touch', playbook: 'Playbook' },
    rows: (asked) => {
      const [first, second] = [asked.stages.from, asked.stages.to].map((stage) =>
        sql.raw(`q.${REACHED[stage]}`),
      );
      return sql`
        with ${peopleOf(asked.workspaceId, { since: null, until: asked.now, playbookId: null })}
        select ${first} as sort_at, q.id as sort_id, q.id as "leadId", ${first} as at, coalesce(q.name, q.email) as person,
          ${second} is not null as reached, ${second} as then, k.title as playbook, coalesce((select t.channel_group from app.touches t
            where t.workspace_id = l.workspace_id and t.lead_id = l.id and not t.is_bot and t.kind in ('click', 'view', 'mail_click', 'mention', 'import')
            order by t.occurred_at, t.id limit 1), 'direct') as channel
        from people q join app.leads l on l.id = q.id left join app.playbooks k on k.id = l.playbook_id
        where ${asked.isRaw ? sql`true` : sql`q.counts`} and ${during(sql`${first}`, asked)}`;
    },
  },
} satisfies Record<string, Measure>;
