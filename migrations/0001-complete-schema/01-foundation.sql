-- The ground everything stands on: schemas, isolation, workspaces, events, receipts, idempotency, enqueueing.
-- Runs as pb_owner. Roles exist before (src/kernel/database/roles.ts).

create schema app;
create schema identity;
create schema jobs;
create schema lookup;

grant usage on schema app, identity, jobs, lookup to pb_app;
grant usage on schema app to pb_ingest, pb_lookup;
grant usage, create on schema lookup to pb_lookup;

-- The workspace of the running transaction. After a transaction the setting is '' and not null, hence nullif.
create function app.current_workspace() returns uuid language sql stable
as $$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;

create function app.current_organization() returns uuid language sql stable
as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Puts one table behind its wall. The sub-select in the policy lets PostgreSQL evaluate the setting once per query.
create function app.isolate(target regclass, key_column text default 'workspace_id', setting text default 'current_workspace')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  if not exists (select from pg_policy where polrelid = target and polname = 'isolation') then
    execute format(
      'create policy isolation on %s using (%I = (select app.%I())) with check (%I = (select app.%I()))',
      target, key_column, setting, key_column, setting);
  end if;
end $$;

-- One expert business inside an organization. The row of kind 'system' owns what belongs to no business, such as account mail.
create table app.workspaces (
  id uuid primary key,
  organization_id uuid,
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 120),
  kind text not null default 'normal' check (kind in ('normal', 'sample', 'system')),
  purpose text,
  time_zone text not null default 'UTC',
  currency char(3) not null default 'EUR',
  settings jsonb not null default '{}',
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  check (kind = 'system' or organization_id is not null)
);
create index workspaces_organization on app.workspaces (organization_id);

insert into app.workspaces (id, organization_id, slug, name, kind)
values ('00000000-0000-7000-8000-000000000000', null, 'system', 'System', 'system');

-- Append-only history of facts that layers tell each other; it is the outbox as well: one job per listener is
-- enqueued in the transaction that inserts the event.
create table app.events (
  id uuid not null,
  workspace_id uuid not null,
  name text not null,
  version int not null default 1,
  payload jsonb not null,
  actor jsonb not null,
  correlation_id text,
  occurred_at timestamptz not null,
  primary key (id, occurred_at)
) partition by range (occurred_at);
create index events_by_name on app.events (workspace_id, name, occurred_at);

create table app.events_default partition of app.events default;

-- Makes monthly partitions ahead of time. pb_app reaches them only through the parent; the wall stands on them all the same.
create function app.ensure_event_partitions(starts date, months int) returns int
language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  month date := date_trunc('month', starts);
  partition_name text;
  made int := 0;
begin
  for i in 1..months loop
    partition_name := 'events_' || to_char(month, 'YYYY_MM');
    if to_regclass('app.' || partition_name) is null then
      execute format('create table app.%I partition of app.events for values from (%L) to (%L)',
        partition_name, month, month + interval '1 month');
      perform app.isolate(('app.' || partition_name)::regclass);
      made := made + 1;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;
select app.ensure_event_partitions((now() - interval '13 months')::date, 16);

-- A listener that has taken an event writes its receipt in the same transaction as its effects.
create table app.event_receipts (
  listener text not null,
  event_id uuid not null,
  workspace_id uuid not null references app.workspaces on delete cascade,
  taken_at timestamptz not null default now(),
  primary key (listener, event_id)
);
create index event_receipts_workspace on app.event_receipts (workspace_id);

-- First answer to a POST that carried an Idempotency-Key. A null status means that it is still under way.
create table app.idempotency_keys (
  workspace_id uuid not null references app.workspaces on delete cascade,
  caller text not null,
  key text not null,
  request_hash text not null,
  status int,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, caller, key)
);

-- Enqueues a job inside the caller's transaction. Graphile Worker's tables belong to pb_owner and carry row-level
-- security without policies, so pb_app reaches them through this one function.
create function jobs.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null,
  max_attempts int default null, queue_name text default null, priority int default null)
returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(identifier := task, payload := payload, queue_name := enqueue.queue_name,
    run_at := enqueue.run_at, max_attempts := enqueue.max_attempts, job_key := enqueue.job_key,
    priority := enqueue.priority);
end $$;
revoke all on function jobs.enqueue from public;
grant execute on function jobs.enqueue to pb_app;
