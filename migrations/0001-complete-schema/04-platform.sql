-- The platform's own tables: connections to outside services, model calls and their spend, files,
-- experiments, the audit log, plans and usage, webhooks. Policies and grants of schema app: 90-isolation.sql.

-- Connections -------------------------------------------------------------------------------------

-- One row per account at an outside service. Tokens are sealed by the vault (key id first) before they come here.
create table app.connections (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  provider text not null check (provider <> ''),
  account_key text not null default '',
  name text not null check (name <> ''),
  auth_kind text not null check (auth_kind in ('api_key', 'oauth2', 'basic', 'webhook', 'none')),
  state text not null default 'connected' check (state in ('connected', 'expired', 'failing', 'revoked', 'disconnected')),
  state_reason text,
  access_token_sealed text,
  refresh_token_sealed text,
  token_expires_at timestamptz,
  scopes text[] not null default '{}',
  settings jsonb not null default '{}',
  last_call_at timestamptz,
  last_success_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  retry_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, provider, account_key)
);
create index connections_by_state on app.connections (workspace_id, state);

-- What outside services told us (payments, mail, CRM), kept before it is acted on, once per external id.
create table app.inbound_deliveries (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  connection_id uuid,
  provider text not null,
  external_id text not null,
  kind text not null default '',
  body jsonb not null,
  state text not null default 'received' check (state in ('received', 'handled', 'ignored', 'failed')),
  error text,
  received_at timestamptz not null default now(),
  handled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, provider, external_id),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete set null (connection_id)
);
create index inbound_deliveries_by_state on app.inbound_deliveries (workspace_id, state, received_at);

-- Model calls -------------------------------------------------------------------------------------

-- What a workspace may spend on models in a month. No row: the default from the configuration.
create table app.ai_budgets (
  id uuid primary key,
  workspace_id uuid not null unique references app.workspaces on delete cascade,
  monthly_limit_minor bigint not null check (monthly_limit_minor >= 0),
  currency char(3) not null default 'USD',
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Spend of a month. A single call costs far less than a cent, so these are millionths of the currency
-- unit (1 minor unit = 10,000 micros); rounding each call to minor units would double some bills.
create table app.ai_spend (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  month date not null,
  currency char(3) not null default 'USD',
  reserved_micros bigint not null default 0 check (reserved_micros >= 0),
  spent_micros bigint not null default 0 check (spent_micros >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, month)
);

-- The transcript: every run of a task, whether a model or the built-in composer answered it.
create table app.ai_runs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  task text not null,
  task_version integer not null,
  prompt_version text not null,
  prompt_hash char(64),
  input_hash char(64) not null,
  subject_type text,
  subject_id uuid,
  state text not null check (state in ('reserved', 'completed', 'fell_back', 'refused', 'failed', 'unconfirmed')),
  maker text not null,
  provider text,
  model text,
  output jsonb,
  reason text,
  error text,
  attempts integer not null default 0,
  tokens_in integer not null default 0,
  tokens_out integer not null default 0,
  reserved_micros bigint not null default 0,
  cost_micros bigint not null default 0,
  currency char(3) not null default 'USD',
  duration_ms integer,
  correlation_id text,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now()
);
create index ai_runs_by_time on app.ai_runs (workspace_id, started_at desc, id);
create index ai_runs_by_task on app.ai_runs (workspace_id, task, started_at desc);
create index ai_runs_unsettled on app.ai_runs (workspace_id, started_at) where state = 'reserved';

-- Files -------------------------------------------------------------------------------------------

-- Bytes lie on disk, named by their hash and shared; a row says which workspace has them and under what name.
create table app.files (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  name text not null,
  purpose text not null default 'upload',
  created_by uuid,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (workspace_id, id)
);
create index files_by_hash on app.files (workspace_id, sha256);
create index files_by_time on app.files (workspace_id, created_at desc, id);

-- Visitors ----------------------------------------------------------------------------------------

-- The salt of one day's visitor hashes. Deleted when the day is over: from then on nothing leads back to an address.
create table app.visitor_salts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  day date not null,
  salt text not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, day)
);

-- Experiments -------------------------------------------------------------------------------------

create table app.experiments (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  key text not null check (key <> ''),
  name text not null,
  hypothesis text,
  subject_type text,
  subject_id uuid,
  unit_kind text not null default 'visitor' check (unit_kind in ('visitor', 'lead', 'prospect', 'order')),
  metric text,
  guardrail_metrics text[] not null default '{}',
  salt text not null,
  traffic_share real not null default 1 check (traffic_share >= 0 and traffic_share <= 1),
  minimum_effect real,
  planned_sample integer,
  state text not null default 'draft' check (state in ('draft', 'running', 'stopped', 'decided')),
  started_at timestamptz,
  stopped_at timestamptz,
  winner_variant_id uuid,
  decision jsonb,
  decided_by uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, key)
);
create index experiments_by_subject on app.experiments (workspace_id, subject_type, subject_id);

