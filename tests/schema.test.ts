import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from './support/database.ts';

// docs/schema.md promises where everything is. The live catalogue says whether that is so.

const page = readFileSync(join(import.meta.dirname, '../docs/schema.md'), 'utf8');

/** What the founding documents demand by name; each needs a line of its own with columns that exist. */
const DEMANDED = [
  'Standardized step numbering (for email gate placement)',
  'Metadata fields: expert_name, methodology_type, target_audience',
  'UTM parameter schema (for tracking back to playbook)',
  'Segment identifiers (which purpose this serves)',
  'Version control (to track playbook iterations)',
  'Trial eligibility flag (did they qualify for freemium?)',
  'Hand-raise timestamp (when did they request trial?)',
  'Usage data pipeline (connects to Phase 4 analytics)',
  'Loom trigger conditions (what activates Loom delivery?)',
  'Segmentation that Phase 4 can read (no re-segmentation)',
  'Conversion readiness score (when to show buy button?)',
  'Payment intent tracking (did they try to buy?)',
  'Loom personalization data (what goes in their custom demo?)',
  'Fulfillment trigger events (automate onboarding)',
  'Trial-to-paid conversion funnel (no manual handoff)',
  'Revenue attribution by playbook and purpose',
  'Customer lifetime value tracking',
  'Conversion timestamp and path data',
  'A/B test variant assignments',
  'Cohort analysis preparation',
  ...[
    'User',
    'Organization',
    'OrganizationMember',
    'AiCeoConfig',
    'ChatMessage',
    'AutonomousTask',
    'SalesLead',
  ],
  ...['LeadActivity', 'Meeting', 'ContentPost', 'Integration', 'Subscription'],
];

/** Each column of the four tables of the outreach document. */
const FOUNDING_COLUMNS: Record<string, string[]> = {
  users: ['user_id', 'email', 'name', 'plan'],
  campaigns: [
    ...[
      'user_id',
      'campaign_id',
      'url',
      'target_audience',
      'copy_variants',
      'status',
      'sent',
      'opened',
      'clicked',
    ],
    ...['replied', 'open_rate', 'click_rate', 'reply_rate', 'created_at', 'updated_at'],
  ],
  lead_lists: ['campaign_id', 'leads', 'total_leads'],
  email_accounts: ['email', 'status', 'warmup_enabled'],
};

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, left = '', right = '']) => ({ left, right }));
const columnsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:identity\.)?[a-z_]+\.[a-z_]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !isTable(name));
const isTable = (name: string): boolean => tables.has(name);

let database: TestDatabase;
const tables = new Set<string>();
const columns = new Set<string>();

beforeAll(async () => {
  database = await cloneDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const found = await admin.query<{ table: string; column: string }>(`
    select case n.nspname when 'app' then '' else n.nspname || '.' end || c.relname as table, a.attname as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('app', 'identity') and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition`);
  await admin.end();
  for (const { table, column } of found.rows) {
    tables.add(table);
    columns.add(`${table}.${column}`);
  }
});
afterAll(() => database.drop());

describe('docs/schema.md', () => {
  it('names only columns that exist', () => {
    const named = columnsIn(page);
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((name) => !columns.has(name))).toEqual([]);
  });

  it('lists every table once, and no other', () => {
    const listed = rows
      .map((row) => /^`([a-z_.]+)`$/.exec(row.left)?.[1])
      .filter((name) => name !== undefined);
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
    expect([...listed].sort()).toEqual([...tables].sort());
  });

  it.each(DEMANDED)('says where this is: %s', (demand) => {
    const row = rows.find((one) => one.left === demand);
    expect(columnsIn(row?.right ?? '')).not.toEqual([]);
  });

  it('says where each column of the outreach document is', () => {
    const missing = Object.entries(FOUNDING_COLUMNS).flatMap(([table, names]) => {
      const told = rows.filter((row) => row.left.startsWith(`${table}.`) && columnsIn(row.right).length > 0);
      const words = new Set(
        told.flatMap((row) => row.left.split(/[\s,]+/)).map((word) => word.replace(`${table}.`, '')),
      );
      return names.filter((name) => !words.has(name)).map((name) => `${table}.${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('the conventions of the schema', () => {
  const list = async (sql: string): Promise<string[]> => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const found = await admin.query<{ name: string }>(sql);
    await admin.end();
    return found.rows.map((row) => row.name);
  };
  const appTables = `pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

  it('keeps instants with their zone, and money in whole minor units', async () => {
    const odd = await list(`
      select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
      where table_schema in ('app', 'identity') and (data_type = 'timestamp without time zone' or data_type = 'money'
        or column_name like '%\\_minor' and data_type <> 'bigint' or column_name like '%\\_at' and data_type not in
          ('timestamp with time zone', 'time without time zone'))`);
    expect(odd).toEqual([]);
  });

  it('puts a currency beside every amount', async () => {
    const bare = await list(`
      select distinct table_name as name from information_schema.columns a
      where table_schema = 'app' and column_name like '%\\_minor' and not exists (select from information_schema.columns b
        where b.table_schema = 'app' and b.table_name = a.table_name and b.column_name = 'currency')`);
    // A line of an order has the currency of its order.
    expect(bare).toEqual(['order_lines']);
  });

  it('points inside a workspace together with the workspace', async () => {
    const loose = await list(`
      select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'app'::regnamespace
        and k.confrelid::regclass::text like 'app.%' and k.confrelid <> 'app.workspaces'::regclass
        and not k.conparentid <> 0
        and not (select attnum from pg_attribute where attrelid = k.conrelid and attname = 'workspace_id') = any (k.conkey)
      order by 1`);
    expect(loose).toEqual([]);
  });

  it('lets the rows of a whole workspace arrive in any order', async () => {
    const strict = await list(`
      select conrelid::regclass || ' ' || conname as name from pg_constraint
      where contype = 'f' and connamespace = 'app'::regnamespace and not condeferrable`);
    expect(strict).toEqual([]);
  });

  it('has an index for the workspace of every table', async () => {
    const bare = await list(`
      select c.relname as name from ${appTables} and c.relname not in ('workspaces')
        and exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id')
        and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and a.attname = 'workspace_id') order by 1`);
    expect(bare).toEqual([]);
  });
});
