-- Conversion: the personal video, the offer, the payment, what it grants, and who gets a share.

create table app.offers (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  slug text not null,
  name text not null,
  headline text not null default '',
  description text not null default '',
  -- What the buyer gets, line by line: [{ text, detail }].
  contents jsonb not null default '[]',
  guarantee text not null default '',
  terms_url text,
  playbook_id uuid,
  expert_id uuid,
  purpose text check (purpose in
    ('internal_learning', 'expert_partnership', 'audience_building', 'jv_leads', 'product_customers', 'community')),
  state text not null default 'draft' check (state in ('draft', 'active', 'archived')),
  -- What an order grants: [{ kind, subjectId, days, uses }].
  grants jsonb not null default '[]',
  -- What an order sets off, in order: [{ kind, settings, trigger }].
  fulfilment jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, slug),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id)
);

create table app.prices (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  offer_id uuid not null,
  kind text not null default 'one_time' check (kind in ('one_time', 'recurring')),
  amount_minor bigint not null check (amount_minor >= 0),
  currency char(3) not null,
  recurs_every text check (recurs_every in ('week', 'month', 'year')),
  tax_behaviour text not null default 'inclusive' check (tax_behaviour in ('inclusive', 'exclusive')),
  label text not null default '',
  is_active boolean not null default true,
  stripe_price_id text,
  created_at timestamptz not null default now(),
  check ((kind = 'recurring') = (recurs_every is not null)),
  unique (workspace_id, id),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete cascade
);
create index on app.prices (workspace_id, offer_id);

create table app.discounts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  code text not null,
  offer_id uuid,
  percent real check (percent > 0 and percent <= 100),
  amount_minor bigint check (amount_minor > 0),
  currency char(3),
  uses_allowed integer,
  uses_reserved integer not null default 0,
  uses_taken integer not null default 0,
  starts_at timestamptz,
  ends_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  check ((percent is null) <> (amount_minor is null)),
  check (uses_allowed is null or uses_reserved + uses_taken <= uses_allowed),
  unique (workspace_id, id),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete cascade
);
create unique index on app.discounts (workspace_id, lower(code));

-- A five-minute pitch made of timed scenes.
create table app.video_templates (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  playbook_id uuid,
  expert_id uuid,
  offer_id uuid,
  language text not null default 'en',
  state text not null default 'draft' check (state in ('draft', 'published', 'archived')),
  revision integer not null default 1,
  published_by uuid,
  published_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete set null (offer_id)
);
alter table app.hand_raise_rules
  add foreign key (workspace_id, video_template_id) references app.video_templates (workspace_id, id)
    on delete set null (video_template_id);

create table app.video_scenes (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  template_id uuid not null,
  position integer not null check (position >= 1),
  kind text not null check (kind in ('hook', 'problem', 'proof', 'method', 'offer', 'ask', 'other')),
  duration_ms integer not null check (duration_ms > 0),
  title text not null default '',
  html text not null default '',
  narration text not null default '',
  audio_file_id uuid,
  -- Which personal fields it needs, and what to do without: [{ field, fallback, isRequired }].
  fields jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (template_id, position) deferrable initially deferred,
  foreign key (workspace_id, template_id) references app.video_templates (workspace_id, id) on delete cascade,
  foreign key (workspace_id, audio_file_id) references app.files (workspace_id, id) on delete set null (audio_file_id)
);

-- The template made for one person. Its scenes are copied, so that what they saw stays what they saw.
create table app.videos (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  template_id uuid not null,
  template_revision integer not null,
  lead_id uuid not null,
  hand_raise_id uuid,
  offer_id uuid,
  state text not null default 'preparing' check (state in ('preparing', 'ready', 'failed', 'expired')),
  scenes jsonb not null default '[]',
  -- What was put in, each with the answer or page it came from.
  personalisation jsonb not null default '{}',
  transcript text not null default '',
  duration_ms integer not null default 0,
  problem text,
  first_watched_at timestamptz,
  last_watched_at timestamptz,
  furthest_ms integer not null default 0,
  watched_ms integer not null default 0,
  watched_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, template_id) references app.video_templates (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, hand_raise_id) references app.hand_raises (workspace_id, id) on delete set null (hand_raise_id),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete set null (offer_id)
);
create index on app.videos (workspace_id, lead_id);
create unique index videos_one_per_hand_raise on app.videos (hand_raise_id) where hand_raise_id is not null;

