-- Outreach: what a site says, whom we write to, every send as a row, and what came back. The mailboxes, threads, opens
-- and clicks serve all mail streams.

-- Sending domains and how they stand.
create table app.domains (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  domain text not null check (domain = lower(domain)),
  dkim_selector text,
  dkim_public_key text,
  dkim_private_key_sealed text,
  state text not null default 'unchecked' check (state in ('unchecked', 'healthy', 'warning', 'failing')),
  daily_cap integer,
  complaint_rate real,
  checked_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, domain)
);

create table app.domain_checks (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  domain_id uuid not null,
  kind text not null check (kind in ('spf', 'dkim', 'dmarc', 'mx', 'rdns', 'blocklist', 'complaints')),
  state text not null check (state in ('good', 'warning', 'failing', 'unknown')),
  found text,
  wanted text,
  explanation text not null default '',
  checked_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, domain_id) references app.domains (workspace_id, id) on delete cascade
);
create index on app.domain_checks (workspace_id, domain_id, checked_at desc);

-- DMARC aggregate reports, and their rows.
create table app.dmarc_reports (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  domain_id uuid not null,
  reporter text not null,
  report_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  policy jsonb not null default '{}',
  file_id uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, reporter, report_id),
  foreign key (workspace_id, domain_id) references app.domains (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references app.files (workspace_id, id) on delete set null (file_id)
);

create table app.dmarc_rows (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  report_id uuid not null,
  source_ip inet not null,
  mail_count bigint not null,
  disposition text,
  dkim_result text,
  spf_result text,
  is_dkim_aligned boolean,
  is_spf_aligned boolean,
  header_from text,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  foreign key (workspace_id, report_id) references app.dmarc_reports (workspace_id, id) on delete cascade
);
create index on app.dmarc_rows (workspace_id, report_id);

-- A sending account. Passwords are sealed by the vault.
create table app.mailboxes (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  domain_id uuid,
  email text not null check (email = lower(email)),
  sender_name text not null default '',
  signature text not null default '',
  provider text not null default 'smtp' check (provider in ('smtp', 'gmail', 'outlook', 'catcher', 'instantly')),
  connection_id uuid,
  smtp_host text,
  smtp_port integer,
  smtp_security text check (smtp_security in ('tls', 'starttls', 'none')),
  smtp_username text,
  smtp_password_sealed text,
  imap_host text,
  imap_port integer,
  imap_username text,
  imap_password_sealed text,
  sent_folder text,
  status text not null default 'untested' check (status in ('untested', 'active', 'paused', 'failing', 'disconnected')),
  status_reason text,
  warmup_enabled boolean not null default true,
  warmup_started_on date,
  daily_cap integer not null default 30 check (daily_cap >= 0),
  ramp_per_day integer not null default 2 check (ramp_per_day >= 0),
  gap_seconds integer not null default 60 check (gap_seconds >= 0),
  gap_jitter_seconds integer not null default 30 check (gap_jitter_seconds >= 0),
  send_window jsonb not null default '{}',
  time_zone text not null default 'UTC',
  health real,
  health_reasons jsonb not null default '[]',
  next_free_at timestamptz,
  imap_uid_validity bigint,
  imap_last_uid bigint,
  last_read_at timestamptz,
  last_sent_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, email),
  foreign key (workspace_id, domain_id) references app.domains (workspace_id, id) on delete set null (domain_id),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete set null (connection_id)
);

-- What a mailbox may and did send on a day of its own zone. Reserved and taken in the transaction that claims a send,
-- so that limits hold under many workers.
create table app.mailbox_days (
  workspace_id uuid not null references app.workspaces on delete cascade,
  mailbox_id uuid not null,
  day date not null,
  cap integer not null,
  reserved integer not null default 0 check (reserved >= 0),
  sent integer not null default 0 check (sent >= 0),
  bounced integer not null default 0,
  replied integer not null default 0,
  complained integer not null default 0,
  primary key (mailbox_id, day),
  foreign key (workspace_id, mailbox_id) references app.mailboxes (workspace_id, id) on delete cascade
);
create index on app.mailbox_days (workspace_id, day);

