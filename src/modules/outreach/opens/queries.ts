import { and, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { messageClicks } from './schema.ts';

/** Marks what was asked for in one sweep as a machine's: several addresses of one mail at once. */
export async function markSweep(
  db: Transaction,
  workspaceId: string,
  sweep: { messageId: string; url: string; since: Date; classifierVersion: number },
): Promise<boolean> {
  const others = await db
    .select({ id: messageClicks.id })
    .from(messageClicks)
    .where(
      and(
        eq(messageClicks.workspaceId, workspaceId),
        eq(messageClicks.messageId, sweep.messageId),
        ne(messageClicks.url, sweep.url),
        gte(messageClicks.occurredAt, sweep.since),
      ),
    );
  if (others.length === 0) return false;
  await db
    .update(messageClicks)
    .set({ isBot: true, botReason: 'sweep', classifierVersion: sweep.classifierVersion })
    .where(
      and(
        eq(messageClicks.workspaceId, workspaceId),
        inArray(
          messageClicks.id,
          others.map(({ id }) => id),
        ),
        sql`not ${messageClicks.isBot}`,
      ),
    );
  return true;
}
