import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { entitlements, fulfilmentSteps, onboardings } from './schema.ts';

export type EntitlementRow = typeof entitlements.$inferSelect;
export type StepRow = typeof fulfilmentSteps.$inferSelect;
type Without<T> = Omit<T, 'workspaceId'>;

export async function insertSteps(
  db: Transaction,
  workspaceId: string,
  steps: Without<typeof fulfilmentSteps.$inferInsert>[],
): Promise<void> {
  if (steps.length > 0)
    await db
      .insert(fulfilmentSteps)
      .values(steps.map((step) => ({ ...step, workspaceId })))
      .onConflictDoNothing();
}

/** In the order in which they run. */
export async function listSteps(db: Transaction, workspaceId: string, orderId: string): Promise<StepRow[]> {
  return db
    .select()
    .from(fulfilmentSteps)
    .where(and(eq(fulfilmentSteps.workspaceId, workspaceId), eq(fulfilmentSteps.orderId, orderId)))
    .orderBy(asc(fulfilmentSteps.triggerEvent), asc(fulfilmentSteps.position));
}

export async function updateStep(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof fulfilmentSteps.$inferInsert>,
): Promise<void> {
  await db
    .update(fulfilmentSteps)
    .set(change)
    .where(and(eq(fulfilmentSteps.workspaceId, workspaceId), eq(fulfilmentSteps.id, id)));
}

/** The step that waits for a mail. */
export async function findByMessage(
  db: Transaction,
  workspaceId: string,
  messageId: string,
): Promise<StepRow | undefined> {
  const [row] = await db
    .select()
    .from(fulfilmentSteps)
    .where(
      and(
        eq(fulfilmentSteps.workspaceId, workspaceId),
        eq(fulfilmentSteps.kind, 'mail'),
        inArray(fulfilmentSteps.state, ['running', 'unconfirmed', 'failed']),
        sql`${fulfilmentSteps.result}->>'messageId' = ${messageId}`,
      ),
    )
    .limit(1);
  return row;
}

/** Orders of which a step should have run by now. */
export async function listStranded(db: Transaction, workspaceId: string, before: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ orderId: fulfilmentSteps.orderId })
    .from(fulfilmentSteps)
    .where(
      and(
        eq(fulfilmentSteps.workspaceId, workspaceId),
        eq(fulfilmentSteps.state, 'planned'),
        lt(fulfilmentSteps.nextAttemptAt, before),
      ),
    )
    .limit(500);
  return rows.map(({ orderId }) => orderId);
}

export async function insertEntitlement(
  db: Transaction,
  workspaceId: string,
  entitlement: Without<typeof entitlements.$inferInsert>,
): Promise<void> {
  await db.insert(entitlements).values({ ...entitlement, workspaceId });
}

/** Oldest first. */
export async function listOfOrder(
  db: Transaction,
  workspaceId: string,
  orderId: string,
): Promise<EntitlementRow[]> {
  return db
    .select()
    .from(entitlements)
    .where(and(eq(entitlements.workspaceId, workspaceId), eq(entitlements.orderId, orderId)))
    .orderBy(asc(entitlements.grantedAt), asc(entitlements.id));
}

/** Also those that ended; newest first. */
export async function listOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<EntitlementRow[]> {
  return db
    .select()
    .from(entitlements)
    .where(and(eq(entitlements.workspaceId, workspaceId), eq(entitlements.leadId, leadId)))
    .orderBy(desc(entitlements.grantedAt), desc(entitlements.id));
}

/** Whether a person may open a thing now. */
export async function isEntitled(
  db: Transaction,
  workspaceId: string,
  wanted: { leadId: string; kind: EntitlementRow['kind']; subjectId: string; now: Date },
): Promise<boolean> {
  const rows = await db
    .select({ id: entitlements.id })
    .from(entitlements)
    .where(
      and(
        eq(entitlements.workspaceId, workspaceId),
        eq(entitlements.leadId, wanted.leadId),
        eq(entitlements.kind, wanted.kind),
        eq(entitlements.subjectId, wanted.subjectId),
        isNull(entitlements.revokedAt),
        or(isNull(entitlements.expiresAt), gt(entitlements.expiresAt, wanted.now)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** @returns what was open and is closed now */
export async function revokeOfOrder(
  db: Transaction,
  workspaceId: string,
  orderId: string,
  values: { revokedAt: Date; revokedReason: string },
): Promise<EntitlementRow[]> {
  return db
    .update(entitlements)
    .set(values)
    .where(
      and(
        eq(entitlements.workspaceId, workspaceId),
        eq(entitlements.orderId, orderId),
        isNull(entitlements.revokedAt),
      ),
    )
    .returning();
}

/** @returns what was closed and is open again */
export async function reinstateOfOrder(
  db: Transaction,
  workspaceId: string,
  orderId: string,
): Promise<EntitlementRow[]> {
  return db
    .update(entitlements)
    .set({ revokedAt: null, revokedReason: null })
    .where(
      and(
        eq(entitlements.workspaceId, workspaceId),
        eq(entitlements.orderId, orderId),
        isNotNull(entitlements.revokedAt),
      ),
    )
    .returning();
}

export async function insertOnboarding(
  db: Transaction,
  workspaceId: string,
  onboarding: Without<typeof onboardings.$inferInsert>,
): Promise<void> {
  await db
    .insert(onboardings)
    .values({ ...onboarding, workspaceId })
    .onConflictDoNothing();
}

export async function stopOnboarding(
  db: Transaction,
  workspaceId: string,
  orderId: string,
  now: Date,
): Promise<void> {
  await db
    .update(onboardings)
    .set({ state: 'stopped', updatedAt: now })
    .where(
      and(
        eq(onboardings.workspaceId, workspaceId),
        eq(onboardings.orderId, orderId),
        eq(onboardings.state, 'started'),
      ),
    );
}
