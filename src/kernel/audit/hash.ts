import { createHash } from 'node:crypto';

/** What of an entry is under the seal: everything that says who did what to what, and when. */
export interface SealedEntry {
  id: string;
  workspaceId: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  correlationId: string | null;
  occurredAt: Date;
}

/** What stands before the first entry of a workspace. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * SHA-256 over the sequence number, the hash before and the entry, as JSON with sorted keys. The database may give the
 * keys of an object back in another order, so the order must not count.
 * @returns 64 hex digits
 */
export function hashEntry(sequence: number, previousHash: string, entry: SealedEntry): string {
  const sealed = [
    sequence,
    previousHash,
    entry.id,
    entry.workspaceId,
    entry.actorKind,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    sorted(entry.before),
    sorted(entry.after),
    entry.reason,
    entry.correlationId,
    entry.occurredAt.toISOString(),
  ];
  return createHash('sha256').update(JSON.stringify(sealed)).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
