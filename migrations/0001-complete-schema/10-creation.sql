-- Creation: experts and their sources become playbooks, versions and editions.
--
-- References inside a workspace carry workspace_id, so that no row can point into a foreign workspace
-- (foreign keys are checked outside row-level security). created_by and the like are people of
-- identity.users; null means that the program did it.

-- Private links (/interview, /review, /library, /checkout, /v, and a reader's own link). Only the SHA-256 of the
-- token is kept, in hexadecimal; subject_id is the row the link opens.
create table app.public_tokens (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  kind text not null check (kind in ('interview', 'review', 'library', 'checkout', 'video', 'reading', 'preview')),
  token_hash text not null unique,
  subject_id uuid not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on app.public_tokens (workspace_id, kind, subject_id);

create table app.experts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null check (name <> ''),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  trade text not null default '',
  bio text not null default '',
  email text,
  website_url text,
  time_zone text,
  photo_file_id uuid,
  -- The expert's own account in this workspace (role expert), when there is one.
  user_id uuid,
  -- How they speak, for the clone and for drafts: { tone, phrases, avoid }.
  voice jsonb not null default '{}',
  profiles jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, slug),
  foreign key (workspace_id, photo_file_id) references app.files (workspace_id, id) on delete set null (photo_file_id)
);

create table app.sources (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid,
  -- How it came to us; format says what it was.
  kind text not null check (kind in ('paste', 'upload', 'url', 'feed', 'interview', 'audio')),
  format text not null default 'text',
  title text not null default '',
  author text,
  url text,
  canonical_url text,
  site_name text,
  published_at timestamptz,
  file_id uuid,
  file_name text,
  media_type text,
  byte_size bigint,
  -- The normalised text. Every offset in this layer counts UTF-16 code units of it, so that
  -- text.slice(start_offset, end_offset) === quote in the program.
  text text not null default '',
  text_hash text,
  word_count integer not null default 0,
  language text,
  direction text check (direction in ('ltr', 'rtl')),
  status text not null default 'importing' check (status in ('importing', 'ready', 'failed', 'cancelled')),
  -- Named stages with counts, for the running card: [{ name, state, count }].
  stages jsonb not null default '[]',
  problem_code text,
  problem text,
  -- Speakers, time codes and pages: { speakers, marks: [{ start, end, timeMs, page, speaker }] }.
  metadata jsonb not null default '{}',
  duplicate_of_id uuid,
  similarity real,
  etag text,
  fetched_at timestamptz,
  imported_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Removed by a person; what cites it stays readable and is marked.
  deleted_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id),
  foreign key (workspace_id, file_id) references app.files (workspace_id, id) on delete set null (file_id),
  foreign key (workspace_id, duplicate_of_id) references app.sources (workspace_id, id) on delete set null (duplicate_of_id)
);
create index on app.sources (workspace_id, created_at desc);
create index on app.sources (workspace_id, expert_id);
create index on app.sources (workspace_id, text_hash);

create table app.passages (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  source_id uuid not null,
  position integer not null,
  kind text not null default 'sentence'
    check (kind in ('heading', 'paragraph', 'sentence', 'list_item', 'utterance', 'table_row', 'code', 'selection')),
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null,
  quote text not null,
  heading text,
  speaker text,
  time_ms integer,
  end_time_ms integer,
  page integer,
  salience real,
  fingerprint text,
  duplicate_of_id uuid,
  embedding real[],
  embedding_model text,
  search tsvector generated always as (to_tsvector('simple', quote)) stored,
  created_at timestamptz not null default now(),
  check (end_offset > start_offset),
  unique (workspace_id, id),
  unique (source_id, start_offset, end_offset),
  foreign key (workspace_id, source_id) references app.sources (workspace_id, id) on delete cascade,
  foreign key (workspace_id, duplicate_of_id) references app.passages (workspace_id, id) on delete set null (duplicate_of_id)
);
create index on app.passages (workspace_id, source_id, position);
create index on app.passages (workspace_id, fingerprint);
create index passages_search on app.passages using gin (search);

