-- What must be known before a workspace is known, or spans all of them. pb_lookup cannot log in; it owns the functions
-- of schema lookup and sees, of the tables listed here and of no other, the columns listed here and no others. A forced
-- policy binds an owner too, hence the policies. tests/isolation.test.ts compares this list with the catalogue.

do $$
declare
  entry record;
begin
  for entry in
    select * from (values
      ('workspaces', 'id, organization_id, slug, name, kind, purpose, time_zone, currency, settings, archived_at, created_at'),
      ('links', 'id, workspace_id, slug, target_kind, playbook_id, target_url, utm_source, utm_medium, utm_campaign, utm_term, utm_content, expires_at, archived_at'),
      ('link_slugs', 'slug, workspace_id, link_id, retired_at'),
      ('playbooks', 'id, workspace_id, slug'),
      ('email_confirmations', 'id, workspace_id, lead_id, token_hash, purpose, expires_at, confirmed_at'),
      ('public_tokens', 'id, workspace_id, kind, token_hash, subject_id, expires_at, revoked_at'),
      ('connections', 'id, workspace_id, provider'),
      ('messages', 'id, workspace_id, state, claimed_at, next_attempt_at'),
      ('unsubscribe_tokens', 'id, workspace_id, token_hash')
    ) as listed (table_name, column_names)
  loop
    execute format('create policy lookup on app.%I for select to pb_lookup using (true)', entry.table_name);
    execute format('grant select (%s) on app.%I to pb_lookup', entry.column_names, entry.table_name);
  end loop;
end $$;

set local role pb_lookup;

create function lookup.workspace_by_id(wanted uuid)
returns table (id uuid, organization_id uuid, slug text, name text, kind text, purpose text, time_zone text,
  currency text, settings jsonb, archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select w.id, w.organization_id, w.slug, w.name, w.kind, w.purpose, w.time_zone, w.currency::text, w.settings, w.archived_at
  from app.workspaces w where w.id = wanted
$$;

create function lookup.workspace_by_slug(wanted text)
returns table (id uuid, organization_id uuid, slug text, name text, kind text, purpose text, time_zone text,
  currency text, settings jsonb, archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select w.id, w.organization_id, w.slug, w.name, w.kind, w.purpose, w.time_zone, w.currency::text, w.settings, w.archived_at
  from app.workspaces w where w.slug = wanted
$$;

create function lookup.workspaces_of_organization(wanted uuid[])
returns table (id uuid, organization_id uuid, slug text, name text, kind text, purpose text, time_zone text,
  currency text, settings jsonb, archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select w.id, w.organization_id, w.slug, w.name, w.kind, w.purpose, w.time_zone, w.currency::text, w.settings, w.archived_at
  from app.workspaces w where w.organization_id = any (wanted) order by w.created_at, w.id
$$;

-- For schedules and rollups, which then enter each workspace by itself.
create function lookup.all_workspace_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog
as $$ select w.id from app.workspaces w where w.kind <> 'system' and w.archived_at is null order by w.id $$;

-- Finds a link by its slug of today or by one it had; slug is today's.
create function lookup.link_by_slug(wanted text)
returns table (workspace_id uuid, workspace_slug text, link_id uuid, slug text, target_kind text, playbook_id uuid,
  playbook_slug text, target_url text, utm_source text, utm_medium text, utm_campaign text, utm_term text,
  utm_content text, expires_at timestamptz, archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select l.workspace_id, w.slug, l.id, l.slug, l.target_kind, l.playbook_id, p.slug, l.target_url, l.utm_source,
    l.utm_medium, l.utm_campaign, l.utm_term, l.utm_content, l.expires_at, l.archived_at
  from app.link_slugs s
  join app.links l on l.id = s.link_id
  join app.workspaces w on w.id = l.workspace_id
  left join app.playbooks p on p.id = l.playbook_id
  where s.slug = wanted
$$;

-- Tokens are asked for by their SHA-256 in hexadecimal. Whether one still holds is for the verb to say.
create function lookup.confirmation_token(wanted_hash text)
returns table (workspace_id uuid, id uuid, lead_id uuid, purpose text, expires_at timestamptz, confirmed_at timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select c.workspace_id, c.id, c.lead_id, c.purpose, c.expires_at, c.confirmed_at
  from app.email_confirmations c where c.token_hash = wanted_hash
$$;

create function lookup.public_token(wanted_kind text, wanted_hash text)
returns table (workspace_id uuid, id uuid, subject_id uuid, expires_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select t.workspace_id, t.id, t.subject_id, t.expires_at, t.revoked_at
  from app.public_tokens t where t.token_hash = wanted_hash and t.kind = wanted_kind
$$;

-- For webhooks of outside services, whose address names the connection.
create function lookup.connection(wanted uuid) returns table (workspace_id uuid, id uuid, provider text)
language sql stable security definer set search_path = pg_catalog
as $$ select c.workspace_id, c.id, c.provider from app.connections c where c.id = wanted $$;

create function lookup.unsubscribe_token(wanted_hash text) returns table (workspace_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog
as $$ select t.workspace_id, t.id from app.unsubscribe_tokens t where t.token_hash = wanted_hash $$;

-- Messages whose sender never came back to say what became of them, and those that are overdue because the process that
-- had taken their job died before it began.
create function lookup.abandoned_messages(before timestamptz, most int) returns table (workspace_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog
as $$
  (select m.workspace_id, m.id from app.messages m
    where m.state = 'sending' and m.claimed_at < before order by m.claimed_at limit most)
  union all
  (select m.workspace_id, m.id from app.messages m
    where m.state = 'queued' and m.next_attempt_at < before order by m.next_attempt_at limit most)
$$;

revoke all on all functions in schema lookup from public;
grant execute on all functions in schema lookup to pb_app;

set local role pb_owner;
