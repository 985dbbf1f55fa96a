import { jsonb, real, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

export const emotionReadings = app.table('emotion_readings', {
  ...tenantColumns(),
  subjectType: text('subject_type').notNull(),
  subjectId: uuid('subject_id').notNull(),
  leadId: uuid('lead_id'),
  emotion: text().notNull(),
  confidence: real().notNull(),
  scores: jsonb().$type<Record<string, number>>().notNull().default({}),
  provider: text().notNull(),
  providerVersion: text('provider_version'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
