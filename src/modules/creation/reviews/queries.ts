import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { reviews, rubricCriteria, rubrics } from './schema.ts';

export type ReviewRow = typeof reviews.$inferSelect;

export async function insertReview(db: Transaction, workspaceId: string, review: Omit<typeof reviews.$inferInsert, 'workspaceId'>): Promise<void> {
  await db.insert(reviews).values({ ...review, workspaceId });
}

export async function findLatestReview(db: Transaction, workspaceId: string, playbookId: string): Promise<ReviewRow | undefined> {
  const [row] = await db
    .select()
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspaceId), eq(reviews.playbookId, playbookId)))
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(1);
  return row;
}

/** Thresholds that the workspace set for itself, by criterion; those of the default rubric when the playbook names none. */
export async function findThresholds(db: Transaction, workspaceId: string, rubricId: string | null): Promise<Record<string, number>> {
  const rows = await db
    .select({ key: rubricCriteria.key, threshold: rubricCriteria.threshold })
    .from(rubricCriteria)
    .innerJoin(rubrics, eq(rubrics.id, rubricCriteria.rubricId))
    .where(and(eq(rubricCriteria.workspaceId, workspaceId), rubricId ? eq(rubrics.id, rubricId) : eq(rubrics.isDefault, true)));
  return Object.fromEntries(rows.map((row) => [row.key, row.threshold]));
}
