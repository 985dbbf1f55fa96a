-- Distribution: channels, tracked links, posts, relationships, mentions, and the facts of who came.

create table app.channels (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  -- linkedin, reddit, hacker_news, indie_hackers, x, bluesky, mastodon, devto, newsletter, blog, community, other ...
  kind text not null check (kind <> ''),
  name text not null,
  handle text,
  url text,
  connection_id uuid,
  -- A person posts by hand with our copy helper, because the site takes no posts from programs.
  is_assisted boolean not null default false,
  -- What the place allows: lengths, self-promotion rules, good hours.
  rules jsonb not null default '{}',
  utm_source text,
  utm_medium text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete set null (connection_id)
);

create table app.links (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  -- Unique over all workspaces: /l/<slug> is asked before a workspace is known.
  slug text not null unique check (slug ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$'),
  title text not null default '',
  target_kind text not null check (target_kind in ('playbook', 'url')),
  playbook_id uuid,
  target_url text,
  purpose text check (purpose in
    ('internal_learning', 'expert_partnership', 'audience_building', 'jv_leads', 'product_customers', 'community')),
  channel_id uuid,
  post_id uuid,
  relationship_id uuid,
  utm_source text,
  utm_medium text,
  utm_campaign text,
  utm_term text,
  utm_content text,
  expires_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  check ((target_kind = 'playbook') = (playbook_id is not null)),
  check ((target_kind = 'url') = (target_url is not null)),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, channel_id) references app.channels (workspace_id, id) on delete set null (channel_id)
);
create index on app.links (workspace_id, created_at desc);
create index on app.links (workspace_id, playbook_id);
create index on app.links (workspace_id, post_id);

-- Every slug a link ever had: a renamed one still leads here and is never given away.
create table app.link_slugs (
  slug text primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  link_id uuid not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  foreign key (workspace_id, link_id) references app.links (workspace_id, id) on delete cascade
);
create index on app.link_slugs (workspace_id, link_id);

-- Keeps the history by itself, so that no verb can forget it. A slug that another link had raises 23505.
create function app.remember_link_slug() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.slug = old.slug then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    update app.link_slugs set retired_at = now() where slug = old.slug and link_id = new.id;
    update app.link_slugs set retired_at = null where slug = new.slug and link_id = new.id;
    if found then
      return new;
    end if;
  end if;
  insert into app.link_slugs (slug, workspace_id, link_id) values (new.slug, new.workspace_id, new.id);
  return new;
end $$;
create trigger links_remember_slug after insert or update of slug on app.links
  for each row execute function app.remember_link_slug();

create table app.posts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  channel_id uuid not null,
  playbook_id uuid,
  version_id uuid,
  link_id uuid,
  title text not null default '',
  body text not null default '',
  media jsonb not null default '[]',
  hashtags text[] not null default '{}',
  -- unconfirmed: the site may or may not have taken it; it is looked up and never posted again blindly.
  state text not null default 'draft' check (state in
    ('draft', 'proposed', 'scheduled', 'publishing', 'published', 'unconfirmed', 'failed', 'cancelled')),
  scheduled_at timestamptz,
  time_zone text,
  wait_reason text,
  next_attempt_at timestamptz,
  attempts integer not null default 0,
  claimed_at timestamptz,
  published_at timestamptz,
  -- Sent with the outside call where the site takes one, and what the look-up searches for.
  outside_key text,
  external_id text,
  external_url text,
  problem text,
  composer text,
  approved_by uuid,
  approved_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, channel_id) references app.channels (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id),
  foreign key (workspace_id, link_id) references app.links (workspace_id, id) on delete set null (link_id)
);
create index on app.posts (workspace_id, scheduled_at);
create index on app.posts (workspace_id, state, next_attempt_at);

alter table app.links
  add foreign key (workspace_id, post_id) references app.posts (workspace_id, id) on delete set null (post_id);

-- How a post did, as read from its site over time.
create table app.post_metrics (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  post_id uuid not null,
  measured_at timestamptz not null,
  views bigint,
  likes bigint,
  replies bigint,
  shares bigint,
  score bigint,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, post_id) references app.posts (workspace_id, id) on delete cascade
);
create index on app.post_metrics (workspace_id, post_id, measured_at);

