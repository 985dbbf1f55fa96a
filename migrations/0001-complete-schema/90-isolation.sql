-- The walls. Every table and partition of schema app gets row-level security, enabled and forced, and a policy on its
-- workspace; then each role gets exactly what it may do. A later migration that adds a table calls app.wall() for it.

-- Gives pb_app its rights on one table behind its wall. Partitions get the wall and no rights: whoever may read a
-- partition directly would pass the policy of its parent.
create function app.wall(target regclass) returns void language plpgsql as $$
begin
  if not exists (select from pg_policy where polrelid = target) then
    perform app.isolate(target);
  else
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
  end if;
  if (select relispartition from pg_class where oid = target) then
    execute format('revoke all on %s from public, pb_app, pb_ingest, pb_lookup', target);
  else
    execute format('grant select, insert, update, delete on %s to pb_app', target);
  end if;
end $$;

-- Takes updates away from pb_app, but for the named columns, where a row is evidence.
create function app.keep_as_written(target regclass, changeable text default null) returns void language plpgsql as $$
begin
  execute format('revoke update on %s from pb_app', target);
  if changeable is not null then
    execute format('grant update (%s) on %s to pb_app', changeable, target);
  end if;
end $$;

-- A fact: pb_ingest may add rows for any workspace and see none. What may change is the classification beside it, and
-- who it was, once known or once forgotten.
create function app.keep_as_fact(target regclass, changeable text) returns void language plpgsql as $$
begin
  execute format('create policy ingest on %s for insert to pb_ingest with check (true)', target);
  execute format('grant insert on %s to pb_ingest', target);
  perform app.keep_as_written(target, changeable);
end $$;

-- A workspace is its own key.
select app.isolate('app.workspaces', 'id');

do $$
declare
  target regclass;
begin
  for target in
    select oid::regclass from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') order by relname
  loop
    perform app.wall(target);
  end loop;
end $$;

grant select on app.version_steps to pb_app;

select app.keep_as_fact('app.clicks', 'is_bot, bot_reason, classifier_version');
select app.keep_as_fact('app.page_views', 'reading_id, lead_id, is_bot, bot_reason, classifier_version');
select app.keep_as_fact('app.step_events', 'reading_id, lead_id, is_bot, bot_reason, classifier_version');
select app.keep_as_fact('app.usage_facts', 'reading_id, lead_id, is_bot, bot_reason, classifier_version');
select app.keep_as_fact('app.watch_facts', 'lead_id, is_bot, bot_reason, classifier_version');
select app.keep_as_fact('app.message_opens', 'is_bot, bot_reason, classifier_version');
select app.keep_as_fact('app.message_clicks', 'is_bot, bot_reason, classifier_version');

select app.keep_as_written('app.reviews', 'second_opinion, model');
select app.keep_as_written('app.versions', 'retracted_at, retracted_reason');
select app.keep_as_written('app.relationship_transitions');
select app.keep_as_written('app.gate_revisions');
select app.keep_as_written('app.consents');
select app.keep_as_written('app.score_changes');
select app.keep_as_written('app.signals');
select app.keep_as_written('app.revenue_shares', 'payout_id');
select app.keep_as_written('app.approvals');
select app.keep_as_written('app.audit_entries');
select app.keep_as_written('app.audit_chain');
select app.keep_as_written('app.events');
revoke delete on app.versions, app.audit_entries, app.audit_chain, app.events from pb_app;

-- Facts and events carry no foreign key, so a workspace that goes takes them with it here.
create function app.forget_facts() returns trigger
language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  before text := coalesce(current_setting('app.workspace_id', true), '');
  target regclass;
begin
  perform set_config('app.workspace_id', old.id::text, true);
  for target in
    select c.oid::regclass from pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
      and not exists (select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'app.workspaces'::regclass)
  loop
    execute format('delete from %s where workspace_id = $1', target) using old.id;
  end loop;
  perform set_config('app.workspace_id', before, true);
  return old;
end $$;
create trigger workspaces_forget_facts after delete on app.workspaces
  for each row execute function app.forget_facts();

-- Functions of schema app serve policies and the owner; nobody else needs more than the two that policies call.
revoke all on all functions in schema app from public;
grant execute on function app.current_workspace(), app.current_organization() to pb_app, pb_ingest, pb_lookup;

-- Rows point at each other in circles (a playbook at its version, the version at its playbook). What brings in a whole
-- workspace at once, such as an archive, says `set constraints all deferred` and need not find an order.
do $$
declare
  constraint_of record;
begin
  for constraint_of in
    select conrelid::regclass as target, conname as name from pg_constraint
    where contype = 'f' and connamespace = 'app'::regnamespace and conparentid = 0 and not condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', constraint_of.target, constraint_of.name);
  end loop;
end $$;
