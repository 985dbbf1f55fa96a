import { and, asc, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { prospectLists, prospects } from './schema.ts';

export type ListRow = typeof prospectLists.$inferSelect;
export type ProspectRow = typeof prospects.$inferSelect;
type New<Table extends { $inferInsert: object }> = Omit<Table['$inferInsert'], 'workspaceId'>;

export async function insertList(
  db: Transaction,
  workspaceId: string,
  row: New<typeof prospectLists>,
): Promise<void> {
  await db.insert(prospectLists).values({ ...row, workspaceId });
}

export async function findList(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ListRow | undefined> {
  const [row] = await db
    .select()
    .from(prospectLists)
    .where(
      and(
        eq(prospectLists.workspaceId, workspaceId),
        eq(prospectLists.id, id),
        isNull(prospectLists.archivedAt),
      ),
    );
  return row;
}

export async function listLists(
  db: Transaction,
  workspaceId: string,
  before: string | undefined,
  limit: number,
): Promise<ListRow[]> {
  return db
    .select()
    .from(prospectLists)
    .where(
      and(
        eq(prospectLists.workspaceId, workspaceId),
        isNull(prospectLists.archivedAt),
        before ? lt(prospectLists.id, before) : undefined,
      ),
    )
    .orderBy(desc(prospectLists.id))
    .limit(limit);
}

export async function updateList(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof prospectLists.$inferInsert>,
): Promise<void> {
  await db
    .update(prospectLists)
    .set(change)
    .where(and(eq(prospectLists.workspaceId, workspaceId), eq(prospectLists.id, id)));
}

/** People of a list by state. */
export async function countByState(
  db: Transaction,
  workspaceId: string,
  listId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ state: prospects.state, value: count() })
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.listId, listId)))
    .groupBy(prospects.state);
  return new Map(rows.map(({ state, value }) => [state, value]));
}

/** Adds people; whoever stands on the list already stays as they are. @returns the addresses that are new */
export async function insertProspects(
  db: Transaction,
  workspaceId: string,
  rows: New<typeof prospects>[],
): Promise<Set<string>> {
  const added = new Set<string>();
  for (let from = 0; from < rows.length; from += 1_000) {
    const inserted = await db
      .insert(prospects)
      .values(rows.slice(from, from + 1_000).map((row) => ({ ...row, workspaceId })))
      .onConflictDoNothing({ target: [prospects.listId, prospects.email] })
      .returning({ email: prospects.email });
    for (const { email } of inserted) added.add(email);
  }
  return added;
}

/** Addresses of these that a list has already. */
export async function listKnown(
  db: Transaction,
  workspaceId: string,
  listId: string,
  emails: string[],
): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const rows = await db
    .select({ email: prospects.email })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.listId, listId),
        sql`${prospects.email} = any(${sql.param(emails)}::text[])`,
      ),
    );
  return new Set(rows.map(({ email }) => email));
}

export async function listProspects(
  db: Transaction,
  workspaceId: string,
  filter: { list?: string | undefined; state?: ProspectRow['state'] | undefined; q?: string | undefined },
  before: string | undefined,
  limit: number,
): Promise<(ProspectRow & { listName: string })[]> {
  const pattern = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db
    .select({ prospect: prospects, listName: prospectLists.name })
    .from(prospects)
    .innerJoin(
      prospectLists,
      and(eq(prospectLists.workspaceId, prospects.workspaceId), eq(prospectLists.id, prospects.listId)),
    )
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        filter.list ? eq(prospects.listId, filter.list) : undefined,
        filter.state ? eq(prospects.state, filter.state) : undefined,
        pattern
          ? sql`(${prospects.email} ilike ${pattern} or concat_ws(' ', ${prospects.firstName}, ${prospects.lastName}) ilike ${pattern}
              or ${prospects.company} ilike ${pattern})`
          : undefined,
        before ? lt(prospects.id, before) : undefined,
      ),
    )
    .orderBy(desc(prospects.id))
    .limit(limit);
  return rows.map(({ prospect, listName }) => ({ ...prospect, listName }));
}

/** People of lists that may be written to, in the order of the lists. */
export async function listReady(
  db: Transaction,
  workspaceId: string,
  listIds: string[],
  after = '',
  limit = 1_000,
): Promise<ProspectRow[]> {
  if (listIds.length === 0) return [];
  return db
    .select()
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        inArray(prospects.listId, listIds),
        eq(prospects.state, 'ready'),
        after ? gt(prospects.id, after) : undefined,
      ),
    )
    .orderBy(asc(prospects.id))
    .limit(limit);
}

export async function findProspect(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ProspectRow | undefined> {
  const [row] = await db
    .select()
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, id)));
  return row;
}

export async function updateProspect(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof prospects.$inferInsert>,
): Promise<void> {
  await db
    .update(prospects)
    .set(change)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, id)));
}