-- Sent at most once: a row that is unconfirmed is looked up, never sent again.
create table app.video_deliveries (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  video_id uuid not null unique,
  lead_id uuid not null,
  message_id uuid,
  state text not null default 'planned' check (state in
    ('planned', 'sending', 'sent', 'unconfirmed', 'failed', 'cancelled')),
  wait_reason text,
  next_attempt_at timestamptz,
  attempts integer not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  problem text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, video_id) references app.videos (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references app.messages (workspace_id, id) on delete set null (message_id)
);
create index on app.video_deliveries (workspace_id, state, next_attempt_at);

-- Fact: what was watched. kind is opened, played, watched, paused, finished, offer_clicked ...
create table app.watch_facts (
  id uuid primary key,
  workspace_id uuid not null,
  video_id uuid not null,
  lead_id uuid,
  session_key text not null,
  kind text not null,
  scene_position integer,
  from_ms integer,
  to_ms integer,
  occurred_at timestamptz not null,
  is_bot boolean not null default false,
  bot_reason text,
  classifier_version integer not null default 0
);
create index watch_facts_by_video on app.watch_facts (workspace_id, video_id, occurred_at);

-- An intent to buy, kept whatever happens to the payment.
create table app.checkouts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  offer_id uuid not null,
  price_id uuid not null,
  discount_id uuid,
  lead_id uuid,
  video_id uuid,
  trial_id uuid,
  playbook_id uuid,
  version_id uuid,
  click_id uuid,
  upsell_id uuid,
  state text not null default 'open' check (state in
    ('open', 'paying', 'unconfirmed', 'completed', 'failed', 'expired', 'cancelled')),
  -- stripe, or test: the labelled stand-in that speaks through the same webhook.
  provider text not null check (provider in ('stripe', 'test')),
  provider_session_id text,
  provider_customer_id text,
  idempotency_key text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  currency char(3) not null,
  email text,
  name text,
  company text,
  country text,
  tax_id text,
  billing_address jsonb not null default '{}',
  -- Which arm of which test this person saw: { experimentKey: variantKey }.
  variant_assignments jsonb not null default '{}',
  failure_code text,
  failure text,
  wait_reason text,
  next_check_at timestamptz,
  opened_at timestamptz not null,
  tried_at timestamptz,
  completed_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, idempotency_key),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, price_id) references app.prices (workspace_id, id) on delete cascade,
  foreign key (workspace_id, discount_id) references app.discounts (workspace_id, id) on delete set null (discount_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete set null (lead_id),
  foreign key (workspace_id, video_id) references app.videos (workspace_id, id) on delete set null (video_id),
  foreign key (workspace_id, trial_id) references app.trials (workspace_id, id) on delete set null (trial_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id)
);
create unique index on app.checkouts (provider, provider_session_id) where provider_session_id is not null;
create index on app.checkouts (workspace_id, lead_id);
create index on app.checkouts (workspace_id, state, next_check_at);

