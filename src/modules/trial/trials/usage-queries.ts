import { sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';

/** Cuts the tie between facts of use and a person. */
export async function forgetUsage(db: Transaction, workspaceId: string, leadId: string): Promise<void> {
  await db.execute(sql`update app.usage_facts set lead_id = null, reading_id = null
    where workspace_id = ${workspaceId} and lead_id = ${leadId}`);
}
