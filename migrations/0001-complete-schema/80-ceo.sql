-- The AI CEO: what it is told to be, what it sees, what it proposes, what it may do, what it did, and how right it was.

create table app.ceo_configs (
  workspace_id uuid primary key references app.workspaces on delete cascade,
  personality text not null default '',
  goals jsonb not null default '[]',
  industry text not null default '',
  voice text not null default '',
  language text not null default 'en',
  is_hourly boolean not null default true,
  -- Above this certainty it acts by itself where the policy allows.
  acts_above real not null default 0.75 check (acts_above between 0 and 1),
  brief_at time not null default '07:00',
  -- The hard stop: nothing acts while it is set.
  stopped_at timestamptz,
  stopped_by uuid,
  stopped_reason text,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- What it looks for. The prior gives way to measured outcomes.
create table app.detectors (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  key text not null,
  name text not null,
  settings jsonb not null default '{}',
  prior real not null check (prior between 0 and 1),
  right_count integer not null default 0,
  wrong_count integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, key)
);

create table app.ceo_runs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  trigger text not null check (trigger in ('hourly', 'asked', 'event')),
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'stopped')),
  insights_found integer not null default 0,
  actions_proposed integer not null default 0,
  actions_done integer not null default 0,
  problem text,
  started_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create unique index ceo_runs_one_at_a_time on app.ceo_runs (workspace_id) where state = 'running';
create index on app.ceo_runs (workspace_id, started_at desc);

create table app.insights (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  run_id uuid,
  detector_key text not null,
  type text not null,
  title text not null,
  statement text not null default '',
  confidence real not null check (confidence between 0 and 1),
  prior real,
  -- { query, parameters, count, sample }; the rows themselves are in insight_evidence.
  evidence jsonb not null default '{}',
  -- The same finding again renews this one instead of adding another.
  dedupe_key text not null,
  state text not null default 'open' check (state in ('open', 'acted', 'dismissed', 'resolved', 'expired')),
  decided_by uuid,
  decided_at timestamptz,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, run_id) references app.ceo_runs (workspace_id, id) on delete set null (run_id)
);
create unique index insights_one_open on app.insights (workspace_id, dedupe_key) where state = 'open';
create index on app.insights (workspace_id, last_seen_at desc);

create table app.insight_evidence (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  insight_id uuid not null,
  position integer not null,
  subject_type text not null,
  subject_id uuid not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  unique (insight_id, position),
  foreign key (workspace_id, insight_id) references app.insights (workspace_id, id) on delete cascade
);
create index on app.insight_evidence (workspace_id, subject_type, subject_id);

-- What the machine may do, per kind of action and reach. Changing it ends the old row, so that history stays.
create table app.policies (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  action_kind text not null,
  reach text not null check (reach in ('inside', 'outside')),
  mode text not null check (mode in ('alone', 'ask', 'never')),
  -- { maxPeople, maxAmountMinor, perDay, hours, ... }
  limits jsonb not null default '{}',
  set_by uuid,
  set_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create unique index policies_one_in_force on app.policies (workspace_id, action_kind, reach) where ended_at is null;

create table app.conversations (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  title text not null default '',
  owner_id uuid,
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id)
);
create index on app.conversations (workspace_id, owner_id, last_message_at desc);

create table app.conversation_messages (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  conversation_id uuid not null,
  role text not null check (role in ('person', 'ceo')),
  content text not null,
  -- How it was answered: { question, query, parameters, from, to, people }, and the rows shown.
  query jsonb,
  rows jsonb,
  row_count integer,
  -- It said that the data does not hold it, and what comes closest.
  refusal text,
  composer text,
  model text,
  ai_run_id uuid,
  state text not null default 'done' check (state in ('answering', 'done', 'stopped', 'failed')),
  problem text,
  author_id uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, conversation_id) references app.conversations (workspace_id, id) on delete cascade
);
create index on app.conversation_messages (workspace_id, conversation_id, id);

