import { bigint, boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/database';

/** Who a person is and what they belong to: the one schema without row-level security. */
const identity = pgSchema('identity');

const id = () => uuid().primaryKey();
const createdAt = () => instant('created_at').notNull().defaultNow();
const updatedAt = () => instant('updated_at').notNull().defaultNow();

export const users = identity.table('users', {
  id: id(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const sessions = identity.table('sessions', {
  id: id(),
  userId: uuid('user_id').notNull(),
  token: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const accounts = identity.table('accounts', {
  id: id(),
  userId: uuid('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text(),
  password: text(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const verifications = identity.table('verifications', {
  id: id(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const twoFactors = identity.table('two_factors', {
  id: id(),
  userId: uuid('user_id').notNull(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: instant('locked_until'),
});

export const jwks = identity.table('jwks', {
  id: id(),
  publicKey: text('public_key').notNull(),
  privateKey: text('private_key').notNull(),
  alg: text(),
  crv: text(),
  createdAt: createdAt(),
  expiresAt: instant('expires_at'),
});

export const rateLimits = identity.table('rate_limits', {
  id: id(),
  key: text().notNull(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

export const organizations = identity.table('organizations', {
  id: id(),
  name: text().notNull(),
  slug: text().notNull(),
  logo: text(),
  metadata: text(),
  createdAt: createdAt(),
});

export const members = identity.table('members', {
  id: id(),
  organizationId: uuid('organization_id').notNull(),
  userId: uuid('user_id').notNull(),
  role: text({ enum: ['owner', 'admin', 'member'] }).notNull(),
  restricted: boolean().notNull().default(false),
  createdAt: createdAt(),
});

export const workspaceMembers = identity.table('workspace_members', {
  id: id(),
  organizationId: uuid('organization_id').notNull(),
  workspaceId: uuid('workspace_id').notNull(),
  userId: uuid('user_id').notNull(),
  role: text({ enum: ['member', 'expert', 'subscriber'] }).notNull(),
  expertId: uuid('expert_id'),
  createdAt: createdAt(),
});

export const invitations = identity.table('invitations', {
  id: id(),
  organizationId: uuid('organization_id').notNull(),
  email: text().notNull(),
  role: text({ enum: ['admin', 'member', 'expert', 'subscriber'] }).notNull(),
  status: text({ enum: ['pending', 'accepted', 'revoked'] })
    .notNull()
    .default('pending'),
  tokenHash: text('token_hash').notNull(),
  workspaceIds: uuid('workspace_ids').array(),
  expertId: uuid('expert_id'),
  inviterId: uuid('inviter_id'),
  acceptedBy: uuid('accepted_by'),
  acceptedAt: instant('accepted_at'),
  expiresAt: instant('expires_at').notNull(),
  createdAt: createdAt(),
});

export const apiKeys = identity.table('api_keys', {
  id: id(),
  configId: text('config_id').notNull().default('default'),
  referenceId: uuid('reference_id').notNull(),
  name: text(),
  start: text(),
  prefix: text(),
  key: text().notNull(),
  permissions: text(),
  metadata: text(),
  enabled: boolean().notNull().default(true),
  expiresAt: instant('expires_at'),
  lastRequest: instant('last_request'),
  rateLimitEnabled: boolean('rate_limit_enabled').notNull().default(false),
  rateLimitTimeWindow: integer('rate_limit_time_window'),
  rateLimitMax: integer('rate_limit_max'),
  requestCount: integer('request_count').notNull().default(0),
  remaining: integer(),
  refillInterval: integer('refill_interval'),
  refillAmount: integer('refill_amount'),
  lastRefillAt: instant('last_refill_at'),
  createdBy: uuid('created_by'),
  revokedAt: instant('revoked_at'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const subscriptions = identity.table('subscriptions', {
  organizationId: uuid('organization_id').primaryKey(),
  plan: text({ enum: ['free', 'pro', 'enterprise'] })
    .notNull()
    .default('enterprise'),
  limitsOn: boolean('limits_on').notNull().default(false),
  status: text({ enum: ['active', 'trialing', 'past_due', 'incomplete', 'canceled'] })
    .notNull()
    .default('active'),
  stripeCustomerId: text('stripe_customer_id'),
  stripeSubscriptionId: text('stripe_subscription_id'),
  stripePriceId: text('stripe_price_id'),
  currentPeriodStart: instant('current_period_start'),
  currentPeriodEnd: instant('current_period_end'),
  cancelAtPeriodEnd: boolean('cancel_at_period_end').notNull().default(false),
  canceledAt: instant('canceled_at'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});
