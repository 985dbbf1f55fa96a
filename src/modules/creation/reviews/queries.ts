import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { reviews, rubricCriteria, rubrics } from './schema.ts';

export type ReviewRow = typeof reviews.$inferSelect;

export async function insertReview(
  db: Transaction,
  workspaceId: string,
  review: Omit<typeof reviews.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(reviews).values({ ...review, workspaceId });
}

export async function findLatestReview(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
): Promise<ReviewRow | undefined> {
  const [row] = await db
    .select()
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspaceId), eq(reviews.playbookId, playbookId)))
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(1);
  return row;
}

export interface OwnCriterion {
  threshold: number;
  settings: Record<string, unknown>;
}

/** What the workspace set for itself, by criterion; its default rubric when the playbook names none. */
export async function findOwnCriteria(
  db: Transaction,
  workspaceId: string,
  rubricId: string | null,
): Promise<Map<string, OwnCriterion>> {
  const rows = await db
    .select({
      key: rubricCriteria.key,
      threshold: rubricCriteria.threshold,
      settings: rubricCriteria.settings,
    })
    .from(rubricCriteria)
    .innerJoin(rubrics, eq(rubrics.id, rubricCriteria.rubricId))
    .where(
      and(
        eq(rubricCriteria.workspaceId, workspaceId),
        rubricId ? eq(rubrics.id, rubricId) : eq(rubrics.isDefault, true),
      ),
    );
  return new Map(rows.map(({ key, ...own }) => [key, own]));
}