create table app.brand_themes (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  logo_file_id uuid,
  colors jsonb not null default '{}',
  type_pair text not null default 'newsreader-plex',
  footer text not null default '',
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, logo_file_id) references app.files (workspace_id, id) on delete set null (logo_file_id)
);
create unique index on app.brand_themes (workspace_id) where is_default;

create table app.playbooks (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  outcome text not null default '',
  target_audience text not null default '',
  pain text not null default '',
  unique_insight text not null default '',
  methodology_type text,
  -- Copied from the expert, and kept when the expert's row is renamed or leaves.
  expert_name text not null default '',
  purpose text not null default 'audience_building' check (purpose in
    ('internal_learning', 'expert_partnership', 'audience_building', 'jv_leads', 'product_customers', 'community')),
  -- Names of the segments this playbook serves; capture resolves them to segments.
  segment_identifiers text[] not null default '{}',
  -- Defaults for links made for it: { source, medium, campaign, term, content }.
  utm_defaults jsonb not null default '{}',
  language text not null default 'en',
  -- { intro, steps: [{ id, position, title, ... }], closing }. Step ids are stable, positions run 1..n.
  draft jsonb not null default '{"steps": []}',
  -- Raised by one with each save; a save naming an older revision is a stale tab.
  draft_revision integer not null default 0,
  draft_saved_at timestamptz,
  draft_saved_by uuid,
  gate_position integer default 3 check (gate_position between 2 and 5),
  trial_position integer default 7 check (trial_position >= 1),
  current_version_id uuid,
  rubric_id uuid,
  template_id uuid,
  theme_id uuid,
  -- { title, description, imageFileId, keywords, noindex }; empty fields are computed from the version.
  seo jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, slug),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id),
  foreign key (workspace_id, theme_id) references app.brand_themes (workspace_id, id) on delete set null (theme_id)
);
create index on app.playbooks (workspace_id, updated_at desc);
create index on app.playbooks (workspace_id, expert_id);

-- What each save left behind: undo across reloads, and what to merge a stale tab with.
create table app.draft_revisions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  revision integer not null,
  draft jsonb not null,
  note text,
  saved_by uuid,
  created_at timestamptz not null default now(),
  unique (playbook_id, revision),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create index on app.draft_revisions (workspace_id, playbook_id);

create table app.playbook_sources (
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  source_id uuid not null,
  position integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (playbook_id, source_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, source_id) references app.sources (workspace_id, id) on delete cascade
);
create index on app.playbook_sources (workspace_id, source_id);

-- One run of "make a method out of these sources".
create table app.extractions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid,
  source_ids uuid[] not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  stages jsonb not null default '[]',
  -- Which steps and fields were found, each with its passages; a field without evidence says so.
  result jsonb,
  open_questions jsonb not null default '[]',
  passages_found integer not null default 0,
  steps_found integer not null default 0,
  composer text not null default 'built-in',
  model text,
  prompt_version text,
  problem_code text,
  problem text,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create index on app.extractions (workspace_id, playbook_id, created_at desc);
create index on app.extractions (workspace_id, state);