-- The same per domain we write to.
create table app.recipient_domain_days (
  workspace_id uuid not null references app.workspaces on delete cascade,
  recipient_domain text not null,
  day date not null,
  cap integer not null,
  reserved integer not null default 0 check (reserved >= 0),
  sent integer not null default 0 check (sent >= 0),
  primary key (workspace_id, recipient_domain, day)
);

-- What a site says it sells, to whom, with what proof.
create table app.site_profiles (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  url text not null,
  state text not null default 'queued' check (state in ('queued', 'reading', 'ready', 'refused', 'failed')),
  stages jsonb not null default '[]',
  language text,
  name text,
  summary text not null default '',
  tone text,
  composer text not null default 'built-in',
  model text,
  problem_code text,
  problem text,
  read_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create index on app.site_profiles (workspace_id, created_at desc);

create table app.site_pages (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  profile_id uuid not null,
  url text not null,
  status integer,
  title text not null default '',
  text text not null default '',
  text_hash text,
  problem text,
  fetched_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (profile_id, url),
  foreign key (workspace_id, profile_id) references app.site_profiles (workspace_id, id) on delete cascade
);

-- Each claim with the sentence and the address it came from.
create table app.profile_claims (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  profile_id uuid not null,
  page_id uuid,
  kind text not null check (kind in ('product', 'audience', 'benefit', 'proof', 'price', 'feature', 'tone', 'other')),
  claim text not null,
  sentence text not null,
  url text not null,
  start_offset integer,
  end_offset integer,
  is_struck boolean not null default false,
  struck_by uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, profile_id) references app.site_profiles (workspace_id, id) on delete cascade,
  foreign key (workspace_id, page_id) references app.site_pages (workspace_id, id) on delete set null (page_id)
);
create index on app.profile_claims (workspace_id, profile_id);

create table app.customer_profiles (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  profile_id uuid,
  name text not null,
  description text not null default '',
  pains jsonb not null default '[]',
  company_size text,
  job_titles text[] not null default '{}',
  industries text[] not null default '{}',
  origin text not null default 'suggested' check (origin in ('suggested', 'written')),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, profile_id) references app.site_profiles (workspace_id, id) on delete cascade
);

-- A cold e-mail programme. The counts are kept with the rows they count, the rates follow from them.
create table app.campaigns (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  url text not null default '',
  target_audience text not null default '',
  site_profile_id uuid,
  customer_profile_id uuid,
  playbook_id uuid,
  experiment_id uuid,
  engine text not null default 'native' check (engine in ('native', 'instantly')),
  connection_id uuid,
  external_id text,
  status text not null default 'draft' check (status in
    ('draft', 'preparing', 'ready', 'launching', 'running', 'paused', 'finished', 'failed')),
  -- The stages of preparing and launching, resumable after a crash at any of them.
  stages jsonb not null default '[]',
  status_reason text,
  -- { trackOpens, trackClicks, stopForCompany, footer, postalAddress, legalBasis, perCompanyCap, ... }
  settings jsonb not null default '{}',
  send_window jsonb not null default '{}',
  sent bigint not null default 0,
  opened bigint not null default 0,
  clicked bigint not null default 0,
  replied bigint not null default 0,
  bounced bigint not null default 0,
  unsubscribed bigint not null default 0,
  open_rate real generated always as (case when sent > 0 then 100.0 * opened / sent else 0 end) stored,
  click_rate real generated always as (case when sent > 0 then 100.0 * clicked / sent else 0 end) stored,
  reply_rate real generated always as (case when sent > 0 then 100.0 * replied / sent else 0 end) stored,
  counted_at timestamptz,
  launch_key text,
  launched_by uuid,
  launched_at timestamptz,
  paused_at timestamptz,
  finished_at timestamptz,
  problem text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, site_profile_id) references app.site_profiles (workspace_id, id)
    on delete set null (site_profile_id),
  foreign key (workspace_id, customer_profile_id) references app.customer_profiles (workspace_id, id)
    on delete set null (customer_profile_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, experiment_id) references app.experiments (workspace_id, id) on delete set null (experiment_id),
  foreign key (workspace_id, connection_id) references app.connections (workspace_id, id) on delete set null (connection_id)
);
create index on app.campaigns (workspace_id, created_at desc);

