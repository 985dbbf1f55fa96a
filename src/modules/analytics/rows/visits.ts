import { type SQL, sql } from 'drizzle-orm';
import { within } from '../funnel/people.ts';
import type { Asked, Opened } from './opened.ts';

const onlyOf = ({ playbookId }: Asked, column: SQL): SQL =>
  playbookId ? sql`and ${column} = ${playbookId}` : sql``;

/** Clicks, and the leads of all ways of coming. */
export const visits = {
  clicks: {
    title: 'Clicks by people',
    filters: ['people only'],
    columns: [
      { key: 'at', label: 'When', format: 'instant' },
      { key: 'link', label: 'Link', format: 'text' },
      { key: 'referrer', label: 'From', format: 'text' },
    ],
    rows: (asked) => sql`
      select c.occurred_at as sort_at, c.id as sort_id, c.occurred_at as at, '/l/' || k.slug as link, c.referrer
      from app.clicks c join app.links k on k.id = c.link_id
      where c.workspace_id = ${asked.workspaceId} and not c.is_bot ${onlyOf(asked, sql`k.playbook_id`)} and ${within(sql`c.occurred_at`, asked)}`,
  },
  machines: {
    title: 'Clicks by machines',
    filters: ['machines only'],
    columns: [
      { key: 'at', label: 'When', format: 'instant' },
      { key: 'link', label: 'Link', format: 'text' },
      { key: 'reason', label: 'Why it counts as a machine', format: 'text' },
    ],
    rows: (asked) => sql`
      select c.occurred_at as sort_at, c.id as sort_id, c.occurred_at as at, '/l/' || k.slug as link, c.bot_reason as reason
      from app.clicks c join app.links k on k.id = c.link_id
      where c.workspace_id = ${asked.workspaceId} and c.is_bot ${onlyOf(asked, sql`k.playbook_id`)} and ${within(sql`c.occurred_at`, asked)}`,
  },
  leads: {
    title: 'Leads',
    filters: ['suspect addresses left out'],
    columns: [
      { key: 'at', label: 'Captured', format: 'instant' },
      { key: 'email', label: 'E-mail', format: 'text' },
      { key: 'playbook', label: 'Playbook', format: 'text' },
      { key: 'confirmed', label: 'Confirmed', format: 'flag' },
    ],
    rows: (asked) => sql`
      select l.captured_at as sort_at, l.id as sort_id, l.id as "leadId", l.captured_at as at, l.email, p.title as playbook,
        l.confirmed_at is not null as confirmed
      from app.leads l left join app.playbooks p on p.id = l.playbook_id
      where l.workspace_id = ${asked.workspaceId} and not l.is_suspect and l.archived_at is null ${onlyOf(asked, sql`l.playbook_id`)}
        and ${within(sql`l.captured_at`, asked)}`,
  },
  confirmed: {
    title: 'Addresses confirmed',
    filters: ['suspect addresses left out'],
    columns: [
      { key: 'at', label: 'Confirmed', format: 'instant' },
      { key: 'email', label: 'E-mail', format: 'text' },
    ],
    rows: (asked) => sql`
      select l.confirmed_at as sort_at, l.id as sort_id, l.id as "leadId", l.confirmed_at as at, l.email
      from app.leads l
      where l.workspace_id = ${asked.workspaceId} and not l.is_suspect ${onlyOf(asked, sql`l.playbook_id`)}
        and ${within(sql`l.confirmed_at`, asked)}`,
  },
} satisfies Record<string, Opened>;