-- A purchase. Who, what, when, and the path that led there, copied because they must never change.
create table app.orders (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  number integer not null,
  checkout_id uuid,
  lead_id uuid,
  offer_id uuid,
  kind text not null default 'purchase' check (kind in ('purchase', 'upsell', 'renewal')),
  upsell_of_id uuid,
  subscription_id uuid,
  state text not null default 'paid' check (state in ('paid', 'part_refunded', 'refunded', 'disputed', 'lost_dispute')),
  subtotal_minor bigint not null,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  total_minor bigint not null,
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  currency char(3) not null,
  email text not null,
  name text,
  billing jsonb not null default '{}',
  -- Revenue by playbook and purpose.
  playbook_id uuid,
  version_id uuid,
  expert_id uuid,
  purpose text,
  -- How long and by which way: the touches in order.
  first_touch_at timestamptz,
  conversion_seconds bigint,
  conversion_path jsonb not null default '[]',
  variant_assignments jsonb not null default '{}',
  cohort_week date,
  provider text not null,
  provider_payment_id text,
  is_test boolean not null default false,
  booked_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (refunded_minor <= total_minor),
  unique (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, checkout_id) references app.checkouts (workspace_id, id) on delete set null (checkout_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete set null (lead_id),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete set null (offer_id),
  foreign key (workspace_id, upsell_of_id) references app.orders (workspace_id, id) on delete set null (upsell_of_id),
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete set null (playbook_id),
  foreign key (workspace_id, version_id) references app.versions (workspace_id, id) on delete set null (version_id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete set null (expert_id)
);
create unique index orders_one_per_checkout on app.orders (checkout_id) where kind <> 'renewal';
create unique index orders_one_per_payment on app.orders (provider, provider_payment_id)
  where provider_payment_id is not null;
create index on app.orders (workspace_id, booked_at desc, id);
create index on app.orders (workspace_id, lead_id);
create index on app.orders (workspace_id, playbook_id, booked_at);

-- Each attempt to take money, as the provider names it.
create table app.payments (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  checkout_id uuid,
  order_id uuid,
  provider text not null,
  provider_payment_id text not null,
  state text not null check (state in
    ('created', 'needs_action', 'processing', 'succeeded', 'failed', 'cancelled', 'unconfirmed')),
  -- The provider's time of the newest news: older news never overwrites it.
  state_as_of timestamptz not null,
  amount_minor bigint not null,
  currency char(3) not null,
  method text,
  failure_code text,
  failure text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, provider, provider_payment_id),
  foreign key (workspace_id, checkout_id) references app.checkouts (workspace_id, id) on delete set null (checkout_id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade
);
create index on app.payments (workspace_id, checkout_id);

create table app.order_lines (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  order_id uuid not null,
  position integer not null,
  offer_id uuid,
  price_id uuid,
  description text not null,
  quantity integer not null default 1 check (quantity > 0),
  unit_minor bigint not null,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  total_minor bigint not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (order_id, position),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade,
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete set null (offer_id),
  foreign key (workspace_id, price_id) references app.prices (workspace_id, id) on delete set null (price_id)
);

create table app.refunds (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  order_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  reason text not null default '',
  state text not null default 'planned' check (state in ('planned', 'sending', 'unconfirmed', 'done', 'failed')),
  revokes_access boolean not null default true,
  provider_refund_id text,
  idempotency_key text not null,
  problem text,
  asked_by uuid,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, idempotency_key),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade
);
create unique index on app.refunds (workspace_id, provider_refund_id) where provider_refund_id is not null;
create index on app.refunds (workspace_id, order_id);

-- A buyer's recurring payment (the organization's own plan is identity's and the platform's matter).
create table app.customer_subscriptions (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid,
  offer_id uuid,
  price_id uuid,
  provider text not null,
  provider_subscription_id text not null,
  state text not null check (state in ('incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'cancelled')),
  state_as_of timestamptz not null,
  period_starts_at timestamptz,
  period_ends_at timestamptz,
  cancels_at timestamptz,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, provider, provider_subscription_id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete set null (lead_id),
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete set null (offer_id),
  foreign key (workspace_id, price_id) references app.prices (workspace_id, id) on delete set null (price_id)
);
alter table app.orders
  add foreign key (workspace_id, subscription_id) references app.customer_subscriptions (workspace_id, id)
    on delete set null (subscription_id);

create table app.entitlements (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  lead_id uuid not null,
  order_id uuid,
  order_line_id uuid,
  kind text not null check (kind in ('playbook', 'edition', 'clone', 'file', 'community', 'call', 'other')),
  subject_id uuid,
  label text not null default '',
  uses_allowed integer,
  uses_taken integer not null default 0,
  granted_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade,
  foreign key (workspace_id, order_line_id) references app.order_lines (workspace_id, id) on delete cascade
);
create index on app.entitlements (workspace_id, lead_id) where revoked_at is null;
create unique index on app.entitlements (order_line_id, kind, subject_id) where order_line_id is not null;

-- The steps that grant it, each with its trigger, its state and why it waits.
create table app.fulfilment_steps (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  order_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('grant', 'mail', 'enrol', 'webhook', 'invite', 'task', 'revoke')),
  -- The event that sets it off, such as payment.completed or payment.refunded.
  trigger_event text not null default 'payment.completed',
  settings jsonb not null default '{}',
  state text not null default 'planned' check (state in
    ('planned', 'running', 'done', 'unconfirmed', 'failed', 'cancelled')),
  wait_reason text,
  next_attempt_at timestamptz,
  attempts integer not null default 0,
  result jsonb not null default '{}',
  problem text,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (order_id, trigger_event, position),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade
);
create index on app.fulfilment_steps (workspace_id, state, next_attempt_at);

create table app.onboardings (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  order_id uuid not null unique,
  lead_id uuid not null,
  enrollment_id uuid,
  -- [{ key, text, doneAt }]
  checklist jsonb not null default '[]',
  state text not null default 'started' check (state in ('started', 'finished', 'stalled', 'stopped')),
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, enrollment_id) references app.enrollments (workspace_id, id) on delete set null (enrollment_id)
);