create table app.variants (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  campaign_id uuid not null,
  position integer not null,
  angle text not null check (angle in ('problem', 'benefit', 'question', 'other')),
  name text not null default '',
  weight real not null default 1 check (weight >= 0),
  is_active boolean not null default true,
  experiment_variant_id uuid,
  composer text not null default 'built-in',
  model text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (campaign_id, position),
  foreign key (workspace_id, campaign_id) references app.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, experiment_variant_id) references app.experiment_variants (workspace_id, id)
    on delete set null (experiment_variant_id)
);

-- The first mail of a variant and its follow-ups.
create table app.variant_mails (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  variant_id uuid not null,
  position integer not null check (position >= 1),
  delay_days integer not null default 0 check (delay_days >= 0),
  subject text not null,
  body text not null,
  checks jsonb not null default '{}',
  revision integer not null default 1,
  edited_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (variant_id, position),
  foreign key (workspace_id, variant_id) references app.variants (workspace_id, id) on delete cascade
);

-- Which words of a mail rest on which claim.
create table app.variant_claims (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  variant_mail_id uuid not null,
  claim_id uuid,
  words text not null,
  start_offset integer,
  end_offset integer,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, variant_mail_id) references app.variant_mails (workspace_id, id) on delete cascade,
  foreign key (workspace_id, claim_id) references app.profile_claims (workspace_id, id) on delete set null (claim_id)
);
create index on app.variant_claims (workspace_id, variant_mail_id);

create table app.prospect_lists (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  origin text not null default 'paste' check (origin in ('paste', 'csv', 'xlsx', 'segment', 'search', 'api')),
  import_id uuid,
  segment_id uuid,
  total_leads integer not null default 0,
  held_back integer not null default 0,
  grade text,
  grade_reasons jsonb not null default '[]',
  approved_by uuid,
  approved_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, import_id) references app.imports (workspace_id, id) on delete set null (import_id),
  foreign key (workspace_id, segment_id) references app.segments (workspace_id, id) on delete set null (segment_id)
);

create table app.prospects (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  list_id uuid not null,
  lead_id uuid,
  email text not null check (email = lower(email)),
  email_typed text,
  first_name text,
  last_name text,
  company text,
  company_domain text,
  job_title text,
  phone text,
  website text,
  country text,
  time_zone text,
  fields jsonb not null default '{}',
  state text not null default 'new' check (state in ('new', 'ready', 'held', 'removed')),
  held_code text,
  held_reason text,
  -- { syntax, mx, role, disposable, duplicate, suppressed, customer }, each with its finding.
  checks jsonb not null default '{}',
  suppression_id uuid,
  row_number integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (list_id, email),
  foreign key (workspace_id, list_id) references app.prospect_lists (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete set null (lead_id),
  foreign key (workspace_id, suppression_id) references app.suppressions (workspace_id, id)
    on delete set null (suppression_id)
);
create index on app.prospects (workspace_id, email);
create index on app.prospects (workspace_id, company_domain);

-- What mail servers a domain has, asked once in a while for all lists.
create table app.domain_lookups (
  workspace_id uuid not null references app.workspaces on delete cascade,
  domain text not null,
  accepts_mail boolean,
  hosts text[] not null default '{}',
  is_disposable boolean not null default false,
  problem text,
  looked_up_at timestamptz not null,
  primary key (workspace_id, domain)
);

create table app.campaign_lists (
  workspace_id uuid not null references app.workspaces on delete cascade,
  campaign_id uuid not null,
  list_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (campaign_id, list_id),
  foreign key (workspace_id, campaign_id) references app.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, list_id) references app.prospect_lists (workspace_id, id) on delete cascade
);
create index on app.campaign_lists (workspace_id, list_id);

