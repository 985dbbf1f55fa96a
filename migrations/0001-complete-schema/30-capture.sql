-- Capture: gates, the people who pass them, what they allowed, how they score, and what is written to them.

create table app.gates (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null unique,
  position integer not null default 3 check (position between 2 and 5),
  is_active boolean not null default true,
  current_revision_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);

-- What a gate asked and said, as published. Never edited: an answer and a consent point at the exact words.
create table app.gate_revisions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  gate_id uuid not null,
  number integer not null check (number >= 1),
  position integer not null check (position between 2 and 5),
  -- [{ id, version, kind, text, help, isRequired, options: [{ value, label, points }] }]
  questions jsonb not null,
  -- Empty fields are computed from the steps behind the gate: { headline, promise, button }.
  copy jsonb not null default '{}',
  consent_text text not null,
  consent_version text not null,
  newsletter_text text,
  newsletter_version text,
  privacy_url text,
  language text not null default 'en',
  -- Who may try the clone, by rule on the answers.
  eligibility_rule jsonb not null default '{}',
  published_by uuid,
  published_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (gate_id, number),
  foreign key (workspace_id, gate_id) references app.gates (workspace_id, id) on delete cascade
);
alter table app.gates
  add foreign key (workspace_id, current_revision_id) references app.gate_revisions (workspace_id, id)
    on delete set null (current_revision_id);

create table app.leads (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  -- Normalised once, on the way in; email_typed is what the person wrote.
  email text not null check (email = lower(email) and email <> ''),
  email_typed text,
  first_name text,
  last_name text,
  name text,
  company text,
  company_domain text,
  job_title text,
  phone text,
  website text,
  country text,
  language text,
  time_zone text,
  -- Where in the funnel they stand, and what sales does with them.
  stage text not null default 'captured' check (stage in
    ('captured', 'trial', 'hand_raised', 'video', 'checkout', 'customer')),
  stage_since timestamptz not null default now(),
  status text not null default 'new' check (status in
    ('new', 'contacted', 'qualified', 'nurturing', 'won', 'lost', 'archived')),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high')),
  owner_id uuid,
  source text not null default 'gate',
  -- The touch that brought them, back to click, link, step and version.
  first_click_id uuid,
  first_link_id uuid,
  first_channel_id uuid,
  first_post_id uuid,
  first_referrer text,
  utm_source text,
  utm_medium text,
  utm_campaign text,
  utm_term text,
  utm_content text,
  playbook_id uuid,
  version_id uuid,
  gate_id uuid,
  step_position integer,
  reading_id uuid,
  import_id uuid,
  purpose text,
  captured_at timestamptz not null default now(),
  confirmed_at timestamptz,
  last_activity_at timestamptz,
  last_contacted_at timestamptz,
  -- Kept equal to the rows of segment_memberships, so that later layers read it without a join.
  segment_ids uuid[] not null default '{}',
  fit_score integer not null default 0,
  engagement_score integer not null default 0,
  grade text,
  scored_at timestamptz,
  -- 0 to 1, with the model that said so (the founding heuristic until a trained one beats it).
  conversion_likelihood real check (conversion_likelihood between 0 and 1),
  likelihood_model text,
  likelihood_reasons jsonb not null default '[]',
  trial_eligible boolean,
  trial_eligibility_reason text,
  trial_requested_at timestamptz,
  hand_raised_at timestamptz,
  readiness_score real not null default 0,
  readiness_updated_at timestamptz,
  -- How far they went towards paying, and when last.
  payment_intent text not null default 'none' check (payment_intent in
    ('none', 'viewed_offer', 'opened_checkout', 'tried', 'failed', 'paid')),
  payment_intent_at timestamptz,
  converted_at timestamptz,
  -- The touches in order that led to the first order: [{ kind, at, id }].
  conversion_path jsonb not null default '[]',
  lifetime_value_minor bigint not null default 0,
  currency char(3) not null default 'EUR',
  -- Monday of the week of capture, in the workspace's zone.
  cohort_week date,
  -- What a personal video may use: { theirWords, revenue, team, ... }, each with its answer.
  personalisation jsonb not null default '{}',
  custom jsonb not null default '{}',
  is_tracking_allowed boolean not null default true,
  -- Machine-made or test addresses stay, and are left out of every number of people.
  is_suspect boolean not null default false,
  suspect_reason text,
  merged_into_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, email),
  foreign key (workspace_id, first_link_id) references app.links (workspace_id, id) on delete set null (first_link_id),
  foreign key (workspace_id, first_channel_id) references app.channels (workspace_id, id)
    on delete set null (first_channel_id),
  foreign key (workspace_id, first_post_id) references app.posts (workspace_id, id) on delete set null (first_post_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id),
  foreign key (workspace_id, gate_id) references app.gates (workspace_id, id) on delete set null (gate_id),
  foreign key (workspace_id, reading_id) references app.readings (workspace_id, id) on delete set null (reading_id),
  foreign key (workspace_id, merged_into_id) references app.leads (workspace_id, id) on delete set null (merged_into_id)
);
create index on app.leads (workspace_id, captured_at desc, id);
create index on app.leads (workspace_id, last_activity_at);
create index on app.leads (workspace_id, stage);
create index on app.leads (workspace_id, company_domain);
create index on app.leads (workspace_id, playbook_id);
create index leads_segments on app.leads using gin (segment_ids);

