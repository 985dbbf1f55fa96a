import { and, asc, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { auditChain, auditEntries } from './schema.ts';

export type AuditRow = typeof auditEntries.$inferSelect;
export type ChainRow = typeof auditChain.$inferSelect;

export async function insertEntry(db: Transaction, row: typeof auditEntries.$inferInsert): Promise<void> {
  await db.insert(auditEntries).values(row);
}

/** Newest first, one more than asked for. */
export async function listEntries(
  db: Transaction,
  workspaceId: string,
  filter: { before?: string; subjectType?: string; subjectId?: string; action?: string; limit: number },
): Promise<(AuditRow & { sequence: number | null })[]> {
  const rows = await db
    .select({ entry: auditEntries, sequence: auditChain.sequence })
    .from(auditEntries)
    .leftJoin(
      auditChain,
      and(eq(auditChain.workspaceId, workspaceId), eq(auditChain.entryId, auditEntries.id)),
    )
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        filter.before ? lt(auditEntries.id, filter.before) : undefined,
        filter.subjectType ? eq(auditEntries.subjectType, filter.subjectType) : undefined,
        filter.subjectId ? eq(auditEntries.subjectId, filter.subjectId) : undefined,
        filter.action ? eq(auditEntries.action, filter.action) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(filter.limit + 1);
  return rows.map(({ entry, sequence }) => ({ ...entry, sequence }));
}

/** Lets one transaction at a time extend the chain of a workspace. */
export async function lockChain(db: Transaction, workspaceId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit.chain ${workspaceId}`}, 0))`);
}

export async function findLastLink(db: Transaction, workspaceId: string): Promise<ChainRow | undefined> {
  const [row] = await db
    .select()
    .from(auditChain)
    .where(eq(auditChain.workspaceId, workspaceId))
    .orderBy(desc(auditChain.sequence))
    .limit(1);
  return row;
}

/** Committed entries that are not in the chain yet, in the order they are to be appended. */
export async function listUnchained(
  db: Transaction,
  workspaceId: string,
  limit: number,
): Promise<AuditRow[]> {
  const rows = await db
    .select({ entry: auditEntries })
    .from(auditEntries)
    .leftJoin(
      auditChain,
      and(eq(auditChain.workspaceId, workspaceId), eq(auditChain.entryId, auditEntries.id)),
    )
    .where(and(eq(auditEntries.workspaceId, workspaceId), isNull(auditChain.id)))
    .orderBy(asc(auditEntries.id))
    .limit(limit);
  return rows.map(({ entry }) => entry);
}

export async function insertLinks(
  db: Transaction,
  workspaceId: string,
  links: { sequence: number; entryId: string; previousHash: string; hash: string }[],
): Promise<void> {
  await db.insert(auditChain).values(links.map((link) => ({ id: newId(), workspaceId, ...link })));
}

/** A stretch of the chain with the entries its links name; an entry that is gone is null. */
export async function listLinks(
  db: Transaction,
  workspaceId: string,
  afterSequence: number,
  limit: number,
): Promise<{ link: ChainRow; entry: AuditRow | null }[]> {
  return db
    .select({ link: auditChain, entry: auditEntries })
    .from(auditChain)
    .leftJoin(
      auditEntries,
      and(eq(auditEntries.workspaceId, workspaceId), eq(auditEntries.id, auditChain.entryId)),
    )
    .where(and(eq(auditChain.workspaceId, workspaceId), gt(auditChain.sequence, afterSequence)))
    .orderBy(asc(auditChain.sequence))
    .limit(limit);
}