create table app.experiment_variants (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  experiment_id uuid not null,
  key text not null check (key <> ''),
  name text not null,
  position integer not null default 0,
  weight integer not null default 1 check (weight >= 0),
  content jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, experiment_id, key),
  foreign key (workspace_id, experiment_id) references app.experiments (workspace_id, id) on delete cascade
);

-- Which unit saw which variant first. Once per unit: this row, not today's weights, says what the unit keeps seeing.
create table app.exposures (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  experiment_id uuid not null,
  variant_id uuid not null,
  unit_kind text not null,
  unit_id text not null,
  bucket integer not null check (bucket >= 0 and bucket < 10000),
  context jsonb not null default '{}',
  exposed_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, experiment_id, unit_id),
  foreign key (workspace_id, experiment_id) references app.experiments (workspace_id, id) on delete cascade,
  foreign key (workspace_id, variant_id) references app.experiment_variants (workspace_id, id) on delete cascade
);
create index exposures_by_variant on app.exposures (workspace_id, experiment_id, variant_id, exposed_at);
create index exposures_by_unit on app.exposures (workspace_id, unit_id);

-- Audit -------------------------------------------------------------------------------------------

create table app.audit_entries (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  actor_kind text not null,
  actor_id text,
  actor_name text not null default '',
  action text not null check (action <> ''),
  subject_type text not null,
  subject_id text,
  before jsonb,
  after jsonb,
  reason text,
  correlation_id text,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create index audit_entries_by_time on app.audit_entries (workspace_id, id desc);
create index audit_entries_by_subject on app.audit_entries (workspace_id, subject_type, subject_id, id desc);

-- The chain stands apart from the entries, so that an entry is never written twice. One job per workspace
-- appends to it after commit: an entry's number is the order in which entries became visible.
create table app.audit_chain (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  sequence bigint not null check (sequence > 0),
  entry_id uuid not null,
  previous_hash char(64) not null,
  hash char(64) not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, sequence),
  unique (workspace_id, entry_id)
);

create function app.refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_append_only before update on app.audit_entries
  for each row execute function app.refuse_audit_change();
create trigger audit_chain_append_only before update on app.audit_chain
  for each row execute function app.refuse_audit_change();

-- Plans and usage ---------------------------------------------------------------------------------

-- A plan belongs to the organization, which may have many workspaces: these two are walled by organization.
-- No row: the plan of the installation (self-hosted: enterprise, limits off).
create table app.organization_plans (
  organization_id uuid primary key references identity.organizations on delete cascade,
  plan text not null default 'free' check (plan in ('free', 'pro', 'enterprise')),
  limits_enforced boolean not null default false,
  limit_overrides jsonb not null default '{}',
  state text not null default 'active' check (state in ('active', 'trialing', 'past_due', 'canceled', 'unpaid', 'incomplete')),
  stripe_customer_id text unique,
  stripe_subscription_id text unique,
  stripe_price_id text,
  current_period_start timestamptz,
  current_period_end timestamptz,
  cancel_at_period_end boolean not null default false,
  canceled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table app.usage_counters (
  organization_id uuid not null references identity.organizations on delete cascade,
  resource text not null check (resource <> ''),
  month date not null,
  used bigint not null default 0 check (used >= 0),
  updated_at timestamptz not null default now(),
  primary key (organization_id, resource, month)
);
select app.isolate('app.organization_plans', 'organization_id', 'current_organization');
select app.isolate('app.usage_counters', 'organization_id', 'current_organization');

-- The rows behind a counter: what was used, where, by whom.
create table app.usage_records (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  organization_id uuid not null,
  resource text not null,
  quantity bigint not null,
  month date not null,
  subject_type text,
  subject_id uuid,
  actor_kind text not null default 'system',
  actor_id text,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index usage_records_by_month on app.usage_records (workspace_id, month, resource);

-- Webhooks out ------------------------------------------------------------------------------------

create table app.webhook_endpoints (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  url text not null,
  description text not null default '',
  events text[] not null default '{}',
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_expires_at timestamptz,
  state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
  state_reason text,
  failures_in_row integer not null default 0,
  failing_since timestamptz,
  last_delivery_at timestamptz,
  last_success_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);

create table app.webhook_deliveries (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  endpoint_id uuid not null,
  event_id uuid not null,
  event_type text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'cancelled')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  waiting_reason text,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, endpoint_id, event_id),
  foreign key (workspace_id, endpoint_id) references app.webhook_endpoints (workspace_id, id) on delete cascade
);
create index webhook_deliveries_by_time on app.webhook_deliveries (workspace_id, endpoint_id, id desc);

create table app.webhook_attempts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  delivery_id uuid not null,
  number integer not null check (number > 0),
  status integer,
  error text,
  answer text,
  duration_ms integer not null default 0,
  attempted_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, delivery_id, number),
  foreign key (workspace_id, delivery_id) references app.webhook_deliveries (workspace_id, id) on delete cascade
);