alter table app.readings
  add foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete set null (lead_id);

-- One person at one gate, from the first field on; it resumes at the question where they left.
create table app.gate_submissions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  gate_id uuid not null,
  gate_revision_id uuid not null,
  playbook_id uuid not null,
  version_id uuid not null,
  step_position integer not null,
  lead_id uuid,
  reading_id uuid,
  email text,
  state text not null default 'started' check (state in ('started', 'completed')),
  -- { questionId: value }
  answers jsonb not null default '{}',
  click_id uuid,
  visitor_hash text,
  ip_hash text,
  user_agent text,
  page_url text,
  referrer text,
  is_suspect boolean not null default false,
  suspect_reason text,
  started_at timestamptz not null,
  submitted_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, gate_id) references app.gates (workspace_id, id) on delete cascade,
  foreign key (workspace_id, gate_revision_id) references app.gate_revisions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, reading_id) references app.readings (workspace_id, id) on delete set null (reading_id)
);
create index on app.gate_submissions (workspace_id, playbook_id, started_at);
create index on app.gate_submissions (workspace_id, lead_id);

create table app.lead_answers (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  submission_id uuid,
  gate_revision_id uuid,
  question_id text not null,
  question_version integer not null default 1,
  question_text text not null,
  answer_value text not null,
  answer_label text,
  answered_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, submission_id) references app.gate_submissions (workspace_id, id)
    on delete set null (submission_id),
  foreign key (workspace_id, gate_revision_id) references app.gate_revisions (workspace_id, id)
    on delete set null (gate_revision_id)
);
create index on app.lead_answers (workspace_id, lead_id, answered_at);
create index on app.lead_answers (workspace_id, question_id, answer_value);

-- Recorded permissions. Never edited: a withdrawal is a new row. The newest row per purpose holds.
create table app.consents (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  purpose text not null check (purpose in ('gate', 'newsletter', 'tracking', 'video', 'outreach', 'calls')),
  state text not null check (state in ('granted', 'confirmed', 'withdrawn')),
  text_shown text not null,
  text_version text,
  gate_revision_id uuid,
  confirmation_id uuid,
  method text not null check (method in ('form', 'confirmation', 'unsubscribe', 'import', 'api', 'person')),
  page_url text,
  language text,
  ip_hash text,
  user_agent text,
  evidence jsonb not null default '{}',
  recorded_by uuid,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, gate_revision_id) references app.gate_revisions (workspace_id, id)
    on delete set null (gate_revision_id)
);
create index on app.consents (workspace_id, lead_id, purpose, occurred_at desc);

