import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import type { LeadRow } from './queries.ts';
import { leads } from './schema.ts';

export interface Filter {
  q?: string | undefined;
  stages?: LeadRow['stage'][] | undefined;
  /** In all of them. */
  segmentIds?: string[] | undefined;
  playbookId?: string | undefined;
  grades?: string[] | undefined;
  /** Last active before this instant. */
  quietBefore?: Date | undefined;
  isConfirmed?: boolean | undefined;
  isSuspect?: boolean | undefined;
}

export type Sort = 'newest' | 'quiet' | 'name' | 'fit' | 'engagement';
type Key = string | number;

const activeAt = sql<Date>`coalesce(${leads.lastActivityAt}, ${leads.capturedAt})`;
const shownName = sql<string>`lower(coalesce(${leads.name}, ${leads.email}))`;

const ORDERS: Record<Sort, { by: SQL | typeof leads.fitScore; isDown: boolean; cast: string }> = {
  newest: { by: sql`${leads.capturedAt}`, isDown: true, cast: 'timestamptz' },
  quiet: { by: activeAt, isDown: false, cast: 'timestamptz' },
  name: { by: shownName, isDown: false, cast: 'text' },
  fit: { by: sql`${leads.fitScore}`, isDown: true, cast: 'integer' },
  engagement: { by: sql`${leads.engagementScore}`, isDown: true, cast: 'integer' },
};

/** What a row is sorted by, for the cursor. */
export function keyOf(row: LeadRow, sort: Sort): Key {
  switch (sort) {
    case 'newest':
      return row.capturedAt.toISOString();
    case 'quiet':
      return (row.lastActivityAt ?? row.capturedAt).toISOString();
    case 'name':
      return (row.name ?? row.email).toLowerCase();
    case 'fit':
      return row.fitScore;
    case 'engagement':
      return row.engagementScore;
  }
}

function matching(workspaceId: string, filter: Filter): SQL | undefined {
  const { q, stages, segmentIds, playbookId, grades, quietBefore, isConfirmed, isSuspect } = filter;
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  return and(
    eq(leads.workspaceId, workspaceId),
    isNull(leads.archivedAt),
    isNull(leads.mergedIntoId),
    pattern
      ? or(ilike(leads.email, pattern), ilike(leads.name, pattern), ilike(leads.company, pattern))
      : undefined,
    stages && inArray(leads.stage, stages),
    segmentIds ? sql`${leads.segmentIds} @> ${sql.param(segmentIds)}::uuid[]` : undefined,
    playbookId ? eq(leads.playbookId, playbookId) : undefined,
    grades && inArray(leads.grade, grades),
    quietBefore ? lte(activeAt, quietBefore) : undefined,
    isConfirmed === undefined
      ? undefined
      : isConfirmed
        ? isNotNull(leads.confirmedAt)
        : isNull(leads.confirmedAt),
    isSuspect === undefined ? undefined : eq(leads.isSuspect, isSuspect),
  );
}

export async function listLeads(
  db: Transaction,
  workspaceId: string,
  filter: Filter,
  { sort, limit, after }: { sort: Sort; limit: number; after?: { key: Key; id: string } | undefined },
): Promise<LeadRow[]> {
  const { by, isDown, cast } = ORDERS[sort];
  const position = after && {
    key: sql`${String(after.key)}::${sql.raw(cast)}`,
    id: isDown ? lt(leads.id, after.id) : gt(leads.id, after.id),
  };
  const beyond =
    position &&
    or(
      isDown ? sql`${by} < ${position.key}` : sql`${by} > ${position.key}`,
      and(sql`${by} = ${position.key}`, position.id),
    );
  return db
    .select()
    .from(leads)
    .where(and(matching(workspaceId, filter), beyond))
    .orderBy(isDown ? desc(by) : asc(by), isDown ? desc(leads.id) : asc(leads.id))
    .limit(limit);
}

export async function countByStage(
  db: Transaction,
  workspaceId: string,
  filter: Filter = {},
): Promise<Map<LeadRow['stage'], number>> {
  const rows = await db
    .select({ stage: leads.stage, value: count() })
    .from(leads)
    .where(matching(workspaceId, filter))
    .groupBy(leads.stage);
  return new Map(rows.map(({ stage, value }) => [stage, value]));
}
