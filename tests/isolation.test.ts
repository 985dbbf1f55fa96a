import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { cloneDatabase, type TestDatabase } from './support/database.ts';

// The walls as the catalogue has them. A new table needs no word here; a new way around a wall does.

/** What pb_lookup may see: these columns of these tables, of every workspace. */
const LOOKED_UP: Record<string, string[]> = {
  connections: ['id', 'provider', 'workspace_id'],
  email_confirmations: [
    'confirmed_at',
    'expires_at',
    'id',
    'lead_id',
    'purpose',
    'token_hash',
    'workspace_id',
  ],
  link_slugs: ['link_id', 'retired_at', 'slug', 'workspace_id'],
  links: [
    ...['archived_at', 'expires_at', 'id', 'playbook_id', 'slug', 'target_kind', 'target_url'],
    ...['utm_campaign', 'utm_content', 'utm_medium', 'utm_source', 'utm_term', 'workspace_id'],
  ],
  messages: ['claimed_at', 'id', 'next_attempt_at', 'state', 'workspace_id'],
  playbooks: ['id', 'slug', 'workspace_id'],
  public_tokens: ['expires_at', 'id', 'kind', 'revoked_at', 'subject_id', 'token_hash', 'workspace_id'],
  unsubscribe_tokens: ['id', 'token_hash', 'workspace_id'],
  workspaces: [
    ...[
      'archived_at',
      'created_at',
      'currency',
      'id',
      'kind',
      'name',
      'organization_id',
      'purpose',
      'settings',
    ],
    ...['slug', 'time_zone'],
  ],
};

/** The only functions that run with rights other than their caller's. */
const DEFINER_FUNCTIONS = [
  'app.ensure_event_partitions',
  'app.forget_facts',
  'jobs.enqueue',
  'lookup.abandoned_messages',
  'lookup.all_workspace_ids',
  'lookup.confirmation_token',
  'lookup.connection',
  'lookup.link_by_slug',
  'lookup.public_token',
  'lookup.unsubscribe_token',
  'lookup.workspace_by_id',
  'lookup.workspace_by_slug',
  'lookup.workspaces_of_organization',
];

/** What pb_ingest may add, and nothing more. */
const FACTS = [
  'clicks',
  'message_clicks',
  'message_opens',
  'page_views',
  'step_events',
  'usage_facts',
  'watch_facts',
];

/** Rows that are evidence: pb_app may change these columns and no others. */
const KEPT_AS_WRITTEN: Record<string, string[]> = {
  approvals: [],
  audit_chain: [],
  audit_entries: [],
  clicks: ['bot_reason', 'classifier_version', 'is_bot'],
  consents: [],
  events: [],
  gate_revisions: [],
  message_clicks: ['bot_reason', 'classifier_version', 'is_bot'],
  message_opens: ['bot_reason', 'classifier_version', 'is_bot'],
  page_views: ['bot_reason', 'classifier_version', 'is_bot', 'lead_id', 'reading_id'],
  relationship_transitions: [],
  revenue_shares: ['payout_id'],
  reviews: ['model', 'second_opinion'],
  score_changes: [],
  signals: [],
  step_events: ['bot_reason', 'classifier_version', 'is_bot', 'lead_id', 'reading_id'],
  usage_facts: ['bot_reason', 'classifier_version', 'is_bot', 'lead_id', 'reading_id'],
  versions: ['retracted_at', 'retracted_reason'],
  watch_facts: ['bot_reason', 'classifier_version', 'is_bot', 'lead_id'],
};

/** Walled by organization, as their rows belong to all of its workspaces. */
const WALLED_BY_ORGANIZATION = ['organization_plans', 'usage_counters'];

let database: TestDatabase;
let admin: pg.Client;
let login: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  login = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await login.connect();
});
afterAll(async () => {
  await admin.end();
  await login.end();
  await database.drop();
});

