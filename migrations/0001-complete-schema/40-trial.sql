-- Trial: the expert's clone, each lead's free allowance of it, the signals people give, and the hand they raise.

create table app.clones (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid,
  playbook_id uuid not null,
  -- The version it reads; null follows the newest.
  version_id uuid,
  name text not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'paused')),
  greeting text not null default '',
  instructions text not null default '',
  free_uses integer not null default 3 check (free_uses >= 0),
  -- Stands in for the gate's rule when set: who may try, by rule on answers and segments.
  eligibility_rule jsonb not null default '{}',
  -- Share of grounded answers that the test set must reach before publishing.
  passing_rate real not null default 0.9 check (passing_rate between 0 and 1),
  published_by uuid,
  published_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id)
);
create index on app.clones (workspace_id, playbook_id);

create table app.clone_sources (
  workspace_id uuid not null references app.workspaces on delete cascade,
  clone_id uuid not null,
  source_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (clone_id, source_id),
  foreign key (workspace_id, clone_id) references app.clones (workspace_id, id) on delete cascade,
  foreign key (workspace_id, source_id) references app.sources (workspace_id, id) on delete cascade
);
create index on app.clone_sources (workspace_id, source_id);

-- A lead's free allowance. What is reserved before an answer and what was used never exceed it together, so two tabs
-- cannot spend the same question.
create table app.trials (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  clone_id uuid not null,
  playbook_id uuid not null,
  version_id uuid,
  step_position integer,
  state text not null default 'open' check (state in ('open', 'spent', 'expired', 'closed')),
  eligibility_reason text not null,
  quota integer not null check (quota >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  used integer not null default 0 check (used >= 0),
  requested_at timestamptz not null,
  first_used_at timestamptz,
  last_used_at timestamptz,
  spent_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (reserved + used <= quota),
  unique (workspace_id, id),
  unique (lead_id, clone_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, clone_id) references app.clones (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id)
);
create index on app.trials (workspace_id, requested_at desc);

-- One question and its answer. lead_id is null for members who try the clone themselves.
create table app.clone_turns (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  clone_id uuid not null,
  trial_id uuid,
  lead_id uuid,
  version_id uuid,
  request_key text not null,
  question text not null,
  answer text,
  state text not null default 'reserved' check (state in ('reserved', 'answered', 'not_in_material', 'failed', 'released')),
  is_counted boolean not null default true,
  is_grounded boolean,
  -- [{ stepId, stepPosition, passageId, sourceId, quote }]
  citations jsonb not null default '[]',
  composer text not null default 'built-in',
  model text,
  ai_run_id uuid,
  rating text check (rating in ('useful', 'not_useful')),
  problem text,
  reserved_at timestamptz not null,
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (clone_id, request_key),
  foreign key (workspace_id, clone_id) references app.clones (workspace_id, id) on delete cascade,
  foreign key (workspace_id, trial_id) references app.trials (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id)
);
create index on app.clone_turns (workspace_id, clone_id, reserved_at desc);
create index on app.clone_turns (workspace_id, trial_id);

create table app.clone_questions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  clone_id uuid not null,
  question text not null,
  expected text not null default 'answer' check (expected in ('answer', 'refuse')),
  expected_answer text,
  passage_ids uuid[] not null default '{}',
  correction_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, clone_id) references app.clones (workspace_id, id) on delete cascade
);
create index on app.clone_questions (workspace_id, clone_id);

-- What the expert would have said instead; a correction becomes a test question.
create table app.clone_corrections (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  clone_id uuid not null,
  turn_id uuid,
  question text not null,
  wrong_answer text,
  right_answer text not null,
  corrected_by uuid,
  corrected_at timestamptz not null,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, clone_id) references app.clones (workspace_id, id) on delete cascade,
  foreign key (workspace_id, turn_id) references app.clone_turns (workspace_id, id) on delete set null (turn_id)
);
create index on app.clone_corrections (workspace_id, clone_id);
alter table app.clone_questions
  add foreign key (workspace_id, correction_id) references app.clone_corrections (workspace_id, id)
    on delete set null (correction_id);

create table app.clone_test_runs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  clone_id uuid not null,
  state text not null default 'running' check (state in ('running', 'passed', 'failed', 'stopped')),
  questions integer not null default 0,
  grounded integer not null default 0,
  refused_rightly integer not null default 0,
  -- [{ questionId, outcome, answer, why }]
  results jsonb not null default '[]',
  composer text not null default 'built-in',
  model text,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, clone_id) references app.clones (workspace_id, id) on delete cascade
);
create index on app.clone_test_runs (workspace_id, clone_id, started_at desc);

-- What counts as a signal and how much.
create table app.signal_rules (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  key text not null,
  name text not null,
  condition jsonb not null default '{}',
  weight real not null,
  half_life_days integer check (half_life_days > 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, key)
);

-- When signals add up to a hand-raise, and what that sets off: the conditions that trigger a video.
create table app.hand_raise_rules (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid,
  threshold real not null check (threshold > 0),
  -- Further conditions on the lead, such as segments or answers.
  condition jsonb not null default '{}',
  video_template_id uuid,
  video_delay_minutes integer not null default 0 check (video_delay_minutes >= 0),
  rearm_after_days integer check (rearm_after_days > 0),
  is_active boolean not null default true,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create unique index on app.hand_raise_rules (workspace_id, coalesce(playbook_id, workspace_id)) where is_active;

-- One weighted observation of one person. Never edited.
create table app.signals (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  playbook_id uuid,
  rule_key text not null,
  weight real not null,
  reason text not null,
  evidence jsonb not null default '{}',
  -- What makes it the same observation when it is told twice.
  dedupe_key text not null,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (lead_id, rule_key, dedupe_key),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id)
);
create index on app.signals (workspace_id, lead_id, occurred_at);

-- The moment they add up: once per person, until it is armed again.
create table app.hand_raises (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  playbook_id uuid,
  rule_id uuid,
  total real not null,
  threshold real not null,
  -- The signals as they stood: [{ signalId, ruleKey, weight, reason }].
  signals jsonb not null,
  readiness_score real not null,
  raised_at timestamptz not null,
  rearmed_at timestamptz,
  rearmed_by uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, rule_id) references app.hand_raise_rules (workspace_id, id) on delete set null (rule_id)
);
create unique index hand_raises_one_armed on app.hand_raises (lead_id) where rearmed_at is null;
create index on app.hand_raises (workspace_id, raised_at desc);

-- Fact: use of the clone and of what surrounds it. kind is clone_opened, question_asked, answer_shown, quota_spent ...
create table app.usage_facts (
  id uuid primary key,
  workspace_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  quantity integer not null default 1,
  lead_id uuid,
  trial_id uuid,
  clone_id uuid,
  turn_id uuid,
  playbook_id uuid,
  version_id uuid,
  reading_id uuid,
  visitor_hash text,
  detail jsonb not null default '{}',
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index usage_facts_by_kind on app.usage_facts (workspace_id, kind, occurred_at);
