import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { experiments, experimentVariants, exposures } from './schema.ts';

export type ExperimentRow = typeof experiments.$inferSelect;
export type VariantRow = typeof experimentVariants.$inferSelect;

export async function findExperiment(
  db: Transaction,
  workspaceId: string,
  key: string,
): Promise<ExperimentRow | undefined> {
  const [row] = await db
    .select()
    .from(experiments)
    .where(and(eq(experiments.workspaceId, workspaceId), eq(experiments.key, key)))
    .limit(1);
  return row;
}

/** In the order in which they own their stretches. */
export async function listVariants(
  db: Transaction,
  workspaceId: string,
  experimentId: string,
): Promise<VariantRow[]> {
  return db
    .select()
    .from(experimentVariants)
    .where(
      and(eq(experimentVariants.workspaceId, workspaceId), eq(experimentVariants.experimentId, experimentId)),
    )
    .orderBy(asc(experimentVariants.position), asc(experimentVariants.id));
}

export async function findExposure(
  db: Transaction,
  workspaceId: string,
  experimentId: string,
  unitId: string,
): Promise<{ variantId: string } | undefined> {
  const [row] = await db
    .select({ variantId: exposures.variantId })
    .from(exposures)
    .where(
      and(
        eq(exposures.workspaceId, workspaceId),
        eq(exposures.experimentId, experimentId),
        eq(exposures.unitId, unitId),
      ),
    )
    .limit(1);
  return row;
}

/** Records what a unit saw first; does nothing when that is known already. */
export async function insertExposure(db: Transaction, row: typeof exposures.$inferInsert): Promise<void> {
  await db
    .insert(exposures)
    .values(row)
    .onConflictDoNothing({ target: [exposures.workspaceId, exposures.experimentId, exposures.unitId] });
}

export async function insertExperiment(
  db: Transaction,
  row: typeof experiments.$inferInsert,
  variants: (typeof experimentVariants.$inferInsert)[],
): Promise<void> {
  await db.insert(experiments).values(row);
  await db.insert(experimentVariants).values(variants);
}

export async function updateExperiment(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof experiments.$inferInsert>,
): Promise<void> {
  await db
    .update(experiments)
    .set(change)
    .where(and(eq(experiments.workspaceId, workspaceId), eq(experiments.id, id)));
}
