-- Who a person is, what they belong to, and what they pay for. The one schema without row-level security: a person
-- belongs to many workspaces, and is looked up before a workspace is known. Only src/kernel/identity reads it.
-- Tables down to two_factors are Better Auth's models with our names; columns marked "ours" are not known to it.

create table identity.users (
  id uuid primary key,
  name text not null,
  email text not null check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index users_email on identity.users (email);

create table identity.sessions (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user on identity.sessions (user_id);

-- How a person signs in: 'credential' carries the password hash, other providers their tokens.
create table identity.accounts (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index accounts_user on identity.accounts (user_id);

-- Pending proofs: reset tokens, magic links, one-time codes (hashed).
create table identity.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on identity.verifications (identifier);
create index verifications_expiry on identity.verifications (expires_at);

create table identity.two_factors (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
create index two_factors_user on identity.two_factors (user_id);

-- Signing keys of short-lived tokens; the private half is encrypted with the instance's secret.
create table identity.jwks (
  id uuid primary key,
  public_key text not null,
  private_key text not null,
  alg text,
  crv text,
  created_at timestamptz not null default now(),
  expires_at timestamptz
);

create table identity.rate_limits (
  id uuid primary key,
  key text not null unique,
  count int not null,
  last_request bigint not null
);

-- Who pays.
create table identity.organizations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  slug text not null unique,
  logo text,
  metadata text,
  created_at timestamptz not null default now()
);

alter table app.workspaces add constraint workspaces_organization_fkey
  foreign key (organization_id) references identity.organizations on delete cascade;

create table identity.members (
  id uuid primary key,
  organization_id uuid not null references identity.organizations on delete cascade,
  user_id uuid not null references identity.users on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member')),
  -- ours: a restricted member sees only the workspaces that workspace_members names
  restricted boolean not null default false,
  created_at timestamptz not null default now(),
  unique (organization_id, user_id),
  check (role = 'member' or not restricted)
);
create index members_user on identity.members (user_id);

-- A person's place in one workspace: an expert or subscriber of it, or a workspace a restricted member may see.
create table identity.workspace_members (
  id uuid primary key,
  organization_id uuid not null references identity.organizations on delete cascade,
  workspace_id uuid not null references app.workspaces on delete cascade,
  user_id uuid not null references identity.users on delete cascade,
  role text not null check (role in ('member', 'expert', 'subscriber')),
  -- which expert of the workspace this person is (app.experts; by value, as the layers come later)
  expert_id uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, user_id)
);
create index workspace_members_user on identity.workspace_members (user_id);

-- The token is mailed and only its hash kept.
create table identity.invitations (
  id uuid primary key,
  organization_id uuid not null references identity.organizations on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('admin', 'member', 'expert', 'subscriber')),
  status text not null default 'pending' check (status in ('pending', 'accepted', 'revoked')),
  token_hash text not null unique,
  -- a member limited to these workspaces, or the workspaces an expert or subscriber joins
  workspace_ids uuid[],
  expert_id uuid,
  inviter_id uuid references identity.users on delete set null,
  accepted_by uuid references identity.users on delete set null,
  accepted_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  check (role not in ('expert', 'subscriber') or coalesce(cardinality(workspace_ids), 0) > 0)
);
create index invitations_organization on identity.invitations (organization_id, created_at);
create unique index invitations_one_pending on identity.invitations (organization_id, email) where status = 'pending';

-- An API key belongs to one workspace (reference_id); permissions null means every scope. Only a hash is kept.
create table identity.api_keys (
  id uuid primary key,
  config_id text not null default 'default',
  reference_id uuid not null references app.workspaces on delete cascade,
  name text,
  start text,
  prefix text,
  key text not null unique,
  permissions text,
  metadata text,
  enabled boolean not null default true,
  expires_at timestamptz,
  last_request timestamptz,
  rate_limit_enabled boolean not null default false,
  rate_limit_time_window int,
  rate_limit_max int,
  request_count int not null default 0,
  remaining int,
  refill_interval int,
  refill_amount int,
  last_refill_at timestamptz,
  -- ours
  created_by uuid references identity.users on delete set null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index api_keys_workspace on identity.api_keys (reference_id, created_at);

-- The plan of an organization and its Stripe side. With limits off the organization counts as enterprise.
create table identity.subscriptions (
  organization_id uuid primary key references identity.organizations on delete cascade,
  plan text not null default 'enterprise' check (plan in ('free', 'pro', 'enterprise')),
  limits_on boolean not null default false,
  status text not null default 'active'
    check (status in ('active', 'trialing', 'past_due', 'incomplete', 'canceled')),
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

grant select, insert, update, delete on all tables in schema identity to pb_app;
