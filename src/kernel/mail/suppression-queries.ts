import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Actor } from '#context';
import type { Transaction } from '#kernel/database';
import { type Stream, type SuppressionRow, suppressions } from './schema.ts';

/** The suppression that forbids writing to an address in a stream; the widest first. */
export async function findSuppression(
  db: Transaction,
  workspaceId: string,
  { email, emailHash, stream }: { email: string; emailHash: string; stream: Stream },
): Promise<SuppressionRow | undefined> {
  const [row] = await db
    .select()
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        // By address too: hashes made with a key that was replaced must not open the gate.
        or(eq(suppressions.emailHash, emailHash), eq(suppressions.email, email)),
        inArray(suppressions.stream, ['all', stream]),
        isNull(suppressions.liftedAt),
      ),
    )
    .orderBy(desc(eq(suppressions.stream, 'all')))
    .limit(1);
  return row;
}

export async function findSuppressionsAmong(
  db: Transaction,
  workspaceId: string,
  { emails, hashes, stream }: { emails: string[]; hashes: string[]; stream: Stream },
): Promise<SuppressionRow[]> {
  if (emails.length === 0) return [];
  return db
    .select()
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        sql`(${suppressions.emailHash} = any(${sql.param(hashes)}::text[]) or ${suppressions.email} = any(${sql.param(emails)}::text[]))`,
        inArray(suppressions.stream, ['all', stream]),
        isNull(suppressions.liftedAt),
      ),
    );
}

export async function findSuppressionById(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<SuppressionRow | undefined> {
  const [row] = await db
    .select()
    .from(suppressions)
    .where(and(eq(suppressions.workspaceId, workspaceId), eq(suppressions.id, id)))
    .limit(1);
  return row;
}

/** @returns undefined when one of the same stream is in force for the address */
export async function insertSuppression(
  db: Transaction,
  workspaceId: string,
  suppression: Omit<typeof suppressions.$inferInsert, 'workspaceId'>,
): Promise<SuppressionRow | undefined> {
  const [row] = await db
    .insert(suppressions)
    .values({ ...suppression, workspaceId })
    .onConflictDoNothing({
      target: [suppressions.workspaceId, suppressions.emailHash, suppressions.stream],
      where: sql`lifted_at is null`,
    })
    .returning();
  return row;
}

export async function findSuppressionInForce(
  db: Transaction,
  workspaceId: string,
  { emailHash, stream }: { emailHash: string; stream: SuppressionRow['stream'] },
): Promise<SuppressionRow | undefined> {
  const [row] = await db
    .select()
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        eq(suppressions.emailHash, emailHash),
        eq(suppressions.stream, stream),
        isNull(suppressions.liftedAt),
      ),
    )
    .limit(1);
  return row;
}

/** @returns undefined when it is not there or no longer in force */
export async function liftSuppressionRow(
  db: Transaction,
  workspaceId: string,
  id: string,
  { liftedAt, liftedBy }: { liftedAt: Date; liftedBy: Actor },
): Promise<SuppressionRow | undefined> {
  const [row] = await db
    .update(suppressions)
    .set({ liftedAt, liftedBy })
    .where(
      and(eq(suppressions.workspaceId, workspaceId), eq(suppressions.id, id), isNull(suppressions.liftedAt)),
    )
    .returning();
  return row;
}

export interface SuppressionFilter {
  /** Part of the address. */
  search?: string;
  stream?: SuppressionRow['stream'];
  /** Also those that were lifted. */
  lifted: boolean;
  before?: string;
}

export async function listSuppressions(
  db: Transaction,
  workspaceId: string,
  filter: SuppressionFilter,
  limit: number,
): Promise<SuppressionRow[]> {
  const { search, stream, lifted, before } = filter;
  return db
    .select()
    .from(suppressions)
    .where(
      and(
        eq(suppressions.workspaceId, workspaceId),
        search ? sql`position(lower(${search}) in ${suppressions.email}) > 0` : undefined,
        stream && eq(suppressions.stream, stream),
        lifted ? undefined : isNull(suppressions.liftedAt),
        before ? lt(suppressions.id, before) : undefined,
      ),
    )
    .orderBy(desc(suppressions.id))
    .limit(limit);
}

/** Leaves of an address only its keyed hash. */
export async function forgetSuppressedAddress(
  db: Transaction,
  workspaceId: string,
  email: string,
): Promise<void> {
  await db
    .update(suppressions)
    .set({ email: null, leadId: null, messageId: null, detail: null })
    .where(and(eq(suppressions.workspaceId, workspaceId), eq(suppressions.email, email)));
}