-- GOLDEN+SHARP as data that a workspace can edit.
create table app.rubrics (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  is_default boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create unique index on app.rubrics (workspace_id) where is_default;

create table app.rubric_criteria (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  rubric_id uuid not null,
  -- goal, order, lean, doable, evidence, next; specific, human, actionable, relevant, proof.
  key text not null,
  word text not null check (word in ('GOLDEN', 'SHARP')),
  letter char(1) not null,
  position integer not null,
  name text not null,
  question text not null,
  weight numeric not null default 1 check (weight >= 0),
  threshold integer not null default 4 check (threshold between 1 and 5),
  -- Limits and word lists of the deterministic check.
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (rubric_id, key),
  foreign key (workspace_id, rubric_id) references app.rubrics (workspace_id, id) on delete cascade
);
create index on app.rubric_criteria (workspace_id, rubric_id);

alter table app.playbooks
  add foreign key (workspace_id, rubric_id) references app.rubrics (workspace_id, id) on delete set null (rubric_id);

-- One scoring of one draft (or of one version, when asked again later). Never edited.
create table app.reviews (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  draft_revision integer not null,
  version_id uuid,
  rubric_id uuid,
  -- { goal: { score, threshold }, order: ... }
  scores jsonb not null,
  lowest integer not null check (lowest between 1 and 5),
  passed boolean not null,
  -- [{ criterion, stepId, field, start, end, words, message, fix, replacement }]
  findings jsonb not null default '[]',
  composer text not null default 'built-in',
  model text,
  -- A model's second opinion, apart: it can lower a score, never raise one silently.
  second_opinion jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, rubric_id) references app.rubrics (workspace_id, id) on delete set null (rubric_id)
);
create index on app.reviews (workspace_id, playbook_id, created_at desc);

-- An immutable published state. 90-isolation lets pb_app change nothing here but the retraction.
create table app.versions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  number integer not null check (number >= 1),
  title text not null,
  purpose text not null,
  language text not null default 'en',
  -- The draft as it was, with title, outcome, audience, pain, expert and steps: all a page needs.
  content jsonb not null,
  content_hash text not null,
  step_count integer not null,
  gate_position integer,
  trial_position integer,
  change_note text not null default '',
  review_id uuid,
  scores jsonb not null default '{}',
  -- Set when a criterion below its threshold was published by a named person all the same.
  override_reason text,
  override_by uuid,
  published_by uuid,
  published_at timestamptz not null,
  retracted_at timestamptz,
  retracted_reason text,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (playbook_id, number),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, review_id) references app.reviews (workspace_id, id) on delete set null (review_id)
);
create index on app.versions (workspace_id, playbook_id, number desc);

alter table app.playbooks
  add foreign key (workspace_id, current_version_id) references app.versions (workspace_id, id)
    on delete set null (current_version_id);
alter table app.reviews
  add foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id);

-- The steps of a version as rows, for joins; the version's content stays the only copy.
create view app.version_steps with (security_invoker = true) as
select v.workspace_id, v.playbook_id, v.id as version_id, v.number as version_number,
  step.value ->> 'id' as step_id,
  step.ordinality::integer as position,
  step.value ->> 'title' as title,
  step.ordinality > v.gate_position as behind_gate
from app.versions v
cross join lateral jsonb_array_elements(v.content -> 'steps') with ordinality as step;

create table app.editions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  version_id uuid not null,
  kind text not null check (kind in ('pdf', 'html', 'workbook', 'markdown', 'epub')),
  -- What it may hold: the steps before the gate, or the whole.
  reach text not null default 'whole' check (reach in ('before_gate', 'whole')),
  theme_id uuid,
  state text not null default 'queued' check (state in ('queued', 'rendering', 'ready', 'failed')),
  file_id uuid,
  byte_size bigint,
  content_hash text,
  problem text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references app.files (workspace_id, id) on delete set null (file_id),
  foreign key (workspace_id, theme_id) references app.brand_themes (workspace_id, id) on delete set null (theme_id)
);
create unique index on app.editions (version_id, kind, reach, coalesce(theme_id, version_id));
create index on app.editions (workspace_id, state);

