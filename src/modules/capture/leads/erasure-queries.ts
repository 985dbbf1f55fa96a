import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { gateSubmissions } from '../gates/schema.ts';
import { erasures, importRejections, leads } from './schema.ts';

/** What hangs on the lead goes with it. */
export async function deleteLead(db: Transaction, workspaceId: string, id: string): Promise<void> {
  await db.delete(leads).where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, id)));
}

/** Forms begun and import rows refused under an address. */
export async function deleteTracesOf(
  db: Transaction,
  workspaceId: string,
  email: string,
): Promise<{ submissions: number; importRows: number }> {
  const submissions = await db
    .delete(gateSubmissions)
    .where(and(eq(gateSubmissions.workspaceId, workspaceId), eq(gateSubmissions.email, email)))
    .returning({ id: gateSubmissions.id });
  const rows = await db
    .delete(importRejections)
    .where(
      and(
        eq(importRejections.workspaceId, workspaceId),
        sql`lower(${importRejections.fields}->>'email') = ${email}`,
      ),
    )
    .returning({ id: importRejections.id });
  return { submissions: submissions.length, importRows: rows.length };
}

export async function insertErasure(
  db: Transaction,
  workspaceId: string,
  erasure: Omit<typeof erasures.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(erasures).values({ ...erasure, workspaceId });
}
