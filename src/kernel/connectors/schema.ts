import { jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const connections = app.table('connections', {
  ...tenantColumns(),
  provider: text().notNull(),
  accountKey: text('account_key').notNull().default(''),
  name: text().notNull(),
  authKind: text('auth_kind', { enum: ['api_key', 'oauth2', 'basic', 'webhook', 'none'] }).notNull(),
  state: text({ enum: ['connected', 'expired', 'failing', 'revoked', 'disconnected'] })
    .notNull()
    .default('connected'),
  stateReason: text('state_reason'),
  accessTokenSealed: text('access_token_sealed'),
  refreshTokenSealed: text('refresh_token_sealed'),
  tokenExpiresAt: instant('token_expires_at'),
  scopes: text().array().notNull().default([]),
  settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  lastCallAt: instant('last_call_at'),
  lastSuccessAt: instant('last_success_at'),
  lastError: text('last_error'),
  lastErrorAt: instant('last_error_at'),
  retryAt: instant('retry_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** What outside services told us, kept before it is acted on. */
export const inboundDeliveries = app.table('inbound_deliveries', {
  ...tenantColumns(),
  connectionId: uuid('connection_id'),
  provider: text().notNull(),
  externalId: text('external_id').notNull(),
  kind: text().notNull().default(''),
  body: jsonb().notNull(),
  state: text({ enum: ['received', 'handled', 'ignored', 'failed'] })
    .notNull()
    .default('received'),
  error: text(),
  receivedAt: instant('received_at').notNull().defaultNow(),
  handledAt: instant('handled_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
