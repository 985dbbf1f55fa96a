import { type SQL, sql } from 'drizzle-orm';
import { atStage, peopleOf, readersOf } from '../funnel/people.ts';
import { stoppedReaders } from '../funnel/queries.ts';
import { REASONS } from '../funnel/service.ts';
import type { Asked, Opened } from './opened.ts';

// The people of the funnel: the same conditions that count them, so that rows and number cannot part.

const reachOf = ({ query }: Asked): string[] =>
  query.reach === 'raw'
    ? ['machines and suspect addresses included']
    : ['machines and suspect addresses set aside'];

const counted = ({ query }: Asked): SQL => (query.reach === 'raw' ? sql`true` : sql`l.counts`);

type PersonStage = Parameters<typeof atStage>[0];

const reachedAt: Record<PersonStage, SQL> = {
  emails: sql`l.e`,
  trials: sql`l.t`,
  videos: sql`l.v`,
  orders: sql`l.o`,
};

/** People at a stage behind the gate. */
const people = (stage: PersonStage, title: string, when: string, needs: string): Opened => ({
  title,
  filters: (asked) => [
    ...reachOf(asked),
    'each person once, when they first got there',
    ...(needs ? [needs] : []),
  ],
  columns: [
    { key: 'at', label: when, format: 'instant' },
    { key: 'email', label: 'E-mail', format: 'text' },
    { key: 'read', label: 'Address left', format: 'instant' },
    { key: 'suspect', label: 'Set aside because', format: 'text' },
  ],
  from: (asked) => peopleOf(asked.workspaceId, asked),
  rows: (asked) => sql`
    select ${reachedAt[stage]} as sort_at, l.id as sort_id, l.id as "leadId", ${reachedAt[stage]} as at, l.email, l.e as read,
      case when not l.counts then coalesce(l.suspect_reason, 'Archived') end as suspect
    from people l where ${counted(asked)} and ${atStage(stage, asked)}`,
});

export const stages = {
  readers: {
    title: 'Readers',
    filters: (asked) => [
      ...reachOf(asked),
      'a reader on two days counts twice until an address ties them',
      'who left an address before is no new reader',
    ],
    columns: [
      { key: 'at', label: 'First seen', format: 'instant' },
      { key: 'email', label: 'Who', format: 'text' },
      { key: 'views', label: 'Views', format: 'count' },
      { key: 'machine', label: 'Machine', format: 'flag' },
    ],
    from: (asked) => sql`${peopleOf(asked.workspaceId, asked)}, ${readersOf(asked.workspaceId, asked)}`,
    rows: (asked) => sql`
      select r.at as sort_at, md5(r.reader)::uuid as sort_id, r.lead_id as "leadId", r.at, l.email, r.views, r.is_machine as machine
      from readers r left join people l on l.id = r.lead_id
      where ${asked.query.reach === 'raw' ? sql`true` : sql`not r.is_machine and not r.is_suspect`}`,
  },
  'set-aside': {
    title: 'Readers set aside',
    filters: ['not in the number of readers'],
    columns: [
      { key: 'at', label: 'First seen', format: 'instant' },
      { key: 'why', label: 'Why', format: 'text' },
      { key: 'views', label: 'Views', format: 'count' },
    ],
    from: (asked) => sql`${peopleOf(asked.workspaceId, asked)}, ${readersOf(asked.workspaceId, asked)}`,
    rows: () => sql`
      select r.at as sort_at, md5(r.reader)::uuid as sort_id, r.lead_id as "leadId", r.at, r.views,
        case when r.is_machine then 'A machine' else coalesce(l.suspect_reason, 'A doubtful or archived address') end as why
      from readers r left join people l on l.id = r.lead_id where r.is_machine or r.is_suspect`,
  },
  emails: people('emails', 'People who left their address', 'Left', ''),
  trials: people('trials', 'People who tried the clone', 'First question', 'after they left an address'),
  videos: people('videos', 'People who watched their video', 'Watched', 'after they tried the clone'),
  orders: people('orders', 'People who ordered', 'First order', 'after they watched the video'),
  'hand-raises': {
    title: 'Hands raised',
    filters: reachOf,
    columns: [
      { key: 'at', label: 'Raised', format: 'instant' },
      { key: 'email', label: 'E-mail', format: 'text' },
      { key: 'opened', label: 'Video opened', format: 'instant' },
      { key: 'watched', label: 'Watched', format: 'instant' },
    ],
    from: (asked) => peopleOf(asked.workspaceId, asked),
    rows: (asked) => sql`
      select l.h as sort_at, l.id as sort_id, l.id as "leadId", l.h as at, l.email, l.opened_at as opened, l.v as watched
      from people l where ${counted(asked)} and l.h is not null ${asked.since ? sql`and l.h >= ${asked.since}` : sql``}`,
  },
  'hands-waiting': {
    title: 'People who raised a hand and wait',
    filters: ['neither watched the video nor ordered', 'of any time'],
    columns: [
      { key: 'at', label: 'Raised', format: 'instant' },
      { key: 'email', label: 'E-mail', format: 'text' },
      { key: 'sent', label: 'Video sent', format: 'instant' },
      { key: 'opened', label: 'Opened', format: 'instant' },
    ],
    from: (asked) => peopleOf(asked.workspaceId, asked),
    rows: () => sql`
      select l.h as sort_at, l.id as sort_id, l.id as "leadId", l.h as at, l.email, l.sent_at as sent, l.opened_at as opened
      from people l where l.counts and l.h is not null and l.v is null and l.o is null`,
  },
  left: {
    title: ({ query }) => `People who ${REASONS[query.reason ?? ''] ?? 'left'}`,
    filters: ['machines and suspect addresses set aside'],
    columns: [
      { key: 'at', label: 'At the stage before', format: 'instant' },
      { key: 'email', label: 'Who', format: 'text' },
      { key: 'views', label: 'Views', format: 'count' },
    ],
    from: (asked) =>
      asked.query.stage && asked.query.stage !== 'emails'
        ? peopleOf(asked.workspaceId, asked)
        : sql`${peopleOf(asked.workspaceId, asked)}, ${readersOf(asked.workspaceId, asked)}, ${stoppedReaders(asked.workspaceId, asked)}`,
    rows: (asked) => {
      const { stage, reason = '' } = asked.query;
      if (!stage || stage === 'emails')
        return sql`select s.at as sort_at, md5(s.reader)::uuid as sort_id, s.at, null as email, s.views from stopped s where s.reason = ${reason}`;
      const [before, why] = (
        {
          trials: ['emails', sql`l.no_trial`],
          videos: ['trials', sql`l.no_video`],
          orders: ['videos', sql`l.no_order`],
        } as const
      )[stage];
      return sql`
        select ${reachedAt[before]} as sort_at, l.id as sort_id, l.id as "leadId", ${reachedAt[before]} as at, l.email, null as views
        from people l where l.counts and ${atStage(before, asked)} and ${why} = ${reason}`;
    },
  },
} satisfies Record<string, Opened>;
