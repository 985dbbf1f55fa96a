-- Analytics: touches and journeys, where money came from, rollups, cohorts, list value, predictions; and the work and
-- the archives of the whole workspace.

-- An event that counts for attribution. One row per fact it stands for.
create table app.touches (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid,
  visitor_hash text,
  kind text not null check (kind in
    ('click', 'view', 'gate', 'mail_click', 'reply', 'clone', 'video', 'meeting', 'mention', 'import', 'other')),
  -- The row it stands for, and where that row is.
  subject_type text not null,
  subject_id uuid not null,
  channel_group text not null default 'unknown',
  channel_id uuid,
  link_id uuid,
  post_id uuid,
  click_id uuid,
  campaign_id uuid,
  playbook_id uuid,
  version_id uuid,
  referrer text,
  utm_source text,
  utm_medium text,
  utm_campaign text,
  utm_term text,
  utm_content text,
  is_bot boolean not null default false,
  classifier_version integer not null default 0,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, subject_type, subject_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.touches (workspace_id, lead_id, occurred_at);
create index on app.touches (workspace_id, visitor_hash, occurred_at);

-- A person's touches in order, up to an order or until now.
create table app.journeys (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  order_id uuid,
  touch_ids uuid[] not null,
  touch_count integer not null,
  first_touch_at timestamptz,
  ended_at timestamptz,
  seconds bigint,
  computed_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade
);
create unique index on app.journeys (lead_id, coalesce(order_id, lead_id));

-- Which share of an order's money a touch earned under a model. What no touch earned is a row without touch, so that
-- attributed and unattributed add up to booked.
create table app.attributions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  order_id uuid not null,
  refund_id uuid,
  model text not null check (model in ('first', 'last', 'linear', 'position', 'time_decay', 'data_driven')),
  model_version integer not null default 1,
  touch_id uuid,
  share real not null check (share between 0 and 1),
  -- Negative for a refund.
  amount_minor bigint not null,
  currency char(3) not null,
  unattributed_reason text,
  channel_group text not null default 'unattributed',
  link_id uuid,
  post_id uuid,
  playbook_id uuid,
  version_id uuid,
  purpose text,
  booked_at timestamptz not null,
  computed_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade,
  foreign key (workspace_id, refund_id) references app.refunds (workspace_id, id) on delete cascade,
  foreign key (workspace_id, touch_id) references app.touches (workspace_id, id) on delete set null (touch_id)
);
create index on app.attributions (workspace_id, model, booked_at);
create index on app.attributions (workspace_id, order_id, model);

-- Counts kept by a worker for dashboards; the live tail is added from the rows.
create table app.rollups (
  workspace_id uuid not null references app.workspaces on delete cascade,
  metric text not null,
  grain text not null check (grain in ('hour', 'day', 'week', 'month')),
  period_starts_at timestamptz not null,
  -- What it is split by, such as playbook or channel_group; '' and '' for the whole.
  dimension text not null default '',
  dimension_value text not null default '',
  people bigint not null default 0,
  raw bigint not null default 0,
  amount_minor bigint not null default 0,
  currency char(3) not null default 'EUR',
  counted_at timestamptz not null,
  primary key (workspace_id, metric, grain, period_starts_at, dimension, dimension_value, currency)
);

-- How far a follower of a fact table has come; ids are UUIDv7.
create table app.fact_cursors (
  workspace_id uuid not null references app.workspaces on delete cascade,
  follower text not null,
  fact_table text not null,
  last_id uuid,
  followed_at timestamptz not null,
  primary key (workspace_id, follower, fact_table)
);

