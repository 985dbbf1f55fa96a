import { text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantColumns } from '#kernel/database';

/** Private links to public pages; only the SHA-256 of a token is kept. */
export const publicTokens = app.table('public_tokens', {
  ...tenantColumns(),
  kind: text({
    enum: ['interview', 'review', 'library', 'checkout', 'video', 'reading', 'preview'],
  }).notNull(),
  tokenHash: text('token_hash').notNull(),
  subjectId: uuid('subject_id').notNull(),
  expiresAt: instant('expires_at'),
  revokedAt: instant('revoked_at'),
  lastUsedAt: instant('last_used_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
