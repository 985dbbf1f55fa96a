import type { ElementType } from './binary-arrays.ts';

/** PostgreSQL types of fact columns and what they are in the program. */
interface ColumnTypes {
  uuid: string;
  text: string;
  integer: number;
  boolean: boolean;
  timestamptz: Date;
  /** As JSON text. */
  jsonb: string;
}
type ColumnType = keyof ColumnTypes;
type Column = ColumnType | `${ColumnType}?`;

const classified = {
  is_bot: 'boolean',
  bot_reason: 'text?',
  classifier_version: 'integer',
} as const satisfies Record<string, Column>;

const seenBy = {
  click_id: 'uuid?',
  reading_id: 'uuid?',
  lead_id: 'uuid?',
} as const satisfies Record<string, Column>;

/** The append-only tables that take rows in batches, with the type of each column; `?` may be absent. */
export const factTables = {
  clicks: {
    id: 'uuid',
    workspace_id: 'uuid',
    link_id: 'uuid',
    occurred_at: 'timestamptz',
    visitor_hash: 'text',
    user_agent: 'text?',
    referrer: 'text?',
    method: 'text',
    ...classified,
  },
  page_views: {
    id: 'uuid',
    workspace_id: 'uuid',
    playbook_id: 'uuid',
    version_id: 'uuid',
    occurred_at: 'timestamptz',
    visitor_hash: 'text',
    ...seenBy,
    path: 'text',
    referrer: 'text?',
    user_agent: 'text?',
    utm_source: 'text?',
    utm_medium: 'text?',
    utm_campaign: 'text?',
    utm_term: 'text?',
    utm_content: 'text?',
    ...classified,
  },
  step_events: {
    id: 'uuid',
    workspace_id: 'uuid',
    playbook_id: 'uuid',
    version_id: 'uuid',
    step_id: 'text?',
    step_position: 'integer?',
    kind: 'text',
    occurred_at: 'timestamptz',
    visitor_hash: 'text',
    ...seenBy,
    ...classified,
  },
  usage_facts: {
    id: 'uuid',
    workspace_id: 'uuid',
    kind: 'text',
    occurred_at: 'timestamptz',
    quantity: 'integer',
    lead_id: 'uuid?',
    trial_id: 'uuid?',
    clone_id: 'uuid?',
    turn_id: 'uuid?',
    playbook_id: 'uuid?',
    version_id: 'uuid?',
    reading_id: 'uuid?',
    visitor_hash: 'text?',
    detail: 'jsonb',
    ...classified,
  },
  watch_facts: {
    id: 'uuid',
    workspace_id: 'uuid',
    video_id: 'uuid',
    lead_id: 'uuid?',
    session_key: 'text',
    kind: 'text',
    scene_position: 'integer?',
    from_ms: 'integer?',
    to_ms: 'integer?',
    occurred_at: 'timestamptz',
    ...classified,
  },
  message_opens: {
    id: 'uuid',
    workspace_id: 'uuid',
    message_id: 'uuid',
    occurred_at: 'timestamptz',
    ip_hash: 'text?',
    network: 'text?',
    user_agent: 'text?',
    ...classified,
  },
  message_clicks: {
    id: 'uuid',
    workspace_id: 'uuid',
    message_id: 'uuid',
    url: 'text',
    link_id: 'uuid?',
    occurred_at: 'timestamptz',
    method: 'text',
    ip_hash: 'text?',
    network: 'text?',
    user_agent: 'text?',
    ...classified,
  },
} as const satisfies Record<string, Record<string, Column>>;

export type FactTable = keyof typeof factTables;

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;
type Required<T, C extends keyof T> = T[C] extends ColumnType ? C : never;
type Value<C> = C extends ColumnType
  ? ColumnTypes[C]
  : C extends `${infer T extends ColumnType}?`
    ? ColumnTypes[T]
    : never;

/** One fact, with its columns in camel case: `{ linkId, occurredAt, … }`. */
export type FactRow<T extends FactTable> = {
  [C in keyof (typeof factTables)[T] as C extends Required<(typeof factTables)[T], C>
    ? Camel<C & string>
    : never]: Value<(typeof factTables)[T][C]>;
} & {
  [C in keyof (typeof factTables)[T] as C extends Required<(typeof factTables)[T], C>
    ? never
    : Camel<C & string>]?: Value<(typeof factTables)[T][C]> | null;
};

/** What is sent to PostgreSQL for one table. */
export interface FactStatement {
  name: string;
  text: string;
  /** Where a row holds the value of each parameter, and its type. */
  columns: { key: string; type: ElementType }[];
}

/** `insert … select from unnest(…)`: one array per column, so the statement stays the same for any number of rows. */
export function statementOf(table: FactTable): FactStatement {
  const columns = Object.entries(factTables[table]);
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type.replace('?', '')}[]`);
  return {
    name: `facts.${table}`,
    text: `insert into app.${table} (${columns.map(([name]) => name).join(', ')}) select * from unnest(${arrays.join(', ')})`,
    columns: columns.map(([name, type]) => ({
      key: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      type: type.replace('?', '') as ColumnType,
    })),
  };
}