-- One person in one campaign: which text, from which mailbox, how far, and what ended it.
create table app.campaign_prospects (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  campaign_id uuid not null,
  prospect_id uuid not null,
  email text not null,
  variant_id uuid,
  mailbox_id uuid,
  state text not null default 'planned' check (state in ('planned', 'active', 'finished', 'stopped', 'held')),
  last_position integer not null default 0,
  stopped_code text,
  stopped_reason text,
  stopped_at timestamptz,
  contacted_at timestamptz,
  opened_at timestamptz,
  clicked_at timestamptz,
  replied_at timestamptz,
  reply_kind text,
  bounced_at timestamptz,
  unsubscribed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (campaign_id, email),
  foreign key (workspace_id, campaign_id) references app.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, prospect_id) references app.prospects (workspace_id, id) on delete cascade,
  foreign key (workspace_id, variant_id) references app.variants (workspace_id, id) on delete set null (variant_id),
  foreign key (workspace_id, mailbox_id) references app.mailboxes (workspace_id, id) on delete set null (mailbox_id)
);
create index on app.campaign_prospects (workspace_id, campaign_id, state);
create index on app.campaign_prospects (workspace_id, prospect_id);

create table app.preflights (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  campaign_id uuid not null,
  passed boolean not null,
  -- [{ key, state, finding, fix, standIn }]
  checks jsonb not null,
  held_back integer not null default 0,
  ran_by uuid,
  ran_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, campaign_id) references app.campaigns (workspace_id, id) on delete cascade
);
create index on app.preflights (workspace_id, campaign_id, ran_at desc);

-- Every send of a campaign, planned when it launches. A waiting row says why and when it moves next.
create table app.planned_sends (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  campaign_id uuid not null,
  campaign_prospect_id uuid not null,
  variant_mail_id uuid,
  mailbox_id uuid,
  position integer not null check (position >= 1),
  state text not null default 'planned' check (state in
    ('planned', 'claimed', 'sending', 'sent', 'unconfirmed', 'failed', 'cancelled', 'held')),
  earliest_at timestamptz not null,
  planned_at timestamptz not null,
  wait_code text,
  wait_reason text,
  moves_at timestamptz,
  message_id uuid,
  attempts smallint not null default 0,
  claimed_by text,
  claimed_at timestamptz,
  sent_at timestamptz,
  problem text,
  created_at timestamptz not null default now(),
  unique (campaign_prospect_id, position),
  foreign key (workspace_id, campaign_id) references app.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, campaign_prospect_id) references app.campaign_prospects (workspace_id, id) on delete cascade,
  foreign key (workspace_id, variant_mail_id) references app.variant_mails (workspace_id, id)
    on delete set null (variant_mail_id),
  foreign key (workspace_id, mailbox_id) references app.mailboxes (workspace_id, id) on delete set null (mailbox_id),
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete set null (message_id)
);
create index on app.planned_sends (workspace_id, campaign_id, planned_at);
create index planned_sends_due on app.planned_sends (workspace_id, mailbox_id, planned_at) where state = 'planned';
create index planned_sends_open on app.planned_sends (workspace_id, state, claimed_at)
  where state in ('claimed', 'sending', 'unconfirmed');
create index on app.planned_sends (message_id) where message_id is not null;