-- An expert whom we court, and how far their permission goes.
create table app.relationships (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid,
  playbook_id uuid,
  name text not null check (name <> ''),
  email text,
  trade text not null default '',
  profiles jsonb not null default '[]',
  audience_size integer,
  stage text not null default 'identified' check (stage in
    ('identified', 'studied', 'featured', 'notified', 'engaged', 'permission_asked', 'permission_granted',
     'co_promoting', 'partner', 'declined', 'dormant')),
  stage_since timestamptz not null default now(),
  next_step text,
  due_at timestamptz,
  -- What they allowed, in words and by when it ends.
  permission_scope text,
  permission_expires_at timestamptz,
  owner_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id)
);
create index on app.relationships (workspace_id, stage, due_at);

alter table app.links
  add foreign key (workspace_id, relationship_id) references app.relationships (workspace_id, id)
    on delete set null (relationship_id);

-- Each move with its proof. Never edited.
create table app.relationship_transitions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  relationship_id uuid not null,
  from_stage text,
  to_stage text not null,
  evidence_kind text not null,
  evidence text not null check (evidence <> ''),
  evidence_url text,
  evidence_file_id uuid,
  moved_by uuid,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, relationship_id) references app.relationships (workspace_id, id) on delete cascade,
  foreign key (workspace_id, evidence_file_id) references app.files (workspace_id, id) on delete set null (evidence_file_id)
);
create index on app.relationship_transitions (workspace_id, relationship_id, occurred_at);

-- Words that we look for, and where.
create table app.watches (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  source text not null,
  query text not null,
  feed_url text,
  connection_id uuid,
  playbook_id uuid,
  is_active boolean not null default true,
  cursor text,
  last_checked_at timestamptz,
  next_check_at timestamptz,
  problem text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete set null (connection_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create index on app.watches (workspace_id, next_check_at) where is_active;

create table app.mentions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  watch_id uuid,
  source text not null,
  external_id text not null,
  url text not null,
  author text,
  author_url text,
  title text,
  body text not null default '',
  -- The one sentence that names us.
  sentence text,
  language text,
  -- -1 to 1, by the named classifier.
  sentiment real,
  mood text,
  classifier_version text,
  worth real,
  worth_reasons jsonb not null default '[]',
  state text not null default 'new' check (state in ('new', 'drafted', 'replied', 'dismissed')),
  reply_draft text,
  reply_url text,
  decided_by uuid,
  decided_at timestamptz,
  said_at timestamptz not null,
  found_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, source, external_id),
  foreign key (workspace_id, watch_id) references app.watches (workspace_id, id) on delete set null (watch_id)
);
create index on app.mentions (workspace_id, state, said_at desc);

-- What search engines would say of a published version.
create table app.seo_checks (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  playbook_id uuid not null,
  version_id uuid not null,
  score integer not null check (score between 0 and 100),
  findings jsonb not null default '[]',
  checker_version text not null,
  checked_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete cascade
);
create index on app.seo_checks (workspace_id, playbook_id, checked_at desc);

-- Facts. Written in batches by pb_ingest, never edited but for the classification beside them, followed by cursor
-- (ids are UUIDv7). They carry no foreign keys and no checks: one bad row must not refuse a batch, and a click must
-- not lock its link. 90-isolation lists them; a workspace that goes takes its facts with it by trigger there.

create table app.clicks (
  id uuid primary key,
  workspace_id uuid not null,
  link_id uuid not null,
  occurred_at timestamptz not null,
  -- HMAC of address and user agent under a salt that lives one day; nothing leads back to the person.
  visitor_hash text not null,
  user_agent text,
  referrer text,
  method text not null default 'GET',
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index clicks_by_link on app.clicks (workspace_id, link_id, occurred_at);

create table app.page_views (
  id uuid primary key,
  workspace_id uuid not null,
  playbook_id uuid not null,
  version_id uuid not null,
  occurred_at timestamptz not null,
  visitor_hash text not null,
  click_id uuid,
  reading_id uuid,
  lead_id uuid,
  path text not null default '',
  referrer text,
  user_agent text,
  utm_source text,
  utm_medium text,
  utm_campaign text,
  utm_term text,
  utm_content text,
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index page_views_by_playbook on app.page_views (workspace_id, playbook_id, occurred_at);

-- How far readers get: kind is opened, done, undone, answered, gate_seen, trial_seen, offer_seen, finished ...
create table app.step_events (
  id uuid primary key,
  workspace_id uuid not null,
  playbook_id uuid not null,
  version_id uuid not null,
  step_id text,
  step_position integer,
  kind text not null,
  occurred_at timestamptz not null,
  visitor_hash text not null,
  click_id uuid,
  reading_id uuid,
  lead_id uuid,
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index step_events_by_playbook on app.step_events (workspace_id, playbook_id, occurred_at);
