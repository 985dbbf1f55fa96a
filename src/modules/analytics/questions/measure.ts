import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from '#kernel/identity';
import type { Stage } from './keys.ts';

/** What is asked, ready for SQL. */
export interface Asked {
  workspaceId: string;
  currency: string;
  timeZone: string;
  /** Null for all time. */
  from: Date | null;
  /** Not itself part of the period. */
  to: Date;
  now: Date;
  /** Counts machines and suspect addresses as well. */
  isRaw: boolean;
  /** How long nobody was in touch, for what asks for it. */
  quietDays: number;
  stages: { from: Stage; to: Stage };
}

export interface Column {
  key: string;
  label: string;
  format: 'text' | 'instant' | 'count' | 'money' | 'flag' | 'share';
  /** Who lacks it does not get the column. */
  needs?: Permission;
}

/** One thing that can be counted. Its number is the number, sum, share or average of its rows, and of nothing else. */
export interface Measure {
  one: string;
  many: string;
  /** Who lacks one of them does not get the number. */
  needs: readonly Permission[];
  /** `now` measures say how things stand and know no period. */
  when: 'period' | 'now';
  /** Of `amount` (minor units, or days); a share is of `reached`. */
  value: 'count' | 'money' | 'share' | 'days' | 'average';
  /** How it is counted, for people who want to count again. */
  words: readonly string[];
  columns: readonly Column[];
  /** Columns it can be split and narrowed by, each with the head of the table. */
  splits: Readonly<Record<string, string>>;
  /** Rows with the largest `amount` first, instead of the newest. */
  isRanked?: boolean;
  /** Whether it tells machines from people. */
  hasRaw?: boolean;
  /** Selects the columns, `sort_at` and `sort_id`; where known `"leadId"`, `amount`, `reached`. */
  rows: (asked: Asked) => SQL;
}

/** Whether an instant lies in the period; its end is not part of it. */
export const during = (at: SQL, { from, to }: Asked): SQL =>
  from ? sql`(${at} >= ${from} and ${at} < ${to})` : sql`(${at} < ${to})`;

/** Leads who count: no suspect and no archived ones, unless asked for raw. */
export const counted = ({ isRaw }: Asked): SQL =>
  isRaw
    ? sql`l.merged_into_id is null`
    : sql`l.merged_into_id is null and not l.is_suspect and l.archived_at is null`;

export const person: Column = { key: 'person', label: 'Person', format: 'text', needs: 'leads.read' };
export const playbook: Column = { key: 'playbook', label: 'Playbook', format: 'text' };
export const at = (label: string): Column => ({ key: 'at', label, format: 'instant' });
export const amount: Column = { key: 'amount', label: 'Money', format: 'money', needs: 'orders.read' };
export const text = (key: string, label: string, needs?: Permission): Column => ({
  ...{ key, label, format: 'text' },
  ...(needs && { needs }),
});

/** The first way by which a lead came. */
export const firstTouch = sql`coalesce((select t.channel_group from app.touches t
  where t.workspace_id = l.workspace_id and t.lead_id = l.id and not t.is_bot and t.kind in ('click', 'view', 'mail_click', 'mention', 'import')
  order by t.occurred_at, t.id limit 1), case when l.source = 'import' then 'import' else 'direct' end)`;
