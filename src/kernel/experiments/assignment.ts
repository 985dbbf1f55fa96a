import { createHash } from 'node:crypto';

/** Buckets a unit can fall into; a variant owns a stretch of them in proportion to its weight. */
export const BUCKETS = 10_000;

export interface Arm {
  key: string;
  /** Whole number; shares are weights over their sum. */
  weight: number;
}

/**
 * The bucket of a unit: the first 48 bits of SHA-256 over `salt NUL unit id`, as a fraction of 2^48, times 10,000, rounded
 * down. Depends on nothing else, so it is the same on every machine and in every release. The salt (by default the
 * experiment's key and id) keeps experiments independent of one another.
 */
export function bucketOf(salt: string, unitId: string): number {
  const digest = createHash('sha256').update(salt).update('\0').update(unitId).digest();
  return Math.floor((digest.readUIntBE(0, 6) / 2 ** 48) * BUCKETS);
}

/**
 * Which arm owns a bucket. Arms own consecutive stretches in the order given, so changing one weight moves only the units
 * at the borders. Whoever falls outside the share of traffic gets none.
 * @param trafficShare 0 to 1; who takes part is decided by a bucket of its own, so that raising the share only adds units
 */
export function armOf(arms: Arm[], bucket: number, participation: number, trafficShare = 1): string | null {
  if (participation >= Math.round(trafficShare * BUCKETS)) return null;
  const total = arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (total <= 0) return null;
  let end = 0;
  for (const arm of arms) {
    end += arm.weight;
    if (bucket < (end / total) * BUCKETS) return arm.key;
  }
  return null;
}

/** Whether a unit takes part at all; independent of which arm it falls into. */
export const participationOf = (salt: string, unitId: string): number =>
  bucketOf(`${salt} takes part`, unitId);