const list = async (sql: string, values: unknown[] = []): Promise<string[]> =>
  (await admin.query<{ name: string }>(sql, values)).rows.map((row) => row.name);

const WITHOUT_A_WALL = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
    and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy where polrelid = c.oid))`;

describe('the catalogue', () => {
  it('has row-level security, forced, and a policy on every table and partition', async () => {
    expect(await list(WITHOUT_A_WALL)).toEqual([]);
    expect(
      (await list(`select tablename as name from pg_tables where schemaname = 'app'`)).length,
    ).toBeGreaterThan(180);
  });

  it('would catch a table without one', async () => {
    await admin.query('begin; create table app.planted (id uuid primary key, workspace_id uuid not null)');
    const caught = await list(WITHOUT_A_WALL);
    await admin.query('rollback');
    expect(caught).toEqual(['planted']);
  });

  it('keeps tables in these schemas only; identity is the one without policies', async () => {
    const schemas = await list(
      `select distinct schemaname as name from pg_tables where schemaname !~ '^(pg_|information_schema)' order by 1`,
    );
    expect(schemas).toEqual(['app', 'graphile_worker', 'identity', 'migrations']);
    const reachable = await list(
      `select distinct schemaname as name from pg_tables
       where schemaname !~ '^(pg_|information_schema)'
         and has_table_privilege('pb_app', format('%I.%I', schemaname, tablename), 'select, insert, update, delete')`,
    );
    expect(reachable.sort()).toEqual(['app', 'identity']);
  });

  it('compares the workspace in every isolation policy, and the organization where that is the key', async () => {
    const odd = await list(
      `select tablename as name from pg_policies where schemaname = 'app' and policyname = 'isolation' and not (
         with_check = qual and cmd = 'ALL' and qual = case
           when tablename = 'workspaces' then '(id = ( SELECT app.current_workspace() AS current_workspace))'
           when tablename = any ($1) then '(organization_id = ( SELECT app.current_organization() AS current_organization))'
           else '(workspace_id = ( SELECT app.current_workspace() AS current_workspace))' end)`,
      [WALLED_BY_ORGANIZATION],
    );
    expect(odd).toEqual([]);
  });

  it('has no other policies than isolation, lookup and ingest', async () => {
    const others = await list(
      `select tablename || '.' || policyname as name from pg_policies
       where policyname not in ('isolation', 'lookup', 'ingest') and schemaname = 'app'
         or policyname = 'lookup' and not (cmd = 'SELECT' and roles = '{pb_lookup}')
         or policyname = 'ingest' and not (cmd = 'INSERT' and roles = '{pb_ingest}')`,
    );
    expect(others).toEqual([]);
    const lookup = await list(
      `select tablename as name from pg_policies where policyname = 'lookup' order by 1`,
    );
    expect(lookup).toEqual(Object.keys(LOOKED_UP).sort());
    const ingest = await list(
      `select tablename as name from pg_policies where policyname = 'ingest' order by 1`,
    );
    expect(ingest).toEqual(FACTS);
  });

  it('gives nobody a right on a partition', async () => {
    const partitions = await list(
      `select relname as name from pg_class where relispartition and relkind = 'r'`,
    );
    expect(partitions.length).toBeGreaterThan(12);
    const reachable = await list(
      `select c.relname as name from pg_class c, unnest(array['pb_app', 'pb_ingest', 'pb_lookup', 'public']) as r
       where c.relispartition and has_table_privilege(r, c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    );
    expect(reachable).toEqual([]);
  });

  it('lets pb_lookup see the listed columns and nothing else', async () => {
    const { rows } = await admin.query<{ table: string; columns: string[] }>(
      `select c.relname as table, array_agg(a.attname::text order by a.attname) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace in ('app'::regnamespace, 'identity'::regnamespace)
         and has_column_privilege('pb_lookup', c.oid, a.attnum, 'select, insert, update')
       group by 1`,
    );
    const sorted = Object.entries(LOOKED_UP).map(([table, columns]) => [table, [...columns].sort()]);
    expect(Object.fromEntries(rows.map((row) => [row.table, row.columns]))).toEqual(
      Object.fromEntries(sorted),
    );
  });

  it('lets pb_ingest insert facts and nothing else', async () => {
    const rights = await list(
      `select c.relname || ' ' || p as name from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as p
       where c.relnamespace::regnamespace::text in ('app', 'identity', 'graphile_worker') and c.relkind in ('r', 'p', 'v')
         and has_table_privilege('pb_ingest', c.oid, p) order by 1`,
    );
    expect(rights).toEqual(FACTS.map((table) => `${table} insert`));
  });

  it('lets pb_app change only the named columns of rows that are evidence', async () => {
    const { rows } = await admin.query<{ table: string; columns: string[] }>(
      `select c.relname as table,
         coalesce(array_agg(a.attname::text order by a.attname)
           filter (where has_column_privilege('pb_app', c.oid, a.attnum, 'update')), '{}') as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and not has_table_privilege('pb_app', c.oid, 'update')
       group by 1`,
    );
    expect(Object.fromEntries(rows.map((row) => [row.table, row.columns]))).toEqual(KEPT_AS_WRITTEN);
  });

  it('lists every function that runs with rights of its own, each with a fixed search path', async () => {
    const { rows } = await admin.query<{ name: string; owner: string; fixed: boolean; open: boolean }>(
      `select p.oid::regproc::text as name, p.proowner::regrole::text as owner,
         exists (select from unnest(p.proconfig) as s where s like 'search_path=%') as fixed,
         has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p where p.prosecdef and p.pronamespace::regnamespace::text in ('app', 'identity', 'jobs', 'lookup')
       order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(DEFINER_FUNCTIONS);
    expect(rows.filter((row) => !row.fixed || row.open)).toEqual([]);
    expect(rows.filter((row) => (row.owner === 'pb_lookup') !== row.name.startsWith('lookup.'))).toEqual([]);
  });

  it('reads views with the rights and the wall of the reader', async () => {
    const views = await list(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('v', 'm')
         and not coalesce(reloptions @> '{security_invoker=true}', false)`,
    );
    expect(views).toEqual([]);
  });

  it('has no role that passes by the walls, and pb_app owns nothing', async () => {
    const strong = await list(
      `select rolname as name from pg_roles
       where rolname in ('pb_owner', 'pb_app', 'pb_ingest', 'pb_lookup', 'playbookos') and (rolsuper or rolbypassrls)`,
    );
    expect(strong).toEqual([]);
    const owned = await list(
      `select relname as name from pg_class where relowner in ('pb_app'::regrole, 'pb_ingest'::regrole)`,
    );
    expect(owned).toEqual([]);
  });
});

