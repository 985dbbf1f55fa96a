import { sql } from 'drizzle-orm';
import { at, during, type Measure, person, text } from '../measure.ts';

const base = { when: 'period', value: 'count' } as const;
const title = text('title', 'What');
const state = text('state', 'State');

/** What was done, what waits, and what was said elsewhere. */
export const workMeasures = {
  open_tasks: {
    ...base,
    needs: ['tasks.read'],
    when: 'now',
    one: 'open task',
    many: 'open tasks',
    words: ['tasks that are neither done nor cancelled, as it stands now'],
    columns: [
      at('Added'),
      title,
      person,
      text('priority', 'Priority'),
      state,
      { key: 'due', label: 'Due', format: 'instant' },
    ],
    splits: { priority: 'Priority', state: 'State', doer: 'Who does it' },
    rows: (asked) => sql`
      select t.created_at as sort_at, t.id as sort_id, t.lead_id as "leadId", t.created_at as at, t.title, coalesce(l.name, l.email) as person, t.priority,
        replace(t.state, '_', ' ') as state, t.due_at as due, t.doer
      from app.tasks t left join app.leads l on l.id = t.lead_id
      where t.workspace_id = ${asked.workspaceId} and t.deleted_at is null and t.state in ('pending', 'in_progress', 'failed', 'unconfirmed')`,
  },
  tasks_done: {
    ...base,
    needs: ['tasks.read'],
    one: 'task done',
    many: 'tasks done',
    words: ['tasks by the instant they were completed'],
    columns: [at('Done'), title, text('doer', 'By')],
    splits: { doer: 'By' },
    rows: (asked) => sql`
      select t.completed_at as sort_at, t.id as sort_id, t.lead_id as "leadId", t.completed_at as at, t.title, t.doer
      from app.tasks t where t.workspace_id = ${asked.workspaceId} and t.deleted_at is null and t.state = 'completed' and ${during(sql`t.completed_at`, asked)}`,
  },
  actions_done: {
    ...base,
    needs: ['actions.read'],
    one: 'action carried out',
    many: 'actions carried out',
    words: ['actions of the CEO by the instant they ran'],
    columns: [at('Ran'), title, state],
    splits: { kind: 'Kind', state: 'State' },
    rows: (asked) => sql`
      select a.ran_at as sort_at, a.id as sort_id, a.ran_at as at, a.title, replace(a.state, '_', ' ') as state, replace(a.kind, '_', ' ') as kind
      from app.actions a where a.workspace_id = ${asked.workspaceId} and ${during(sql`a.ran_at`, asked)}`,
  },
  approvals: {
    ...base,
    needs: ['actions.read'],
    when: 'now',
    one: 'action that waits for approval',
    many: 'actions that wait for approval',
    words: ['actions proposed and not decided, as it stands now'],
    columns: [at('Proposed'), title, text('asks', 'Asks because')],
    splits: { kind: 'Kind' },
    rows: (asked) => sql`
      select a.proposed_at as sort_at, a.id as sort_id, a.proposed_at as at, a.title, a.asks_because as asks, replace(a.kind, '_', ' ') as kind
      from app.actions a where a.workspace_id = ${asked.workspaceId} and a.state in ('proposed', 'waiting')`,
  },
  insights: {
    ...base,
    needs: ['insights.read'],
    when: 'now',
    one: 'open insight',
    many: 'open insights',
    words: ['what the CEO saw and nobody decided on, as it stands now'],
    columns: [at('Last seen'), title, { key: 'certainty', label: 'Certainty', format: 'share' }],
    splits: { type: 'Kind' },
    rows: (asked) => sql`
      select i.last_seen_at as sort_at, i.id as sort_id, i.last_seen_at as at, i.title, round(i.confidence::numeric, 2)::float8 as certainty, replace(i.type, '_', ' ') as type
      from app.insights i where i.workspace_id = ${asked.workspaceId} and i.state = 'open'`,
  },
  posts: {
    ...base,
    needs: ['posts.read'],
    one: 'post published',
    many: 'posts published',
    words: ['posts by the instant they were published'],
    columns: [at('Published'), title, text('place', 'Channel')],
    splits: { place: 'Channel', playbook: 'Playbook' },
    rows: (asked) => sql`
      select s.published_at as sort_at, s.id as sort_id, s.published_at as at, coalesce(nullif(s.title, ''), left(s.body, 80)) as title, c.name as place, p.title as playbook
      from app.posts s left join app.channels c on c.id = s.channel_id left join app.playbooks p on p.id = s.playbook_id
      where s.workspace_id = ${asked.workspaceId} and s.state = 'published' and ${during(sql`s.published_at`, asked)}`,
  },
  mentions: {
    ...base,
    needs: ['mentions.read'],
    one: 'mention',
    many: 'mentions',
    words: ['mentions by the instant they were said'],
    columns: [at('Said'), text('source', 'Where'), text('author', 'Who'), text('sentence', 'Sentence')],
    splits: { source: 'Where', mood: 'Mood' },
    rows: (asked) => sql`
      select m.said_at as sort_at, m.id as sort_id, m.said_at as at, m.source, m.author, coalesce(m.sentence, m.title) as sentence, m.mood
      from app.mentions m where m.workspace_id = ${asked.workspaceId} and ${during(sql`m.said_at`, asked)}`,
  },
  drafts: {
    ...base,
    needs: ['playbooks.read'],
    when: 'now',
    one: 'playbook not published yet',
    many: 'playbooks not published yet',
    words: ['playbooks without a version, as it stands now'],
    columns: [at('Last changed'), title],
    splits: {},
    rows: (asked) => sql`
      select p.updated_at as sort_at, p.id as sort_id, p.updated_at as at, p.title
      from app.playbooks p where p.workspace_id = ${asked.workspaceId} and p.archived_at is null and p.current_version_id is null`,
  },
  feelings: {
    ...base,
    needs: ['inbox.read', 'trials.read'],
    one: 'text with a feeling read in it',
    many: 'texts with a feeling read in them',
    words: [
      'replies and questions to the clone by when their tone was read',
      'the classifier errs; see its measured rates',
    ],
    columns: [at('Read'), person, text('emotion', 'Sounds'), text('subject', 'In')],
    splits: { emotion: 'Sounds', subject: 'In' },
    rows: (asked) => sql`
      select e.created_at as sort_at, e.id as sort_id, l.id as "leadId", e.created_at as at, coalesce(l.name, l.email) as person, e.emotion,
        replace(e.subject_type, '_', ' ') as subject
      from app.emotion_readings e left join app.leads l on l.id = e.lead_id
      where e.workspace_id = ${asked.workspaceId} and e.emotion <> 'neutral' and ${during(sql`e.created_at`, asked)}`,
  },
} satisfies Record<string, Measure>;