create table app.funnel_targets (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid,
  stage text not null check (stage in ('reader_to_email', 'email_to_trial', 'trial_to_video', 'video_to_purchase')),
  rate real not null check (rate between 0 and 1),
  set_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create unique index on app.funnel_targets (workspace_id, coalesce(playbook_id, workspace_id), stage);

-- What a week's people became worth, period by period.
create table app.cohort_cells (
  workspace_id uuid not null references app.workspaces on delete cascade,
  cohort_week date not null,
  dimension text not null default '',
  dimension_value text not null default '',
  measure text not null,
  weeks_later integer not null check (weeks_later >= 0),
  people bigint not null default 0,
  amount_minor bigint not null default 0,
  currency char(3) not null default 'EUR',
  is_finished boolean not null default false,
  counted_at timestamptz not null,
  primary key (workspace_id, cohort_week, dimension, dimension_value, measure, weeks_later, currency)
);

-- What a list is worth, as a range with its parts.
create table app.valuations (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  segment_id uuid,
  playbook_id uuid,
  people bigint not null,
  low_minor bigint not null,
  middle_minor bigint not null,
  high_minor bigint not null,
  currency char(3) not null,
  parts jsonb not null default '[]',
  method text not null,
  method_version integer not null default 1,
  valued_at timestamptz not null,
  created_at timestamptz not null default now(),
  check (low_minor <= middle_minor and middle_minor <= high_minor),
  foreign key (workspace_id, segment_id) references app.segments (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create index on app.valuations (workspace_id, segment_id, valued_at desc);

-- A way to predict; it leads only once it beats the one before on people it has not seen.
create table app.prediction_models (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  kind text not null check (kind in ('lead_conversion', 'lifetime_value', 'churn', 'reply', 'send_time')),
  name text not null,
  version integer not null default 1,
  state text not null default 'candidate' check (state in ('candidate', 'leading', 'retired', 'failed')),
  features jsonb not null default '[]',
  weights jsonb not null default '{}',
  training jsonb not null default '{}',
  -- On held-back people: { n, accuracy, auc, brier, baseline }.
  measures jsonb not null default '{}',
  trained_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, kind, name, version)
);
create unique index prediction_models_one_leading on app.prediction_models (workspace_id, kind) where state = 'leading';

create table app.predictions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  model_id uuid,
  model text not null,
  kind text not null,
  lead_id uuid,
  subject_type text not null default 'lead',
  subject_id uuid not null,
  value real not null,
  low real,
  high real,
  reasons jsonb not null default '[]',
  is_held_back boolean not null default false,
  predicted_at timestamptz not null,
  outcome real,
  outcome_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, model_id) references app.prediction_models (workspace_id, id) on delete set null (model_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.predictions (workspace_id, kind, subject_id, predicted_at desc);

-- Each look at a running test: allowed on any day, and remembered.
create table app.experiment_looks (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  experiment_id uuid not null,
  metric text not null,
  -- Per arm: { variant, exposed, converted, rate, low, high, amountMinor }.
  arms jsonb not null,
  difference real,
  difference_low real,
  difference_high real,
  split_p real,
  verdict text not null check (verdict in ('wins', 'not_decided', 'no_difference', 'cannot_be_read')),
  reason text not null default '',
  method text not null,
  looked_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, experiment_id) references app.experiments (workspace_id, id) on delete cascade
);
create index on app.experiment_looks (workspace_id, experiment_id, looked_at desc);

-- What we changed, for the dotted lines on charts.
create table app.annotations (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  text text not null,
  subject_type text,
  subject_id uuid,
  occurred_at timestamptz not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on app.annotations (workspace_id, occurred_at);

-- Long work as the running card shows it; it can be left, found again and stopped.
create table app.running_work (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  kind text not null,
  title text not null,
  subject_type text,
  subject_id uuid,
  state text not null default 'running' check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  -- [{ name, state, done, total }]
  stages jsonb not null default '[]',
  wait_reason text,
  problem text,
  open_path text,
  started_by uuid,
  stopped_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create index on app.running_work (workspace_id, state, started_at desc);

-- A whole workspace as one file, out or in: the asset that can be sold or moved.
create table app.archives (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  direction text not null check (direction in ('export', 'import')),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  file_id uuid,
  format_version integer not null default 1,
  -- Rows per table, and which identities became which.
  manifest jsonb not null default '{}',
  checksum text,
  problem text,
  asked_by uuid,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, file_id) references app.files (workspace_id, id) on delete set null (file_id)
);