-- Which passage stands behind which words of which step, in the draft (version_id is null) and in each version.
-- The quote is copied, so that a citation stays readable when its source is gone.
create table app.step_citations (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  version_id uuid,
  step_id text not null,
  step_position integer not null check (step_position >= 1),
  -- The path of the field inside the step, such as instructions or blocks/2/text; the span in it when known.
  field text not null,
  field_start integer,
  field_end integer,
  passage_id uuid,
  source_id uuid,
  quote text not null,
  start_offset integer not null,
  end_offset integer not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, passage_id) references app.passages (workspace_id, id) on delete set null (passage_id),
  foreign key (workspace_id, source_id) references app.sources (workspace_id, id) on delete set null (source_id)
);
create index on app.step_citations (workspace_id, playbook_id, version_id, step_position);
create index on app.step_citations (workspace_id, passage_id);
create index on app.step_citations (workspace_id, source_id);

create table app.comments (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  version_id uuid,
  step_id text,
  block_id text,
  parent_id uuid,
  body text not null check (body <> ''),
  author_id uuid,
  author_name text not null default '',
  resolved_at timestamptz,
  resolved_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, parent_id) references app.comments (workspace_id, id) on delete cascade
);
create index on app.comments (workspace_id, playbook_id, created_at);

create table app.suggestions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  base_revision integer not null,
  step_id text,
  field text,
  change jsonb not null,
  reason text not null default '',
  origin text not null default 'person' check (origin in ('person', 'rule', 'model')),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'outdated')),
  author_id uuid,
  author_name text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create index on app.suggestions (workspace_id, playbook_id, state);

-- The expert's approval of a version by a private link: "approved by <Expert> on <date>".
create table app.sign_offs (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  version_id uuid not null,
  expert_id uuid,
  state text not null default 'asked' check (state in ('asked', 'approved', 'changes_asked', 'withdrawn')),
  -- { stepId: 'fine' | 'comment' }
  step_marks jsonb not null default '{}',
  signed_name text,
  signed_email text,
  requested_by uuid,
  requested_at timestamptz not null default now(),
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id)
);
create index on app.sign_offs (workspace_id, version_id);

create table app.templates (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  key text not null,
  name text not null,
  category text not null default '',
  outcome text not null default '',
  description text not null default '',
  content jsonb not null,
  variables jsonb not null default '[]',
  format_version integer not null default 1,
  is_built_in boolean not null default false,
  source_playbook_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id, source_playbook_id) references app.playbooks (workspace_id, id)
    on delete set null (source_playbook_id)
);
alter table app.playbooks
  add foreign key (workspace_id, template_id) references app.templates (workspace_id, id) on delete set null (template_id);

-- The system asks the expert what the material leaves open.
create table app.interviews (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid,
  playbook_id uuid,
  -- The source that the answers become.
  source_id uuid,
  state text not null default 'open' check (state in ('open', 'finished', 'cancelled')),
  invited_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, source_id) references app.sources (workspace_id, id) on delete set null (source_id)
);
create index on app.interviews (workspace_id, playbook_id);

create table app.interview_questions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  interview_id uuid not null,
  position integer not null,
  question text not null,
  why text not null default '',
  -- Which field of the method the answer fills, such as mistakes or metrics.
  field text,
  skipped_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (interview_id, position),
  foreign key (workspace_id, interview_id) references app.interviews (workspace_id, id) on delete cascade
);

create table app.interview_answers (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  question_id uuid not null unique,
  answer text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, question_id) references app.interview_questions (workspace_id, id) on delete cascade
);
create index on app.interview_answers (workspace_id);

-- One reader going through one version: progress and answers, resumable on another device by a private link.
-- lead_id and click_id become known later in the chain; 30-capture adds the reference to leads.
create table app.readings (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  version_id uuid not null,
  lead_id uuid,
  click_id uuid,
  visitor_hash text,
  -- { stepId: { blockId: value } }
  answers jsonb not null default '{}',
  steps_done text[] not null default '{}',
  last_position integer not null default 1,
  furthest_position integer not null default 1,
  gate_opened_at timestamptz,
  started_at timestamptz not null,
  last_read_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade
);
create index on app.readings (workspace_id, version_id);
create index on app.readings (workspace_id, lead_id);
