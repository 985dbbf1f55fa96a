import type { Context } from '#context';
import { observations } from '#modules/analytics';
import { leads } from '#modules/capture';
import type { Proposal } from '../actions/service.ts';
import * as tasks from '../tasks/service.ts';

type Item = Proposal['items'][number];
type Row = observations.ObservedRow;

/** What a detector found, with the rows it was counted from, and what it would do about it. */
export interface Finding {
  title: string;
  statement: string;
  count: number;
  rows: Row[];
  /** How it was counted, for people who want to count again. */
  query: string;
  parameters: Record<string, string | number>;
  proposals: Omit<Proposal, 'confidence' | 'insightId'>[];
}

export interface Detector {
  key: string;
  name: string;
  type: string;
  /** Certainty until outcomes are known (DESIGN.md §6 for the first three; the others are ours). */
  prior: number;
  look(ctx: Context): Promise<Finding | undefined>;
}

const DAY_MS = 86_400_000;
const QUIET_DAYS = 7;
const POSTS_A_WEEK = 3;
const MOST_OPEN_TASKS = 10;
const MOST_PEOPLE_AT_ONCE = 25;

const ago = (ctx: Context, days: number): Date => new Date(ctx.clock.now().getTime() - days * DAY_MS);
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const workspaceItem = (ctx: Context, title: string, text: string): Item => ({
  subjectType: 'workspace',
  subjectId: ctx.workspace.id,
  name: ctx.workspace.name,
  title,
  text,
});

