import type { Platform } from '#context';
import { ensureSampleOwner } from '#kernel/identity';

/** Makes the sample workspace and its owner, once. Its content is filled in the background. */
export async function ensureSample(platform: Platform): Promise<void> {
  await ensureSampleOwner(platform.identity);
}
