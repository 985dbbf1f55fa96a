import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { leads } from './schema.ts';

export async function listPeopleById(db: Transaction, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: leads.id,
      name: leads.name,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: leads.company,
      stage: leads.stage,
    })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), inArray(leads.id, ids)));
}

/** @returns false when it was noted before */
export async function markTrialRequest(
  db: Transaction,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(leads)
    .set({ trialRequestedAt: at, updatedAt: at })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, id), isNull(leads.trialRequestedAt)))
    .returning({ id: leads.id });
  return rows.length > 0;
}