describe('the walls at work', () => {
  const organizationId = newId();
  const here = newId();
  const there = newId();
  const playbookThere = newId();
  const linkThere = newId();

  async function inside(role: string, workspaceId: string | null, work: () => Promise<void>): Promise<void> {
    await login.query(`begin; set local role ${role}`);
    if (workspaceId) await login.query(`set local app.workspace_id = '${workspaceId}'`);
    try {
      await work();
      await login.query('commit');
    } catch (error) {
      await login.query('rollback');
      throw error;
    }
  }
  const count = async (sql: string): Promise<number> =>
    (await login.query(`select count(*)::int as n from ${sql}`)).rows[0].n;
  const addWorkspace = (id: string, slug: string) =>
    inside('pb_app', id, async () => {
      await login.query(
        `insert into app.workspaces (id, organization_id, slug, name) values ($1, $2, $3, $3)`,
        [id, organizationId, slug],
      );
    });
  const addClick = `insert into app.clicks (id, workspace_id, link_id, occurred_at, visitor_hash)
    values ($1, $2, $3, now(), 'v')`;

  beforeAll(async () => {
    await inside('pb_app', null, async () => {
      await login.query(`insert into identity.organizations (id, name, slug) values ($1, 'O', 'o')`, [
        organizationId,
      ]);
    });
    await addWorkspace(here, 'here');
    await addWorkspace(there, 'there');
    await inside('pb_app', there, async () => {
      await login.query(
        `insert into app.playbooks (id, workspace_id, slug, title) values ($1, $2, 'p', 'P')`,
        [playbookThere, there],
      );
      await login.query(
        `insert into app.links (id, workspace_id, slug, target_kind, playbook_id) values ($1, $2, 'three', 'playbook', $3)`,
        [linkThere, there, playbookThere],
      );
    });
    await inside('pb_ingest', null, async () => {
      await login.query(addClick, [newId(), there, linkThere]);
    });
  });

  it('shows nothing of another workspace, and nothing at all outside one', async () => {
    await inside('pb_app', here, async () => {
      expect(await count('app.workspaces')).toBe(1);
      expect(await count('app.playbooks')).toBe(0);
      expect(await count('app.clicks')).toBe(0);
    });
    await inside('pb_app', null, async () => expect(await count('app.workspaces')).toBe(0));
    await inside('pb_owner', null, async () => expect(await count('app.playbooks')).toBe(0));
  });

  it('refuses to write into another workspace or to point at its rows', async () => {
    const playbook = `insert into app.playbooks (id, workspace_id, slug, title) values ($1, $2, 'x', 'X')`;
    await expect(
      inside('pb_app', here, async () => {
        await login.query(playbook, [newId(), there]);
      }),
    ).rejects.toMatchObject({ code: '42501' });
    const link = `insert into app.links (id, workspace_id, slug, target_kind, playbook_id) values ($1, $2, 'y', 'playbook', $3)`;
    await expect(
      inside('pb_app', here, async () => {
        await login.query(link, [newId(), here, playbookThere]);
      }),
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('finds a link by the slug it has and by the one it had, and gives neither away', async () => {
    await inside('pb_app', there, async () => {
      await login.query(`update app.links set slug = 'four' where id = $1`, [linkThere]);
    });
    await inside('pb_app', null, async () => {
      const { rows } = await login.query(
        `select workspace_id, slug, playbook_slug from lookup.link_by_slug('three')`,
      );
      expect(rows).toEqual([{ workspace_id: there, slug: 'four', playbook_slug: 'p' }]);
    });
    const taken = `insert into app.links (id, workspace_id, slug, target_kind, target_url) values ($1, $2, 'three', 'url', 'https://a.example')`;
    await expect(
      inside('pb_app', here, async () => {
        await login.query(taken, [newId(), here]);
      }),
    ).rejects.toMatchObject({ code: '23505' });
  });

  it('lets pb_ingest add a fact and read none', async () => {
    await expect(
      inside('pb_ingest', there, async () => void (await count('app.clicks'))),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('walls a partition the moment it is made', async () => {
    await inside('pb_owner', null, async () => {
      await login.query(`select app.ensure_event_partitions('2031-01-01', 2)`);
    });
    expect(await list(WITHOUT_A_WALL)).toEqual([]);
    const read = inside('pb_app', here, async () => void (await count('app.events_2031_01')));
    await expect(read).rejects.toMatchObject({ code: '42501' });
  });

  it('takes facts and events along when a workspace goes', async () => {
    await inside('pb_app', there, async () => {
      await login.query(
        `insert into app.events (id, workspace_id, name, payload, actor, occurred_at) values ($1, $2, 'x', '{}', '{}', now())`,
        [newId(), there],
      );
      expect(await count('app.events')).toBe(1);
      expect(await count('app.clicks')).toBe(1);
      await login.query('delete from app.workspaces');
    });
    await inside('pb_app', there, async () => {
      expect(await count('app.events')).toBe(0);
      expect(await count('app.clicks')).toBe(0);
      expect(await count('app.links')).toBe(0);
    });
  });
});