/** What the CEO looks for every hour. */
export const detectors: Detector[] = [
  {
    key: 'stale-leads',
    name: 'Leads without contact for 7 days',
    type: 'stale_leads',
    prior: 0.9,
    async look(ctx) {
      const found = await observations.leadsWithoutContact(ctx, ago(ctx, QUIET_DAYS));
      const known = new Set(await tasks.leadsWithFollowUp(ctx));
      const open = found.rows.filter(({ id }) => !known.has(id)).slice(0, MOST_PEOPLE_AT_ONCE);
      if (open.length === 0) return undefined;
      const people = await peopleOf(ctx, open);
      return {
        title: `${plural(found.count, 'lead')} heard nothing for ${QUIET_DAYS} days`,
        statement: `${plural(found.count, 'person', 'people')} with a confirmed address had no contact for ${QUIET_DAYS} days or longer; ${people.length} of them have no follow-up yet.`,
        count: found.count,
        rows: found.rows,
        query: 'leads confirmed, open, last contact before',
        parameters: { before: ago(ctx, QUIET_DAYS).toISOString() },
        proposals: [
          {
            kind: 'create_tasks',
            title: `Create ${plural(people.length, 'follow-up task')}`,
            items: people.map((person) => ({
              ...person,
              title: `Follow up with ${person.name}`,
              text: `Quiet: ${person.note}. A mail is drafted and waits for approval.`,
            })),
            why: `They are confirmed, not yet customers, and nobody has been in touch for ${QUIET_DAYS} days.`,
          },
          {
            kind: 'send_mail',
            title: `Send one mail to ${plural(people.length, 'lead')}`,
            items: people.map((person) => ({
              ...person,
              title: 'Where did you stop?',
              text: followUpText(person.firstName, ctx.workspace.name),
            })),
            why: 'One short question, to each by name. It says nothing that is not known.',
          },
        ],
      };
    },
  },
  {
    key: 'few-posts',
    name: 'Fewer than 3 posts a week',
    type: 'low_content',
    prior: 0.8,
    async look(ctx) {
      const posts = await observations.postsSince(ctx, ago(ctx, 7));
      if (posts >= POSTS_A_WEEK) return undefined;
      return {
        title:
          posts === 0 ? 'No post in the last 7 days' : `Only ${plural(posts, 'post')} in the last 7 days`,
        statement: `${plural(posts, 'post')} went out or is due in the last 7 days; the method asks for ${POSTS_A_WEEK}.`,
        count: posts,
        rows: [],
        query: 'posts published or scheduled since',
        parameters: { since: ago(ctx, 7).toISOString() },
        proposals: [
          {
            kind: 'draft_post',
            title: 'Draft a post from the playbook',
            items: [workspaceItem(ctx, 'Draft a post', 'Taken from one step of the newest playbook.')],
            why: 'A draft stays in the house until somebody publishes it.',
          },
        ],
      };
    },
  },
  {
    key: 'task-backlog',
    name: 'More than 10 pending tasks',
    type: 'task_backlog',
    prior: 0.85,
    async look(ctx) {
      const open = await tasks.countOpen(ctx);
      if (open <= MOST_OPEN_TASKS) return undefined;
      const { data } = await tasks.list(ctx, { state: 'pending', limit: 100 });
      return {
        title: `${open} tasks are pending`,
        statement: `${open} tasks wait, more than ${MOST_OPEN_TASKS}. The oldest is from ${data.at(-1)?.createdAt.slice(0, 10) ?? 'today'}.`,
        count: open,
        rows: data.map(({ id, title }) => ({ type: 'task', id, note: title })),
        query: 'tasks pending or in progress',
        parameters: { most: MOST_OPEN_TASKS },
        proposals: [
          {
            kind: 'note',
            title: 'Say so in the brief',
            items: [workspaceItem(ctx, `${open} tasks are pending`, 'Shown in the brief until fewer wait.')],
            why: 'More open tasks than can be done in a week hide the ones that matter.',
          },
        ],
      };
    },
  },
  {
    key: 'unanswered-hands',
    name: 'Hands raised that heard nothing for a day',
    type: 'unanswered_hand_raises',
    prior: 0.85,
    async look(ctx) {
      const found = await observations.handRaisesWithoutAnswer(ctx, ago(ctx, 1));
      const known = new Set(await tasks.leadsWithFollowUp(ctx));
      const open = found.rows.filter(({ id }) => !known.has(id)).slice(0, MOST_PEOPLE_AT_ONCE);
      if (open.length === 0) return undefined;
      const people = await peopleOf(ctx, open);
      return {
        title: `${plural(found.count, 'hand')} raised and unanswered`,
        statement: `${plural(found.count, 'person', 'people')} raised a hand more than a day ago, and nothing has reached them since.`,
        count: found.count,
        rows: found.rows,
        query: 'hands raised, nothing sent since, before',
        parameters: { before: ago(ctx, 1).toISOString() },
        proposals: [
          {
            kind: 'create_tasks',
            title: `Create ${plural(people.length, 'follow-up task')}`,
            items: people.map((person) => ({
              ...person,
              title: `Answer ${person.name}, who raised a hand`,
              text: `They ${person.note}. Call or write today.`,
            })),
            why: 'Whoever raises a hand is ready now, not next week.',
          },
        ],
      };
    },
  },
  {
    key: 'mails-in-doubt',
    name: 'Mails that failed or whose fate is not known',
    type: 'mail_trouble',
    prior: 0.8,
    async look(ctx) {
      const found = await observations.mailsInDoubt(ctx);
      if (found.count === 0) return undefined;
      return {
        title: `${plural(found.count, 'mail')} did not get through`,
        statement: `${plural(found.count, 'mail')} failed, or nobody knows whether ${found.count === 1 ? 'it' : 'they'} left.`,
        count: found.count,
        rows: found.rows,
        query: 'messages failed or unconfirmed',
        parameters: {},
        proposals: [
          {
            kind: 'note',
            title: 'Say so in the brief',
            items: [workspaceItem(ctx, 'Mails in doubt', 'Look at Settings, Messages.')],
            why: 'Nothing is sent twice by itself; a person decides.',
          },
        ],
      };
    },
  },
  {
    key: 'unpublished-drafts',
    name: 'Drafts that wait to be published for 7 days',
    type: 'unpublished_playbooks',
    prior: 0.8,
    async look(ctx) {
      const found = await observations.unpublishedPlaybooks(ctx, ago(ctx, 7));
      if (found.count === 0) return undefined;
      return {
        title: `${plural(found.count, 'draft')} not published for a week`,
        statement: `Nobody can read ${found.count === 1 ? 'it' : 'them'} yet: ${found.rows.map(({ note }) => `“${note}”`).join(', ')}.`,
        count: found.count,
        rows: found.rows,
        query: 'playbooks without a version, unchanged since',
        parameters: { before: ago(ctx, 7).toISOString() },
        proposals: [
          {
            kind: 'create_tasks',
            title: 'Create a task to publish or drop it',
            items: [workspaceItem(ctx, 'Publish the draft, or archive it', found.rows[0]?.note ?? '')],
            why: 'A playbook that nobody can read brings nobody.',
          },
        ],
      };
    },
  },
];

async function peopleOf(ctx: Context, rows: Row[]) {
  const notes = new Map(rows.map(({ id, note }) => [id, note]));
  return (await leads.rowsOf(ctx, [...notes.keys()])).map((lead) => ({
    subjectType: 'lead' as const,
    subjectId: lead.id,
    name: lead.name || lead.email,
    firstName: lead.firstName ?? lead.name?.split(' ')[0] ?? '',
    note: notes.get(lead.id) ?? '',
  }));
}

const followUpText = (firstName: string, from: string): string =>
  `${firstName ? `Hi ${firstName},` : 'Hello,'}\n\nyou began the playbook and then it went quiet. Which step did you stop at, and what was in the way?\n\nA line is enough; we read every answer.\n\n${from}`;