-- What it proposes: the plan, and the plan that takes it back.
create table app.actions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  insight_id uuid,
  conversation_id uuid,
  policy_id uuid,
  kind text not null,
  reach text not null check (reach in ('inside', 'outside')),
  title text not null,
  -- [{ subjectType, subjectId, text, when }]: what to do, to whom, word for word.
  items jsonb not null default '[]',
  plan jsonb not null default '{}',
  inverse jsonb,
  why text not null default '',
  asks_because text,
  confidence real check (confidence between 0 and 1),
  state text not null default 'proposed' check (state in
    ('proposed', 'waiting', 'approved', 'declined', 'running', 'done', 'part_done', 'failed', 'unconfirmed', 'undone', 'expired')),
  wait_reason text,
  runs_at timestamptz,
  decide_by timestamptz,
  undo_until timestamptz,
  -- Limits are reserved before anything is spent: { mails, amountMinor, currency }.
  reserved jsonb not null default '{}',
  result jsonb not null default '{}',
  problem text,
  proposed_at timestamptz not null,
  ran_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, insight_id) references app.insights (workspace_id, id) on delete set null (insight_id),
  foreign key (workspace_id, conversation_id) references app.conversations (workspace_id, id)
    on delete set null (conversation_id),
  foreign key (workspace_id, policy_id) references app.policies (workspace_id, id) on delete set null (policy_id)
);
create index on app.actions (workspace_id, state, decide_by);
create index on app.actions (workspace_id, proposed_at desc);

-- Who decided, what, and why. Never edited.
create table app.approvals (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  action_id uuid not null,
  decision text not null check (decision in ('approved', 'declined', 'changed')),
  reason text,
  edits jsonb not null default '{}',
  item_count integer,
  decided_by uuid,
  policy_id uuid,
  decided_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, action_id) references app.actions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, policy_id) references app.policies (workspace_id, id) on delete set null (policy_id)
);
create index on app.approvals (workspace_id, action_id);

-- A unit of work, for the machine or for a person.
create table app.tasks (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  type text not null,
  title text not null,
  description text not null default '',
  input jsonb not null default '{}',
  output jsonb,
  state text not null default 'pending' check (state in
    ('pending', 'in_progress', 'completed', 'failed', 'unconfirmed', 'cancelled')),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high')),
  doer text not null default 'machine' check (doer in ('machine', 'person')),
  assignee_id uuid,
  lead_id uuid,
  action_id uuid,
  insight_id uuid,
  subject_type text,
  subject_id uuid,
  wait_reason text,
  runs_at timestamptz,
  due_at timestamptz,
  attempts integer not null default 0,
  error text,
  created_by uuid,
  started_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, action_id) references app.actions (workspace_id, id) on delete set null (action_id),
  foreign key (workspace_id, insight_id) references app.insights (workspace_id, id) on delete set null (insight_id)
);
create index on app.tasks (workspace_id, state, runs_at);
create index on app.tasks (workspace_id, created_at desc);
create index on app.tasks (workspace_id, lead_id);

create table app.task_runs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  task_id uuid not null,
  attempt integer not null check (attempt >= 1),
  state text not null default 'running' check (state in ('running', 'completed', 'failed', 'unconfirmed', 'stopped')),
  steps jsonb not null default '[]',
  output jsonb,
  error text,
  ai_run_id uuid,
  correlation_id text,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  unique (task_id, attempt),
  foreign key (workspace_id, task_id) references app.tasks (workspace_id, id) on delete cascade
);
create index on app.task_runs (workspace_id, started_at desc);

create table app.briefs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  day date not null,
  text text not null default '',
  -- Each number with the query that opens its rows.
  numbers jsonb not null default '[]',
  changes jsonb not null default '[]',
  state text not null default 'ready' check (state in ('ready', 'failed')),
  problem text,
  next_at timestamptz,
  composer text not null default 'built-in',
  model text,
  made_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, day)
);

-- What came of it: the measure that says whether a detector or an action was right.
create table app.outcomes (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  action_id uuid,
  insight_id uuid,
  detector_key text not null,
  confidence real not null,
  measure text not null,
  expected real,
  measured real,
  is_right boolean,
  detail jsonb not null default '{}',
  due_at timestamptz not null,
  measured_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, action_id) references app.actions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, insight_id) references app.insights (workspace_id, id) on delete cascade
);
create index on app.outcomes (workspace_id, detector_key, measured_at);
create index on app.outcomes (workspace_id, due_at) where measured_at is null;

-- How something somebody wrote sounds.
create table app.emotion_readings (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  subject_type text not null,
  subject_id uuid not null,
  lead_id uuid,
  emotion text not null,
  confidence real not null check (confidence between 0 and 1),
  scores jsonb not null default '{}',
  provider text not null,
  provider_version text,
  created_at timestamptz not null default now(),
  unique (workspace_id, subject_type, subject_id, provider),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.emotion_readings (workspace_id, lead_id);
