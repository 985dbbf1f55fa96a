import { boolean, date, integer, jsonb, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';
import type { SendWindow } from '../sends/zone.ts';

export const mailboxes = app.table('mailboxes', {
  ...tenantColumns(),
  email: text().notNull(),
  senderName: text('sender_name').notNull().default(''),
  signature: text().notNull().default(''),
  provider: text({ enum: ['smtp', 'gmail', 'outlook', 'catcher', 'instantly'] })
    .notNull()
    .default('smtp'),
  smtpHost: text('smtp_host'),
  smtpPort: integer('smtp_port'),
  smtpSecurity: text('smtp_security', { enum: ['tls', 'starttls', 'none'] }),
  smtpUsername: text('smtp_username'),
  smtpPasswordSealed: text('smtp_password_sealed'),
  status: text({ enum: ['untested', 'active', 'paused', 'failing', 'disconnected'] })
    .notNull()
    .default('untested'),
  statusReason: text('status_reason'),
  warmupEnabled: boolean('warmup_enabled').notNull().default(true),
  warmupStartedOn: date('warmup_started_on'),
  dailyCap: integer('daily_cap').notNull().default(30),
  rampPerDay: integer('ramp_per_day').notNull().default(2),
  gapSeconds: integer('gap_seconds').notNull().default(60),
  gapJitterSeconds: integer('gap_jitter_seconds').notNull().default(30),
  sendWindow: jsonb('send_window').$type<Partial<SendWindow>>().notNull().default({}),
  timeZone: text('time_zone').notNull().default('UTC'),
  health: real(),
  nextFreeAt: instant('next_free_at'),
  lastSentAt: instant('last_sent_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
});

export const mailboxDays = app.table(
  'mailbox_days',
  {
    workspaceId: uuid('workspace_id').notNull(),
    mailboxId: uuid('mailbox_id').notNull(),
    day: date().notNull(),
    cap: integer().notNull(),
    reserved: integer().notNull().default(0),
    sent: integer().notNull().default(0),
    bounced: integer().notNull().default(0),
    replied: integer().notNull().default(0),
    complained: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.mailboxId, table.day] })],
);
