import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { actions, approvals, policies } from './schema.ts';

export type ActionRow = typeof actions.$inferSelect;
export type PolicyRow = typeof policies.$inferSelect;
export type ApprovalRow = typeof approvals.$inferSelect;

export async function insertAction(db: Transaction, row: typeof actions.$inferInsert): Promise<ActionRow> {
  const [inserted] = await db.insert(actions).values(row).returning();
  return inserted as ActionRow;
}

export async function listActions(
  db: Transaction,
  workspaceId: string,
  { states, after, limit }: { states: ActionRow['state'][]; after?: string | undefined; limit: number },
): Promise<ActionRow[]> {
  return db
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.workspaceId, workspaceId),
        states.length > 0 ? inArray(actions.state, states) : undefined,
        after ? lt(actions.id, after) : undefined,
      ),
    )
    .orderBy(desc(actions.id))
    .limit(limit);
}

/** The row, kept from everybody else until the transaction ends. */
export async function lockAction(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ActionRow | undefined> {
  const [row] = await db
    .select()
    .from(actions)
    .where(and(eq(actions.workspaceId, workspaceId), eq(actions.id, id)))
    .limit(1)
    .for('update');
  return row;
}

export async function changeAction(
  db: Transaction,
  workspaceId: string,
  id: string,
  set: Partial<typeof actions.$inferInsert>,
): Promise<ActionRow> {
  const [row] = await db
    .update(actions)
    .set(set)
    .where(and(eq(actions.workspaceId, workspaceId), eq(actions.id, id)))
    .returning();
  return row as ActionRow;
}

export async function insertApproval(db: Transaction, row: typeof approvals.$inferInsert): Promise<void> {
  await db.insert(approvals).values(row);
}

export async function listApprovals(
  db: Transaction,
  workspaceId: string,
  actionIds: string[],
): Promise<ApprovalRow[]> {
  if (actionIds.length === 0) return [];
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), inArray(approvals.actionId, actionIds)))
    .orderBy(approvals.id);
}

/** Policies in force. */
export async function listPolicies(db: Transaction, workspaceId: string): Promise<PolicyRow[]> {
  return db
    .select()
    .from(policies)
    .where(and(eq(policies.workspaceId, workspaceId), isNull(policies.endedAt)));
}

/** Ends the policy of a kind and puts another in force, so that history stays. */
export async function replacePolicy(db: Transaction, row: typeof policies.$inferInsert): Promise<void> {
  await db
    .update(policies)
    .set({ endedAt: row.setAt })
    .where(
      and(
        eq(policies.workspaceId, row.workspaceId),
        eq(policies.actionKind, row.actionKind),
        eq(policies.reach, row.reach),
        isNull(policies.endedAt),
      ),
    );
  await db.insert(policies).values(row);
}
