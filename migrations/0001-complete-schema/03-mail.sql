-- Mail: every message to one person, who must not be written to, the links that end it, and what the local catcher kept.

-- One e-mail to one person. Its Message-ID is fixed when it is queued, so that it can be looked up wherever it went.
-- Later layers name their own row (campaign, enrollment, ...) by value, as their tables come after this one.
create table app.messages (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  stream text not null check (stream in ('transactional', 'marketing', 'outreach')),
  kind text not null check (kind <> ''),
  to_email text not null check (to_email <> ''),
  to_name text,
  from_email text not null,
  from_name text,
  reply_to text,
  subject text not null,
  html text,
  text text not null,
  headers jsonb not null default '{}',
  rfc_message_id text not null,
  in_reply_to text,
  dedupe_key text,
  -- the body holds a secret (a code, a link that signs in) and is removed once it was handed over
  secret boolean not null default false,
  lead_id uuid,
  enrollment_id uuid,
  sequence_step_id uuid,
  campaign_id uuid,
  variant_id uuid,
  prospect_id uuid,
  mailbox_id uuid,
  state text not null default 'queued' check (state in
    ('queued', 'sending', 'sent', 'held', 'failed', 'bounced', 'unconfirmed', 'cancelled')),
  -- why it is not sent, in a sentence for people; reason_code is stable
  reason_code text,
  reason text,
  send_at timestamptz not null,
  -- when it moves next; null once nothing moves it by itself
  next_attempt_at timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  claimed_at timestamptz,
  -- where the last attempt went: the local catcher or a real server
  transport text check (transport in ('catcher', 'smtp')),
  smtp_code integer,
  smtp_response text,
  sent_at timestamptz,
  bounced_at timestamptz,
  correlation_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, rfc_message_id)
);
create unique index messages_dedupe on app.messages (workspace_id, dedupe_key) where dedupe_key is not null;
create index messages_by_state on app.messages (workspace_id, state, id desc);
create index messages_by_time on app.messages (workspace_id, id desc);
create index messages_by_lead on app.messages (workspace_id, lead_id, id desc) where lead_id is not null;
create index messages_by_campaign on app.messages (workspace_id, campaign_id, id desc) where campaign_id is not null;
create index messages_by_enrollment on app.messages (workspace_id, enrollment_id, id desc) where enrollment_id is not null;
create index messages_waiting_by_address on app.messages (workspace_id, to_email) where state = 'queued';
create index messages_due on app.messages (next_attempt_at) where state = 'queued';
create index messages_sending on app.messages (claimed_at) where state = 'sending';

-- Each time a message was handed to a server, and what came of it. A row without outcome is an attempt nobody came back from.
create table app.message_attempts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  message_id uuid not null,
  number integer not null check (number > 0),
  transport text not null check (transport in ('catcher', 'smtp')),
  outcome text check (outcome in ('accepted', 'refused', 'deferred', 'not-reached', 'unknown')),
  smtp_code integer,
  response text,
  started_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, message_id, number),
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete cascade
);

-- Who must not be written to, in which stream. A record with who and when, lifted and not deleted. After erasure only
-- the keyed hash stays.
create table app.suppressions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  stream text not null check (stream in ('all', 'transactional', 'marketing', 'outreach')),
  email text,
  email_hash char(64) not null,
  reason text not null check (reason in ('unsubscribe', 'hard_bounce', 'complaint', 'manual', 'erasure', 'reply', 'import')),
  detail text,
  message_id uuid,
  lead_id uuid,
  actor jsonb not null default '{}',
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by jsonb,
  unique (workspace_id, id)
);
create unique index suppressions_one_in_force on app.suppressions (workspace_id, email_hash, stream) where lifted_at is null;
create index suppressions_by_address on app.suppressions (workspace_id, email) where lifted_at is null;
create index suppressions_by_time on app.suppressions (workspace_id, id desc);

-- The address /u/<token> of one message. Only the SHA-256 of the token is kept, in hexadecimal.
create table app.unsubscribe_tokens (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  token_hash text not null unique,
  message_id uuid not null,
  stream text not null check (stream in ('marketing', 'outreach')),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  unique (workspace_id, message_id),
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete cascade
);

-- What the local catcher took in while no mail server is set.
create table app.caught_mails (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  message_id uuid,
  rfc_message_id text not null,
  from_address text not null,
  to_addresses text[] not null,
  subject text not null default '',
  preview text not null default '',
  text text not null default '',
  html text,
  headers jsonb not null default '[]',
  attachments jsonb not null default '[]',
  raw bytea not null,
  size_bytes integer not null,
  received_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, rfc_message_id)
);
create index caught_mails_by_time on app.caught_mails (workspace_id, id desc);
