import { integer, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const webhookEndpoints = app.table('webhook_endpoints', {
  ...tenantColumns(),
  url: text().notNull(),
  description: text().notNull().default(''),
  events: text().array().notNull().default([]),
  secretSealed: text('secret_sealed').notNull(),
  previousSecretSealed: text('previous_secret_sealed'),
  previousSecretExpiresAt: instant('previous_secret_expires_at'),
  state: text({ enum: ['active', 'paused', 'disabled'] })
    .notNull()
    .default('active'),
  stateReason: text('state_reason'),
  failuresInRow: integer('failures_in_row').notNull().default(0),
  failingSince: instant('failing_since'),
  lastDeliveryAt: instant('last_delivery_at'),
  lastSuccessAt: instant('last_success_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

export const webhookDeliveries = app.table('webhook_deliveries', {
  ...tenantColumns(),
  endpointId: uuid('endpoint_id').notNull(),
  eventId: uuid('event_id').notNull(),
  eventType: text('event_type').notNull(),
  body: text().notNull(),
  state: text({ enum: ['waiting', 'delivered', 'failed', 'cancelled'] })
    .notNull()
    .default('waiting'),
  attempts: integer().notNull().default(0),
  nextAttemptAt: instant('next_attempt_at'),
  waitingReason: text('waiting_reason'),
  lastStatus: integer('last_status'),
  lastError: text('last_error'),
  deliveredAt: instant('delivered_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const webhookAttempts = app.table('webhook_attempts', {
  ...tenantColumns(),
  deliveryId: uuid('delivery_id').notNull(),
  number: integer().notNull(),
  status: integer(),
  error: text(),
  answer: text(),
  durationMs: integer('duration_ms').notNull().default(0),
  attemptedAt: instant('attempted_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