-- Facts of all mail streams: raw, with machine or human beside it.
create table app.message_opens (
  id uuid primary key,
  workspace_id uuid not null,
  message_id uuid not null,
  occurred_at timestamptz not null,
  ip_hash text,
  network text,
  user_agent text,
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index message_opens_by_message on app.message_opens (workspace_id, message_id, occurred_at);

create table app.message_clicks (
  id uuid primary key,
  workspace_id uuid not null,
  message_id uuid not null,
  url text not null,
  link_id uuid,
  occurred_at timestamptz not null,
  method text not null default 'GET',
  ip_hash text,
  network text,
  user_agent text,
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index message_clicks_by_message on app.message_clicks (workspace_id, message_id, occurred_at);

-- The inbox: one conversation with one person from one mailbox.
create table app.threads (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  mailbox_id uuid,
  campaign_id uuid,
  campaign_prospect_id uuid,
  lead_id uuid,
  email text not null,
  name text,
  subject text not null default '',
  state text not null default 'open' check (state in ('open', 'snoozed', 'done')),
  kind text,
  certainty real,
  needs_look boolean not null default false,
  snoozed_until timestamptz,
  assignee_id uuid,
  last_reply_at timestamptz,
  last_message_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, mailbox_id) references app.mailboxes (workspace_id, id) on delete set null (mailbox_id),
  foreign key (workspace_id, campaign_id) references app.campaigns (workspace_id, id) on delete set null (campaign_id),
  foreign key (workspace_id, campaign_prospect_id) references app.campaign_prospects (workspace_id, id)
    on delete set null (campaign_prospect_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete set null (lead_id)
);
create index on app.threads (workspace_id, state, last_message_at desc);
create index on app.threads (workspace_id, email);

-- Every mail that came in, matched or not; none is nowhere.
create table app.replies (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  thread_id uuid,
  mailbox_id uuid,
  message_id uuid,
  rfc_message_id text not null,
  in_reply_to text,
  rfc_references text[] not null default '{}',
  from_email text not null,
  from_name text,
  to_email text,
  subject text not null default '',
  text text not null default '',
  -- The new words only, without quotation and signature.
  new_text text not null default '',
  html text,
  raw_file_id uuid,
  matched_by text check (matched_by in ('in_reply_to', 'references', 'plus_address', 'alias', 'company', 'person')),
  kind text not null default 'other' check (kind in
    ('interested', 'not_now', 'not_interested', 'wrong_person', 'out_of_office', 'unsubscribe', 'bounce', 'complaint', 'other')),
  certainty real,
  reasons jsonb not null default '[]',
  classifier text,
  classifier_version text,
  kind_set_by uuid,
  returns_on date,
  language text,
  received_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, rfc_message_id),
  foreign key (workspace_id, thread_id) references app.threads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, mailbox_id) references app.mailboxes (workspace_id, id) on delete set null (mailbox_id),
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete set null (message_id),
  foreign key (workspace_id, raw_file_id) references app.files (workspace_id, id) on delete set null (raw_file_id)
);
create index on app.replies (workspace_id, thread_id, received_at);

-- Mails of ours that stand in a thread.
create table app.thread_messages (
  workspace_id uuid not null references app.workspaces on delete cascade,
  thread_id uuid not null,
  message_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (thread_id, message_id),
  foreign key (workspace_id, thread_id) references app.threads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete cascade
);
create index on app.thread_messages (workspace_id, message_id);

create table app.reply_templates (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  subject text not null default '',
  body text not null,
  kind text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);

-- What delivery reports (RFC 3464) and complaints (RFC 5965) said, and what was done about it.
create table app.bounces (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  message_id uuid,
  reply_id uuid,
  mailbox_id uuid,
  recipient text not null,
  report text not null check (report in ('dsn', 'arf', 'smtp')),
  action text,
  status_code text,
  diagnostic text,
  reporting_mta text,
  class text not null check (class in ('hard', 'soft', 'delayed', 'policy', 'complaint', 'unknown')),
  reason text not null,
  classifier_version text not null,
  suppression_id uuid,
  received_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete set null (message_id),
  foreign key (workspace_id, reply_id) references app.replies (workspace_id, id) on delete set null (reply_id),
  foreign key (workspace_id, mailbox_id) references app.mailboxes (workspace_id, id) on delete set null (mailbox_id),
  foreign key (workspace_id, suppression_id) references app.suppressions (workspace_id, id)
    on delete set null (suppression_id)
);
create index on app.bounces (workspace_id, received_at desc);
create index on app.bounces (workspace_id, message_id);
