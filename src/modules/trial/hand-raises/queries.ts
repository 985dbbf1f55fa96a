import { and, asc, count, desc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { handRaiseRules, handRaises } from './schema.ts';

export type HandRaiseRow = typeof handRaises.$inferSelect;
export type HandRaiseRuleRow = typeof handRaiseRules.$inferSelect;

export async function listRules(db: Transaction, workspaceId: string): Promise<HandRaiseRuleRow[]> {
  return db
    .select()
    .from(handRaiseRules)
    .where(eq(handRaiseRules.workspaceId, workspaceId))
    .orderBy(asc(handRaiseRules.createdAt), asc(handRaiseRules.id));
}

/** Leaves it out when there is an active one already. */
export async function insertRule(
  db: Transaction,
  workspaceId: string,
  rule: Omit<typeof handRaiseRules.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db
    .insert(handRaiseRules)
    .values({ ...rule, workspaceId })
    .onConflictDoNothing();
}

/** @returns undefined when there is no such rule */
export async function updateRule(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof handRaiseRules.$inferInsert>,
): Promise<HandRaiseRuleRow | undefined> {
  const [row] = await db
    .update(handRaiseRules)
    .set(change)
    .where(and(eq(handRaiseRules.workspaceId, workspaceId), eq(handRaiseRules.id, id)))
    .returning();
  return row;
}

/** Hands that are up, by the rule that saw them. */
export async function countRaised(db: Transaction, workspaceId: string): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ ruleId: handRaises.ruleId, value: count() })
    .from(handRaises)
    .where(and(eq(handRaises.workspaceId, workspaceId), isNull(handRaises.rearmedAt)))
    .groupBy(handRaises.ruleId);
  return new Map(rows.map(({ ruleId, value }) => [ruleId, value]));
}

/** @returns undefined when this person's hand is up already */
export async function insertRaise(
  db: Transaction,
  workspaceId: string,
  raise: Omit<typeof handRaises.$inferInsert, 'workspaceId'>,
): Promise<HandRaiseRow | undefined> {
  const [row] = await db
    .insert(handRaises)
    .values({ ...raise, workspaceId })
    .onConflictDoNothing({ target: handRaises.leadId, where: isNull(handRaises.rearmedAt) })
    .returning();
  return row;
}

/** @returns undefined when it was re-armed before, or is not there */
export async function rearm(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: { rearmedAt: Date; rearmedBy: string | null },
): Promise<HandRaiseRow | undefined> {
  const [row] = await db
    .update(handRaises)
    .set(change)
    .where(and(eq(handRaises.workspaceId, workspaceId), eq(handRaises.id, id), isNull(handRaises.rearmedAt)))
    .returning();
  return row;
}

export async function findRaise(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<HandRaiseRow | undefined> {
  const [row] = await db
    .select()
    .from(handRaises)
    .where(and(eq(handRaises.workspaceId, workspaceId), eq(handRaises.id, id)))
    .limit(1);
  return row;
}

/** All of one person, newest first. */
export async function listOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<HandRaiseRow[]> {
  return db
    .select()
    .from(handRaises)
    .where(and(eq(handRaises.workspaceId, workspaceId), eq(handRaises.leadId, leadId)))
    .orderBy(desc(handRaises.raisedAt), desc(handRaises.id));
}

/** Newest first. */
export async function listRaises(
  db: Transaction,
  workspaceId: string,
  { leadId, state }: { leadId?: string | undefined; state?: 'raised' | 'rearmed' | undefined },
  limit: number,
  before?: { at: Date; id: string },
): Promise<HandRaiseRow[]> {
  return db
    .select()
    .from(handRaises)
    .where(
      and(
        eq(handRaises.workspaceId, workspaceId),
        leadId ? eq(handRaises.leadId, leadId) : undefined,
        state === 'raised' ? isNull(handRaises.rearmedAt) : undefined,
        state === 'rearmed' ? isNotNull(handRaises.rearmedAt) : undefined,
        before &&
          or(
            lt(handRaises.raisedAt, before.at),
            and(eq(handRaises.raisedAt, before.at), lt(handRaises.id, before.id)),
          ),
      ),
    )
    .orderBy(desc(handRaises.raisedAt), desc(handRaises.id))
    .limit(limit);
}

/** Ids of people whose hand went up before an instant and may be armed again. */
export async function listRaisedBefore(
  db: Transaction,
  workspaceId: string,
  ruleId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ leadId: handRaises.leadId })
    .from(handRaises)
    .where(
      and(
        eq(handRaises.workspaceId, workspaceId),
        eq(handRaises.ruleId, ruleId),
        isNull(handRaises.rearmedAt),
        lt(handRaises.raisedAt, before),
      ),
    )
    .orderBy(asc(handRaises.raisedAt))
    .limit(limit);
  return rows.map(({ leadId }) => leadId);
}

export interface Standing {
  leadId: string;
  total: number;
}

/**
 * Whose hand is down, and would go up if the line were at `threshold`: signals of active rules, faded to `at`, reach it,
 * and one of them came after the last re-arming. Nearest to the line first.
 */
export async function listBelow(
  db: Transaction,
  workspaceId: string,
  { threshold, at, playbookId }: { threshold: number; at: Date; playbookId: string | null },
): Promise<Standing[]> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ leadId: string; total: number }>(sql`
    with hands as (
      select lead_id, bool_or(rearmed_at is null) as is_up, max(rearmed_at) as armed_since
      from app.hand_raises where workspace_id = ${workspaceId} group by lead_id)
    select s.lead_id as "leadId", sum(round((s.weight * 100 * case when r.half_life_days is null then 1
        else power(0.5, greatest(0, extract(epoch from ${now} - s.occurred_at)) / 86400.0 / r.half_life_days) end)::numeric))::float8
        / 100 as total
    from app.signals s
    join app.signal_rules r on r.workspace_id = s.workspace_id and r.key = s.rule_key and r.is_active
    left join hands h on h.lead_id = s.lead_id
    where s.workspace_id = ${workspaceId} and s.occurred_at <= ${now} and not coalesce(h.is_up, false)
      and (${playbookId}::uuid is null or s.playbook_id is null or s.playbook_id = ${playbookId}::uuid)
    group by s.lead_id
    having bool_or(h.armed_since is null or s.occurred_at > h.armed_since)
      and sum(round((s.weight * 100 * case when r.half_life_days is null then 1
        else power(0.5, greatest(0, extract(epoch from ${now} - s.occurred_at)) / 86400.0 / r.half_life_days) end)::numeric))
        >= ${threshold}::float8 * 100
    order by total, s.lead_id`);
  return rows;
}

/** Hands that are up and went up below a line, nearest first. */
export async function listRaisedBelow(
  db: Transaction,
  workspaceId: string,
  threshold: number,
): Promise<Standing[]> {
  const rows = await db
    .select({ leadId: handRaises.leadId, total: handRaises.total })
    .from(handRaises)
    .where(
      and(
        eq(handRaises.workspaceId, workspaceId),
        isNull(handRaises.rearmedAt),
        lt(handRaises.total, threshold),
      ),
    )
    .orderBy(desc(handRaises.total), asc(handRaises.leadId));
  return rows;
}
