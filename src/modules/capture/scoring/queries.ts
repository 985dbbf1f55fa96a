import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { gateRevisions } from '../gates/schema.ts';
import { leads } from '../leads/schema.ts';
import { scoreChanges } from './schema.ts';

export type ScoreChangeRow = typeof scoreChanges.$inferSelect;

export interface Standing {
  score: 'fit' | 'engagement' | 'readiness';
  key: string;
  points: number;
  reason: string;
  at: Date;
}

/** What each reason adds up to now, with its newest words. */
export async function listStandings(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<Standing[]> {
  const { rows } = await db.execute<{
    score: Standing['score'];
    key: string;
    points: number;
    reason: string;
    at: string;
  }>(sql`
    select score, rule_key as key, round(sum(delta))::int as points,
      (array_agg(reason order by id desc))[1] as reason, max(occurred_at) as at
    from app.score_changes where workspace_id = ${workspaceId} and lead_id = ${leadId} and rule_key is not null
    group by score, rule_key order by abs(sum(delta)) desc, rule_key`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** What each part of a person's readiness adds up to, by its key. */
export async function listReadiness(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<Map<string, { points: number; reason: string }>> {
  const { rows } = await db.execute<{ key: string; points: number; reason: string }>(sql`
    select rule_key as key, sum(delta)::float8 as points, (array_agg(reason order by id desc))[1] as reason
    from app.score_changes
    where workspace_id = ${workspaceId} and lead_id = ${leadId} and score = 'readiness' and rule_key is not null
    group by rule_key`);
  return new Map(rows.map(({ key, ...standing }) => [key, standing]));
}

export async function insertChanges(
  db: Transaction,
  workspaceId: string,
  changes: Omit<typeof scoreChanges.$inferInsert, 'workspaceId'>[],
): Promise<void> {
  if (changes.length > 0)
    await db.insert(scoreChanges).values(changes.map((change) => ({ ...change, workspaceId })));
}

/** Newest first. */
export async function listChanges(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<ScoreChangeRow[]> {
  return db
    .select()
    .from(scoreChanges)
    .where(and(eq(scoreChanges.workspaceId, workspaceId), eq(scoreChanges.leadId, leadId)))
    .orderBy(desc(scoreChanges.occurredAt), desc(scoreChanges.id))
    .limit(limit);
}

/** What was asked, by revision, to know what an answer was worth when it was given. */
export async function listQuestions(
  db: Transaction,
  workspaceId: string,
  revisionIds: string[],
): Promise<Map<string, unknown[]>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await db
    .select({ id: gateRevisions.id, questions: gateRevisions.questions })
    .from(gateRevisions)
    .where(
      and(
        eq(gateRevisions.workspaceId, workspaceId),
        sql`${gateRevisions.id} = any(${sql.param(revisionIds)}::uuid[])`,
      ),
    );
  return new Map(rows.map(({ id, questions }) => [id, questions]));
}

/** Whose scores were worked out longest ago, before a given time. */
export async function listStale(
  db: Transaction,
  workspaceId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), isNull(leads.archivedAt), lt(leads.scoredAt, before)))
    .orderBy(asc(leads.scoredAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