-- The link in "confirm your address". Only the SHA-256 of the token is kept; it confirms by POST, once.
create table app.email_confirmations (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  email text not null,
  token_hash text not null unique,
  purpose text not null default 'address' check (purpose in ('address', 'newsletter', 'new_address')),
  message_id uuid,
  sent_at timestamptz,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_ip_hash text,
  confirmed_user_agent text,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.email_confirmations (workspace_id, lead_id);
alter table app.consents
  add foreign key (workspace_id, confirmation_id) references app.email_confirmations (workspace_id, id)
    on delete set null (confirmation_id);

create table app.segments (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  slug text not null,
  name text not null,
  description text not null default '',
  kind text not null default 'rule' check (kind in ('rule', 'hand_picked')),
  -- { all: [{ field, operator, value }], any: [...] }, read by the one rule evaluator.
  rule jsonb not null default '{}',
  rule_version integer not null default 1,
  purpose text check (purpose in
    ('internal_learning', 'expert_partnership', 'audience_building', 'jv_leads', 'product_customers', 'community')),
  is_active boolean not null default true,
  member_count integer not null default 0,
  counted_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, slug)
);

create table app.segment_memberships (
  workspace_id uuid not null references app.workspaces on delete cascade,
  segment_id uuid not null,
  lead_id uuid not null,
  -- Which conditions held, for "why is this person in it".
  reasons jsonb not null default '[]',
  joined_at timestamptz not null default now(),
  primary key (segment_id, lead_id),
  foreign key (workspace_id, segment_id) references app.segments (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.segment_memberships (workspace_id, lead_id);

create table app.scoring_rules (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  score text not null check (score in ('fit', 'engagement')),
  key text not null,
  name text not null,
  condition jsonb not null,
  points integer not null,
  half_life_days integer check (half_life_days > 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, score, key)
);

-- Why a score is what it is. Never edited; the deltas of one score add up to it.
create table app.score_changes (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  score text not null check (score in ('fit', 'engagement', 'readiness')),
  delta real not null,
  total real not null,
  rule_key text,
  reason text not null,
  -- What was seen: { eventId, answerId, ... }.
  evidence jsonb not null default '{}',
  model text not null default 'rules',
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.score_changes (workspace_id, lead_id, occurred_at);

-- The timeline of a person: what happened, with the row that proves it.
create table app.activities (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  kind text not null,
  summary text not null default '',
  detail jsonb not null default '{}',
  subject_type text,
  subject_id uuid,
  event_id uuid,
  actor_id uuid,
  is_machine boolean not null default false,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.activities (workspace_id, lead_id, occurred_at desc);
create unique index activities_once_per_event on app.activities (lead_id, event_id, kind) where event_id is not null;

create table app.meetings (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  title text not null,
  state text not null default 'booked' check (state in ('booked', 'held', 'missed', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text,
  place text,
  agenda text,
  outcome text,
  owner_id uuid,
  connection_id uuid,
  external_id text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at >= starts_at),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete set null (connection_id)
);
create index on app.meetings (workspace_id, starts_at);
create index on app.meetings (workspace_id, lead_id);

create table app.notes (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  body text not null check (body <> ''),
  author_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.notes (workspace_id, lead_id, created_at desc);

create table app.tags (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create unique index tags_by_name on app.tags (workspace_id, lower(name));

create table app.lead_tags (
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  tag_id uuid not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (lead_id, tag_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, tag_id) references app.tags (workspace_id, id) on delete cascade
);
create index on app.lead_tags (workspace_id, tag_id);

-- Tabs above a list: filters, sort, columns, density; private (owner_id) or shared.
create table app.saved_views (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  area text not null,
  name text not null,
  query jsonb not null default '{}',
  position integer not null default 0,
  owner_id uuid,
  is_shared boolean not null default false,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on app.saved_views (workspace_id, area, position);

create table app.imports (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  kind text not null check (kind in ('leads', 'prospects', 'suppressions', 'templates', 'workbook')),
  file_id uuid,
  file_name text,
  mapping jsonb not null default '{}',
  is_dry_run boolean not null default false,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  total_rows integer not null default 0,
  accepted_rows integer not null default 0,
  updated_rows integer not null default 0,
  rejected_rows integer not null default 0,
  -- On what ground these people may be written to, in the importer's words.
  consent_basis text,
  problem text,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, file_id) references app.files (workspace_id, id) on delete set null (file_id)
);
create index on app.imports (workspace_id, created_at desc);
alter table app.leads
  add foreign key (workspace_id, import_id) references app.imports (workspace_id, id) on delete set null (import_id);

create table app.import_rejections (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  import_id uuid not null,
  row_number integer not null,
  fields jsonb not null,
  reason_code text not null,
  reason text not null,
  fixed_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, import_id) references app.imports (workspace_id, id) on delete cascade
);
create index on app.import_rejections (workspace_id, import_id, row_number);

create table app.sequences (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  kind text not null default 'nurture' check (kind in ('welcome', 'nurture', 'trial', 'onboarding', 'upsell', 'other')),
  state text not null default 'draft' check (state in ('draft', 'active', 'paused', 'archived')),
  -- Which event enrols whom: { event, segmentId, rule }.
  trigger jsonb not null default '{}',
  -- What takes a person out: { reply, order, unsubscribe, segmentLeft, ... }.
  stop_rules jsonb not null default '{}',
  -- When mails may leave: { days, from, to, zone }.
  send_window jsonb not null default '{}',
  paused_reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);

create table app.sequence_steps (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  sequence_id uuid not null,
  position integer not null check (position >= 1),
  delay_minutes integer not null default 0 check (delay_minutes >= 0),
  condition jsonb not null default '{}',
  subject text not null,
  html text not null,
  text text not null,
  experiment_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (sequence_id, position) deferrable initially deferred,
  foreign key (workspace_id, sequence_id) references app.sequences (workspace_id, id) on delete cascade,
  foreign key (workspace_id, experiment_id) references app.experiments (workspace_id, id) on delete set null (experiment_id)
);

create table app.enrollments (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  sequence_id uuid not null,
  lead_id uuid not null,
  state text not null default 'active' check (state in ('active', 'finished', 'stopped', 'failed')),
  -- The last step that was sent; 0 before the first.
  position integer not null default 0,
  next_at timestamptz,
  wait_reason text,
  stopped_reason text,
  enrolled_by uuid,
  enrolled_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, sequence_id) references app.sequences (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create unique index enrollments_one_active on app.enrollments (sequence_id, lead_id) where state = 'active';
create index on app.enrollments (workspace_id, state, next_at);
create index on app.enrollments (workspace_id, lead_id);

-- CRM sync, both ways: which field is which, which lead is which record, what happened.
create table app.crm_mappings (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  connection_id uuid not null,
  object text not null default 'contact',
  our_field text not null,
  their_field text not null,
  direction text not null default 'both' check (direction in ('push', 'pull', 'both')),
  who_wins text not null default 'newest' check (who_wins in ('ours', 'theirs', 'newest', 'ask')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (connection_id, object, our_field),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete cascade
);
create index on app.crm_mappings (workspace_id, connection_id);

create table app.crm_records (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  connection_id uuid not null,
  lead_id uuid not null,
  object text not null default 'contact',
  external_id text not null,
  -- Field values at the last agreement, to tell whose side changed.
  agreed jsonb not null default '{}',
  -- Both values of each field a person has to choose.
  conflicts jsonb not null default '{}',
  state text not null default 'synced' check (state in ('synced', 'pending', 'unconfirmed', 'conflict', 'failed')),
  problem text,
  next_sync_at timestamptz,
  synced_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (connection_id, object, external_id),
  unique (connection_id, object, lead_id),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade
);
create index on app.crm_records (workspace_id, state, next_sync_at);
create index on app.crm_records (workspace_id, lead_id);

create table app.crm_sync_runs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  connection_id uuid not null,
  direction text not null check (direction in ('push', 'pull')),
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  cursor text,
  created_count integer not null default 0,
  updated_count integer not null default 0,
  conflict_count integer not null default 0,
  failed_count integer not null default 0,
  problem text,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete cascade
);
create index on app.crm_sync_runs (workspace_id, connection_id, started_at desc);

-- That a person was removed everywhere, without saying who: the hash is keyed.
create table app.erasures (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  email_hash text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  removed jsonb not null default '{}',
  asked_by uuid,
  created_at timestamptz not null default now()
);
create index on app.erasures (workspace_id, email_hash);