create table app.upsell_rules (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  name text not null,
  after_offer_id uuid,
  offer_id uuid not null,
  condition jsonb not null default '{}',
  delay_minutes integer not null default 0 check (delay_minutes >= 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, after_offer_id) references app.offers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete cascade
);

create table app.upsells (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  rule_id uuid,
  order_id uuid not null,
  lead_id uuid not null,
  offer_id uuid not null,
  state text not null default 'planned' check (state in
    ('planned', 'offered', 'accepted', 'declined', 'expired', 'cancelled')),
  message_id uuid,
  wait_reason text,
  offer_at timestamptz not null,
  offered_at timestamptz,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (order_id, offer_id),
  foreign key (workspace_id, rule_id) references app.upsell_rules (workspace_id, id) on delete set null (rule_id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade,
  foreign key (workspace_id, lead_id) references app.leads (workspace_id, id) on delete cascade,
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete cascade
);
create index on app.upsells (workspace_id, state, offer_at);
alter table app.checkouts
  add foreign key (workspace_id, upsell_id) references app.upsells (workspace_id, id) on delete set null (upsell_id);

-- What an expert was promised.
create table app.share_agreements (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid not null,
  offer_id uuid,
  playbook_id uuid,
  percent real not null check (percent >= 0 and percent <= 100),
  basis text not null default 'net_of_tax' check (basis in ('net_of_tax', 'total')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  agreed_by uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, offer_id) references app.offers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, playbook_id) references app.playbooks (workspace_id, id) on delete cascade
);
create index on app.share_agreements (workspace_id, expert_id);

create table app.payouts (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  expert_id uuid not null,
  period_starts_on date not null,
  period_ends_on date not null,
  amount_minor bigint not null,
  currency char(3) not null,
  state text not null default 'open' check (state in ('open', 'sending', 'unconfirmed', 'paid', 'failed')),
  reference text,
  paid_by uuid,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete cascade
);

-- What an order or refund owes or takes back (negative). Never edited but for the payout it went into.
create table app.revenue_shares (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  order_id uuid not null,
  refund_id uuid,
  agreement_id uuid,
  expert_id uuid not null,
  base_minor bigint not null,
  percent real not null,
  share_minor bigint not null,
  currency char(3) not null,
  payout_id uuid,
  booked_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, order_id) references app.orders (workspace_id, id) on delete cascade,
  foreign key (workspace_id, refund_id) references app.refunds (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agreement_id) references app.share_agreements (workspace_id, id)
    on delete set null (agreement_id),
  foreign key (workspace_id, expert_id) references app.experts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, payout_id) references app.payouts (workspace_id, id) on delete set null (payout_id)
);
create unique index on app.revenue_shares (order_id, expert_id, coalesce(refund_id, order_id));
create index on app.revenue_shares (workspace_id, expert_id, booked_at);

-- What the payment provider told us, kept before it is acted on, once per its own id; duplicates, reordering and replay
-- end here. The test checkout signs and sends the same.
create table app.payment_events (
  id uuid primary key,
  workspace_id uuid not null references app.workspaces on delete cascade,
  provider text not null,
  external_id text not null,
  type text not null,
  object_id text,
  payload jsonb not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  state text not null default 'received' check (state in ('received', 'handled', 'outdated', 'ignored', 'failed')),
  problem text,
  handled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (workspace_id, provider, external_id)
);
create index on app.payment_events (workspace_id, object_id, happened_at);
create index on app.payment_events (workspace_id, state, received_at);
