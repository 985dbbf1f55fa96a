import type { Actor, Context } from '#context';
import { newId } from '#kernel/database';
import { enqueue } from '#kernel/jobs';
import { cutPage, decodeCursor, type Page } from '#kernel/shapes';
import { appendToChain } from './jobs.ts';
import { type AuditRow, insertEntry, listEntries } from './queries.ts';
import type { AuditEntry, AuditQuery } from './shapes.ts';

/** One thing that somebody did. */
export interface Deed {
  /** `noun.happened`: `playbook.published`. */
  action: string;
  subject: { type: string; id?: string | null };
  /** Only what changed; never secrets, never the text of mails. */
  before?: unknown;
  after?: unknown;
  reason?: string;
}

// One job per transaction is enough, however many deeds it holds.
const enqueued = new WeakSet<object>();

/**
 * Writes down what was done, by whom, in the caller's transaction: no deed without its entry, no entry without its
 * deed. A job appends it to the chain after commit.
 */
export async function audit(ctx: Context, { action, subject, before, after, reason }: Deed): Promise<void> {
  await insertEntry(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    ...actorColumns(ctx.actor),
    action,
    subjectType: subject.type,
    subjectId: subject.id ?? null,
    before: before ?? null,
    after: after ?? null,
    reason: reason ?? null,
    correlationId: ctx.correlationId,
    occurredAt: ctx.clock.now(),
  });
  if (enqueued.has(ctx.db)) return;
  enqueued.add(ctx.db);
  await enqueue(ctx, appendToChain, { workspaceId: ctx.workspace.id });
}

/** Newest first. */
export async function list(ctx: Context, query: AuditQuery): Promise<Page<AuditEntry>> {
  const { cursor, limit, ...filter } = query;
  const before = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await listEntries(ctx.db, ctx.workspace.id, {
    limit,
    ...(before && { before }),
    ...(filter.subjectType && { subjectType: filter.subjectType }),
    ...(filter.subjectId && { subjectId: filter.subjectId }),
    ...(filter.action && { action: filter.action }),
  });
  return cutPage(rows, limit, (row) => [row.id], show);
}

const show = (row: AuditRow & { sequence: number | null }): AuditEntry => ({
  id: row.id,
  sequence: row.sequence,
  action: row.action,
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
  subject: { type: row.subjectType, id: row.subjectId },
  before: row.before ?? null,
  after: row.after ?? null,
  reason: row.reason,
  correlationId: row.correlationId,
  occurredAt: row.occurredAt.toISOString(),
});

function actorColumns(actor: Actor): { actorKind: string; actorId: string | null; actorName: string } {
  switch (actor.kind) {
    case 'user':
      return { actorKind: 'user', actorId: actor.userId, actorName: actor.name };
    case 'key':
      return { actorKind: 'key', actorId: actor.keyId, actorName: actor.name };
    case 'reader':
      return { actorKind: 'reader', actorId: actor.leadId, actorName: '' };
    case 'system':
      return { actorKind: 'system', actorId: null, actorName: actor.name };
  }
}
