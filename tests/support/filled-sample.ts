import { loadConfig } from '../../src/config.ts';
import { openPast } from '../../src/sample/past.ts';
import { fillSample } from '../../src/sample/sample.ts';
import type { TestHouse } from './harness.ts';

/**
 * Fills the house's sample workspace as a first start does, with fewer people: those with a story, and some others.
 * @param options `readers`: how many others; `signal` interrupts it
 */
export async function fillSampleOf(
  house: TestHouse,
  { readers = 12, signal = new AbortController().signal }: { readers?: number; signal?: AbortSignal } = {},
): Promise<void> {
  const { platform, worker } = house;
  const config = loadConfig({
    DATABASE_URL: platform.database.directUrl,
    DATA_DIR: platform.settings.dataDir,
    PUBLIC_URL: platform.settings.publicUrl,
  });
  const ground = { url: platform.database.directUrl, log: platform.log };
  await fillSample({
    platform,
    worker,
    openPast: (start) => openPast(config, ground, start),
    signal,
    readers,
  });
  await house.settle();
}
