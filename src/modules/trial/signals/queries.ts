import { and, asc, count, countDistinct, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { signalRules, signals } from './schema.ts';

export type SignalRuleRow = typeof signalRules.$inferSelect;
export type SignalRow = typeof signals.$inferSelect;

export async function listRules(db: Transaction, workspaceId: string): Promise<SignalRuleRow[]> {
  return db
    .select()
    .from(signalRules)
    .where(eq(signalRules.workspaceId, workspaceId))
    .orderBy(asc(signalRules.createdAt), asc(signalRules.id));
}

/** Leaves out whatever is there already. */
export async function insertRules(
  db: Transaction,
  workspaceId: string,
  rules: Omit<typeof signalRules.$inferInsert, 'workspaceId'>[],
): Promise<void> {
  await db
    .insert(signalRules)
    .values(rules.map((rule) => ({ ...rule, workspaceId })))
    .onConflictDoNothing();
}

/** @returns undefined when there is no such rule */
export async function updateRule(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof signalRules.$inferInsert>,
): Promise<SignalRuleRow | undefined> {
  const [row] = await db
    .update(signalRules)
    .set(change)
    .where(and(eq(signalRules.workspaceId, workspaceId), eq(signalRules.id, id)))
    .returning();
  return row;
}

/** How often each rule was observed, and of how many people. */
export async function countByRule(
  db: Transaction,
  workspaceId: string,
): Promise<Map<string, { signals: number; people: number }>> {
  const rows = await db
    .select({ key: signals.ruleKey, signals: count(), people: countDistinct(signals.leadId) })
    .from(signals)
    .where(eq(signals.workspaceId, workspaceId))
    .groupBy(signals.ruleKey);
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}

/** @returns the rows that were not there before */
export async function insertSignals(
  db: Transaction,
  workspaceId: string,
  rows: Omit<typeof signals.$inferInsert, 'workspaceId'>[],
): Promise<SignalRow[]> {
  if (rows.length === 0) return [];
  return db
    .insert(signals)
    .values(rows.map((row) => ({ ...row, workspaceId })))
    .onConflictDoNothing({ target: [signals.leadId, signals.ruleKey, signals.dedupeKey] })
    .returning();
}

/** Signals of one person, oldest first. */
export async function listSignals(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<SignalRow[]> {
  return db
    .select()
    .from(signals)
    .where(and(eq(signals.workspaceId, workspaceId), eq(signals.leadId, leadId)))
    .orderBy(asc(signals.occurredAt), asc(signals.id));
}

/** Signals, newest first. */
export async function listNewest(
  db: Transaction,
  workspaceId: string,
  leadId: string | undefined,
  limit: number,
  before?: { at: Date; id: string },
): Promise<SignalRow[]> {
  return db
    .select()
    .from(signals)
    .where(
      and(
        eq(signals.workspaceId, workspaceId),
        leadId ? eq(signals.leadId, leadId) : undefined,
        before &&
          or(
            lt(signals.occurredAt, before.at),
            and(eq(signals.occurredAt, before.at), lt(signals.id, before.id)),
          ),
      ),
    )
    .orderBy(desc(signals.occurredAt), desc(signals.id))
    .limit(limit);
}

/** Ids of people who gave a signal, in pieces. */
export async function listLeadIds(
  db: Transaction,
  workspaceId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.execute<{ leadId: string }>(sql`
    select distinct lead_id as "leadId" from app.signals
    where workspace_id = ${workspaceId} and (${after ?? null}::uuid is null or lead_id > ${after ?? null}::uuid)
    order by lead_id limit ${limit}`);
  return rows.map(({ leadId }) => leadId);
}

export interface TrialFacts {
  id: string;
  playbookId: string;
  requestedAt: Date;
  spentAt: Date | null;
  quota: number;
}

/** Trials of one person. */
export async function listTrials(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<TrialFacts[]> {
  const { rows } = await db.execute<
    Omit<TrialFacts, 'requestedAt' | 'spentAt'> & { requestedAt: string; spentAt: string | null }
  >(sql`
    select id, playbook_id as "playbookId", requested_at as "requestedAt", spent_at as "spentAt", quota
    from app.trials where workspace_id = ${workspaceId} and lead_id = ${leadId} order by id`);
  return rows.map((row) => ({
    ...row,
    requestedAt: new Date(row.requestedAt),
    spentAt: row.spentAt ? new Date(row.spentAt) : null,
  }));
}

export interface AskedFacts {
  turnId: string;
  trialId: string;
  playbookId: string;
  text: string;
  at: Date;
}

/** Questions of one person that the clone took, answered or not. */
export async function listQuestions(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<AskedFacts[]> {
  const { rows } = await db.execute<Omit<AskedFacts, 'at'> & { at: string }>(sql`
    select t.id as "turnId", t.trial_id as "trialId", c.playbook_id as "playbookId", t.question as text,
      t.reserved_at as at
    from app.clone_turns t join app.clones c on c.id = t.clone_id
    where t.workspace_id = ${workspaceId} and t.lead_id = ${leadId} and t.trial_id is not null
      and t.state in ('answered', 'not_in_material') order by t.id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** How far a follower of a fact table has come. */
export async function findCursor(
  db: Transaction,
  workspaceId: string,
  follower: string,
  factTable: string,
): Promise<string | null> {
  const { rows } = await db.execute<{ lastId: string | null }>(sql`
    select last_id as "lastId" from app.fact_cursors
    where workspace_id = ${workspaceId} and follower = ${follower} and fact_table = ${factTable}`);
  return rows[0]?.lastId ?? null;
}

/** Moves a cursor on, never back. */
export async function moveCursor(
  db: Transaction,
  workspaceId: string,
  follower: string,
  factTable: string,
  { lastId, at }: { lastId: string; at: Date },
): Promise<void> {
  await db.execute(sql`
    insert into app.fact_cursors (workspace_id, follower, fact_table, last_id, followed_at)
    values (${workspaceId}, ${follower}, ${factTable}, ${lastId}, ${at.toISOString()})
    on conflict (workspace_id, follower, fact_table) do update
    set last_id = greatest(excluded.last_id, fact_cursors.last_id), followed_at = excluded.followed_at`);
}
